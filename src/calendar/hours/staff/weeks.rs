//! Weeks of holidays as staff write them: `la première semaine des vacances de Noël`.

use super::super::days::{Exception, Nth};
use super::super::fault::HoursFault;
use super::super::holiday::{Holiday, HolidayPart};
use super::super::read::{Cursor, Sense, parts};
use super::{date, except, pick, unclear};

/// Whether weeks of holidays begin at the cursor.
pub(in super::super) fn begins(cursor: &Cursor<'_>) -> bool {
    group(&mut cursor.clone()).is_some()
}

/// `la première semaine des vacances scolaires`, or nothing where no weeks begin.
pub(in super::super) fn part(cursor: &mut Cursor<'_>) -> Result<Option<Holiday>, HoursFault> {
    let start = cursor.clone();
    let Some(weeks) = weeks(cursor) else {
        return Ok(None);
    };
    let of = match cursor.sense(0) {
        Some(Sense::Holiday(Holiday::School)) => None,
        Some(Sense::Holiday(Holiday::Break(name))) => Some(*name),
        Some(Sense::OfMonth) => return Err(unclear::week_of_month(cursor.up_to(&start))),
        _ => return Err(unclear::which_holidays(cursor.up_to(&start))),
    };
    cursor.pass(1);
    Ok(Some(Holiday::Part(HolidayPart { of, weeks, but: false })))
}

/// Gives back, to the only school holidays among those taken, the weeks of `sauf la première
/// semaine` or `(mais ouvert la première semaine)`; says whether that is what stands here.
pub(in super::super) fn give_back<'h>(
    cursor: &mut Cursor<'_>,
    taken: impl Iterator<Item = &'h mut Holiday>,
) -> Result<bool, HoursFault> {
    let start = cursor.clone();
    cursor.pass(1);
    cursor.eat(&Sense::To);
    cursor.eat(&Sense::During);
    let weeks = weeks(cursor);
    let (Some(weeks), None | Some(Sense::Comma | Sense::And | Sense::Except)) =
        (weeks, cursor.sense(0))
    else {
        if start.sense(0) == Some(&Sense::StillOpen) {
            return Err(unclear::still_open(&start));
        }
        *cursor = start;
        return Ok(false);
    };
    let written = cursor.up_to(&start);
    let mut of_school = taken.filter(|holiday| holiday.is_of_school());
    let (Some(holiday), None) = (of_school.next(), of_school.next()) else {
        return Err(unclear::which_holidays(written));
    };
    let of = match *holiday {
        Holiday::Break(name) => Some(name),
        Holiday::School => None,
        _ => return Err(unclear::which_holidays(written)),
    };
    *holiday = Holiday::Part(HolidayPart { of, weeks, but: true });
    if start.sense(0) == Some(&Sense::Except) {
        check_end(cursor)?;
    }
    Ok(true)
}

/// The holidays that exceptions take away whole.
pub(in super::super) fn taken(found: &mut [Exception]) -> impl Iterator<Item = &mut Holiday> {
    found.iter_mut().flat_map(|exception| &mut exception.0.during)
}

/// `sauf la première semaine et les jours fériés`: are these open too?
fn check_end(cursor: &Cursor<'_>) -> Result<(), HoursFault> {
    let mut ahead = cursor.clone();
    let parted = super::when::pass_parts(&mut ahead);
    let holiday = matches!(ahead.sense(0), Some(Sense::Holiday(_)));
    let doubtful =
        holiday || date::begins(&ahead) || matches!(ahead.sense(0), Some(Sense::Month(_)));
    if parted && doubtful && !except::starts_a_rule(&ahead) {
        return Err(unclear::in_or_out(&ahead));
    }
    Ok(())
}

/// `les deux premières semaines et la dernière semaine`.
fn weeks(cursor: &mut Cursor<'_>) -> Option<Nth> {
    let mut all = group(cursor)?;
    loop {
        let mut ahead = cursor.clone();
        if parts(ahead.sense(0)) {
            ahead.pass(1);
        }
        match group(&mut ahead) {
            Some(more) if ahead.passed() > cursor.passed() => {
                all = all.with(more);
                *cursor = ahead;
            }
            _ => return Some(all),
        }
    }
}

/// `la première semaine`, `la 2e et la 3e semaine`, `les deux dernières semaines`.
fn group(cursor: &mut Cursor<'_>) -> Option<Nth> {
    let mut ahead = cursor.clone();
    let nth = pick::numbers(&mut ahead)?;
    if !matches!(ahead.sense(0), Some(Sense::Week | Sense::Weeks)) {
        return None;
    }
    ahead.pass(1);
    *cursor = ahead;
    Some(nth)
}

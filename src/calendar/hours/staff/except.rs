//! What follows `sauf`: holidays, dates, parts of the year, weekdays.

use super::super::days::{Days, Exception};
use super::super::fault::HoursFault;
use super::super::holiday::Holiday;
use super::super::read::Cursor;
use super::super::read::Sense;
use super::super::read::What;
use super::when::pass_parts;
use super::{date, pick, span, weeks};

/// Reads `sauf …` and every item of its list.
pub(in super::super) fn list(cursor: &mut Cursor<'_>) -> Result<Vec<Exception>, HoursFault> {
    cursor.pass(1);
    let mut found = Vec::new();
    loop {
        if cursor.sense(0) == Some(&Sense::StillOpen) {
            weeks::give_back(cursor, weeks::taken(&mut found))?;
        }
        let before = cursor.clone();
        let parted = pass_parts(cursor);
        if !found.is_empty() && (!parted || starts_a_rule(cursor)) {
            *cursor = before;
            return Ok(found);
        }
        match one(cursor)? {
            Some(exceptions) => found.extend(exceptions),
            None if found.is_empty() => return Err(nothing(cursor)),
            None => {
                *cursor = before;
                return Ok(found);
            }
        }
    }
}

/// One item of the list, which may be several days, or nothing.
pub(in super::super) fn one(cursor: &mut Cursor<'_>) -> Result<Option<Vec<Exception>>, HoursFault> {
    cursor.eat(&Sense::To);
    cursor.eat(&Sense::During);
    if let Some(part) = weeks::part(cursor)? {
        return Ok(Some(vec![holiday(part)]));
    }
    if let Some(Sense::Holiday(kind)) = cursor.sense(0) {
        cursor.pass(1);
        return Ok(Some(vec![holiday(*kind)]));
    }
    if let Some(pick) = pick::pick(cursor)? {
        return Ok(Some(vec![Exception(Days {
            weekdays: pick.weekdays,
            nth: pick.nth,
            ..Days::every()
        })]));
    }
    let periods = date::periods(cursor)?;
    let during = |period| Exception(Days { periods: vec![period], ..Days::every() });
    Ok(periods.map(|periods| periods.into_iter().map(during).collect()))
}

/// Every day of a holiday.
pub(in super::super) fn holiday(kind: Holiday) -> Exception {
    Exception(Days { during: vec![kind], ..Days::every() })
}

/// Whether weekdays or a date with their own times begin here: they are no exception.
pub(super) fn starts_a_rule(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    let days = match date::begins(&ahead) {
        true => date::periods(&mut ahead).is_ok_and(|periods| periods.is_some()),
        false => pick::pick(&mut ahead).is_ok_and(|pick| pick.is_some()),
    };
    days && (matches!(ahead.peek(0), Some(What::Time(_)))
        || span::span(&mut ahead).is_ok_and(|span| span.is_some()))
}

fn nothing(cursor: &Cursor<'_>) -> HoursFault {
    cursor.fault(
        "« sauf » ne dit pas quels jours",
        "écrivez par exemple « sauf vacances scolaires », « sauf jours fériés » ou « sauf du 24 décembre 2026 au 3 janvier 2027 »",
    )
}

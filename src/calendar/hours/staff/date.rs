//! Dates and parts of the year as staff write them.

use jiff::civil::Date;

use super::super::days::Period;
use super::super::fault::HoursFault;
use super::super::read::Sense;
use super::super::read::What;
use super::super::read::{Cursor, parts};
use super::dated::{months, one, range};

/// A day as written: only the day number is sure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    pub day: i8,
    pub month: Option<i8>,
    pub year: Option<i16>,
    pub weekday: Option<usize>,
}

/// Whether a day with its month begins at the cursor.
pub(in super::super) fn begins(cursor: &Cursor<'_>) -> bool {
    let first = usize::from(matches!(cursor.sense(0), Some(Sense::Day(_))));
    if matches!(cursor.peek(first), Some(What::Date(_))) {
        return true;
    }
    if !is_number(cursor, first) {
        return false;
    }
    // `24, 26 et 31 décembre`, `3 au 7 mars`: numbers up to the month they share.
    let mut ahead = first + 1;
    while (parts(cursor.sense(ahead)) || cursor.sense(ahead) == Some(&Sense::To))
        && is_number(cursor, ahead + 1)
        && ahead < 64
    {
        ahead += 2;
    }
    matches!(cursor.sense(ahead), Some(Sense::Month(_)))
}

/// The periods at the cursor (`en août`, `du 3 au 7 mars 2026`, `le 24 et le 31 décembre`), or
/// nothing where none begin.
pub(in super::super) fn periods(
    cursor: &mut Cursor<'_>,
) -> Result<Option<Vec<Period>>, HoursFault> {
    if let Some(Sense::Month(month)) = cursor.sense(0) {
        return months(cursor, *month).map(|period| Some(vec![period]));
    }
    if !begins(cursor) {
        return Ok(None);
    }
    let start = cursor.clone();
    let mut days = vec![written(cursor)?];
    let ranged = cursor.eat(&Sense::To);
    if ranged {
        days.push(written(cursor)?);
    } else {
        while parts(cursor.sense(0)) && is_number(cursor, 1) && days.iter().any(bare) {
            cursor.pass(1);
            days.push(written(cursor)?);
        }
    }
    let fault = |message| HoursFault::new(cursor.up_to(&start), message, "corrigez la date");
    share(&mut days);
    let periods = if ranged {
        range(days[0], days[1]).map(|period| vec![period])
    } else {
        days.into_iter().map(|day| range(day, day)).collect()
    };
    periods.map(Some).map_err(fault)
}

/// One whole day with its year, as an anchor needs it.
pub(in super::super) fn whole_day(cursor: &mut Cursor<'_>) -> Result<Date, HoursFault> {
    let start = cursor.clone();
    let missing = |span| {
        HoursFault::new(
            span,
            "la date n’est pas entière",
            "écrivez le jour, le mois et l’année, par exemple « à partir du 12 janvier 2027 »",
        )
    };
    if !begins(cursor) {
        return Err(missing(cursor.span()));
    }
    let day = written(cursor)?;
    let span = cursor.up_to(&start);
    let (Some(month), Some(year)) = (day.month, day.year) else {
        return Err(missing(span));
    };
    one(year, month, day).map_err(|message| HoursFault::new(span, message, "corrigez la date"))
}

/// Whether a day waits for the month said after it.
fn bare(day: &Written) -> bool {
    day.month.is_none()
}

fn is_number(cursor: &Cursor<'_>, ahead: usize) -> bool {
    matches!(cursor.peek(ahead), Some(What::Number(1..=31) | What::Sense(Sense::Nth(1..=5))))
}

/// `mardi 2 mars 2027`, `2 mars`, `2`, `2027-03-02`.
fn written(cursor: &mut Cursor<'_>) -> Result<Written, HoursFault> {
    let weekday = match cursor.sense(0) {
        Some(Sense::Day(day)) => Some(*day),
        _ => None,
    };
    cursor.pass(usize::from(weekday.is_some()));
    let (day, mut month, mut year) = match cursor.peek(0) {
        Some(What::Date(date)) => (date.day(), Some(date.month()), Some(date.year())),
        Some(What::Number(day @ 1..=31)) => (*day as i8, None, None),
        Some(What::Sense(Sense::Nth(day @ 1..=5))) => (*day, None, None),
        _ => {
            let remedy = "écrivez par exemple « 24 décembre 2026 »";
            return Err(cursor.fault("une date est attendue ici", remedy));
        }
    };
    cursor.pass(1);
    if let (None, Some(Sense::Month(named))) = (month, cursor.sense(0)) {
        cursor.pass(1);
        (month, year) = (Some(*named), self::year(cursor));
    }
    Ok(Written { day, month, year, weekday })
}

/// Four digits that can be a year.
pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<i16> {
    let Some(What::Number(number @ 1900..=2199)) = cursor.peek(0) else {
        return None;
    };
    cursor.pass(1);
    i16::try_from(*number).ok()
}

/// Gives to days without month or year those of the day after them; never a later year than fits.
fn share(days: &mut [Written]) {
    for index in (0..days.len().saturating_sub(1)).rev() {
        let next = days[index + 1];
        let day = &mut days[index];
        day.month = day.month.or(next.month);
        if let (None, Some(year)) = (day.year, next.year) {
            let later = (day.month, day.day) > (next.month, next.day);
            day.year = Some(year - i16::from(later));
        }
    }
}

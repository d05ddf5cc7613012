//! Dates and parts of the year as staff write them.

use jiff::civil::Date;

use super::super::super::day::check;
use super::super::cursor::{Cursor, parts};
use super::super::days::{Period, last_day};
use super::super::fault::HoursFault;
use super::super::items::What;
use super::super::phrases::Sense;

/// A day as written: only the day number is sure.
#[derive(Clone, Copy, Debug)]
struct Written {
    day: i8,
    month: Option<i8>,
    year: Option<i16>,
    weekday: Option<usize>,
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
    let day = match cursor.peek(0) {
        Some(What::Date(date)) => {
            cursor.pass(1);
            return Ok(Written {
                day: date.day(),
                month: Some(date.month()),
                year: Some(date.year()),
                weekday,
            });
        }
        Some(What::Number(day @ 1..=31)) => *day as i8,
        Some(What::Sense(Sense::Nth(day @ 1..=5))) => *day,
        _ => {
            return Err(cursor
                .fault("une date est attendue ici", "écrivez par exemple « 24 décembre 2026 »"));
        }
    };
    cursor.pass(1);
    let month = match cursor.sense(0) {
        Some(Sense::Month(month)) => Some(*month),
        _ => None,
    };
    cursor.pass(usize::from(month.is_some()));
    let year = month.and_then(|_| year(cursor));
    Ok(Written { day, month, year, weekday })
}

/// Four digits that can be a year.
fn year(cursor: &mut Cursor<'_>) -> Option<i16> {
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

/// The period from one day to another.
fn range(first: Written, last: Written) -> Result<Period, String> {
    let (Some(from), Some(to)) = (first.month, last.month) else {
        return Err("le mois manque".into());
    };
    let (Some(a), b) = (first.year, last.year) else {
        if last.year.is_some() {
            return Err("l’année du début manque".into());
        }
        // A leap year has every day that some year has.
        check((2028, from, first.day)).map_err(|fault| fault.message)?;
        check((2028, to, last.day)).map_err(|fault| fault.message)?;
        return Ok(Period::Yearly { from: (from, first.day), to: (to, last.day) });
    };
    let later = (to, last.day) < (from, first.day);
    let start = one(a, from, first)?;
    let end = one(b.unwrap_or(a + i16::from(later)), to, last)?;
    if end < start {
        return Err("la période finit avant d’avoir commencé".into());
    }
    Ok(Period::Once { from: Some(start), to: Some(end) })
}

/// A day that exists and falls on the weekday written with it.
fn one(year: i16, month: i8, written: Written) -> Result<Date, String> {
    let date = check((year, month, written.day)).map_err(|fault| fault.message)?;
    let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    match written.weekday {
        Some(weekday) if weekday != index => Err(format!(
            "le {} est un {}",
            super::super::super::words::short(date),
            super::super::super::names::weekday_name(index)
        )),
        _ => Ok(date),
    }
}

/// `août`, `août 2027`, `septembre à juin`.
fn months(cursor: &mut Cursor<'_>, first: i8) -> Result<Period, HoursFault> {
    let start = cursor.clone();
    cursor.pass(1);
    let mut from_year = year(cursor);
    let (mut last, mut to_year) = (first, from_year);
    if let (Some(Sense::To), Some(Sense::Month(month))) = (cursor.sense(0), cursor.sense(1)) {
        cursor.pass(2);
        (last, to_year) = (*month, year(cursor));
        from_year = from_year.or(to_year.map(|year| year - i16::from(last < first)));
    }
    let Some(from) = from_year else {
        return Ok(Period::Yearly { from: (first, 1), to: (last, last_day(last)) });
    };
    let to = to_year.unwrap_or(from + i16::from(last < first));
    let ends = (Date::new(from, first, 1), Date::new(to, last, 1));
    let (Ok(from), Ok(to)) = ends else {
        return Err(HoursFault::new(
            cursor.up_to(&start),
            "ce mois n’existe pas",
            "corrigez la date",
        ));
    };
    Ok(Period::Once { from: Some(from), to: Some(to.last_of_month()) })
}

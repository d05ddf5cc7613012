//! Periods from days and months as written.

use jiff::civil::Date;

use super::super::super::day::check;
use super::super::super::names::weekday_name;
use super::super::super::words::short;
use super::super::days::{Period, last_day};
use super::super::fault::HoursFault;
use super::super::read::{Cursor, Sense};
use super::date::{Written, year};

/// The period from one day to another.
pub(super) fn range(first: Written, last: Written) -> Result<Period, String> {
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
pub(super) fn one(year: i16, month: i8, written: Written) -> Result<Date, String> {
    let date = check((year, month, written.day)).map_err(|fault| fault.message)?;
    let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    match written.weekday {
        Some(weekday) if weekday != index => {
            Err(format!("le {} est un {}", short(date), weekday_name(index)))
        }
        _ => Ok(date),
    }
}

/// `août`, `août 2027`, `septembre à juin`.
pub(super) fn months(cursor: &mut Cursor<'_>, first: i8) -> Result<Period, HoursFault> {
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

//! Years, months and dates, from the crate's form to ours.

use jiff::civil::Date;
use opening_hours_syntax::rules::day::{Date as OsmDate, DateOffset, MonthdayRange, YearRange};

use super::super::super::day::check;
use super::super::days::{Days, Nth, Period, Weekdays};
use super::convert::{Refusal, refuse};

/// The last year the crate counts with: it stands for « without end ».
const NO_END: i32 = 9999;

/// Years of a rule.
pub(super) fn years(days: &mut Days, ranges: &[YearRange]) -> Result<(), Refusal> {
    for range in ranges {
        let (years, step) = range.into_parts();
        if step > 1 {
            return Err(refuse("une année sur plusieurs"));
        }
        days.years.push((year(years.start().0), year(years.end().0)));
    }
    Ok(())
}

fn year(year: i32) -> i16 {
    i16::try_from(year).unwrap_or(i16::MAX)
}

/// Months and dates of a rule; gives the nth weekday of one month (`Jan Mo[1]`) where that is all.
pub(super) fn months(
    days: &mut Days,
    ranges: &[MonthdayRange],
) -> Result<Option<(Weekdays, Nth)>, Refusal> {
    if let [MonthdayRange::Date { start, end }] = ranges
        && let (OsmDate::Weekday { year: None, month, wday, nth }, true) = (start.0, start == end)
        && start.1 == DateOffset::default()
    {
        let month = month as u8 as i8;
        days.periods.push(whole_months(month, month));
        let weekday = Weekdays::one(wday.num_days_from_monday() as usize);
        return Ok(Some((weekday, Nth::one(nth))));
    }
    for range in ranges {
        days.periods.push(period(range)?);
    }
    Ok(None)
}

fn period(range: &MonthdayRange) -> Result<Period, Refusal> {
    match range {
        MonthdayRange::Month { range, year: None } => {
            Ok(whole_months(*range.start() as u8 as i8, *range.end() as u8 as i8))
        }
        MonthdayRange::Month { range, year: Some(first) } => {
            let (from, to) = (*range.start() as u8 as i8, *range.end() as u8 as i8);
            let first = year(first.0);
            let last = first + i16::from(to < from);
            let start = Date::new(first, from, 1);
            let end = Date::new(last, to, 1);
            match (start, end) {
                (Ok(start), Ok(end)) => Ok(once(start, end.last_of_month())),
                _ => Err(refuse("cette année")),
            }
        }
        MonthdayRange::Date { start, end } => {
            if [start.1, end.1].iter().any(|offset| *offset != DateOffset::default()) {
                return Err(refuse("un nombre de jours avant ou après une date"));
            }
            dates(day(start.0)?, day(end.0)?)
        }
    }
}

/// A date as (year, month, day).
type Written = (Option<i32>, i8, i8);

fn day(date: OsmDate) -> Result<Written, Refusal> {
    match date {
        OsmDate::Fixed { year, month, day } => {
            Ok((year.map(|year| year.0), month as u8 as i8, i8::try_from(day).unwrap_or_default()))
        }
        OsmDate::Weekday { .. } => Err(refuse("une période qui commence un jour de la semaine")),
        OsmDate::Easter { .. } => Err(refuse("une date comptée depuis Pâques")),
    }
}

/// From one date to another; a missing end year is the first that fits.
fn dates(start: Written, end: Written) -> Result<Period, Refusal> {
    let (from, to) = ((start.1, start.2), (end.1, end.2));
    let exists = |year: i16, (month, day): (i8, i8)| {
        check((year, month, day)).map_err(|fault| (fault.message, fault.remedy))
    };
    let Some(first) = start.0 else {
        if end.0.is_some() {
            return Err((
                "l’année du début manque".into(),
                "écrivez l’année des deux dates".into(),
            ));
        }
        exists(2028, from)?;
        exists(2028, to)?;
        return Ok(Period::Yearly { from, to });
    };
    let from = exists(year(first), from)?;
    let last = end.0.unwrap_or(first + i32::from(to < (start.1, start.2)));
    if last == NO_END {
        return Ok(Period::Once { from: Some(from), to: None });
    }
    let to = exists(year(last), to)?;
    if to < from {
        return Err(("la période finit avant d’avoir commencé".into(), "corrigez la date".into()));
    }
    Ok(once(from, to))
}

fn once(from: Date, to: Date) -> Period {
    Period::Once { from: Some(from), to: Some(to) }
}

/// Whole months, every year.
fn whole_months(from: i8, to: i8) -> Period {
    Period::Yearly { from: (from, 1), to: (to, super::super::days::last_day(to)) }
}

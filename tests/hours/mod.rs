//! What several tests of hours share: a calendar of holidays, days, rules drawn by chance.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

mod counted;
pub mod drawn;
pub mod faults;
pub mod french;
pub mod osm;
pub mod said;
mod thought;

use jalon::calendar::{Date, Holidays, Horaires, SchoolBreak, State};

/// Holidays that need no data: fixed public days, school holidays of every shape.
pub struct Calendar;

/// School holidays: their name, first and last day.
pub type Off = (Option<SchoolBreak>, Date, Date);

const fn day(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

/// From a Saturday, from the middle of a week, up to the middle of one; a long weekend without name.
pub const OFF: [Off; 9] = [
    (Some(SchoolBreak::Noel), day(2025, 12, 20), day(2026, 1, 4)),
    (Some(SchoolBreak::Hiver), day(2026, 2, 11), day(2026, 2, 24)),
    (Some(SchoolBreak::Ete), day(2026, 7, 4), day(2026, 8, 31)),
    (Some(SchoolBreak::Toussaint), day(2026, 10, 17), day(2026, 11, 2)),
    (Some(SchoolBreak::Noel), day(2026, 12, 19), day(2027, 1, 3)),
    (Some(SchoolBreak::Hiver), day(2027, 2, 13), day(2027, 2, 28)),
    (None, day(2027, 5, 6), day(2027, 5, 8)),
    (Some(SchoolBreak::Ete), day(2027, 7, 6), day(2027, 8, 31)),
    (Some(SchoolBreak::Noel), day(2027, 12, 18), day(2028, 1, 2)),
];

/// The school holidays a day is in.
pub fn off(date: Date) -> Option<Off> {
    OFF.into_iter().find(|(_, first, last)| *first <= date && date <= *last)
}

impl Holidays for Calendar {
    fn is_public(&self, date: Date) -> bool {
        matches!((date.month(), date.day()), (1, 1) | (5, 1) | (7, 14) | (11, 11) | (12, 25))
    }
    fn is_school(&self, date: Date) -> bool {
        off(date).is_some()
    }
    fn school_break(&self, date: Date) -> Option<SchoolBreak> {
        off(date)?.0
    }
    fn school_span(&self, date: Date) -> Option<(Date, Date)> {
        off(date).map(|(_, first, last)| (first, last))
    }
}

/// Every day of 2026 and 2027: a year of 53 weeks, then one of 52.
pub fn days() -> impl Iterator<Item = Date> {
    day(2026, 1, 1).series(jiff::Span::new().days(1)).take(730)
}

/// From Monday, 0, to Sunday.
pub fn weekday(date: Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap()
}

/// Minutes of a day on which somebody is there, by appointment or not.
pub fn minutes(hours: &Horaires, date: Date) -> Vec<Option<State>> {
    let mut minutes = vec![None; 1440];
    for planned in hours.on(date, &Calendar).spans {
        for minute in planned.span.from..planned.span.to {
            minutes[usize::from(minute)] = Some(planned.state);
        }
    }
    minutes
}

/// Whether two hours say the same of every day, or the first of which they do not.
pub fn first_difference(one: &Horaires, other: &Horaires) -> Option<Date> {
    days().find(|date| minutes(one, *date) != minutes(other, *date))
}

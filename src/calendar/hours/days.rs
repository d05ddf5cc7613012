//! Which days a rule speaks of: weekdays, weeks, parts of the year, holidays.

use jiff::civil::Date;

use super::holiday::Holiday;
pub use super::weekdays::{Nth, Weekdays};

/// Which weeks, by ISO week (Monday to Sunday; a year has 52 or 53).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weeks {
    /// Every week.
    #[default]
    Every,
    /// `semaines paires`: 2, 4, … 52.
    Even,
    /// `semaines impaires`: 1, 3, … 53. Weeks 53 and 1 follow each other and are both odd.
    Odd,
    /// One week in so many, from a day on and never before it: does not drift at the year's end.
    OneIn {
        /// Two for « une semaine sur deux ».
        weeks: u8,
        /// The first day that may be meant.
        from: Date,
    },
    /// OSM `week 10-20/2`.
    Numbered(Vec<WeekRange>),
}

/// ISO weeks from one number to another, by steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WeekRange {
    /// First week, from 1.
    pub from: u8,
    /// Last week, up to 53.
    pub to: u8,
    /// 1 for every week.
    pub step: u8,
}

/// A part of the year or of all time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// Every year, from one (month, day) to another, both included, past December where the first
    /// comes later.
    Yearly {
        /// First month (1 to 12) and day.
        from: (i8, i8),
        /// Last month and day; the day may be 29 February, which means the end of the month.
        to: (i8, i8),
    },
    /// Once, from a day to another, both included; a missing one is open.
    Once {
        /// First day.
        from: Option<Date>,
        /// Last day.
        to: Option<Date>,
    },
}

/// The days a rule speaks of: those that pass every test below.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// On which weekdays.
    pub weekdays: Weekdays,
    /// Which of them in the month.
    pub nth: Nth,
    /// In which weeks.
    pub weeks: Weeks,
    /// In which years, both included; empty means all.
    pub years: Vec<(i16, i16)>,
    /// In one of which periods; empty means all time.
    pub periods: Vec<Period>,
    /// During one of which holidays; empty means holiday or not.
    pub during: Vec<Holiday>,
}

impl Period {
    /// Whether whole months are meant: `en août`.
    pub(super) fn is_months(&self) -> bool {
        match *self {
            Self::Yearly { from, to } => from.1 == 1 && to.1 == last_day(to.0),
            Self::Once { from: Some(from), to: Some(to) } => {
                from == from.first_of_month() && to == to.last_of_month()
            }
            Self::Once { .. } => false,
        }
    }
}

impl Days {
    /// Every day there is.
    pub fn every() -> Self {
        Self {
            weekdays: Weekdays::ALL,
            nth: Nth::EVERY,
            weeks: Weeks::Every,
            years: Vec::new(),
            periods: Vec::new(),
            during: Vec::new(),
        }
    }

    /// Whether every day is meant.
    pub fn is_all(&self) -> bool {
        *self == Self::every()
    }

    /// Whether the weekday alone decides.
    pub fn is_weekly(&self) -> bool {
        *self == Self { weekdays: self.weekdays, ..Self::every() }
    }
}

/// Days taken away from others: one item of `sauf`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exception(pub Days);

/// The last day a month can have, by its number.
pub(super) fn last_day(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

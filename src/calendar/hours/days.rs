//! Which days a rule speaks of: weekdays, weeks, parts of the year, holidays.

use jiff::civil::{Date, Weekday};

/// A set of weekdays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Sunday.
    pub const ALL: Self = Self(0b111_1111);
    /// Monday to Friday.
    pub const WORKING: Self = Self(0b001_1111);
    /// Saturday and Sunday.
    pub const WEEKEND: Self = Self(0b110_0000);
    /// No day.
    pub const NONE: Self = Self(0);

    /// One weekday, counted from Monday (0 to 6; counting goes round).
    pub const fn one(index: usize) -> Self {
        Self(1 << (index % 7))
    }

    /// From one weekday to another, both included, past Sunday where the first comes later.
    pub fn between(first: usize, last: usize) -> Self {
        let length = (last % 7 + 7 - first % 7) % 7;
        (0..=length).fold(Self::NONE, |set, step| set.with(Self::one(first + step)))
    }

    /// Both sets together.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the days of another.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a weekday, counted from Monday, is in the set.
    pub fn has(self, index: usize) -> bool {
        self.0 & Self::one(index).0 != 0
    }

    /// Whether the weekday is in the set.
    pub fn contains(self, weekday: Weekday) -> bool {
        self.has(usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default())
    }

    /// Whether the sets share a day.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no day is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The weekdays of the set, counted from Monday, in order.
    pub fn indexes(self) -> impl Iterator<Item = usize> {
        (0..7).filter(move |&index| self.has(index))
    }
}

/// Which of its weekday in the month a day must be; empty means every one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Nth {
    /// Bit 0 is the first of the month, bit 4 the fifth.
    from_start: u8,
    /// Bit 0 is the last of the month.
    from_end: u8,
}

impl Nth {
    /// Every one of the month.
    pub const EVERY: Self = Self { from_start: 0, from_end: 0 };

    /// The nth (1 to 5), or the nth from the end (−1 is the last); other numbers name nothing.
    pub fn one(nth: i8) -> Self {
        let bit = |n: i8| {
            if (1..=5).contains(&n) { 1 << (n - 1) } else { 0 }
        };
        Self { from_start: bit(nth), from_end: bit(nth.saturating_neg()) }
    }

    /// Both together.
    pub fn with(self, other: Self) -> Self {
        Self {
            from_start: self.from_start | other.from_start,
            from_end: self.from_end | other.from_end,
        }
    }

    /// Whether a day of the month, by its day number and the length of the month, is meant.
    pub fn has(self, date: Date) -> bool {
        let from_start = (date.day() - 1) / 7;
        let from_end = (date.days_in_month() - date.day()) / 7;
        self == Self::EVERY
            || self.from_start & (1 << from_start) != 0
            || self.from_end & (1 << from_end) != 0
    }

    /// The numbers, from the start in order, then from the end (−1 last of all).
    pub fn numbers(self) -> impl Iterator<Item = i8> {
        let bit = |set: u8, n: i8| set & (1 << (n - 1)) != 0;
        let start = (1..=5).filter(move |&n| bit(self.from_start, n));
        let end = (1..=5).rev().filter(move |&n| bit(self.from_end, n));
        start.chain(end.map(|n| -n))
    }
}

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

/// Days that a calendar of holidays knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// `jours fériés`, OSM `PH`.
    Public,
    /// `vacances scolaires`, OSM `SH`.
    School,
    /// `vacances de Noël`…
    Break(SchoolBreak),
}

/// The school holidays that have a name in every zone of mainland France.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SchoolBreak {
    /// `vacances de la Toussaint`.
    Toussaint,
    /// `vacances de Noël`.
    Noel,
    /// `vacances d’hiver`.
    Hiver,
    /// `vacances de printemps`.
    Printemps,
    /// `vacances d’été`.
    Ete,
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

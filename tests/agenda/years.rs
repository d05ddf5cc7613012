//! The years 2026 to 2029 and January 2030 as a calendar on the wall; it knows nothing of the program.

use crate::almanac::{NAMES, WEEKDAYS};

/// Public holidays of the Code du travail (L3133-1); Easter is 5 April 2026, 28 March 2027, 16 April 2028 and
/// 1 April 2029.
const PUBLIC: [&str; 45] = [
    "2026-01-01",
    "2026-04-06",
    "2026-05-01",
    "2026-05-08",
    "2026-05-14",
    "2026-05-25",
    "2026-07-14",
    "2026-08-15",
    "2026-11-01",
    "2026-11-11",
    "2026-12-25", //
    "2027-01-01",
    "2027-03-29",
    "2027-05-01",
    "2027-05-06",
    "2027-05-08",
    "2027-05-17",
    "2027-07-14",
    "2027-08-15",
    "2027-11-01",
    "2027-11-11",
    "2027-12-25", //
    "2028-01-01",
    "2028-04-17",
    "2028-05-01",
    "2028-05-08",
    "2028-05-25",
    "2028-06-05",
    "2028-07-14",
    "2028-08-15",
    "2028-11-01",
    "2028-11-11",
    "2028-12-25", //
    "2029-01-01",
    "2029-04-02",
    "2029-05-01",
    "2029-05-08",
    "2029-05-10",
    "2029-05-21",
    "2029-07-14",
    "2029-08-15",
    "2029-11-01",
    "2029-11-11",
    "2029-12-25",
    "2030-01-01",
];

/// School holidays of the zone A as published: first and last day without school.
const SCHOOL: [(&str, &str); 17] = [
    ("2025-12-20", "2026-01-04"),
    ("2026-02-07", "2026-02-22"),
    ("2026-04-04", "2026-04-19"),
    ("2026-05-15", "2026-05-16"),
    ("2026-07-04", "2026-08-31"),
    ("2026-10-17", "2026-11-01"),
    ("2026-12-19", "2027-01-03"),
    ("2027-02-13", "2027-02-28"),
    ("2027-04-10", "2027-04-25"),
    ("2027-05-06", "2027-05-08"),
    ("2027-07-03", "2027-09-01"),
    ("2027-10-23", "2027-11-07"),
    ("2027-12-18", "2028-01-02"),
    ("2028-02-19", "2028-03-05"),
    ("2028-04-22", "2028-05-08"),
    ("2028-05-26", "2028-05-27"),
    ("2028-07-05", "2028-08-31"),
];

/// The last day of which the schools are known.
const LAST_PUBLISHED: &str = "2028-08-31";

/// A day, counted from Thursday 1 January 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub usize);

impl Day {
    /// The day of a date as it is written.
    pub fn of(iso: &str) -> Self {
        (0..1_500).map(Self).find(|day| day.iso() == iso).unwrap()
    }

    /// Year, days since its first of January, month, day of the month.
    fn civil(self) -> (usize, usize, usize, usize) {
        let (mut left, mut year) = (self.0, 2026);
        let length = |year: usize| if year.is_multiple_of(4) { 366 } else { 365 };
        while left >= length(year) {
            left -= length(year);
            year += 1;
        }
        let (since, mut month) = (left, 1);
        let february = length(year) - 337;
        for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if left < days {
                break;
            }
            left -= days;
            month += 1;
        }
        (year, since, month, left + 1)
    }

    /// `2026-12-08`.
    pub fn iso(self) -> String {
        let (year, _, month, day) = self.civil();
        format!("{year}-{month:02}-{day:02}")
    }

    /// `8 décembre 2026`.
    pub fn said(self) -> String {
        let (year, _, month, day) = self.civil();
        let day = if day == 1 { "1er".to_owned() } else { day.to_string() };
        format!("{day} {} {year}", NAMES[month - 1])
    }

    /// A day some days after this one, or before.
    pub fn plus(self, days: i64) -> Self {
        Self(usize::try_from(i64::try_from(self.0).unwrap() + days).unwrap())
    }

    /// From Monday, 0, to Sunday, 6.
    pub fn weekday(self) -> usize {
        (self.0 + 3) % 7
    }

    /// Weeks since that of 1 January 2026.
    pub fn weeks(self) -> usize {
        (self.0 + 3) / 7
    }

    /// Number of its week, which belongs to the year of its Thursday (ISO 8601).
    pub fn week(self) -> usize {
        let (_, since, ..) = Self(self.weeks() * 7).civil();
        since / 7 + 1
    }

    /// Whether it is the first, second… of its weekday in its month.
    pub fn is_nth(self, nth: usize) -> bool {
        self.civil().3.div_ceil(7) == nth
    }

    /// Whether its weekday comes back in the same month.
    pub fn is_last(self) -> bool {
        self.plus(7).civil().2 != self.civil().2
    }

    pub fn is_public(self) -> bool {
        PUBLIC.contains(&self.iso().as_str())
    }

    pub fn is_school(self) -> bool {
        let day = self.iso();
        SCHOOL.iter().any(|(first, last)| *first <= day.as_str() && day.as_str() <= *last)
    }

    /// Whether anybody can say if there is school.
    pub fn is_published(self) -> bool {
        self.iso().as_str() <= LAST_PUBLISHED
    }
}

#[test]
fn the_years_are_those_of_a_post_office_calendar() {
    for (iso, weekday, week) in [
        ("2026-01-01", "jeudi", 1),
        ("2026-01-04", "dimanche", 1),
        ("2026-03-29", "dimanche", 13),
        ("2026-12-31", "jeudi", 53),
        ("2027-01-03", "dimanche", 53),
        ("2027-01-04", "lundi", 1),
        ("2027-12-31", "vendredi", 52),
        ("2028-01-02", "dimanche", 52),
        ("2028-02-29", "mardi", 9),
        ("2028-03-01", "mercredi", 9),
        ("2028-12-31", "dimanche", 52),
        ("2029-01-01", "lundi", 1),
        ("2029-12-31", "lundi", 1),
    ] {
        let day = Day::of(iso);
        assert_eq!((WEEKDAYS[day.weekday()], day.week()), (weekday, week), "{iso}");
    }
    assert!(Day::of("2026-12-29").is_nth(5) && Day::of("2026-12-29").is_last());
    assert!(Day::of("2028-02-22").is_nth(4) && !Day::of("2028-02-22").is_last());
    assert_eq!(Day::of("2028-03-01").said(), "1er mars 2028");
    assert_eq!(Day::of("2028-02-29").plus(1), Day::of("2028-03-01"));
}

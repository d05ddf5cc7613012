//! A calendar on the wall, from October 2026 to April 2027; it knows nothing of the program.

/// Year, number and length of each month.
const MONTHS: [(usize, usize, usize); 8] = [
    (2026, 10, 31),
    (2026, 11, 30),
    (2026, 12, 31),
    (2027, 1, 31),
    (2027, 2, 28),
    (2027, 3, 31),
    (2027, 4, 30),
    (2027, 5, 31),
];

/// Months from January.
pub const NAMES: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Weekdays from Monday.
pub const WEEKDAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// Public holidays (Code du travail, L3133-1; Easter is 28 March 2027).
const PUBLIC: [&str; 6] =
    ["2026-11-01", "2026-11-11", "2026-12-25", "2027-01-01", "2027-03-29", "2027-05-01"];

/// School holidays of the zone A, where Poitiers is: first and last day without school.
const SCHOOL: [(&str, &str); 4] = [
    ("2026-10-17", "2026-11-01"),
    ("2026-12-19", "2027-01-03"),
    ("2027-02-13", "2027-02-28"),
    ("2027-04-10", "2027-04-25"),
];

/// A day, counted from Thursday 1 October 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub usize);

impl Day {
    /// Year, month, day of the month.
    fn civil(self) -> (usize, usize, usize) {
        let mut left = self.0;
        for (year, month, length) in MONTHS {
            if left < length {
                return (year, month, left + 1);
            }
            left -= length;
        }
        panic!("{} days after 1 October 2026 is off the wall", self.0);
    }

    /// `2026-12-08`.
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year}-{month:02}-{day:02}")
    }

    /// `8 décembre 2026`.
    pub fn said(self) -> String {
        let (year, month, day) = self.civil();
        let day = if day == 1 { "1er".to_owned() } else { day.to_string() };
        format!("{day} {} {year}", NAMES[month - 1])
    }

    /// From Monday, 0, to Sunday, 6.
    pub fn weekday(self) -> usize {
        (self.0 + 3) % 7
    }

    /// Weeks since that of 1 October 2026.
    pub fn weeks(self) -> usize {
        (self.0 + 3) / 7
    }

    /// Number of its week: 40 is that of 1 October 2026, and 2026 has 53 of them.
    pub fn week(self) -> usize {
        let number = 40 + self.weeks();
        if number > 53 { number - 53 } else { number }
    }

    /// Whether it is the first, second… of its weekday in its month.
    pub fn is_nth(self, nth: usize) -> bool {
        self.civil().2.div_ceil(7) == nth
    }

    /// Whether its weekday comes back in the same month.
    pub fn is_last(self) -> bool {
        Self(self.0 + 7).civil().1 != self.civil().1
    }

    pub fn is_public(self) -> bool {
        PUBLIC.contains(&self.iso().as_str())
    }

    pub fn is_school(self) -> bool {
        let day = self.iso();
        SCHOOL.iter().any(|(first, last)| *first <= day.as_str() && day.as_str() <= *last)
    }
}

#[test]
fn the_almanac_is_that_of_a_post_office_calendar() {
    let day = |iso: &str| (0..240).map(Day).find(|day| day.iso() == iso).unwrap();
    for (iso, weekday, week) in [
        ("2026-10-01", "jeudi", 40),
        ("2026-11-11", "mercredi", 46),
        ("2026-11-23", "lundi", 48),
        ("2026-12-25", "vendredi", 52),
        ("2026-12-31", "jeudi", 53),
        ("2027-01-03", "dimanche", 53),
        ("2027-01-04", "lundi", 1),
        ("2027-03-29", "lundi", 13),
        ("2027-05-01", "samedi", 17),
    ] {
        assert_eq!((WEEKDAYS[day(iso).weekday()], day(iso).week()), (weekday, week), "{iso}");
    }
    assert!(day("2026-12-29").is_nth(5) && day("2026-12-29").is_last());
    assert!(day("2027-02-22").is_nth(4) && day("2027-02-22").is_last());
    assert!(!day("2027-03-22").is_last());
    assert_eq!(day("2027-01-01").said(), "1er janvier 2027");
}

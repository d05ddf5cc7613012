//! Public holidays: the eleven of the Code du travail (L3133-1), and those of Alsace-Moselle and overseas.

use jiff::{ToSpan, civil::Date};

/// Month and day of those that never move.
const FIXED: [(i8, i8); 8] =
    [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

/// Days after Easter Sunday: its Monday, Ascension, Whit Monday.
const AFTER_EASTER: [i64; 3] = [1, 39, 50];

/// Départements of the local law of Alsace-Moselle (Code du travail, L3134-13). Good Friday is off there
/// only where a Protestant or mixed church stands: nearly everywhere people go, so that a day too few is
/// announced rather than a closed door.
const ALSACE_MOSELLE: [&str; 3] = ["57", "67", "68"];

/// The day on which the abolition of slavery is kept (Code du travail, L3422-2).
const ABOLITION: [(&str, (i8, i8)); 7] = [
    ("971", (5, 27)),
    ("972", (5, 22)),
    ("973", (6, 10)),
    ("974", (12, 20)),
    ("976", (4, 27)),
    ("977", (10, 9)),
    ("978", (5, 28)),
];

/// Whether a day is a public holiday in a département.
pub(super) fn is_public(date: Date, departement: &str) -> bool {
    let day = (date.month(), date.day());
    let from_easter = easter(date.year())
        .and_then(|easter| easter.until(date).ok())
        .map(|span| i64::from(span.get_days()));
    let local = ALSACE_MOSELLE.contains(&departement);
    FIXED.contains(&day)
        || from_easter.is_some_and(|days| AFTER_EASTER.contains(&days) || local && days == -2)
        || local && day == (12, 26)
        || ABOLITION.contains(&(departement, day))
}

/// Easter Sunday of a year, by the Gregorian calendar as Gauss computes it.
fn easter(year: i16) -> Option<Date> {
    let number = i32::from(year);
    let century = number / 100;
    let moon = 15 + century - century / 4 - (8 * century + 13) / 25;
    let sun = 4 + century - century / 4;
    let age = (19 * (number % 19) + moon).rem_euclid(30);
    let weekday = (2 * (number % 4) + 4 * (number % 7) + 6 * age + sun).rem_euclid(7);
    let after = match (age, weekday) {
        // A full moon on 19 or 18 April is moved, so that Easter never falls after the 25th.
        (29, 6) => 28,
        (28, 6) if (11 * moon + 11).rem_euclid(30) < 19 => 27,
        _ => age + weekday,
    };
    Date::new(year, 3, 22).ok()?.checked_add(i64::from(after).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_sundays_of_the_almanac() {
        // Bureau des longitudes.
        for (year, month, day) in
            [(2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2025, 4, 20)]
        {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
        for (year, month, day) in
            [(2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2029, 4, 1), (2030, 4, 21), (2038, 4, 25)]
        {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn holidays_of_a_part_of_the_country() {
        assert!(is_public(date(2026, 4, 3), "67") && !is_public(date(2026, 4, 3), "86"));
        assert!(is_public(date(2026, 12, 26), "57") && !is_public(date(2026, 12, 26), "54"));
        assert!(is_public(date(2026, 12, 20), "974") && !is_public(date(2026, 12, 20), "971"));
    }

    #[test]
    fn eleven_a_year() {
        let year = date(2027, 1, 1).series(1.day()).take_while(|day| day.year() == 2027);
        assert_eq!(year.filter(|day| is_public(*day, "86")).count(), 11);
    }
}

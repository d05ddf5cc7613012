//! Public holidays: the eleven of the Code du travail (L3133-1), those of Alsace-Moselle and of overseas.

use jiff::{ToSpan, civil::Date};

/// Month and day of those that never move.
const FIXED: [(i8, i8); 8] =
    [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

/// Days after Easter Sunday: its Monday, Ascension, Whit Monday.
const AFTER_EASTER: [i64; 3] = [1, 39, 50];

/// Where Good Friday is off. In Alsace-Moselle (L3134-13) the law says: in communes with a Protestant or
/// mixed church, of which there is no list. The whole département is taken as off: of the two mistakes,
/// the one that nobody travels for. A guide that knows better writes `retire: oui` in its calendars.
const GOOD_FRIDAY: [&str; 4] = ["57", "67", "68", "987"];

/// Days of one place: Alsace-Moselle, the abolition of slavery (L3422-2), the labour codes of Wallis et
/// Futuna, Polynésie française and Nouvelle-Calédonie. Customs that no law names (21 July in the Antilles)
/// are not here: a guide adds them.
const LOCAL: [(&str, (i8, i8)); 15] = [
    ("57", (12, 26)),
    ("67", (12, 26)),
    ("68", (12, 26)),
    ("971", (5, 27)),
    ("972", (5, 22)),
    ("973", (6, 10)),
    ("974", (12, 20)),
    ("976", (4, 27)),
    ("977", (10, 9)),
    ("978", (5, 28)),
    ("986", (4, 28)),
    ("986", (6, 29)),
    ("986", (7, 29)),
    ("987", (3, 5)),
    ("988", (9, 24)),
];

/// Polynésie française kept its autonomy on 29 June until 2024, and keeps Matāriʻi since.
fn is_polynesian(date: Date) -> bool {
    let day = if date.year() < 2025 { (6, 29) } else { (11, 20) };
    (date.month(), date.day()) == day
}

/// Whether a day is a public holiday in a département.
pub(super) fn is_public(date: Date, departement: &str) -> bool {
    let day = (date.month(), date.day());
    let from_easter = easter(date.year())
        .and_then(|easter| easter.until(date).ok())
        .map(|span| i64::from(span.get_days()));
    let good_friday = GOOD_FRIDAY.contains(&departement);
    FIXED.contains(&day)
        || from_easter.is_some_and(|days| AFTER_EASTER.contains(&days) || good_friday && days == -2)
        || LOCAL.contains(&(departement, day))
        || departement == "987" && is_polynesian(date)
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
    use std::collections::{BTreeSet, HashMap};

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

    /// Every day that two packages of others give, where it is off (`docs/donnees.md` names them).
    fn table() -> HashMap<Date, Vec<&'static str>> {
        let lines = include_str!("data/jours-feries.csv").lines().skip(1);
        let cells = lines.map(|line| line.split_once(',').unwrap());
        cells.map(|(day, places)| (day.parse().unwrap(), places.split(' ').collect())).collect()
    }

    #[test]
    fn sixteen_years_of_every_departement_are_those_of_the_packages() {
        let table = table();
        let is_off = |day: &Date, code: &str| {
            table.get(day).is_some_and(|places| places.contains(&"tous") || places.contains(&code))
        };
        let days = date(2020, 1, 1).series(1.day()).take_while(|day| day.year() < 2036);
        let days: Vec<Date> = days.collect();
        for code in crate::territory::departements().iter().map(|departement| departement.code) {
            let differ = |day: &&Date| is_public(**day, code) != is_off(day, code);
            let differing: Vec<&Date> = days.iter().filter(differ).collect();
            assert_eq!(differing, [] as [&Date; 0], "{code}");
        }
    }

    #[test]
    fn the_table_holds_every_place_that_has_days_of_its_own() {
        let places: BTreeSet<&str> = table().into_values().flatten().collect();
        let own: BTreeSet<&str> = LOCAL.iter().map(|(code, _)| *code).chain(["tous"]).collect();
        assert_eq!(places, own);
    }
}

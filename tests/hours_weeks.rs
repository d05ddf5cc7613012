//! Weeks of school holidays, counted on the calendars that the ministry publishes.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

use jalon::calendar::{Date, HolidayCalendar, Horaires};

/// Days of a département, from one to another, on which somebody is there: `04-07`.
fn days(departement: &str, text: &str, from: Date, to: Date) -> Vec<String> {
    let holidays = HolidayCalendar::of(departement, Vec::new());
    let hours = Horaires::parse(text).expect(text);
    from.series(jiff::Span::new().days(1))
        .take_while(|day| *day <= to)
        .filter(|day| !hours.on(*day, &holidays).spans.is_empty())
        .map(|day| day.strftime("%m-%d").to_string())
        .collect()
}

const MARCH: Date = Date::constant(2026, 3, 30);
const MAY: Date = Date::constant(2026, 5, 3);

/// Zone A (Vienne), 2026: from Saturday 4 to Sunday 19 April. Tuesdays: 31 March; 7 and 14 in the
/// holidays; 21 and 28.
#[test]
fn the_first_week_is_that_of_the_first_monday() {
    let tuesdays = |rule: &str| days("86", &format!("mardi 9h-12h{rule}"), MARCH, MAY);
    assert_eq!(
        tuesdays(" ; fermé pendant les vacances scolaires, sauf la première semaine"),
        ["03-31", "04-07", "04-21", "04-28"]
    );
    assert_eq!(
        tuesdays(", sauf vacances de printemps, sauf la dernière semaine"),
        ["03-31", "04-14", "04-21", "04-28"]
    );
    assert_eq!(tuesdays(", pendant la première semaine des vacances de printemps"), ["04-07"]);
    assert_eq!(tuesdays(", pendant la 2e semaine des vacances scolaires"), ["04-14"]);
    assert_eq!(
        tuesdays(", pendant les deux premières semaines des vacances scolaires"),
        ["04-07", "04-14"]
    );
    assert_eq!(tuesdays(", pendant la 3e semaine des vacances scolaires"), [""; 0]);
    assert_eq!(tuesdays(", pendant la première semaine des vacances de Noël"), [""; 0]);
}

/// The weekend on which holidays begin is of their first week, that on which they end of the last.
#[test]
fn weekends_go_with_the_week_beside_them() {
    let days =
        |rule: &str| days("86", &format!("tous les jours 9h-12h, pendant la {rule}"), MARCH, MAY);
    let first = days("première semaine des vacances scolaires");
    assert_eq!((first.first().unwrap().as_str(), first.len()), ("04-04", 9));
    let last = days("dernière semaine des vacances scolaires");
    assert_eq!((last.last().unwrap().as_str(), last.len()), ("04-19", 7));
}

/// From Thursday of Ascension, 6 May 2027, to Saturday: no first week, but holidays all the same.
#[test]
fn a_long_weekend_has_no_week() {
    let (from, to) = (Date::constant(2027, 5, 3), Date::constant(2027, 5, 9));
    let days = |rule: &str| days("86", &format!("vendredi et samedi 9h-12h{rule}"), from, to);
    assert_eq!(days(" ; fermé pendant les vacances scolaires, sauf la première semaine"), [""; 0]);
    assert_eq!(days(", sauf la première semaine des vacances scolaires"), ["05-07", "05-08"]);
}

/// The same rule is another Monday in another zone.
#[test]
fn zones_have_their_own_weeks() {
    let rule = "lundi 9h-12h, pendant la première semaine des vacances d'hiver";
    let (from, to) = (Date::constant(2027, 1, 25), Date::constant(2027, 3, 14));
    // Zone A from 13 February, zone B from the 20th, zone C from the 6th.
    for (departement, monday) in
        [("86", "02-15"), ("17", "02-15"), ("35", "02-22"), ("31", "02-08")]
    {
        assert_eq!(days(departement, rule, from, to), [monday], "{departement}");
    }
    // Nothing is known of Corse: no day rather than a false one.
    assert_eq!(days("2A", rule, from, to), [""; 0]);
}

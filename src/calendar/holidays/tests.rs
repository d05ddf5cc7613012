//! Calendars of places with and without a zone, and what the staff writes over them.

use super::*;
use jiff::civil::date;

#[test]
fn a_place_without_published_holidays_says_so() {
    let vienne = HolidayCalendar::of("86", Vec::new());
    assert!(vienne.knows_school(date(2026, 12, 24)) && vienne.is_school(date(2026, 12, 24)));
    assert!(!vienne.knows_school(date(2035, 12, 24)));
    let corse = HolidayCalendar::of("2A", Vec::new());
    assert!(!corse.knows_school(date(2026, 12, 24)) && !corse.is_school(date(2026, 12, 24)));
}

/// School holidays as a guide writes them.
fn written(name: &str, first: Date, last: Date) -> LocalDays {
    LocalDays { school: true, days: (first, last), name: named_break(name), taken_away: false }
}

fn toussaint_noel_hiver() -> Vec<LocalDays> {
    vec![
        written("Vacances de la Toussaint", date(2026, 10, 17), date(2026, 11, 1)),
        written("Vacances de Noël", date(2026, 12, 19), date(2027, 1, 3)),
        written("Vacances d’hiver", date(2027, 2, 13), date(2027, 2, 28)),
    ]
}

#[test]
fn a_year_is_known_once_four_holidays_of_it_are_written() {
    let three = HolidayCalendar::of("2A", toussaint_noel_hiver());
    assert!(!three.knows_school(date(2026, 12, 24)) && three.is_school(date(2026, 12, 24)));
    let with =
        |more: LocalDays| HolidayCalendar::of("2A", [toussaint_noel_hiver(), vec![more]].concat());
    // A bridge is not one of the four, nor is what is written twice.
    let bridge = with(written("Pont", date(2027, 5, 6), date(2027, 5, 9)));
    let twice = with(written("Noël", date(2026, 12, 19), date(2027, 1, 3)));
    assert!(!bridge.knows_school(date(2026, 12, 24)) && !twice.knows_school(date(2026, 12, 24)));
    assert_eq!(
        (bridge.breaks_written(date(2026, 9, 1)), three.breaks_written(date(2026, 8, 31))),
        (3, 0)
    );
    let four = with(written("Printemps", date(2027, 4, 10), date(2027, 4, 25)));
    assert!(four.knows_school(date(2026, 12, 24)) && four.knows_school(date(2026, 9, 1)));
    assert_eq!(four.school_break(date(2027, 1, 3)), Some(SchoolBreak::Noel));
    assert!(!four.is_public(date(2026, 12, 24)) && four.is_public(date(2026, 12, 25)));
}

#[test]
fn july_is_known_once_the_summer_is_written() {
    let mut days = toussaint_noel_hiver();
    days.push(written("Printemps", date(2027, 4, 10), date(2027, 4, 25)));
    let without = HolidayCalendar::of("2A", days.clone());
    assert!(without.knows_school(date(2027, 6, 30)) && !without.knows_school(date(2027, 7, 1)));
    assert_eq!(without.school_known_before(date(2027, 7, 1)), Some(date(2027, 6, 30)));
    assert_eq!(without.school_known_before(date(2026, 9, 1)), None);
    days.push(written("Été", date(2027, 7, 3), date(2027, 8, 16)));
    let with = HolidayCalendar::of("2A", days);
    assert!(with.knows_school(date(2027, 8, 31)) && !with.knows_school(date(2027, 9, 1)));
    assert!(with.is_school(date(2027, 8, 16)) && !with.is_school(date(2027, 8, 17)));
}

#[test]
fn holidays_that_move_are_taken_away_and_written_again() {
    // Winter of zone A is 13 to 28 February 2027; here it comes a week later.
    let away = LocalDays {
        taken_away: true,
        ..written("Vacances d’hiver", date(2027, 2, 13), date(2027, 2, 28))
    };
    let moved = written("Vacances d’hiver", date(2027, 2, 20), date(2027, 3, 7));
    for days in [vec![away.clone(), moved.clone()], vec![moved, away.clone()]] {
        let vienne = HolidayCalendar::of("86", days);
        assert!(!vienne.is_school(date(2027, 2, 19)) && vienne.is_school(date(2027, 2, 20)));
        assert!(vienne.is_school(date(2027, 3, 7)) && !vienne.is_school(date(2027, 3, 8)));
        assert_eq!(vienne.school_break(date(2027, 2, 15)), None);
        assert_eq!(vienne.school_break(date(2027, 3, 1)), Some(SchoolBreak::Hiver));
        assert!(vienne.knows_school(date(2027, 2, 15)));
    }
    // Days of another kind are not touched: Easter Monday stays off.
    let spring = LocalDays { days: (date(2027, 3, 29), date(2027, 4, 25)), ..away };
    assert!(HolidayCalendar::of("86", vec![spring]).is_public(date(2027, 3, 29)));
}

#[test]
fn good_friday_may_be_taken_away() {
    let good_friday = LocalDays {
        school: false,
        days: (date(2027, 3, 26), date(2027, 3, 26)),
        name: None,
        taken_away: true,
    };
    assert!(HolidayCalendar::of("57", Vec::new()).is_public(date(2027, 3, 26)));
    assert!(!HolidayCalendar::of("57", vec![good_friday]).is_public(date(2027, 3, 26)));
}

#[test]
fn names_are_read_as_words() {
    assert_eq!(named_break("Vacances d'été"), Some(SchoolBreak::Ete));
    assert_eq!(named_break("Pont de l'Ascension"), None);
    assert_eq!(named_break("fetes"), None);
}

//! Rules found in days, and days that have none.

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::calendar::{Exception, parse_times};

fn calendar() -> HolidayCalendar {
    HolidayCalendar::of("33", Vec::new())
}

/// The days of a rule between two, without those that are named.
fn days(rule: &str, first: Date, last: Date, without: &[Date]) -> When {
    let horaires = Horaires::parse(rule).unwrap();
    let mut when = When::default();
    for (day, spans) in planned(&horaires, &calendar(), (first, last)).unwrap() {
        if !without.contains(&day) {
            spans.into_iter().for_each(|span| when.add(day, Some(span)));
        }
    }
    when
}

/// The rule found, on one line.
fn found(when: &When) -> Option<String> {
    let rule = rule(when, Some(&calendar()))?;
    let au = rule.au.map_or("…".into(), |au| au.to_string());
    Some(format!("{} | {} {au} | {} | {:?}", rule.quand, rule.du, rule.sauf.join(", "), rule.dates))
}

#[test]
fn rhythms_are_found_again() {
    let (first, last) = (date(2026, 9, 2), date(2027, 6, 30));
    for rule in [
        "mercredi 18h-19h",
        "lundi et jeudi 13h-19h ; samedi 10h-18h",
        "du mardi au vendredi 9h-12h, 14h-17h30",
        "tous les jours 10h-18h",
        "mercredi 14h-16h, une semaine sur deux à partir du 2 septembre 2026",
        "1er et 3e mercredi du mois 9h30-12h30",
        "dernier mercredi du mois 14h-16h",
        "mercredi à partir de 20h",
    ] {
        let when = days(rule, first, last, &[]);
        let (first, last) = (when.days.keys().next().unwrap(), when.last().unwrap());
        assert_eq!(found(&when).unwrap(), format!("{rule} | {first} {last} |  | []"));
    }
}

#[test]
fn days_that_are_missing_are_said_in_the_fewest_words() {
    let (first, last) = (date(2026, 9, 2), date(2027, 6, 30));
    let three = [date(2026, 12, 23), date(2026, 12, 30), date(2027, 3, 10)];
    assert_eq!(
        found(&days("mercredi 18h-19h", first, last, &three)).unwrap(),
        "mercredi 18h-19h | 2026-09-02 2027-06-30 | du 23 au 30 décembre 2026, 10 mars 2027 | []"
    );
    assert_eq!(
        found(&days("mercredi 18h-19h, sauf vacances scolaires", first, last, &[])).unwrap(),
        "mercredi 18h-19h | 2026-09-02 2027-06-30 | vacances scolaires | []"
    );
    let but_one = "du lundi au vendredi 9h-12h, sauf jours fériés";
    let mut when = days(but_one, first, last, &[]);
    assert_eq!(
        found(&when).unwrap(),
        "du lundi au vendredi 9h-12h | 2026-09-02 2027-06-30 | jours fériés | []"
    );
    when.add(date(2026, 11, 11), parse_times("9h-12h").unwrap().pop());
    assert_eq!(
        found(&when).unwrap(),
        "du lundi au vendredi 9h-12h | 2026-09-02 2027-06-30 | jours fériés | [2026-11-11]"
    );
}

#[test]
fn without_a_calendar_no_holiday_is_named() {
    let when =
        days("mercredi 18h-19h, sauf vacances scolaires", date(2026, 9, 2), date(2027, 6, 30), &[]);
    let sauf = rule(&when, None).unwrap().sauf;
    assert_eq!(sauf[0], "du 21 au 28 octobre 2026");
    assert_eq!(sauf.len(), 4);
}

#[test]
fn days_that_depart_from_the_rule_are_named() {
    let mut when = days("mercredi 18h-19h", date(2026, 9, 2), date(2027, 1, 6), &[]);
    when.days.get_mut(&date(2026, 10, 7)).unwrap().etat = Some("annulé");
    when.days.get_mut(&date(2026, 10, 14)).unwrap().spans = parse_times("17h-18h").unwrap();
    when.add(date(2026, 10, 16), parse_times("17h-18h").unwrap().pop());
    assert_eq!(
        found(&when).unwrap(),
        "mercredi 18h-19h | 2026-09-02 2027-01-06 |  | [2026-10-07, 2026-10-14, 2026-10-16]"
    );
}

#[test]
fn what_has_no_end_has_no_last_day() {
    let mut when = days("mardi 9h-12h", date(2026, 9, 1), date(2027, 12, 31), &[]);
    when.endless = Some(date(2027, 12, 31));
    assert_eq!(found(&when).unwrap(), "mardi 9h-12h | 2026-09-01 … |  | []");
}

#[test]
fn few_days_and_days_without_rhythm_have_no_rule() {
    let few = days("mercredi 18h-19h", date(2026, 9, 2), date(2026, 9, 16), &[]);
    assert_eq!(found(&few), None);
    let mut any = When::default();
    for (month, day) in [(9, 1), (9, 4), (9, 16), (10, 3), (11, 21), (12, 7)] {
        any.add(date(2026, month, day), parse_times("9h-12h").unwrap().pop());
    }
    assert_eq!(found(&any), None);
    // Four days of one week are no rhythm, though a rule could say them.
    let week = days(
        "lundi, mardi et jeudi 10h-12h ; vendredi 14h-16h",
        date(2026, 9, 7),
        date(2026, 9, 11),
        &[],
    );
    assert_eq!(found(&week), None);
    let mut whole = When::default();
    for week in 0..9_i64 {
        whole.add(date(2026, 9, 2) + week.weeks(), None);
    }
    assert_eq!(found(&whole), None);
}

proptest! {
    /// Whatever the days, what the rule says of each of them, with its exceptions and its dates, is the days.
    #[test]
    fn a_rule_says_the_days_and_no_others(
        steps in proptest::collection::vec((1..9_i64, 0..3_usize), 4..60),
        rhythm in 0..4_usize,
    ) {
        let hours = ["9h-12h", "14h-16h30", "9h-12h, 14h-17h"];
        let mut when = When::default();
        let mut day = date(2026, 9, 1);
        for (step, index) in steps {
            // Three times in four a rhythm of a week, so that rules are found.
            day += if rhythm > 0 && step > 2 { 7.days() } else { step.days() };
            let index = if step > 3 { 0 } else { index };
            parse_times(hours[index]).unwrap().into_iter().for_each(|span| when.add(day, Some(span)));
        }
        if let Some(rule) = rule(&when, Some(&calendar())) {
            let mut horaires = Horaires::parse(&rule.quand).unwrap();
            for item in &rule.sauf {
                horaires = horaires.except(&Exception::parse(item).unwrap());
            }
            let mut said = planned(&horaires, &calendar(), (rule.du, rule.au.unwrap())).unwrap();
            for day in &rule.dates {
                said.insert(*day, when.days[day].spans.clone());
            }
            let wanted: Hours = when.days.iter().map(|(day, one)| (*day, one.spans.clone())).collect();
            prop_assert_eq!(said, wanted);
        }
    }
}

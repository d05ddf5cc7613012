//! The table of the week never contradicts the days: what a row says is what the rules give, on every
//! day that the remarks under the table leave alone, and nobody comes on a day that is « fermé ».
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may stop at the first surprise

mod hours;

use hours::drawn::thought;
use hours::french::french;
use hours::osm::{naive, osm};
use hours::{Calendar, days, weekday};
use jalon::calendar::{Date, DayRow, Holiday, Horaires, Link, Nth, Period, Rule, State, Weeks};
use proptest::prelude::*;

/// Whether a table can hold a rule: every week, or one week in several, where it opens.
fn is_tabled(rule: &Rule) -> bool {
    if rule.state == State::Closed {
        return rule.is_weekly();
    }
    let days = &rule.days;
    let all_year = days.periods.is_empty() && days.during.is_empty() && days.years.is_empty();
    let weeks = !matches!(days.weeks, Weeks::Numbered(_));
    all_year && weeks && days.nth == Nth::EVERY && rule.link != Link::Otherwise
}

/// Whether the remarks under the table say nothing of a day.
fn is_plain(hours: &Horaires, date: Date) -> bool {
    let speaks = |rule: &Rule| !is_tabled(rule) && rule.days.has(date, &Calendar);
    !hours.rules.iter().any(speaks)
}

/// What a row says: each of its spans read back as a sentence with its condition.
fn told(row: &DayRow) -> Vec<Horaires> {
    let shared = row.note.split("\u{202f}; ").find(|note| !note.contains("\u{a0}:"));
    let one = |span: &String| {
        let (times, own) = match span.split_once(" (") {
            Some((times, own)) => (times, own.strip_suffix(')')),
            None => (span.as_str(), None),
        };
        let condition = own.or(shared).filter(|condition| !condition.is_empty());
        let times = match times.strip_prefix("dès") {
            Some(from) => format!("à partir de{from}"),
            None => format!("de {times}"),
        };
        let condition = condition.map(|condition| format!(", {condition}")).unwrap_or_default();
        let text = format!("{} {times}{condition}", row.jour);
        Horaires::parse(&text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
    };
    row.spans.iter().map(one).collect()
}

/// The spans of a day that one or several hours plan together, in order; those that touch as one.
fn spans<'h>(hours: impl Iterator<Item = &'h Horaires>, date: Date) -> Vec<(u16, u16, State)> {
    let planned = hours.flat_map(|hours| hours.on(date, &Calendar).spans);
    let mut spans: Vec<(u16, u16, State)> =
        planned.map(|planned| (planned.span.from, planned.span.to, planned.state)).collect();
    spans.sort_unstable_by_key(|span| span.0);
    spans.dedup_by(|next, last| {
        let one = last.1 == next.0 && last.2 == next.2;
        last.1 = if one { next.1 } else { last.1 };
        one
    });
    spans
}

/// Whether a rule is about single days: dates, public holidays. A row says nothing of them.
fn is_of_single_days(rule: &Rule) -> bool {
    let single = |period: &Period| match period {
        Period::Once { from, to } => from == to,
        Period::Yearly { from, to } => from == to,
    };
    let days = &rule.days;
    let told = !days.periods.is_empty() || !days.during.is_empty();
    told && days.periods.iter().all(single) && days.during.iter().all(|off| *off == Holiday::Public)
}

fn table_holds(text: &str) -> Result<(), TestCaseError> {
    let hours = Horaires::parse(text).unwrap();
    let Some(week) = hours.week() else { return Ok(()) };
    let told: Vec<Vec<Horaires>> = week.iter().map(told).collect();
    for date in days() {
        let row = &week[weekday(date)];
        let single = |rule: &Rule| is_of_single_days(rule) && rule.speaks_of(date, &Calendar);
        let planned = spans(std::iter::once(&hours), date);
        if row.ferme && !hours.rules.iter().any(single) {
            prop_assert!(planned.is_empty(), "{} open on {}", text, date);
        }
        let told = spans(told[weekday(date)].iter(), date);
        let more = !row.note.is_empty() || !hours.remarks().is_empty();
        prop_assert!(planned == told || more, "{} on {}: nothing says it", text, date);
        // Hours of some weeks only, which take the place of others, are a note of the row.
        let replaced = row.note.contains("semaine") && row.note.contains("\u{a0}:");
        if is_plain(&hours, date) && !replaced {
            prop_assert_eq!(planned, told, "{} on {}: {:?}", text, date, row);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_of_what_staff_write(text in french()) {
        table_holds(&text)?;
    }

    #[test]
    fn tables_of_what_was_thought(thought in thought()) {
        table_holds(&thought.text())?;
    }

    #[test]
    fn tables_of_openstreetmap(mut rules in prop::collection::vec(naive(), 1..=4)) {
        rules[0].adds = false;
        table_holds(&osm(&rules))?;
    }
}

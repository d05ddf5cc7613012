//! Days that rules give are those that counting by hand gives, and the French sentence says the same.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

mod hours;

use hours::drawn::thought;
use hours::french::french;
use hours::osm::{naive, naive_minutes, osm};
use hours::{days, first_difference, minutes};
use jalon::calendar::Horaires;
use proptest::prelude::*;

/// Reads the sentence of hours back, and compares every day of two years.
fn said_and_read_back(text: &str) -> Result<(), TestCaseError> {
    let hours = Horaires::parse(text).unwrap();
    let sentence = hours.sentence();
    let again = Horaires::parse(&sentence);
    prop_assert!(again.is_ok(), "{} → {} → {:?}", text, sentence, again);
    prop_assert_eq!(first_difference(&hours, &again.unwrap()), None, "{} → {}", text, sentence);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plans_equal_a_naive_count(mut rules in prop::collection::vec(naive(), 1..=4)) {
        rules[0].adds = false;
        let text = osm(&rules);
        let hours = Horaires::parse(&text).unwrap();
        for date in days() {
            let planned: Vec<bool> = minutes(&hours, date).iter().map(Option::is_some).collect();
            prop_assert_eq!(planned, naive_minutes(&rules, date), "{} {}", text, date);
        }
    }

    /// Nth weekdays, weeks by parity, by number and from a day on; holidays and their weeks; dates.
    #[test]
    fn french_rules_give_the_days_counted_by_hand(thought in thought()) {
        let text = thought.text();
        let hours = Horaires::parse(&text);
        prop_assert!(hours.is_ok(), "{} → {:?}", text, hours);
        let hours = hours.unwrap();
        for date in days() {
            let planned: Vec<bool> = minutes(&hours, date).iter().map(Option::is_some).collect();
            prop_assert_eq!(planned, thought.minutes(date), "{} {}", text, date);
        }
    }

    /// The sentence is French that the reader of French understands: read back, it gives the same
    /// minutes on every day.
    #[test]
    fn the_sentence_says_what_the_rules_say(text in french()) {
        said_and_read_back(&text)?;
    }

    /// OpenStreetMap joins rules in ways that French leaves unclear: where the sentence is read, it is
    /// read as the same hours.
    #[test]
    fn the_sentence_of_openstreetmap_is_never_read_otherwise(
        mut rules in prop::collection::vec(naive(), 1..=3),
    ) {
        rules[0].adds = false;
        let text = osm(&rules);
        let hours = Horaires::parse(&text).unwrap();
        let sentence = hours.sentence();
        if let Ok(again) = Horaires::parse(&sentence) {
            prop_assert_eq!(first_difference(&hours, &again), None, "{} → {}", text, sentence);
        }
    }

    #[test]
    fn the_sentence_says_what_was_thought(thought in thought()) {
        said_and_read_back(&thought.text())?;
    }
}

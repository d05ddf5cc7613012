//! The days shown: from today to the day the guide is good until, nine weeks at most.

use crate::days::{agenda, days};

/// The Mondays of a stop in a guide with this line in its settings; today is Monday 23 November.
fn mondays(setting: &str) -> Vec<String> {
    let settings = format!("titre: G\ndepartement: \"86\"\nediteur: E\n{setting}");
    agenda(&[
        ("86-vienne/guide.yaml", &settings),
        (
            "86-vienne/acteurs/bus.yaml",
            "nom: Bus\ncommune: Poitiers\ntournee: {arrets: [{nom: A, commune: Lusignan, horaires: lundi 9h-12h}]}\n",
        ),
    ])
}

const MONDAYS: [&str; 10] = [
    "2026-11-23",
    "2026-11-30",
    "2026-12-07",
    "2026-12-14",
    "2026-12-21",
    "2026-12-28",
    "2027-01-04",
    "2027-01-11",
    "2027-01-18",
    "2027-01-25",
];

#[test]
fn it_ends_on_the_day_the_guide_is_good_until() {
    assert_eq!(days(&mondays("valable_jusqu_au: 2026-12-06\n")), MONDAYS[..2]);
    assert_eq!(days(&mondays("valable_jusqu_au: 2026-12-07\n")), MONDAYS[..3]);
}

#[test]
fn eight_weeks_unless_written_and_never_beyond_nine() {
    assert_eq!(days(&mondays("")), MONDAYS[..9]);
    assert_eq!(days(&mondays("valable_jusqu_au: 2027-01-25\n")), MONDAYS);
    assert_eq!(days(&mondays("valable_jusqu_au: 2027-06-30\n")), MONDAYS);
}

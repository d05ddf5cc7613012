//! Hours written in OpenStreetMap's form are the same hours: read back by jalon, and by a reader from elsewhere.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

mod hours;

use hours::drawn::thought;
use hours::first_difference;
use hours::french::french;
use hours::osm::{naive, osm};
use jalon::calendar::Horaires;
use proptest::prelude::*;

/// Whether hours could be written; where they are, they are read back and compared on every day of two years.
fn written(text: &str) -> Result<bool, TestCaseError> {
    let hours = Horaires::parse(text).unwrap();
    let Some(osm) = hours.osm() else { return Ok(false) };
    let again = Horaires::parse(&osm);
    prop_assert!(again.is_ok(), "{} → {} → {:?}", text, osm, again);
    let again = again.unwrap();
    prop_assert_eq!(again.form, jalon::calendar::Form::Osm, "{} → {}", text, osm);
    prop_assert_eq!(first_difference(&hours, &again), None, "{} → {}", text, osm);
    let foreign = osm.parse::<opening_hours::OpeningHours>();
    prop_assert!(foreign.is_ok(), "{} → {} → {:?}", text, osm, foreign.err());
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hours_of_staff_are_written_as_they_are(text in french()) {
        written(&text)?;
    }

    #[test]
    fn rules_of_every_kind_are_written_as_they_are(thought in thought()) {
        written(&thought.text())?;
    }

    #[test]
    fn what_was_openstreetmap_is_still_the_same(mut rules in prop::collection::vec(naive(), 1..=4)) {
        rules[0].adds = false;
        prop_assert!(written(&osm(&rules))?, "{} is not written", osm(&rules));
    }
}

#[test]
fn real_hours_are_all_written_as_they_are() {
    let list = include_str!("hours/horaires-reels.txt");
    let texts = list.lines().filter(|line| !line.starts_with('#'));
    let read: Vec<&str> = texts.filter(|text| Horaires::parse(text).is_ok()).collect();
    let lost: Vec<&&str> = read.iter().filter(|text| !written(text).unwrap()).collect();
    assert!(read.len() > 400 && lost.is_empty(), "{lost:#?}");
}

#[test]
fn what_staff_write_in_the_form_of_openstreetmap() {
    for (text, osm) in [
        ("mardi et jeudi 9h-12h, 14h-17h30", Some("Tu,Th 09:00-12:00,14:00-17:30")),
        ("du lundi au vendredi 9h-12h", Some("Mo-Fr 09:00-12:00")),
        // « Mar 09:00-12:00 » is March for some, mardi for others.
        ("tous les jours 9h-12h, en mars", Some("Mar Mo-Su 09:00-12:00")),
        ("mardi 9h-12h ; fermé en mars", Some("Tu 09:00-12:00; Mar Mo-Su off")),
        ("1er et 3e jeudi du mois 9h30-12h30", Some("Th[1,3] 09:30-12:30")),
        ("mardi 9h30-12h, semaines paires", Some("week 02-52/2 Tu 09:30-12:00")),
        ("mercredi 14h-17h, sauf vacances scolaires", Some("We 14:00-17:00; SH off")),
        (
            "lundi 9h-12h, sauf du 24 décembre 2026 au 3 janvier 2027",
            Some("Mo 09:00-12:00; 2026 Dec 24-2027 Jan 03 off"),
        ),
        ("lundi 9h-12h, mardi 14h-17h", Some("Mo 09:00-12:00; Tu 14:00-17:00")),
        ("lundi 9h-12h sur rendez-vous", Some("Mo 09:00-12:00 \"sur rendez-vous\"")),
        ("jeudi 14h-15h30, 15h30-17h", Some("Th 14:00-17:00")),
        ("24/7", Some("24/7")),
        ("mardi 9h-12h, une semaine sur deux à partir du 12 janvier 2027", None),
        ("mercredi 14h-17h, sauf vacances de Noël", None),
        // Until one o'clock, and from midnight on: longer than a day.
        ("Fr 09:00-01:00,00:00-18:00", None),
    ] {
        assert_eq!(Horaires::parse(text).unwrap().osm().as_deref(), osm, "{text}");
        written(text).unwrap();
    }
}

#[test]
fn a_remark_longer_than_any_that_is_read_is_not_written() {
    for (blanks, is_written) in [(400, true), (600, false)] {
        let text = format!("lundi 9h-12h (un{}mot)", " ".repeat(blanks));
        assert_eq!(written(&text).unwrap(), is_written, "{blanks}");
    }
}

#[test]
fn spans_that_touch_are_said_as_the_staff_wrote_them_and_written_as_one() {
    let two = "Jeudi de 14\u{a0}h à 15\u{a0}h\u{a0}30 et de 15\u{a0}h\u{a0}30 à 17\u{a0}h.";
    for (text, sentence) in [
        ("jeudi 14h-15h30, 15h30-17h", two),
        ("Th 14:00-15:30,15:30-17:00", "Jeudi de 14\u{a0}h à 17\u{a0}h."),
    ] {
        assert_eq!(Horaires::parse(text).unwrap().sentence(), sentence);
        assert!(written(text).unwrap());
    }
}

#[test]
fn days_off_alone_are_in_the_form_of_openstreetmap() {
    for text in ["off", "Sa off", "Nov-Dec off", "Sa off; Sep off"] {
        assert_eq!(
            Horaires::parse(text).map(|read| read.form),
            Ok(jalon::calendar::Form::Osm),
            "{text}"
        );
    }
}

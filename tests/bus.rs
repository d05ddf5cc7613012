//! A real bus, the France services of northern Charente: one record, twelve stops in even and odd weeks.
//!
//! Its days are computed here a second time, from the facts as its source writes them.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod reading;
mod support;

#[path = "bus/facts.rs"]
mod facts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

use facts::{Day, STOPS, Stop, days};
use jalon::calendar::{Date, parse_date};
use jalon::guide::{self, Guides, Quoi};
use jalon::{Order, make, record};
use reading::{href, lines, part, parts, under, words};
use support::{TODAY, repository};

/// The name of the record.
const BUS: &str = "Bus France services d’Emmaüs Ruffec";
/// Days between two guides; each shows eight weeks.
const STEP: usize = 49;
/// Days compared: two years.
const SPAN: usize = 730;

fn content() -> PathBuf {
    repository().join("tests/bus/content")
}

/// The pages made in memory, and what was said.
static MADE: LazyLock<(BTreeMap<String, String>, Vec<String>)> = LazyLock::new(|| {
    let order = Order {
        content: content(),
        shown: "content".into(),
        themes: repository().join("themes"),
        output: PathBuf::from("nowhere"),
        grounds: Vec::new(),
        in_place: false,
        today: parse_date(TODAY).unwrap(),
        strict: false,
        imprimes: false,
        hors_ligne: false,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
    };
    let (pages, said) = make(&order);
    let text = |(address, bytes): (jalon::address::Address, Vec<u8>)| {
        Some((address.to_string(), String::from_utf8(bytes).ok()?))
    };
    let pages = pages.unwrap().into_iter().filter_map(text).collect();
    (pages, said.iter().map(|one| one.code.to_string()).collect())
});

fn page(path: &str) -> &'static str {
    &MADE.0[&format!("16-charente/{path}.html")]
}

#[test]
fn the_record_is_in_doubt_of_week_53_only_once_a_stop() {
    assert_eq!(MADE.1, ["horaires-semaine-53"]);
}

#[test]
fn the_tour_has_its_stops_in_order_with_their_sentences_and_next_dates() {
    let mut expected = Vec::new();
    for stop in &STOPS {
        let next: Vec<String> = days(stop).take(3).map(|day| day.short()).collect();
        expected.extend([
            stop.title.to_owned(),
            stop.place.to_owned(),
            format!("{}.", stop.sentence()),
            format!("Prochaines dates : {}.", next.join(", ")),
        ]);
    }
    let tour = page("tournees/bus-france-services");
    assert_eq!(lines(part(under(tour, "Où et quand"), "ol")), expected);
    assert!(words(tour).contains("Pas de passage les jours fériés."));
    // As the source says it, by hand.
    assert_eq!(
        expected[2],
        "Lundi de 9 h 30 à 12 h 30 et de 13 h 30 à 15 h 30, les semaines impaires."
    );
    assert_eq!(expected[3], "Prochaines dates : 30 novembre, 14 décembre, 28 décembre.");
}

#[test]
fn the_page_of_each_commune_names_the_bus_its_rule_and_its_next_dates() {
    for stop in &STOPS {
        let commune = page(&format!("communes/{}", stop.page));
        let all = parts(commune);
        let (_, comes) = all.iter().find(|(said, _)| said.starts_with("Ils passent")).unwrap();
        assert_eq!(href(comes, BUS), "../acteurs/bus-france-services.html", "{}", stop.page);
        let said = words(comes);
        assert!(said.contains(&format!("{}.", stop.sentence())), "{}: {said}", stop.page);
        // The eight weeks to come, the day eight weeks from now included.
        let expected: Vec<String> =
            days(stop).take_while(|day| day.rank <= 56).map(|day| day.with_hours(stop)).collect();
        assert!(expected.len() >= 2);
        let (_, shown) = all.iter().find(|(said, _)| said.starts_with("Ce qui a lieu ")).unwrap();
        let shown = lines(shown);
        let shown: Vec<&String> = shown.iter().filter(|line| line.contains(" h ")).collect();
        assert_eq!(shown, expected.iter().collect::<Vec<_>>(), "{}", stop.page);
    }
}

/// The guide linked for a day.
fn linked(today: Date) -> Guides {
    let (records, said) = record::read(&content(), "content");
    assert_eq!(said, []);
    guide::link(records, today)
}

/// What an agenda shows up to a day: « 2026-12-28 Saint-Fraigne 09:30-12:30,13:30-15:30 ».
fn shown(guides: &Guides, last: Date) -> BTreeSet<String> {
    let here = &guides.guides[0];
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let one = |one: &jalon::guide::Occurrence| {
        let Quoi::Passage(rank) = one.quoi else { panic!("{one:?} is no passage") };
        assert!(one.etat.is_none() && !one.sur_rendez_vous);
        let hours: Vec<String> =
            one.horaires.iter().map(|at| format!("{}-{}", clock(at.from), clock(at.to))).collect();
        format!("{} {} {}", one.jour, here.passages[rank].nom.as_ref().unwrap(), hours.join(","))
    };
    here.agenda.iter().filter(|one| one.jour <= last).map(one).collect()
}

#[test]
fn two_years_of_guides_show_the_days_of_the_source_and_no_other() {
    let mut found = BTreeSet::new();
    let wall: Vec<Day> = facts::wall().take(SPAN).collect();
    let last = parse_date(&wall[SPAN - 1].iso()).unwrap();
    for today in wall.iter().step_by(STEP) {
        let guides = linked(parse_date(&today.iso()).unwrap());
        let until = wall[(today.rank + STEP).min(SPAN - 1)].iso();
        assert!(guides.fin_de_l_agenda(&guides.guides[0]) >= parse_date(&until).unwrap());
        found.extend(shown(&guides, last));
    }
    let line = |stop: &Stop, day: &Day| format!("{} {} {}", day.iso(), stop.nom, stop.hours);
    let of = |stop: &'static Stop| {
        days(stop).take_while(|day| day.rank < SPAN).map(move |day| line(stop, &day))
    };
    let expected: BTreeSet<String> = STOPS.iter().flat_map(of).collect();
    assert_eq!(found, expected);
    // Twelve stops a fortnight, holidays aside.
    assert!((600..640).contains(&expected.len()), "{}", expected.len());
}

#[test]
fn the_bus_passes_in_week_53_and_in_week_1_again() {
    let guides = linked(parse_date(TODAY).unwrap());
    let all = shown(&guides, parse_date("2027-01-18").unwrap());
    let mondays: Vec<&str> =
        all.iter().filter(|one| one.contains("Saint-Fraigne")).map(|one| &one[..10]).collect();
    assert_eq!(mondays, ["2026-11-30", "2026-12-14", "2026-12-28", "2027-01-04", "2027-01-18"]);
    // Charmé waits three weeks: 52, then 2.
    let tuesdays: Vec<&str> =
        all.iter().filter(|one| one.contains("Charmé")).map(|one| &one[..10]).collect();
    assert_eq!(tuesdays, ["2026-11-24", "2026-12-08", "2026-12-22", "2027-01-12"]);
}

//! What the foreign judges of `tests/browser` read: whole guides, and what their calendars and feeds must say.
//!
//! `JALON_JOURS=… JALON_ICS=… cargo test --test ics handed`: the first is a file, the second a folder.

use std::path::{Path, PathBuf};

use jalon::calendar::parse_date;
use jalon::plan::Medium;
use jalon::{Order, make};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use crate::contents::{self, Content};
use crate::printed::Printed;
use crate::support::repository;
use crate::{expected, feeds};

/// An hour of a zone as an instant: « 2026-12-15T13:00:00Z »; a whole day stays a day: « 2026-12-15 ».
fn instant(text: &str, zone: &TimeZone) -> String {
    match DateTime::strptime("%Y%m%dT%H%M%S", text) {
        Ok(local) => zone.to_timestamp(local).unwrap().to_string(),
        Err(_) => format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]),
    }
}

/// Days by calendar file and names of events by feed, addresses below the folder of all contents.
fn told(content: &Content, jours: &mut Map<String, Value>, flux: &mut Map<String, Value>) {
    let printed = Printed::of(&content.path, content.today);
    for (address, guide, sujet) in printed.sujets(Medium::Ics) {
        let zone = contents::zone(printed.guides.guides[guide].departement.code);
        let zone = TimeZone::get(zone).unwrap();
        let lines = expected::lines(&printed.guides, guide, sujet).into_iter();
        let lines = lines.map(|(from, to, title, cancelled)| {
            json!([instant(&from, &zone), instant(&to, &zone), title, cancelled])
        });
        jours.insert(format!("{}/{address}", content.name), lines.collect());
    }
    for (address, guide, sujet) in printed.sujets(Medium::Atom) {
        let events = feeds::events(&printed.guides, guide, sujet).into_iter();
        let names: Value = events.map(|(_, name)| jalon::text::typography(&name)).collect();
        flux.insert(format!("{}/{address}", content.name), names);
    }
}

/// Every file of a guide, as a build would publish it.
fn write(content: &Content, folder: &Path) {
    let order = Order {
        content: content.path.clone(),
        shown: "content".into(),
        themes: repository().join("themes"),
        output: PathBuf::from("nowhere"),
        grounds: Vec::new(),
        in_place: false,
        today: parse_date(content.today).unwrap(),
        strict: false,
        imprimes: false,
        hors_ligne: true,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
    };
    let (pages, said) = make(&order);
    let pages = pages.unwrap_or_else(|| panic!("{}: {said:?}", content.name));
    for (address, bytes) in pages {
        let path = folder.join(content.name).join(address.as_str());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn instants_are_those_of_the_zone() {
    let paris = TimeZone::get(contents::zone("86")).unwrap();
    assert_eq!(instant("20270328T013000", &paris), "2027-03-28T00:30:00Z");
    assert_eq!(instant("20270328T030000", &paris), "2027-03-28T01:00:00Z");
    assert_eq!(instant("20270328", &paris), "2027-03-28");
    let miquelon = TimeZone::get(contents::zone("975")).unwrap();
    assert_eq!(instant("20270314T100000", &miquelon), "2027-03-14T12:00:00Z");
}

#[test]
fn days_and_files_are_handed_to_the_foreign_judges() {
    let (mut jours, mut flux) = (Map::new(), Map::new());
    for content in contents::all() {
        told(&content, &mut jours, &mut flux);
    }
    assert!(
        jours.len() > 300 && flux.len() > 30,
        "{} calendars, {} feeds",
        jours.len(),
        flux.len()
    );
    let asked = (std::env::var_os("JALON_JOURS"), std::env::var_os("JALON_ICS"));
    if let (Some(file), Some(folder)) = asked {
        for content in contents::all() {
            write(&content, Path::new(&folder));
        }
        std::fs::write(file, json!({"jours": jours, "flux": flux}).to_string()).unwrap();
    }
}

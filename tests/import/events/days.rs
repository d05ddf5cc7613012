//! The days and hours that a guide shows of imported events are those of the file, neither more nor fewer.
//!
//! The guide is the judge: records are read, linked and expanded by jalon itself. The days of the file are
//! read from its letters.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::cells::Files;
use crate::init::jalon;

/// Days with their hours, of each event by its identifier.
type Days = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// What an export says: hours are local, their offset being that of the place.
fn told(export: &Json) -> Days {
    let events = export.get("events").unwrap_or(export).as_array().unwrap();
    let mut days = Days::new();
    for event in events {
        let mine = days.entry(format!("openagenda-{}", event["uid"])).or_default();
        for timing in event["timings"].as_array().unwrap() {
            let (begin, end) = (timing["begin"].as_str().unwrap(), timing["end"].as_str().unwrap());
            let hour = |text: &str| text[11..16].to_owned();
            let end = if end[..10] == begin[..10] { hour(end) } else { "…".into() };
            mine.entry(begin[..10].into()).or_default().push(format!("{}-{end}", hour(begin)));
        }
    }
    days
}

/// What the guides of a folder show of their events from a day on.
fn shown(content: &Path, today: jalon::calendar::Date) -> Days {
    let order = jalon::Order {
        content: content.to_owned(),
        shown: "content".into(),
        themes: content.join("../themes"),
        output: content.join("../output"),
        grounds: Vec::new(),
        today,
        strict: false,
        imprimes: false,
        hors_ligne: false,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
        in_place: false,
    };
    let (guides, _, said) = jalon::verify(&order);
    let errors: Vec<_> = said.iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let mut days = Days::new();
    for (index, guide) in guides.guides.iter().enumerate() {
        for (event, found) in guide.evenements.iter().zip(guides.jours_des_evenements(index)) {
            let mine = days.entry(event.fiche.id.clone()).or_default();
            for one in found {
                let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
                let hours = one.horaires.iter().map(|span| {
                    let end = if span.open_end { "…".into() } else { clock(span.to) };
                    format!("{}-{end}", clock(span.from))
                });
                mine.entry(one.jour.to_string()).or_default().extend(hours);
            }
        }
    }
    days
}

/// A weekly export: days written by hand where the rule is broken.
fn export() -> Json {
    let timing = |day: &str, from: &str, to: &str, offset: &str| serde_json::json!({"begin": format!("{day}T{from}:00{offset}"), "end": format!("{day}T{to}:00{offset}")});
    let mut weekly = Vec::new();
    let mut day = jiff_day("2026-12-02");
    while day < jiff_day("2027-06-30") {
        let offset = if jiff_day("2027-03-28") <= day { "+02:00" } else { "+01:00" };
        let text = day.to_string();
        match text.as_str() {
            "2026-12-23" | "2026-12-30" | "2027-02-17" => {}
            "2027-01-13" => weekly.push(timing(&text, "17:00", "18:00", offset)),
            _ => weekly.push(timing(&text, "18:00", "19:00", offset)),
        }
        day = day.saturating_add(jiff_span());
    }
    let few: Vec<Json> = ["2026-12-05", "2027-01-09", "2027-05-02"]
        .map(|day| {
            timing(day, "10:00", "12:30", if day > "2027-03-28" { "+02:00" } else { "+01:00" })
        })
        .to_vec();
    let place = serde_json::json!({"name": "Salle", "city": "Poitiers", "postalCode": "86000"});
    let event = |uid: u32, timings: Vec<Json>| serde_json::json!({"uid": uid, "title": {"fr": "A"}, "state": 2, "location": place, "timings": timings});
    serde_json::json!([event(1, weekly), event(2, few)])
}

fn jiff_day(text: &str) -> jalon::calendar::Date {
    jalon::calendar::parse_date(text).unwrap()
}

fn jiff_span() -> jiff::Span {
    jiff::Span::new().days(7)
}

/// Imports a file over a folder; returns the report, and the days of the file for the events written.
fn compared(folder: &Path, file: &str, today: &str) -> (Json, usize) {
    let run = jalon(folder, &["import", file, "--today", today, "--format", "json"]);
    let report: Json = serde_json::from_slice(&run.stdout).unwrap();
    let export: Json =
        serde_json::from_str(&fs::read_to_string(folder.join(file)).unwrap()).unwrap();
    let told = told(&export);
    let shown = shown(&folder.join("content"), jiff_day(today));
    assert!(!shown.is_empty());
    for (id, days) in &shown {
        let mut expected = told[id].clone();
        expected.retain(|day, _| day.as_str() >= today);
        assert_eq!(days, &expected, "{id}");
    }
    (report, shown.len())
}

#[test]
fn the_guide_shows_the_days_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let guide = folder.path().join("content/86-vienne");
    fs::create_dir_all(&guide).unwrap();
    fs::write(guide.join("guide.yaml"), "titre: Guide\ndepartement: \"86\"\nediteur: Essai\n")
        .unwrap();
    fs::write(folder.path().join("a.json"), export().to_string()).unwrap();
    let (_, count) = compared(folder.path(), "a.json", "2026-11-23");
    assert_eq!(count, 2);
    let record = fs::read_to_string(guide.join("evenements/a-poitiers.yaml")).unwrap();
    assert!(record.contains("quand: mercredi 18h-19h\ndu: 2026-12-02\nau: 2027-06-23\nsauf: [du 23 au 30 décembre 2026, 17 février 2027]\ndates:\n  - {le: 2027-01-13, horaires: 17h-18h}\n"), "{record}");
}

/// Exports of one's own, over a folder of guides: `JALON_EVENEMENTS=content:2023-11-01:a.json`.
#[test]
fn exports_of_ones_own_give_their_days() {
    let Some(named) = std::env::var_os("JALON_EVENEMENTS") else { return };
    let named = named.into_string().unwrap();
    let [content, today, file] = named.split(':').collect::<Vec<_>>()[..] else {
        panic!("{named}")
    };
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new(content), &folder.path().join("content"));
    fs::copy(file, folder.path().join("a.json")).unwrap();
    let (report, count) = compared(folder.path(), "a.json", today);
    let export: Json = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let mut files = Files::new();
    gather(&folder.path().join("content"), &folder.path().join("content"), &mut files);
    let (cells, missing) = super::cells::missing(&export, &files, &report, "a.json");
    println!("{file}: {count} events shown, {cells} cells, {} missing", missing.len());
    assert_eq!(missing, [] as [String; 0]);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn gather(folder: &Path, root: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            files.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

//! The same file again, a new version of it, records that somebody edited, events that are over.

use jalon::intake::{self, Fate, Foreign, Order};

use super::{calendar, reason, vienne};
use crate::scene::{TODAY, json};

const A: &str = "UID:a\nSUMMARY:Atelier\nLOCATION:Poitiers\nDTSTART:20261215T140000\nDURATION:PT2H";
const B: &str = "UID:b\nSUMMARY:Atelier\nLOCATION:Poitiers\nDTSTART:20270112T140000\nDURATION:PT2H";
const C: &str = "UID:c\nSUMMARY:Atelier\nLOCATION:Poitiers\nDTSTART:20270112T170000\nDURATION:PT2H";

fn fates(imported: &jalon::intake::Imported) -> Vec<Fate> {
    imported.report.files[0].rows.iter().map(|row| row.fate).collect()
}

#[test]
fn the_same_file_again_writes_nothing_whatever_its_name_and_order() {
    let mut scene = vienne();
    assert_eq!(fates(&scene.import("a.ics", calendar(&[A, B, C]))), [Fate::New; 3]);
    let paths: Vec<&str> =
        scene.files.keys().filter_map(|path| path.strip_prefix("86-vienne/evenements/")).collect();
    assert_eq!(
        paths,
        ["atelier-poitiers-2.yaml", "atelier-poitiers-2027-01-12.yaml", "atelier-poitiers.yaml"]
    );
    let again = scene.import("autre nom.ics", calendar(&[C, B, A]));
    assert_eq!((again.outputs, fates(&again_of(&mut scene))), (vec![], vec![Fate::Unchanged; 3]));
}

fn again_of(scene: &mut crate::scene::Scene) -> jalon::intake::Imported {
    scene.import("a.ics", calendar(&[A, B, C]))
}

#[test]
fn a_new_version_changes_what_changed_and_keeps_addresses() {
    let mut scene = vienne();
    scene.import("a.ics", calendar(&[A, B]));
    let moved =
        A.replace("SUMMARY:Atelier", "SUMMARY:Atelier du soir").replace("T140000", "T180000");
    let imported = scene.import("a.ics", calendar(&[&moved, B]));
    assert_eq!(fates(&imported), [Fate::Changed, Fate::Unchanged]);
    assert_eq!(
        scene.record("86-vienne/evenements/atelier-poitiers.yaml"),
        "id: ics-a\nnom: Atelier du soir\ncommune: Poitiers\ndates:\n  - {le: 2026-12-15, horaires: 18h-20h}\nsource: Calendrier iCalendar\n"
    );
}

#[test]
fn a_record_that_somebody_edited_is_kept_and_the_event_is_in_the_report() {
    let mut scene = vienne();
    scene.import("a.ics", calendar(&[A]));
    let path = "86-vienne/evenements/atelier-poitiers.yaml";
    let edited = scene.files[path].replace("nom: Atelier", "nom: Atelier du mardi");
    scene.files.insert(path.to_owned(), edited.clone());
    // Nothing remembers what the calendar said before.
    scene.sources.clear();
    let imported = scene.import("a.ics", calendar(&[&A.replace("140000", "150000")]));
    assert_eq!(fates(&imported), [Fate::Kept]);
    assert_eq!(scene.files[path], edited);
    let row = &json(&imported)["fichiers"][0]["lignes"][0];
    assert_eq!(row["cellules"][3]["valeur"], "20261215T150000");
}

#[test]
fn an_edited_event_takes_what_changed_upstream() {
    let mut scene = vienne();
    scene.import("a.ics", calendar(&[A]));
    let path = "86-vienne/evenements/atelier-poitiers.yaml";
    let edited =
        scene.files[path].replace("nom: Atelier", "# dit au guichet\nnom: Atelier du mardi");
    scene.files.insert(path.to_owned(), edited);
    let imported = scene.import("a.ics", calendar(&[&A.replace("140000", "150000")]));
    assert_eq!(fates(&imported), [Fate::Changed]);
    assert_eq!(
        scene.record(path),
        "id: ics-a\n# dit au guichet\nnom: Atelier du mardi\ncommune: Poitiers\ndates:\n  - {le: 2026-12-15, horaires: 15h-17h}\nsource: Calendrier iCalendar\n"
    );
    assert_eq!(
        json(&imported)["fichiers"][0]["lignes"][0]["cellules"][3]["valeur"],
        "20261215T150000"
    );
}

#[test]
fn an_identifier_stands_once() {
    let mut scene = vienne();
    let other = A.replace("SUMMARY:Atelier", "SUMMARY:Autre");
    let imported = scene.import("a.ics", calendar(&[A, &other]));
    assert_eq!(fates(&imported), [Fate::New, Fate::Refused]);
    assert_eq!(
        imported.report.files[0].rows[1].reason.as_ref().unwrap().1,
        "L’identifiant « ics-a » est déjà celui d’une autre ligne de cet import (a.ics, ligne 4)."
    );
}

#[test]
fn what_is_over_is_reported_and_written_when_it_is_wanted() {
    let past = A.replace("2026", "2025");
    let mut scene = vienne();
    let imported = scene.import("a.ics", calendar(&[&past]));
    assert_eq!((fates(&imported), imported.outputs.len()), (vec![Fate::Past], 0));
    assert!(!imported.report.files[0].is_lost());
    assert_eq!(
        reason(&imported),
        "evenement-passe: Le dernier jour de cet événement est le 15\u{a0}décembre 2025. Ajoutez « --past » à la commande pour reprendre aussi ce qui est passé."
    );
    // A series that goes on is not over.
    let going = format!("{past}\nRRULE:FREQ=WEEKLY");
    assert_eq!(fates(&scene.import("a.ics", calendar(&[&going]))), [Fate::New]);

    let files = [Foreign { name: "a.ics".into(), bytes: calendar(&[&past]).into_bytes() }];
    let content = vienne().content();
    let order =
        Order { files: &files, content: &content, today: TODAY, past: true, ..Order::default() };
    assert_eq!(intake::import(&order).outputs.len(), 1);
}

#[test]
fn records_written_by_hand_are_never_touched() {
    let mut scene = vienne();
    let path = "86-vienne/evenements/atelier.yaml";
    let own = "id: ics-a\nnom: Le mien\ncommune: Poitiers\ndates: [{le: 2026-12-15}]\n";
    scene.files.insert(path.to_owned(), own.to_owned());
    assert_eq!(fates(&scene.import("a.ics", calendar(&[A]))), [Fate::Kept]);
    assert_eq!(scene.files[path], own);
}

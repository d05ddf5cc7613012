//! Events as staff rely on them: calendars and exports of OpenAgenda become records that build.

mod again;
mod any_text;
mod cells;
mod days;
mod dirt;
mod places;
mod records;
mod texts;

use jalon::intake::Imported;

use crate::scene::Scene;

/// A guide of the Vienne with a library and a bus.
pub fn vienne() -> Scene {
    let mut scene = Scene::default();
    for (path, text) in [
        (
            "86-vienne/guide.yaml",
            "titre: Guide de la Vienne\ndepartement: \"86\"\nediteur: Essai\n",
        ),
        (
            "86-vienne/acteurs/mediatheque-lusignan.yaml",
            "nom: Médiathèque de Lusignan\ncommune: Lusignan\nadresse: 3 rue de l’Essai\n",
        ),
        ("86-vienne/acteurs/bus.yaml", "nom: Bus numérique\ncommune: Poitiers\n"),
    ] {
        scene.files.insert(path.to_owned(), text.to_owned());
    }
    scene
}

/// A calendar of these events, as files write lines.
pub fn calendar(events: &[&str]) -> String {
    let lead = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Essai//FR\n";
    let body: String =
        events.iter().map(|event| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n")).collect();
    format!("{lead}{body}END:VCALENDAR\n").replace('\n', "\r\n")
}

/// The record of the only event of a calendar, and the codes of what was said of it.
pub fn one(event: &str) -> (String, Vec<String>) {
    let mut scene = vienne();
    let imported = scene.import("a.ics", calendar(&[event]));
    assert_eq!(scene.errors(), [] as [String; 0]);
    let row = &imported.report.files[0].rows[0];
    let record = row.record.as_ref().map_or_else(String::new, |path| scene.record(path).to_owned());
    let mut codes: Vec<String> = row.findings.iter().map(|one| one.code.clone()).collect();
    codes.extend(row.reason.iter().map(|(code, ..)| code.clone()));
    (record, codes)
}

/// The lines of a record that say when.
pub fn when(record: &str) -> Vec<&str> {
    let keys = ["quand:", "du:", "au:", "sauf:", "dates:", "  - {le"];
    record.lines().filter(|line| keys.iter().any(|key| line.starts_with(key))).collect()
}

/// Why the first event of an import makes no record.
pub fn reason(imported: &Imported) -> String {
    let (code, reason, remedy) = imported.report.files[0].rows[0].reason.clone().unwrap();
    format!("{code}: {reason} {remedy}")
}

//! What the staff alone may read is on the call sheet, and in no other file: page, table, calendar or sheet.

use std::path::Path;

use crate::poppler::{objects, plat, run, text};
use crate::scene::{SCENE, content};
use crate::support::paths;

/// The word that the notes of the guide hold, and nothing else does.
const MOT: &str = "topinambour";

/// Whether a file says a word: in its bytes, in its text, in its tags and links or in what is told of it.
fn tells(path: &Path, word: &str) -> bool {
    let bytes = std::fs::read(path).unwrap();
    let raw = String::from_utf8_lossy(&bytes).to_lowercase();
    let meta = || run("pdfinfo", &["-meta"], path).0;
    let pdf = || [text(path), objects(path).to_string(), meta()].join("\n");
    let is_pdf = path.extension().is_some_and(|end| end == "pdf");
    raw.contains(word) || (is_pdf && plat(&pdf()).to_lowercase().contains(word))
}

#[test]
fn notes_of_the_staff_are_on_the_call_sheet_alone() {
    let written = paths(&content()).iter().filter(|path| tells(path, MOT)).count();
    assert_eq!(written, 3, "the records that hold a note");
    let published = paths(&SCENE.publie);
    assert!(published.len() > 400);
    let asked = SCENE.imprimes.iter().map(|one| &one.chemin);
    let told: Vec<String> = published
        .iter()
        .chain(asked)
        .filter(|path| tells(path, MOT))
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    // The note of an event is nobody's to call.
    assert_eq!(told, ["feuille-d-appel.pdf"]);
    let sheet = text(&SCENE.un("demande/feuille-d-appel").chemin);
    assert_eq!(sheet.matches(MOT).count(), 2);
}

/// The judge reads pages and sheets: it finds there what is published.
#[test]
fn planted_words_are_found() {
    let phone = "0536498613";
    for nom in
        ["commune-poitiers", "guide", "livret-grand-poitiers-a-plier", "demande/feuille-d-appel"]
    {
        assert!(tells(&SCENE.un(nom).chemin, phone), "{nom}");
    }
    assert!(tells(&SCENE.publie.join("86-vienne/acteurs/ccas-poitiers.html"), "maison sociale"));
}

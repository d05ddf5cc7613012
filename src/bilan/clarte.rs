//! The part of a report about plain language: the texts that are hardest to read, and the words to replace.

use std::collections::BTreeMap;

use crate::check::clarte::{Analyse, FACILE, Lecteur, facilite, of_guide, shared};
use crate::guide::{Guide, Guides};

use super::Bilan;
use super::html::{paragraph, section as framed, table};
use super::page::{counted, file};
use super::qualite::middle;
use super::tableau::{Cellule, Tableau};

/// Texts and words shown on the page; the tables of the files have them all.
const SHOWN: usize = 20;
/// Letters of a sentence in a cell.
const QUOTED: usize = 120;

/// The texts of a guide, the hardest first; a guide that is alone answers for the texts that guides share.
pub(super) fn of<'a>(
    guides: &'a Guides,
    guide: &'a Guide,
    reader: &Lecteur<'_>,
) -> Vec<Analyse<'a>> {
    let mut texts = of_guide(guide);
    if guides.guides.len() == 1 {
        texts.extend(shared(guides));
    }
    let told =
        |one: &Analyse<'_>| one.note().is_some() || one.est_difficile() || !one.simples.is_empty();
    reader.analyses(texts).into_iter().filter(told).collect()
}

/// Texts, the hardest first.
pub(super) fn textes(bilan: &Bilan<'_>) -> Tableau {
    let mut table = Tableau::new(&[
        "note",
        "lecture",
        "fiche",
        "cle",
        "mots",
        "phrases",
        "phrase_la_plus_longue",
        "phrases_a_couper",
        "mots_a_remplacer",
        "sigles",
        "ligne",
        "fichier",
    ]);
    table.lignes.extend(bilan.textes.iter().map(row));
    table
}

fn row(one: &Analyse<'_>) -> Vec<Cellule> {
    let worst = one.pires();
    let place = one.place();
    let cut: Vec<String> = worst
        .iter()
        .map(|phrase| format!("{} mots : {}", phrase.mots, short(&phrase.texte)))
        .collect();
    let words: Vec<String> =
        one.simples.iter().map(|word| format!("{} → {}", word.ecrit, word.mieux)).collect();
    let note = one.note();
    vec![
        note.map_or(Cellule::texte(""), Cellule::habitants),
        Cellule::texte(note.map_or("trop court pour une note", facilite)),
        Cellule::texte(one.texte.nom),
        Cellule::texte(one.texte.cle),
        Cellule::Nombre(one.lecture.mots()),
        Cellule::Nombre(one.lecture.phrases.len()),
        Cellule::Nombre(one.plus_longue()),
        Cellule::Texte(cut.join(" | ")),
        Cellule::Texte(words.join(", ")),
        Cellule::Texte(one.sigles.join(", ")),
        Cellule::Nombre(place.position().line),
        Cellule::texte(&place.source.path),
    ]
}

/// A sentence that fits in a cell, cut between two words.
fn short(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let start: String = text.chars().take(QUOTED).collect();
    format!("{}…", start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words))
}

/// Words to replace, those found in most texts first.
pub(super) fn mots(bilan: &Bilan<'_>) -> Tableau {
    let mut found: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    for word in bilan.textes.iter().flat_map(|one| &one.simples) {
        found.entry(word.mieux).or_insert_with(|| (0, word.ecrit.to_lowercase())).0 += 1;
    }
    let mut all: Vec<(&str, (usize, String))> = found.into_iter().collect();
    all.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    let mut table = Tableau::new(&["mot", "plus_simple", "textes"]);
    table.lignes.extend(all.into_iter().map(|(mieux, (count, ecrit))| {
        vec![Cellule::Texte(ecrit), Cellule::texte(mieux), Cellule::Nombre(count)]
    }));
    table
}

/// The whole section.
pub(super) fn section(bilan: &Bilan<'_>) -> String {
    let mut marks: Vec<u32> = bilan.textes.iter().filter_map(Analyse::note).collect();
    marks.sort_unstable();
    let hard = bilan.textes.iter().filter(|one| one.est_difficile()).count();
    let scored = match marks.as_slice() {
        [] => "Aucun texte n’est assez long pour avoir une note.".to_owned(),
        [one] => format!("Un seul texte est assez long pour avoir une note : {one} sur 100."),
        marks => format!(
            "{} ont une note sur 100 ; la moitié ont {} ou plus. À partir de {FACILE}, un texte est facile à lire.",
            counted(marks.len(), "texte"),
            middle(marks)
        ),
    };
    let lead = format!(
        "{scored} {} à reprendre. La note compte les mots des phrases et les syllabes des mots : elle ne sait pas si le texte \
         est juste. Faites lire à quelqu’un.",
        if hard == 0 { "Aucun texte".to_owned() } else { counted(hard, "texte") }
    );
    let body = paragraph(&lead) + &hardest(bilan) + &words(bilan);
    framed("lisibilite", "Lisibilité des textes", &body)
}

fn hardest(bilan: &Bilan<'_>) -> String {
    let hard = bilan.textes.iter().filter(|one| one.est_difficile());
    let rows: Vec<Vec<Cellule>> = hard.take(SHOWN).map(row).collect();
    let all = file("lisibilite", "Tous les textes, avec leurs phrases et leurs mots");
    if rows.is_empty() {
        return all;
    }
    let columns =
        [(2, "fiche"), (3, "clé"), (0, "note"), (7, "phrases à couper"), (8, "mots à remplacer")];
    table("Les textes les plus difficiles à lire", &columns, &rows) + &all
}

fn words(bilan: &Bilan<'_>) -> String {
    let mut all = mots(bilan);
    if all.lignes.is_empty() {
        return String::new();
    }
    all.lignes.truncate(SHOWN);
    let columns = [(0, "mot"), (1, "plus simple"), (2, "textes")];
    table("Les mots à remplacer", &columns, &all.lignes)
        + &file("mots-a-remplacer", "Tous les mots à remplacer")
}

//! Texts stand in the order of the records, and each entry tells when it was verified before the next one begins.

use serde_json::Value as Json;

use jalon::edition::{Forme, Produit};

use crate::poppler::{plat, text, texts};
use crate::scene::{Imprime, SCENE, clean, faults};
use crate::structure::dit;
use crate::suite::{Etape, MARKS, affiche, next_date, suite};

/// When each record of the guide was verified, as its YAML says; nobody verified the last one.
const VERIFIES: [(&str, &str); 11] = [
    ("Médiathèque du Vieux-Pont", "octobre 2026"),
    ("Relais des démarches", "septembre 2026"),
    ("Maison sociale du Clain", "mars 2025"),
    ("Atelier des Cordeliers", "juillet 2026"),
    ("Conseil numérique du Haut-Poitou", "août 2026"),
    ("Bus des Quatre-Routes", "novembre 2026"),
    ("Coordination de l’essai", "juin 2026"),
    ("Café des Écrans", "novembre 2026"),
    ("Rencontre des Aidants", "novembre 2026"),
    ("Formation Premiers Pas", "novembre 2026"),
    ("Salle des Trois-Ponts", JAMAIS),
];

const JAMAIS: &str = "jamais";

/// What is missing or out of order in a text, letters alone.
fn read(said: &str, suite: &[Etape]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut from = 0;
    for etape in suite {
        let nom = plat(&etape.nom);
        let Some(at) = said[from..].find(&nom) else {
            faults.push(format!("« {} » is missing, or comes too early", etape.nom));
            continue;
        };
        from += at + nom.len();
        let Some(verifie) = &etape.verifie else { continue };
        let own = plat(verifie);
        // The first date that follows must be its own.
        let date = next_date(said, from).filter(|&date| {
            let whole = said[from..].find(&own).map(|at| at + from);
            !own.is_empty() && whole.is_some_and(|start| start <= date && date < start + own.len())
        });
        match date {
            Some(date) => from = date,
            None => faults.push(format!("« {} » is not followed by « {verifie} »", etape.nom)),
        }
    }
    faults
}

/// The date of each entry is the one its record has.
fn dates(suite: &[Etape]) -> Vec<String> {
    let wrong = |etape: &&Etape| {
        let Some(verifie) = &etape.verifie else { return false };
        let known = VERIFIES.iter().find(|(nom, _)| {
            let head = nom.split('-').next().unwrap_or_default();
            etape.nom.contains(head)
        });
        let (_, month) = known.unwrap_or_else(|| panic!("a new record: {}", etape.nom));
        let said = if *month == JAMAIS { "personne ne l’a encore vérifié" } else { month };
        !verifie.contains(said)
    };
    suite.iter().filter(wrong).map(|etape| format!("{etape:?}")).collect()
}

/// The order in which a screen reader says a document.
fn tagged(one: &Imprime) -> Vec<String> {
    let said = plat(&dit(&one.chemin));
    if one.produit() == Produit::Affiche {
        return read(&said, &heads(affiche(one.data())));
    }
    let suite = heads(suite(one.data(), 0));
    match one.produit() {
        // It says dates in words of its own.
        Produit::FeuilleDAppel => called(&said, &suite),
        _ => read(&said, &suite).into_iter().chain(dates(&suite)).collect(),
    }
}

/// The words of each name that `pdfinfo` surely has: it loses what follows « fi » drawn as one, or a cut at a hyphen.
fn heads(suite: Vec<Etape>) -> Vec<Etape> {
    let head = |nom: &str| {
        nom.split(['-', '\u{202f}', '\u{200b}'])
            .next()
            .unwrap_or_default()
            .split("fi")
            .next()
            .map(str::to_owned)
    };
    suite
        .into_iter()
        .map(|etape| Etape { nom: head(&etape.nom).unwrap_or_default(), ..etape })
        .collect()
}

/// The same on a call sheet: each name, then its own date.
fn called(said: &str, suite: &[Etape]) -> Vec<String> {
    let words = suite.iter().flat_map(|etape| [Some(&etape.nom), etape.verifie.as_ref()]);
    let flat: Vec<Etape> = words.flatten().map(Etape::new).collect();
    read(said, &flat)
}

/// The order in which its text was put on the sheet.
fn seen(one: &Imprime) -> Vec<String> {
    match one.produit() {
        Produit::Affiche => read(&plat(&text(&one.chemin)), &affiche(one.data())),
        // Outside, panels stand in the order of the fold; inside, as they are read.
        Produit::Depliant => read(&plat(&texts(&one.chemin)[1]), &suite(one.data(), 3)),
        Produit::FeuilleDAppel => called(&plat(&text(&one.chemin)), &suite(one.data(), 0)),
        _ => read(&plat(&text(&one.chemin)), &suite(one.data(), 0)),
    }
}

#[test]
fn tags_say_the_records_in_their_order_with_their_dates() {
    clean(faults(SCENE.lus(), tagged));
}

#[test]
fn sheets_say_the_records_in_their_order_with_their_dates() {
    clean(faults(SCENE.lus(), seen));
}

/// The oldest first, nobody left out, and those nobody verified before all.
#[test]
fn calls_begin_with_the_oldest() {
    let names: Vec<String> = suite(SCENE.un("demande/feuille-d-appel").data(), 0)
        .into_iter()
        .skip(1)
        .map(|one| one.nom)
        .collect();
    let expected = [
        "Salle des Trois-Ponts",
        "Maison sociale du Clain",
        "Coordination de l’essai",
        "Atelier des Cordeliers",
        "Conseil numérique du Haut-Poitou",
        "Relais des démarches",
        "Médiathèque du Vieux-Pont",
        "Bus des Quatre-Routes",
    ];
    assert_eq!(names.len(), expected.len(), "{names:?}");
    for (name, expected) in names.iter().zip(expected) {
        assert!(name.starts_with(expected), "{name} where {expected} was expected");
    }
}

/// A place that closed for good is on no sheet.
#[test]
fn what_ended_is_not_printed() {
    clean(faults(SCENE.imprimes.iter(), |one| {
        let found = plat(&text(&one.chemin)).contains("Cyberespacedisparu");
        found.then(|| "a place that closed".to_owned()).into_iter().collect()
    }));
}

#[test]
fn planted_faults_of_order_are_caught() {
    let one = SCENE.un("commune-poitiers");
    assert_eq!(one.papier.forme, Forme::Lue);
    let mut swapped = one.data().clone();
    list_mut(&mut swapped["parties"][0]).swap(0, 1);
    assert!(!tagged(&one.avec(swapped.clone())).is_empty());
    assert!(!seen(&one.avec(swapped)).is_empty());
    let mut undated = one.data().clone();
    list_mut(&mut undated["parties"][0])[0]["verifie"] = "Information vérifiée en mai 2026".into();
    assert_eq!(seen(&one.avec(undated.clone())).len(), 1);
    assert_eq!(tagged(&one.avec(undated)).len(), 2);
    let said = plat(&text(&one.chemin)).replacen(MARKS[0], "", 1);
    assert!(!read(&said, &suite(one.data(), 0)).is_empty());
}

fn list_mut(part: &mut Json) -> &mut Vec<Json> {
    part["blocs"].as_array_mut().unwrap()
}

//! No letter is smaller than promised, bodies are as large as promised, hours on a door are read from afar.

use std::collections::BTreeMap;
use std::path::Path;

use jalon::edition::{Forme, Papier, Produit};

use crate::faute::plant;
use crate::poppler::{Trait, plat, traits};
use crate::scene::{Imprime, SCENE, clean, faults};

/// Sizes are told to a third of a point.
const NEAR: f64 = 0.34;

/// The smallest letters and the smallest body of a product, as the design promises them.
fn promise(papier: Papier, languettes: bool) -> (f64, f64) {
    match (papier.produit, papier.forme) {
        // Strips are read in the hand.
        (Produit::Affiche, _) if languettes => (12.0, 14.0),
        (Produit::Affiche, Forme::A3) => (24.0, 24.0),
        (Produit::Affiche, _) => (14.0, 14.0),
        (Produit::Depliant, _) => (10.0, 10.0),
        (Produit::GrosCaracteres, _) => (16.0, 18.0),
        // Told to the printer, not to readers.
        (_, Forme::Imposee | Forme::ImposeeBordLong) => (8.0, 12.0),
        // A list to work with, and extracts that hold on a sheet.
        (
            Produit::FeuilleDAppel | Produit::Commune | Produit::Intercommunalite | Produit::Besoin,
            _,
        ) => (11.0, 11.0),
        _ => (11.0, 12.0),
    }
}

/// Letters below which what stands at the foot counts for too much to tell a body.
const FEW: usize = 1200;

fn seen(path: &Path) -> Vec<Trait> {
    traits(path).into_iter().filter(|one| !plat(&one.texte).is_empty()).collect()
}

/// Letters too small, and a body too small: the size that most letters have.
fn sizes(all: &[Trait], (floor, body): (f64, f64)) -> Vec<String> {
    let mut letters: BTreeMap<u64, usize> = BTreeMap::new();
    for one in all {
        *letters.entry((one.corps * 3.0).round() as u64).or_default() += one.texte.chars().count();
    }
    let most =
        letters.iter().max_by_key(|(_, count)| **count).map_or(0.0, |(size, _)| *size as f64 / 3.0);
    let small = all.iter().filter(|one| one.corps + NEAR < floor);
    let told = small
        .map(|one| format!("page {}: « {} » has {:.1} points", one.page, one.texte, one.corps));
    let much = letters.values().sum::<usize>() > FEW;
    let body = (much && most + NEAR < body).then(|| format!("its body has {most:.1} points"));
    body.into_iter().chain(told).collect()
}

fn judge(one: &Imprime) -> Vec<String> {
    sizes(&seen(&one.chemin), promise(one.papier, one.languettes))
}

/// The hours of a poster, as large as one reads at two metres.
fn hours(one: &Imprime, least: f64) -> Vec<String> {
    let all = seen(&one.chemin);
    let large: String =
        all.iter().filter(|one| one.corps + NEAR >= least).map(|one| plat(&one.texte)).collect();
    let visits = one.data()["affiche"]["rendezvous"].as_array().unwrap();
    let times = visits.iter().flat_map(|visit| visit["fois"].as_array().unwrap());
    let times = times.filter_map(|time| time["quand"].as_str()).filter(|time| !time.is_empty());
    times
        .filter(|time| !large.contains(&plat(time)))
        .map(|time| format!("« {time} » is small"))
        .collect()
}

fn posters() -> impl Iterator<Item = &'static Imprime> {
    SCENE.lus().filter(|one| one.produit() == Produit::Affiche)
}

#[test]
fn no_letter_is_smaller_than_promised() {
    clean(faults(SCENE.imprimes.iter(), judge));
}

#[test]
fn hours_on_a_door_are_read_from_afar() {
    assert!(posters().count() >= 11);
    clean(faults(posters(), |one| hours(one, 28.0)));
}

/// What the theme is told is what is promised.
#[test]
fn floors_are_those_of_the_design() {
    for one in SCENE.lus().filter(|one| !one.languettes) {
        let format = &one.data()["format"];
        let (floor, body) = promise(one.papier, false);
        assert_eq!(format["plancher"].as_f64().unwrap(), floor, "{}", one.nom);
        assert!(format["corps"].as_f64().unwrap() >= body, "{}", one.nom);
    }
}

#[test]
fn planted_small_letters_are_caught() {
    let small = plant("= Titre\n#text(12pt)[Des lettres à lire.]\n#text(9pt)[Mention trop petite]");
    let found = sizes(&seen(&small), (11.0, 12.0));
    assert_eq!(found, ["page 1: « Mention trop petite » has 9.0 points"]);
    let body = plant("= Titre\n#text(11pt)[#(\"Un corps plus petit que promis. \" * 60)]");
    assert_eq!(sizes(&seen(&body), (11.0, 12.0)), ["its body has 11.0 points"]);
    let poster = SCENE.un("affiche-mediatheque-lusignan");
    assert!(!hours(poster, 150.0).is_empty());
}

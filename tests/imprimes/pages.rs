//! What every sheet carries: page n/N, of which day it is, who publishes it, where it is read; and how many pages it has.

use jalon::edition::Produit;

use crate::poppler::{pages, plat, text, texts};
use crate::scene::{Imprime, SCENE, clean, faults};

/// What each page of a file must say at its foot, letters alone.
fn feet(pages: &[String], said: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    let total = pages.len();
    for (rank, page) in pages.iter().enumerate() {
        let n = rank + 1;
        let number = format!("page {n}/{total}");
        if !page.lines().any(|line| line.trim().ends_with(&number)) {
            faults.push(format!("page {n} does not say « {number} »"));
        }
        faults.extend(missing(page, said).map(|said| format!("page {n} does not say « {said} »")));
    }
    faults
}

fn missing<'a>(page: &str, said: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let page = plat(page);
    said.iter().copied().filter(move |said| said.is_empty() || !page.contains(&plat(said)))
}

fn judge(one: &Imprime) -> Vec<String> {
    let data = one.data();
    let of = |group: &str, key: &str| data[group][key].as_str().unwrap_or_default();
    let site = data["guide"]["site"]["texte"].as_str().unwrap_or_default();
    let said = [of("edition", "texte"), of("guide", "editeur"), site];
    let pages = texts(&one.chemin);
    match one.produit() {
        // One side, hung on a door: it has the address of its own page.
        Produit::Affiche => {
            let own = data["affiche"]["site"]["texte"].as_str().unwrap_or_default();
            assert!(own.starts_with(site.trim_end_matches('/')));
            whole(&pages, &[said[0], said[1], own], 1)
        }
        Produit::Depliant => whole(&pages, &said[..2], 2),
        _ => feet(&pages, &said),
    }
}

/// A sheet without feet says it once, on the number of sides it was promised.
fn whole(pages: &[String], said: &[&str], sides: usize) -> Vec<String> {
    let count = (pages.len() != sides).then(|| format!("{} pages", pages.len()));
    let text = pages.join("\n");
    let missing: Vec<String> =
        missing(&text, said).map(|said| format!("does not say « {said} »")).collect();
    count.into_iter().chain(missing).collect()
}

#[test]
fn every_page_says_which_it_is_of_which_day_and_by_whom() {
    clean(faults(SCENE.lus(), judge));
}

#[test]
fn the_edition_is_that_of_the_day_of_the_build() {
    for one in SCENE.lus() {
        let edition = &one.data()["edition"];
        assert_eq!(edition["jour"], crate::support::TODAY);
        let said = plat(edition["texte"].as_str().unwrap());
        assert_eq!(said, "Impriméle23novembre2026aprèsléditionn1", "{}", one.nom);
        assert_eq!(one.data()["guide"]["editeur"], "Équipe d’essai");
        let site = one.data()["guide"]["site"]["texte"].as_str().unwrap();
        assert!(site.starts_with("essai.example/vienne"), "{site}");
    }
}

/// Extracts hold on a sheet where they can; large print and the guide take what they need.
#[test]
fn extracts_are_short() {
    let short = SCENE.lus().filter(|one| {
        matches!(
            one.produit(),
            Produit::Commune
                | Produit::Intercommunalite
                | Produit::Besoin
                | Produit::Errata
                | Produit::Fiche
                | Produit::Selection
                | Produit::Proposer
        )
    });
    clean(faults(short, |one| {
        let pages = pages(&one.chemin);
        (pages > 2).then(|| format!("{pages} pages")).into_iter().collect()
    }));
}

/// What no French sheet says: straight quotes, signs that follow one another, holes nobody filled, names of words.
const SLIPS: [&str; 12] =
    ["'", "\"", "..", ". :", ".\u{a0}:", " ,", "()", "{", "}", "papier.", "::", "null"];

fn slips(text: &str) -> Vec<String> {
    let found = SLIPS.into_iter().filter(|slip| text.contains(slip));
    found.map(|slip| format!("it says « {slip} »")).collect()
}

#[test]
fn sentences_are_whole() {
    clean(faults(SCENE.imprimes.iter(), |one| slips(&text(&one.chemin))));
}

#[test]
fn planted_slips_are_caught() {
    assert_eq!(slips("Le marché : « ouvert », jusqu’au 3."), Vec::<String>::new());
    assert_eq!(slips("Vieux-Pont.\u{a0}: mercredi"), ["it says « .\u{a0}: »"]);
    assert_eq!(slips("d'un {jour}").len(), 3);
}

#[test]
fn planted_faults_of_feet_are_caught() {
    let guide = SCENE.un("guide");
    let pages = texts(&guide.chemin);
    let said = [guide.data()["edition"]["texte"].as_str().unwrap(), "Équipe d’essai"];
    assert_eq!(feet(&pages, &said), Vec::<String>::new());
    assert_eq!(feet(&pages[..pages.len() - 1], &said).len(), pages.len() - 1);
    assert_eq!(feet(&pages, &["Édition d’un autre jour"]).len(), pages.len());
    let mut swapped = pages.clone();
    swapped.swap(2, 3);
    assert_eq!(feet(&swapped, &said).len(), 2);
    assert_eq!(whole(&pages, &[""], pages.len()), ["does not say «  »"]);
}

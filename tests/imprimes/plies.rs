//! Sheets to fold: folded here as hands would, their pages follow one another, whole and the right way up.

use std::path::Path;

use jalon::edition::Forme;

use crate::poppler::{info, pages, words};
use crate::scene::{Imprime, SCENE, clean, faults};
use crate::structure::sound;

/// Words of half a side, sorted, and whether the side lies head down.
struct Moitie {
    mots: Vec<String>,
    tournee: bool,
}

/// Width of half a sheet of A4 on its side, in points.
const HALF: f64 = 841.89 / 2.0;

/// What is said to the printer, along the fold: the only words within 6 mm of it.
const FOLD: f64 = 17.0;

type Word = ([f64; 4], String);

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = words.collect();
    all.sort();
    all
}

/// A half of a side: its words without those for the printer.
fn half(side: &[Word], right: bool) -> Moitie {
    let inside = |([left, _, end, _], _): &&Word| {
        let middle = f64::midpoint(*left, *end);
        (middle > HALF) == right && (middle - HALF).abs() > FOLD
    };
    let here: Vec<&Word> = side.iter().filter(inside).collect();
    // The foot is what every page has: it says « page ».
    let foot = here.iter().find(|(_, said)| said == "page");
    let tournee = foot.is_some_and(|([_, top, _, _], _)| *top < 595.0 / 2.0);
    Moitie { mots: sorted(here.into_iter().map(|(_, said)| said.clone())), tournee }
}

/// Pages in the order in which a folded booklet is read.
///
/// Sheets lie in a pile, fronts up, folded in the middle: one reads the right half of each front and what is behind it,
/// down to the last sheet, then the right half of its back and what is behind that, up to the first. Behind a half is
/// the other half of the back when one turns on the short edge; on the long edge the same half, head down.
fn folded(sides: &[Vec<Word>], long: bool) -> Vec<Moitie> {
    let fronts = || sides.chunks(2);
    let (behind, of_back) = if long { (true, false) } else { (false, true) };
    let first = fronts().flat_map(|sheet| [half(&sheet[0], true), half(&sheet[1], behind)]);
    let second =
        fronts().rev().flat_map(|sheet| [half(&sheet[1], of_back), half(&sheet[0], false)]);
    first.chain(second).collect()
}

/// What is wrong in sheets made from a booklet that is read.
fn judge(sheets: &Path, read: &Path, long: bool) -> Vec<String> {
    let sides = words(sheets);
    let asked = words(read);
    let mut faults = sound(sheets);
    if info(sheets, "Tagged") != "no" {
        faults.push("it is tagged".into());
    }
    if sides.len() != asked.len().div_ceil(4) * 2 {
        faults.push(format!("{} sides for {} pages", sides.len(), asked.len()));
        return faults;
    }
    for (rank, found) in folded(&sides, long).into_iter().enumerate() {
        let page = asked.get(rank).map(|page| sorted(page.iter().map(|(_, said)| said.clone())));
        if found.mots != page.unwrap_or_default() {
            faults.push(format!("page {} is not at its place", rank + 1));
        }
        // Odd pages are on fronts in the first half, on backs in the second.
        let back = (rank % 2 == 1) == (rank < sides.len());
        if !found.mots.is_empty() && found.tournee != (long && back) {
            faults.push(format!("page {} lies head down", rank + 1));
        }
    }
    faults.extend(told(&sides, long));
    faults
}

/// What the printer is told on every side.
fn told(sides: &[Vec<Word>], long: bool) -> Vec<String> {
    let total = sides.len() / 2;
    let fault = |(rank, side): (usize, &Vec<Word>)| {
        let along = side
            .iter()
            .filter(|([left, _, end, _], _)| (f64::midpoint(*left, *end) - HALF).abs() <= FOLD);
        let said: String = along.map(|(_, said)| said.as_str()).collect();
        let asked =
            ["100", "%", if long { "long" } else { "court" }, &format!("{}/{total}", rank / 2 + 1)]
                .map(str::to_owned);
        (!asked.iter().all(|word| said.contains(word.as_str())))
            .then(|| format!("side {}: the printer is told « {said} »", rank + 1))
    };
    sides.iter().enumerate().filter_map(fault).collect()
}

fn of(one: &Imprime) -> Vec<String> {
    let long = one.papier.forme == Forme::ImposeeBordLong;
    let nom = one.nom.trim_end_matches(one.papier.forme.suffixe());
    judge(&one.chemin, &SCENE.un(nom).chemin, long)
}

#[test]
fn booklets_are_read_in_order_once_folded() {
    let sheets = || SCENE.imprimes.iter().filter(|one| one.data.is_none());
    assert!(sheets().count() >= 8);
    clean(faults(sheets(), of));
}

#[test]
fn sheets_to_fold_are_a4_on_their_side() {
    for one in SCENE.imprimes.iter().filter(|one| one.data.is_none()) {
        assert_eq!(info(&one.chemin, "Page size"), "841.89 x 595.276 pts (A4)", "{}", one.nom);
        assert_eq!(pages(&one.chemin) % 2, 0);
    }
}

#[test]
fn planted_faults_of_folding_are_caught() {
    let path = |nom: &str| SCENE.un(nom).chemin.as_path();
    let read = path("livret-grand-poitiers");
    let (short, long) =
        (path("livret-grand-poitiers-a-plier"), path("livret-grand-poitiers-a-plier-bord-long"));
    assert!(!judge(long, read, false).is_empty() && !judge(short, read, true).is_empty());
    assert!(!judge(short, path("livret-civraisien-en-poitou"), false).is_empty());
    assert!(judge(read, read, false).contains(&"it is tagged".to_owned()));
    let mut sides = words(short);
    sides.swap(0, 2);
    assert!(folded(&sides, false)[0].mots != folded(&words(short), false)[0].mots);
    assert!(!told(&sides, false).is_empty());
}

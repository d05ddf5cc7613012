//! A copy in grey says as much: letters are dark enough, in two inks at most, and states are words.

use std::collections::BTreeSet;
use std::path::Path;

use crate::faute::plant;
use crate::poppler::{plat, text, traits};
use crate::scene::{Imprime, SCENE, clean, faults};

/// Red, green and blue of `#7a2e12`.
fn channels(colour: &str) -> [f64; 3] {
    let of = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
    [of(1), of(3), of(5)]
}

/// Light that a colour gives, after WCAG.
fn light(channels: [f64; 3]) -> f64 {
    let linear =
        channels.map(|c| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// The grey that a copier makes of a colour.
fn grey([r, g, b]: [f64; 3]) -> [f64; 3] {
    [0.299 * r + 0.587 * g + 0.114 * b; 3]
}

/// Contrast with white paper, of the colour and of its grey: the lesser.
fn contrast(colour: &str) -> f64 {
    let seen = channels(colour);
    let darkest = light(seen).max(light(grey(seen)));
    1.05 / (darkest + 0.05)
}

/// Colours of letters.
fn inks(path: &Path) -> BTreeSet<String> {
    traits(path)
        .into_iter()
        .filter(|one| !plat(&one.texte).is_empty())
        .map(|one| one.couleur)
        .collect()
}

fn pale(path: &Path) -> Vec<String> {
    let inks = inks(path).into_iter();
    inks.filter(|ink| contrast(ink) < 4.5)
        .map(|ink| format!("{ink}: {:.1}", contrast(&ink)))
        .collect()
}

/// Black, and the accent of headings: a third ink would say something that grey does not.
fn third(path: &Path, accent: &str) -> Vec<String> {
    inks(path).into_iter().filter(|ink| ink != "#000000" && ink != accent).collect()
}

fn judge(one: &Imprime) -> Vec<String> {
    pale(&one.chemin).into_iter().chain(third(&one.chemin, "#7a2e12")).collect()
}

/// States of days, as their records write them, on the sheets that tell them.
const STATES: [(&str, &str); 13] = [
    ("semaine-2026-11-30", "Reporté : Formation Premiers Pas"),
    ("semaine-2026-11-30", "Annulé : Bus des Quatre-Routes"),
    ("semaine-2026-11-30", "Annulé : Conseil numérique du Haut-Poitou"),
    ("semaine-2026-12-07", "Complet : Café des Écrans"),
    ("semaine-2026-12-07", "Déplacé : Rencontre des Aidants"),
    ("semaine-2026-12-14", "Annulé : Café des Écrans"),
    ("commune-lusignan", "Complet : Café des Écrans"),
    ("gros-caracteres-grand-poitiers", "vendredi 4 décembre (annulé)"),
    ("commune-civray", "Déplacé : Rencontre des Aidants"),
    ("guide", "Reporté : Formation Premiers Pas"),
    ("affiche-vivonne-halles-de-vivonne", "Annulé : jeudi 3 décembre"),
    ("affiche-mediatheque-lusignan", "Fermé"),
    ("affiche-mediatheque-lusignan", "Horaires changés"),
];

/// What a sheet should say and does not.
fn unsaid(states: &[(&str, &str)]) -> Vec<String> {
    let missing =
        |(nom, state): &&(&str, &str)| !plat(&text(&SCENE.un(nom).chemin)).contains(&plat(state));
    states.iter().filter(missing).map(|state| format!("{state:?}")).collect()
}

#[test]
fn a_copy_in_grey_is_as_legible() {
    clean(faults(SCENE.imprimes.iter(), judge));
}

#[test]
fn states_are_words() {
    clean(unsaid(&STATES));
}

#[test]
fn planted_pale_and_coloured_letters_are_caught() {
    assert!((contrast("#000000") - 21.0).abs() < 0.01 && (contrast("#ffffff") - 1.0).abs() < 0.01);
    let grey = plant("= Titre\n#text(fill: rgb(\"#8a8a8a\"))[Une mention pâle]");
    assert_eq!(pale(&grey), ["#8a8a8a: 3.5"]);
    // Bright on a screen, light on a copy.
    let green = plant("= Titre\n#text(fill: rgb(\"#00a000\"))[Ouvert]");
    assert_eq!(pale(&green).len(), 1);
    let red = plant("= Titre\n#text(fill: rgb(\"#b00000\"))[Fermé]");
    assert_eq!((pale(&red), third(&red, "#7a2e12")), (vec![], vec!["#b00000".to_owned()]));
    assert_eq!(unsaid(&[("semaine-2026-12-14", "Complet : Café des Écrans")]).len(), 1);
}

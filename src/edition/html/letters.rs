//! The letters that names start with, for the lists from A to Z.

use std::collections::BTreeSet;

use crate::guide::{Guide, Guides};
use crate::text::fold;

use super::noms;

/// What names that start with no letter stand under.
const OTHER: char = '#';

/// The letter a name stands under: without accent, in upper case; `#` for a figure or a sign.
pub(super) fn letter(name: &str) -> char {
    let first = fold(name).chars().find(|c| c.is_alphanumeric());
    match first.map(|c| c.to_ascii_uppercase()) {
        Some(letter) if letter.is_ascii_uppercase() => letter,
        _ => OTHER,
    }
}

/// Every letter that a name of the guide starts with, in order.
pub(super) fn of(guides: &Guides, guide: &Guide) -> BTreeSet<char> {
    noms::all(guides, guide).into_iter().map(|nom| letter(nom.nom)).collect()
}

/// A letter as the name of a file.
pub(super) fn name(letter: char) -> String {
    if letter == OTHER { "0-9".into() } else { letter.to_lowercase().collect() }
}

/// A letter as readers see it.
pub(super) fn shown(letter: char) -> String {
    if letter == OTHER { "0–9".into() } else { letter.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_under_their_first_letter() {
        assert_eq!(letter("Œuvre"), 'O');
        assert_eq!(letter("« Étape »"), 'E');
        assert_eq!(letter("3D"), '#');
        assert_eq!(letter("日本"), '#');
        assert_eq!(name('#'), "0-9");
        assert_eq!(name('O'), "o");
    }
}

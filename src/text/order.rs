//! French alphabetical order, and letters without accents.

use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::search::table::LIGATURES;

/// Lower case without accents or ligatures: what two spellings of one word share.
pub fn fold(text: &str) -> String {
    // Most names of a guide are compared with every word of its glossary.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase) {
        let two = LIGATURES.iter().find(|(one, _)| one.starts_with(c));
        match c {
            '’' | 'ʼ' => folded.push('\''),
            _ => match two {
                Some((_, two)) => folded.push_str(two),
                None => folded.push(c),
            },
        }
    }
    folded
}

/// Bytes whose order is the French order of the text (`Bénévent` after `Benet`).
///
/// Equal texts for the collation are told apart by their own bytes, so that every order is total.
pub fn sort_key(text: &str) -> Vec<u8> {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let collator = COLLATOR.get_or_init(|| {
        let french = icu_locale_core::locale!("fr");
        let mut preferences = CollatorPreferences::from(french);
        preferences.numeric_ordering =
            Some(icu_collator::preferences::CollationNumericOrdering::True);
        CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
    });
    let mut key = Vec::with_capacity(text.len() * 2);
    if let Some(collator) = collator {
        let Ok(()) = collator.write_sort_key_to(text, &mut key);
    }
    key.push(0);
    key.extend_from_slice(text.as_bytes());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_without_accents() {
        assert_eq!(fold("Œuvre d’Été"), "oeuvre d'ete");
    }

    #[test]
    fn french_order() {
        let mut names = ["Oloron", "Œuvre", "Bénévent", "Benet", "Lieu 10", "Lieu 2"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Benet", "Bénévent", "Lieu 2", "Lieu 10", "Œuvre", "Oloron"]);
    }
}

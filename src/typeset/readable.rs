//! Texts of records as the fonts can print them: a mark stands for what they have not, and it is said.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::fonts;

/// What is printed for characters that no font has.
const MARK: &str = "[?]";

/// A text that can be printed, and the characters that were put aside, each once, in order.
///
/// Letters are composed (NFC); a run of characters that no font has becomes one mark; invisible marks are dropped,
/// as they would turn the order of letters or split a run; whatever is a kind of space becomes one.
pub fn readable(text: &str) -> (Cow<'_, str>, Vec<char>) {
    if text.chars().all(plain) && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut aside = Vec::new();
    let mut in_run = false;
    for c in text.nfc().filter(|c| !invisible(*c)).map(spaced) {
        if plain(c) {
            out.push(c);
        } else {
            if !in_run {
                out.push_str(MARK);
            }
            if !aside.contains(&c) {
                aside.push(c);
            }
        }
        in_run = !plain(c);
    }
    (Cow::Owned(out), aside)
}

/// Whether it is printed as it is.
fn plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n')
        || !private(c) && !invisible(c) && (fonts::have(c) || known_space(c))
}

/// Codes that have no meaning of their own: an archive must not hold them.
fn private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'..)
}

/// Spaces that the engine draws with the one of the font.
fn known_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}')
}

/// Controls, marks of direction and of joining, variants, tags.
fn invisible(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Tabs, separators of lines and unusual spaces as plain spaces; the hyphen that never breaks as one that may.
fn spaced(c: char) -> char {
    match c {
        '\n' => c,
        '\u{2011}' => '-',
        _ if c.is_whitespace() && !known_space(c) => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn french_is_printed_as_it_is() {
        let text = "L’Œuvre « Ça va ? » : 9 h 30, n° 3 — 1 500 € … déjà-vu, Naïve, l’aÿ, 2\u{a0}000\u{202f}€\nfin";
        let (out, aside) = readable(text);
        assert!(matches!(out, Cow::Borrowed(same) if same == text), "{out} {aside:?}");
        assert!(aside.is_empty());
    }

    #[test]
    fn what_no_font_has_becomes_one_mark_a_run() {
        let said = |text| {
            let (out, aside) = readable(text);
            (out.into_owned(), aside.into_iter().collect::<String>())
        };
        assert_eq!(said("Fête 🎉🎉 à 9 h"), ("Fête [?] à 9 h".into(), "🎉".into()));
        // A family is four signs and joiners: one thing for who reads.
        assert_eq!(said("👨\u{200d}👩\u{200d}👧️ ici"), ("[?] ici".into(), "👨👩👧".into()));
        assert_eq!(said("مرحبا بكم"), ("[?] [?]".into(), "مرحباك".into()));
        assert_eq!(said("e\u{301}te\u{301}"), ("été".into(), String::new()));
        assert_eq!(said("a\u{0}b\u{1b}[31m\u{202e}c\u{ad}d"), ("ab[31mcd".into(), String::new()));
        assert_eq!(said("a\tb\r\nc\u{2028}d\u{3000}e"), ("a b \nc d e".into(), String::new()));
        assert_eq!(said("rendez\u{2011}vous"), ("rendez-vous".into(), String::new()));
        assert_eq!(said("\u{e000}\u{fffd}"), ("[?]".into(), "\u{e000}\u{fffd}".into()));
    }

    proptest! {
        #[test]
        fn what_is_readable_stays_so(text in any::<String>()) {
            let (once, aside) = readable(&text);
            let (twice, nothing) = readable(&once);
            prop_assert_eq!(&twice, &once);
            prop_assert_eq!(nothing, Vec::<char>::new());
            prop_assert!(aside.iter().all(|c| !once.contains(*c)));
        }
    }
}

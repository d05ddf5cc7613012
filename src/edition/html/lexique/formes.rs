//! The forms of the words of a glossary, looked for in a text: « conseillers numériques » is « conseiller numérique ».

use std::collections::HashMap;

use crate::text::typography;

/// Every form of every word, by the first of its words. Only looked up: its order never reaches an output.
#[derive(Debug, Default)]
pub(super) struct Formes(HashMap<String, Vec<Forme>>);

/// One way to write a word of the glossary.
#[derive(Debug)]
struct Forme {
    /// Its words after the first, in lower case and without the mark of the plural.
    suite: Vec<String>,
    /// Rank of its entry.
    entree: usize,
}

impl Formes {
    /// Takes a form of the entry of this rank.
    pub fn add(&mut self, forme: &str, entree: usize) {
        let forme = typography(forme);
        let mut words = words(&forme).map(normal);
        let Some(first) = words.next() else { return };
        let forms = self.0.entry(first).or_default();
        forms.push(Forme { suite: words.collect(), entree });
        // « France services » before « France ».
        forms.sort_by_key(|forme| std::cmp::Reverse(forme.suite.len()));
    }

    /// The longest form that a text starts with: rank of its entry, and its length in bytes.
    pub fn at(&self, text: &str) -> Option<(usize, usize)> {
        let first = word(text);
        let forms = self.0.get(&normal(first))?;
        forms.iter().find_map(|forme| {
            let mut length = first.len();
            for wanted in &forme.suite {
                let rest = &text[length..];
                let gap = rest.chars().next().filter(|c| is_gap(*c))?.len_utf8();
                let next = word(&rest[gap..]);
                if normal(next) != *wanted {
                    return None;
                }
                length += gap + next.len();
            }
            Some((forme.entree, length))
        })
    }

    /// The entries that a text speaks of, in its order.
    pub fn in_text(&self, text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let met = self.at(rest);
            found.extend(met.map(|(entree, _)| entree));
            let length =
                met.map_or_else(|| word(rest).len().max(c.len_utf8()), |(_, length)| length);
            rest = &rest[length..];
        }
        found
    }
}

/// What stands between two words of one form.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\n' | '’' | '\'' | '-')
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let cut = |c: char| !c.is_alphanumeric() && c != '-';
    text.split(cut).map(|word| word.trim_matches('-')).filter(|word| !word.is_empty())
}

/// A word in lower case, without the mark of the plural.
fn normal(word: &str) -> String {
    let lower = word.to_lowercase();
    match lower.strip_suffix(['s', 'x']) {
        Some(singular) if singular.chars().count() > 2 => singular.to_owned(),
        _ => lower,
    }
}

/// The word a text starts with, hyphens between letters included; empty when it starts otherwise.
pub(super) fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(text.len());
    if text.starts_with('-') { "" } else { text[..end].trim_end_matches('-') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_found_whatever_their_number_and_their_capitals() {
        let mut formes = Formes::default();
        for (rank, forme) in
            ["Conseiller numérique", "France services", "Mot de passe", "Wi-Fi", "France"]
                .into_iter()
                .enumerate()
        {
            formes.add(forme, rank);
        }
        let at = |text| formes.at(text);
        assert_eq!(at("conseillers numériques, à"), Some((0, "conseillers numériques".len())));
        assert_eq!(at("France Services"), Some((1, 15)));
        assert_eq!(at("France entière"), Some((4, 6)));
        assert_eq!(at("mots de\u{a0}passe"), Some((2, "mots de\u{a0}passe".len())));
        assert_eq!(at("wi-fi"), Some((3, 5)));
        assert_eq!(at("mot de"), None);
        assert_eq!(at("(wi-fi)"), None);
        assert_eq!(formes.in_text("Un mot de passe, le Wi-Fi et un mot"), [2, 3]);
    }
}

//! Whether two addresses are the same number of the same street.

use crate::text::fold;

/// Words that streets are called by, as files shorten them.
const SHORT: [(&str, &str); 16] = [
    ("av", "avenue"),
    ("ave", "avenue"),
    ("bd", "boulevard"),
    ("bld", "boulevard"),
    ("blvd", "boulevard"),
    ("boul", "boulevard"),
    ("pl", "place"),
    ("r", "rue"),
    ("rte", "route"),
    ("ch", "chemin"),
    ("che", "chemin"),
    ("imp", "impasse"),
    ("all", "allee"),
    ("sq", "square"),
    ("st", "saint"),
    ("gal", "general"),
];
/// Words that part nothing from anything.
const EMPTY: [&str; 10] = ["a", "au", "aux", "d", "de", "des", "du", "l", "la", "le"];

/// An address as far as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Street {
    number: Option<u32>,
    words: Vec<String>,
}

impl Street {
    /// Reads an address, whatever stands around number and street: postal code, commune, country.
    pub fn read(address: &str, commune: &str) -> Self {
        let commune = fold(commune);
        let parts = address.split([',', '\n', ';']);
        let mut best = Self::default();
        for part in parts {
            let read = Self::part(part, &commune);
            let better = read.number.is_some() && best.number.is_none();
            if !read.words.is_empty() && (better || best.words.is_empty()) {
                best = Self { number: read.number.or(best.number), ..read };
            } else if read.words.is_empty() && best.number.is_none() {
                // « 12, rue de la Paix »: the number stands alone.
                best.number = read.number;
            }
        }
        best
    }

    fn part(part: &str, commune: &str) -> Self {
        let folded = fold(part);
        let ends_in_commune = folded.trim().strip_suffix(commune).filter(|_| !commune.is_empty());
        let mut number = None;
        let mut words: Vec<String> = Vec::new();
        for word in ends_in_commune.unwrap_or(&folded).split(|c: char| !c.is_alphanumeric()) {
            match word.parse::<u32>() {
                // Five figures are a postal code; what follows is the town.
                Ok(code) if word.len() == 5 && code > 0 => break,
                Ok(figure) if number.is_none() && words.is_empty() => number = Some(figure),
                _ if word.is_empty() || EMPTY.contains(&word) => {}
                _ if words.is_empty() && matches!(word, "bis" | "ter" | "quater") => {}
                _ => {
                    let whole = SHORT.iter().find(|(short, _)| *short == word);
                    words.push(whole.map_or(word, |(_, whole)| *whole).to_owned());
                }
            }
        }
        Self { number, words }
    }

    /// Whether two addresses are one; nothing when one of them has no number or no street.
    pub fn meets(&self, other: &Self) -> Option<bool> {
        let (one, two) = (self.number?, other.number?);
        let whole = !self.words.is_empty() && !other.words.is_empty();
        whole.then(|| one == two && self.words == other.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_street_written_in_several_ways() {
        for (one, other) in [
            ("42 rue Mariès, 81000 Albi", "42, rue Mariès"),
            ("3 avenue du Parc", "3 av. du Parc 81000 ALBI"),
            ("21 rue Calixte Camelle Albi", "21 Rue Calixte-Camelle"),
            ("Bâtiment B, 5 bis bd du Général Sibille", "5 boulevard Gal Sibille, Albi, France"),
        ] {
            let [one, other] = [one, other].map(|address| Street::read(address, "Albi"));
            assert_eq!(one.meets(&other), Some(true), "{one:?} {other:?}");
        }
    }

    #[test]
    fn two_streets_and_streets_without_number() {
        for (one, other, met) in [
            ("42 rue Mariès", "44 rue Mariès", Some(false)),
            ("42 rue Mariès", "42 rue du Parc", Some(false)),
            ("Place de Verdun, 81000 Albi", "Place de Verdun", None),
            ("81990 Le Séquestre", "42 rue Mariès", None),
            ("", "42 rue Mariès", None),
        ] {
            let [a, b] = [one, other].map(|address| Street::read(address, "Albi"));
            assert_eq!(a.meets(&b), met, "{one} / {other}");
        }
    }
}

//! Titles that tell every page from all others.

use std::collections::BTreeMap;

use crate::text::typography;

/// « France services de Civray », or « Médiathèque, Loudun »: a commune already said is not said twice.
pub(super) fn with_commune(nom: &str, commune: &str) -> String {
    if commune.is_empty() || nom.contains(commune) {
        nom.to_owned()
    } else {
        format!("{nom}, {commune}")
    }
}

pub(super) fn counts<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// Gives titles that several records share one word more, then another: no two pages have one title.
pub(super) fn tell_apart<'a>(titles: impl Iterator<Item = &'a mut String>, more: Vec<[String; 2]>) {
    let mut titles: Vec<&mut String> = titles.collect();
    for step in 0..2 {
        let written: Vec<String> = titles.iter().map(|title| (**title).clone()).collect();
        let counts = counts(written.iter().map(String::as_str));
        for (title, more) in titles.iter_mut().zip(&more) {
            if counts[title.as_str()] > 1 && !more[step].is_empty() {
                title.push_str(", ");
                title.push_str(&typography(&more[step]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_titles_are_the_same() {
        let mut titles = ["A", "B", "A", "A"].map(String::from);
        let more = [["rue 1", "a"], ["rue 2", "b"], ["rue 3", "c"], ["rue 3", "d"]];
        let more = more.map(|pair| pair.map(String::from)).to_vec();
        tell_apart(titles.iter_mut(), more);
        assert_eq!(titles, ["A, rue 1", "B", "A, rue 3, c", "A, rue 3, d"]);
    }

    #[test]
    fn a_commune_is_said_once() {
        assert_eq!(with_commune("CCAS de Poitiers", "Poitiers"), "CCAS de Poitiers");
        assert_eq!(with_commune("Médiathèque", "Loudun"), "Médiathèque, Loudun");
        assert_eq!(with_commune("Réseau", ""), "Réseau");
    }
}

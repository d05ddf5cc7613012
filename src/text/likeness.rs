//! Whether two names are those of one place: articles, the commune's name, capitals and signs do not count.

use super::fold;

/// How like two names are, the likest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same words, or one is the sigle of the other.
    Same,
    /// The words of one are all in the other, or most are shared.
    Alike,
    /// Two names.
    Other,
}

/// Words that part nothing from anything.
const EMPTY: [&str; 16] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur", "un",
    "une",
];

/// One word for those that are written in several ways.
const SAME: [(&str, &str); 9] = [
    ("st", "saint"),
    ("ste", "sainte"),
    ("bibliotheque", "mediatheque"),
    ("mediatheques", "mediatheque"),
    ("services", "service"),
    ("asso", "association"),
    ("ctre", "centre"),
    ("cie", "compagnie"),
    ("municipale", "municipal"),
];

/// Words that say less than a name: alone they tell no place from another.
const KINDS: [&str; 12] = [
    "mediatheque",
    "mairie",
    "salle",
    "centre",
    "maison",
    "espace",
    "ecole",
    "place",
    "association",
    "municipal",
    "public",
    "numerique",
];

/// A name taken apart once, to be told from those of many other places of its commune.
#[derive(Clone, Debug)]
pub struct Name {
    /// The words that count, in order, without those of the commune.
    words: Vec<String>,
    /// First letters of its words.
    initials: String,
    /// Its letters, where it may be a sigle.
    sigle: Option<String>,
}

impl Name {
    /// Takes a name of a place in a commune apart.
    pub fn of(name: &str, commune: &str) -> Self {
        Self { words: words(name, commune), initials: initials(name), sigle: sigle(name) }
    }

    /// How like another name of the same commune it is.
    pub fn likeness(&self, other: &Self) -> Likeness {
        let (a, b) = (&self.words, &other.words);
        if a.is_empty() || b.is_empty() {
            return Likeness::Other;
        }
        if a == b || self.is_sigle_of(other) || other.is_sigle_of(self) {
            return Likeness::Same;
        }
        let shared = || a.iter().filter(|word| b.contains(word));
        let telling = shared().any(|word| !KINDS.contains(&word.as_str()));
        let count = shared().count();
        let inside = count == a.len().min(b.len());
        if telling && (inside || count * 2 >= a.len().max(b.len())) {
            Likeness::Alike
        } else {
            Likeness::Other
        }
    }

    /// Whether it is the sigle of another: its initials.
    fn is_sigle_of(&self, other: &Self) -> bool {
        self.sigle.as_ref().is_some_and(|sigle| *sigle == other.initials)
    }
}

/// How like two names are, for places of one commune.
pub fn likeness(one: &str, other: &str, commune: &str) -> Likeness {
    Name::of(one, commune).likeness(&Name::of(other, commune))
}

/// Whether a name has a word that tells its place from others of its kind.
pub fn is_telling(name: &str) -> bool {
    telling(name).iter().any(|word| !KINDS.contains(&word.as_str()))
}

/// The words of a name that count, in order, without those of its commune; a name that is all commune
/// keeps them.
fn words(name: &str, commune: &str) -> Vec<String> {
    let of_commune = telling(commune);
    let mut all = telling(name);
    all.sort_unstable();
    all.dedup();
    let own: Vec<String> = all.iter().filter(|word| !of_commune.contains(word)).cloned().collect();
    if own.is_empty() { all } else { own }
}

fn telling(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let same = |word| SAME.iter().find(|(other, _)| *other == word).map_or(word, |(_, one)| *one);
    words.filter(|word| !EMPTY.contains(word)).map(|word| same(word).to_owned()).collect()
}

/// The letters of a name that may be a sigle: one word of three letters at least.
fn sigle(name: &str) -> Option<String> {
    let letters: String = fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
    ((3..=8).contains(&letters.len()) && !name.trim().contains(' ')).then_some(letters)
}

/// The first letters of the words of a name.
fn initials(name: &str) -> String {
    telling(name).iter().filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_place() {
        for (one, other) in [
            ("Médiathèque Pierre-Amalric", "La médiathèque Pierre Amalric"),
            ("MEDIATHEQUE PIERRE AMALRIC D'ALBI", "Médiathèque Pierre-Amalric"),
            ("Mairie", "Mairie d’Albi"),
            ("M.J.C.", "Maison des jeunes et de la culture"),
            ("Bibliothèque St-Exupéry", "Médiathèque Saint Exupéry"),
            ("Albi", "Albi"),
        ] {
            assert_eq!(likeness(one, other, "Albi"), Likeness::Same, "{one} / {other}");
            assert_eq!(likeness(other, one, "Albi"), Likeness::Same, "{other} / {one}");
        }
    }

    #[test]
    fn names_that_may_be_of_one_place() {
        for (one, other) in [
            ("Grand Théâtre", "Grand Théâtre des Cordeliers"),
            ("Hôtel-Brasserie du Parc", "Brasserie du Parc"),
        ] {
            assert_eq!(likeness(one, other, "Albi"), Likeness::Alike, "{one} / {other}");
        }
    }

    #[test]
    fn names_of_two_places() {
        for (one, other) in [
            ("Médiathèque Pierre-Amalric", "Médiathèque"),
            ("Salle Arcé", "Salle de la Pause"),
            ("Maison de quartier de Lapanouse", "Maison de la musique"),
            ("", "Mairie"),
            ("CAF", "Centre culturel"),
        ] {
            assert_eq!(likeness(one, other, "Albi"), Likeness::Other, "{one} / {other}");
        }
    }
}

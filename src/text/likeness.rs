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

/// How like two names are, for places of one commune.
pub fn likeness(one: &str, other: &str, commune: &str) -> Likeness {
    let (a, b) = (words(one, commune), words(other, commune));
    if a.is_empty() || b.is_empty() {
        return Likeness::Other;
    }
    if a == b || is_sigle(one, other) || is_sigle(other, one) {
        return Likeness::Same;
    }
    let shared: Vec<&String> = a.iter().filter(|word| b.contains(word)).collect();
    let telling = shared.iter().any(|word| !KINDS.contains(&word.as_str()));
    let inside = shared.len() == a.len().min(b.len());
    if telling && (inside || shared.len() * 2 >= a.len().max(b.len())) {
        Likeness::Alike
    } else {
        Likeness::Other
    }
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

/// Whether a name is the sigle of another: its initials, three letters at least.
fn is_sigle(sigle: &str, name: &str) -> bool {
    let letters: String = fold(sigle).chars().filter(|c| c.is_alphanumeric()).collect();
    let short = (3..=8).contains(&letters.len()) && !sigle.trim().contains(' ');
    let initials: String = telling(name).iter().filter_map(|word| word.chars().next()).collect();
    short && initials == letters
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

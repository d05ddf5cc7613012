//! What a column of a file of one's own may become: the keys of a record, and some ways to write them.

use crate::intake::columns::{COLUMNS, Holds};
use crate::text::fold;
use crate::vocabulary::{
    EQUIPEMENTS, FRAIS_A_CHARGE, LANGUES, NIVEAU_AIDE, PASS_NUMERIQUE, SANS_RENDEZ_VOUS, Vocabulary,
};

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Genre {
    /// As the column of the national schema that bears the key.
    Norme(Holds),
    /// Values of a list of ours.
    Liste(&'static Vocabulary),
    /// One value of a list of ours.
    Choix(&'static Vocabulary),
    /// Names, or other words, several.
    Mots,
    /// Text of one or several lines.
    Texte,
    /// A price in words; a cell that only says « gratuit » is a term of `frais_a_charge`.
    Tarif,
    /// A whole address: street, postal code, commune.
    Adresse,
    /// Latitude and longitude in one cell.
    Point,
    /// Even or odd weeks, for the hours of the row.
    Semaines,
    /// The hours of one day.
    Jour(Jour),
}

/// Which hours a column holds: those of a day, of half a day, or one end of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Jour {
    /// The day, from Monday, 0.
    pub jour: usize,
    /// The whole day, its morning or its afternoon: 0, 1, 2.
    pub partie: usize,
    /// Both ends, the beginning or the end: 0, 1, 2.
    pub bout: usize,
}

/// The days as keys write them.
pub(super) const JOURS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
/// The parts of a day as keys write them.
const PARTIES: [&str; 3] = ["", ".matin", ".apres-midi"];
/// The ends of a span as keys write them.
const BOUTS: [&str; 3] = ["", ".debut", ".fin"];

/// Keys that are no column of the national schema.
static NOTRES: [(&str, Genre); 13] = [
    ("autres_noms", Genre::Mots),
    ("equipements", Genre::Liste(&EQUIPEMENTS)),
    ("sans_rendez_vous", Genre::Choix(&SANS_RENDEZ_VOUS)),
    ("niveau_aide", Genre::Liste(&NIVEAU_AIDE)),
    ("langues", Genre::Liste(&LANGUES)),
    ("pass_numerique", Genre::Liste(&PASS_NUMERIQUE)),
    ("tarif", Genre::Tarif),
    ("accessibilite", Genre::Texte),
    ("venir", Genre::Texte),
    ("a_apporter", Genre::Mots),
    ("adresse_complete", Genre::Adresse),
    ("coordonnees", Genre::Point),
    ("horaires.semaines", Genre::Semaines),
];

/// The key of a name, as it is written in a mapping; nothing when there is none.
pub(super) fn key(name: &str) -> Option<(String, Genre)> {
    let norme = COLUMNS.iter().map(|(key, holds)| (*key, Genre::Norme(*holds)));
    let known = norme.chain(NOTRES).find(|(key, _)| *key == name);
    known.map(|(key, genre)| (key.to_owned(), genre)).or_else(|| day(name))
}

/// Every key but those of days, for those who look for one.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|(key, _)| *key).chain(NOTRES.iter().map(|(key, _)| *key))
}

/// `horaires.lundi`, `horaires.lundi.matin`, `horaires.lundi.matin.debut`.
fn day(name: &str) -> Option<(String, Genre)> {
    let folded = fold(name);
    let mut parts = folded.strip_prefix("horaires.")?.split('.');
    let jour = parts.next().and_then(|day| JOURS.iter().position(|known| *known == day))?;
    let mut found = Jour { jour, partie: 0, bout: 0 };
    for part in parts {
        let place =
            |list: [&str; 3]| list.iter().position(|known| known.strip_prefix('.') == Some(part));
        match (place(PARTIES), place(BOUTS)) {
            (Some(partie), _) => found.partie = partie,
            (_, Some(bout)) => found.bout = bout,
            _ => return None,
        }
    }
    Some((found.key(), Genre::Jour(found)))
}

impl Jour {
    /// The key that says so.
    pub fn key(self) -> String {
        format!("horaires.{}{}{}", JOURS[self.jour], PARTIES[self.partie], BOUTS[self.bout])
    }
}

impl Genre {
    /// The list that the values are of.
    pub fn list(self) -> Option<&'static Vocabulary> {
        match self {
            Self::Norme(Holds::Terms(list)) | Self::Liste(list) | Self::Choix(list) => Some(list),
            Self::Tarif => Some(&FRAIS_A_CHARGE),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_written_somewhere_and_read_back() {
        for name in names() {
            assert_eq!(key(name).map(|(key, _)| key).as_deref(), Some(name));
            let made_of_others =
                ["adresse_complete", "coordonnees", "horaires.semaines"].contains(&name);
            assert_eq!(crate::intake::sort::ACTEUR.contains(&name), !made_of_others, "{name}");
        }
    }

    #[test]
    fn days_and_their_parts() {
        for name in [
            "horaires.lundi",
            "horaires.mardi.apres-midi",
            "horaires.samedi.matin.debut",
            "horaires.jeudi.fin",
        ] {
            assert_eq!(key(name).map(|(key, _)| key).as_deref(), Some(name));
        }
        assert!(key("horaires.lundredi").is_none());
        assert!(key("horaires.lundi.soir").is_none());
    }
}

//! After how long a record is to be checked again: one interval, or one a kind of actor.

use crate::calendar::Interval;

use super::catalogue::Field;
use super::reader::Reader;

/// Intervals of a guide; a record may have its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fraicheur {
    /// By the label of a kind of actor.
    pub par_sorte: Vec<(&'static str, Interval)>,
    /// Of every other kind.
    pub autres: Option<Interval>,
}

impl Fraicheur {
    /// That of a kind.
    pub fn de(&self, sorte: &str) -> Option<&Interval> {
        let own = self.par_sorte.iter().find(|(known, _)| *known == sorte);
        own.map(|(_, interval)| interval).or(self.autres.as_ref())
    }
}

/// Kinds of actors with the keys that name them: a key has no accent.
const SORTES: [(&str, &str, &str); 8] = [
    ("lieu", "lieu", "Pour les lieux."),
    ("itinerant", "itinérant", "Pour ce qui se déplace."),
    ("reseau", "réseau", "Pour les réseaux."),
    ("coordination", "coordination", "Pour les coordinations."),
    ("hub", "hub", "Pour les hubs."),
    ("collectivite", "collectivité", "Pour les collectivités."),
    ("financeur", "financeur", "Pour les financeurs."),
    ("autres", "autre", "Pour tout le reste."),
];

/// Reads `fraicheur: 12 mois`, or keys by kind.
pub(super) fn read(r: &mut Reader<'_>) -> Fraicheur {
    let about =
        "Après combien de temps une fiche est à revérifier ; ou un délai par sorte d’acteur.";
    let found = r.text_or_map(
        Field::new("fraicheur", "intervalle, ou clés", about),
        |r, written| Fraicheur { autres: r.judge_interval(&written), ..Fraicheur::default() },
        by_kind,
    );
    found.unwrap_or_default()
}

fn by_kind(r: &mut Reader<'_>) -> Fraicheur {
    let mut found = Fraicheur::default();
    for (key, sorte, about) in SORTES {
        let interval = r.interval(key, about);
        match key {
            "autres" => found.autres = interval,
            _ => found.par_sorte.extend(interval.map(|interval| (sorte, interval))),
        }
    }
    found
}

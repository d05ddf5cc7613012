//! Names that stay (UIDs): the same thing keeps its own from one build to the next, in each file that says it,
//! whatever other records come and go.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::calendar::{Date, TimeSpan};
use crate::guide::{Guides, Passage, Ref};
use crate::text::{slug, slug_of};

/// Letters above which a name may have been cut, so that others look like it.
const LONGEST: usize = 60;

/// The name of what has these parts: readable, and its own however long they are.
pub(super) fn of(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let name = slug_of(&parts);
    if parts.iter().map(|part| slug(part).len() + 1).sum::<usize>() <= LONGEST {
        return name;
    }
    let hash = blake3::hash(parts.join("\n").as_bytes()).to_hex();
    format!("{name}-{}", &hash[..8])
}

/// What names a permanence or a stop: who comes, in which role, to whom, where.
pub(in crate::edition) fn of_passage(guides: &Guides, passage: &Passage) -> String {
    let id = |at: Option<Ref>| at.map_or("", |at| guides.acteur(at).fiche.id.as_str());
    let [qui, stop] = [&passage.qui, &passage.nom].map(|text| text.as_deref().unwrap_or_default());
    let commune = passage.commune.map_or("", |commune| commune.nom);
    of(&["passage", id(passage.de), qui, id(passage.chez), stop, commune])
}

/// What names a single day: its date, and when it begins.
pub(super) fn day(jour: Date, heures: Option<TimeSpan>) -> String {
    let day = jour.strftime("%Y%m%d");
    heures.map_or_else(|| day.to_string(), |span| format!("{day}t{:04}", clock(span.from)))
}

/// What names days that come back: their rhythm, whichever of them are still to come.
pub(super) fn rhythm(jour: Date, heures: TimeSpan, sur_rendez_vous: bool) -> String {
    let (from, to) = (clock(heures.from), clock(heures.to));
    let asked = if sur_rendez_vous { "-rdv" } else { "" };
    format!("{}{from:04}-{to:04}{asked}", jour.strftime("%a")).to_lowercase()
}

/// 570 → 930: hours and minutes as one number.
pub(super) fn clock(minute: u16) -> u16 {
    minute / 60 * 100 + minute % 60
}

/// The UIDs of one file.
pub(super) struct Noms {
    /// The guide's folder.
    folder: String,
    /// Those already given.
    taken: RefCell<BTreeSet<String>>,
}

impl Noms {
    pub fn new(dossier: &str) -> Self {
        Self { folder: slug(dossier), taken: RefCell::default() }
    }

    /// The UID of a thing at its hours; the second of one name gets a number.
    pub fn uid(&self, nom: &str, when: &str) -> String {
        let name = if when.is_empty() { nom.to_owned() } else { format!("{nom}-{when}") };
        let mut taken = self.taken.borrow_mut();
        let uid = |rank: usize| match rank {
            1 => format!("{name}@{}.jalon", self.folder),
            _ => format!("{name}-{rank}@{}.jalon", self.folder),
        };
        let free = (1..).map(uid).find(|uid| !taken.contains(uid)).unwrap_or_else(|| uid(1));
        taken.insert(free.clone());
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cut_short_are_still_their_own() {
        assert_eq!(of(&["passage", "bus", "", "Marché"]), "passage-bus-marche");
        let long = "association-departementale-pour-l-acces-de-toutes-aux-usages";
        let (b, c) = (format!("{long}-b"), format!("{long}-c"));
        assert_ne!(of(&["passage", &b, "lieu"]), of(&["passage", &c, "lieu"]));
        assert_ne!(of(&["passage", &b, "lieu"]), of(&["passage", &b, "mairie"]));
        assert_eq!(of(&["passage", &b, "lieu"]), of(&["passage", &b, "lieu"]));
    }
}

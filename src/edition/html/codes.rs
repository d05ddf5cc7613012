//! The short codes of a guide, and what each leads to: actors and events, by their own codes and their former ones.

use std::collections::BTreeSet;

use crate::guide::{Guide, Guides, Vie};
use crate::plan::About;
use crate::record::Fiche;

use super::noms::LONGEST;
use crate::guide::Ref;

/// Every code of a guide with what has a page under it, in the order of codes, then of names.
///
/// Those of events that are over stay as long as their page does: so does the paper.
pub(super) fn all(guides: &Guides, guide: &Guide) -> Vec<(String, Vers)> {
    let acteurs = guide.acteurs.iter().enumerate();
    let acteurs = acteurs.map(|(rank, acteur)| (Vers::Acteur(rank), &acteur.fiche));
    let known = guide.evenements.iter().enumerate();
    let known = known.filter(|(_, event)| event.vie(guides.today) != Vie::Oublie);
    let events = known.map(|(rank, event)| (Vers::Evenement(rank), &event.fiche));
    let codes = |(vers, fiche): (Vers, &Fiche)| {
        fiche.codes().into_iter().map(move |code| (code, vers)).collect::<Vec<_>>()
    };
    let mut all: Vec<(String, Vers)> = acteurs.chain(events).flat_map(codes).collect();
    all.sort();
    all
}

/// What a code leads to: its rank in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Vers {
    /// An actor of the guide.
    Acteur(usize),
    /// An event of the guide.
    Evenement(usize),
}

impl Vers {
    /// Its page, by the index of its guide.
    pub fn about(self, guide: usize) -> About {
        match self {
            Self::Acteur(index) => About::Acteur(Ref { guide, index }),
            Self::Evenement(index) => About::Evenement(Ref { guide, index }),
        }
    }
}

/// Whether a guide has something with a code.
pub(super) fn some(guides: &Guides, guide: &Guide) -> bool {
    !all(guides, guide).is_empty()
}

/// Whether a guide's codes are too many for one page, as its names would be.
pub(super) fn is_split(guides: &Guides, guide: &Guide) -> bool {
    all(guides, guide).len() > LONGEST
}

/// Every sign that a code of the guide starts with, in order.
pub(super) fn signs(guides: &Guides, guide: &Guide) -> BTreeSet<char> {
    all(guides, guide).into_iter().filter_map(|(code, _)| code.chars().next()).collect()
}

/// A sign as the name of a file or of an anchor.
pub(super) fn name(sign: char) -> String {
    sign.to_lowercase().collect()
}

//! What the pages of a guide look at in other guides: the rest of those may change without them.

use serde::{Deserialize, Serialize};

use crate::edition::World;
use crate::guide::{Linked, Passage, Ref, Regard};

/// Something of other guides, by names that mean the same in the next build.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Ailleurs {
    /// Whatever has an id.
    Id(String),
    /// A record: the folder of its guide, its id.
    Fiche(String, String),
}

impl Ailleurs {
    /// Its fingerprint now: the record, and how lists show it.
    pub(super) fn empreinte(&self, world: &World<'_>) -> String {
        let ids = &world.guides.ids;
        let found = match self {
            Self::Id(id) => ids.anywhere(id),
            Self::Fiche(dossier, id) => {
                let guide = world.guides.guides.iter().position(|guide| guide.dossier == *dossier);
                guide.and_then(|guide| ids.own(id, guide))
            }
        };
        found.map(|linked| world.visage(linked).to_hex().to_string()).unwrap_or_default()
    }

    fn of(world: &World<'_>, regard: Regard) -> Self {
        let guides = &world.guides.guides;
        match regard {
            Regard::Id(id) => Self::Id(id),
            Regard::Fiche(Linked::Acteur(at)) => {
                let guide = &guides[at.guide];
                Self::Fiche(guide.dossier.clone(), guide.acteurs[at.index].fiche.id.clone())
            }
            Regard::Fiche(Linked::Evenement(at)) => {
                let guide = &guides[at.guide];
                Self::Fiche(guide.dossier.clone(), guide.evenements[at.index].fiche.id.clone())
            }
        }
    }
}

/// What a guide looked at while its sheets were made, and who comes to it or receives it; each with its fingerprint.
pub(super) fn of_guide(world: &World<'_>, guide: usize) -> Vec<(Ailleurs, String)> {
    let passing = |passage: &Passage| [passage.de, passage.chez];
    let passing = world.guides.guides[guide].passages.iter().flat_map(passing).flatten();
    let passing = passing.filter(|at: &Ref| at.guide != guide);
    let passing = passing.map(|at| Regard::Fiche(Linked::Acteur(at)));
    let mut all: Vec<Ailleurs> = world
        .guides
        .ids
        .regards(guide)
        .into_iter()
        .chain(passing)
        .map(|regard| Ailleurs::of(world, regard))
        .collect();
    all.sort_unstable();
    all.dedup();
    let now = |one: Ailleurs| {
        let empreinte = one.empreinte(world);
        (one, empreinte)
    };
    all.into_iter().map(now).collect()
}

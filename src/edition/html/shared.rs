//! What many pages of a guide say of the same records, made once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::address::Address;
use crate::guide::{Guides, Linked};
use crate::plan::About;
use crate::theme::Labels;

use super::brief::{Brief, EventBrief};
use super::lexique::Lexique;
use crate::edition::World;

/// What pages share, guide by guide: made when the first page of a guide asks for it.
pub struct Shared {
    guides: Vec<OnceLock<Common>>,
    pub(super) lexique: Lexique,
}

/// What the pages of one guide share; indexes are those of the guide's lists.
pub(in crate::edition) struct Common {
    /// Each actor as lists show it.
    pub acteurs: Vec<Brief>,
    /// Each event as lists show it.
    pub evenements: Vec<EventBrief>,
    /// The actors for a procedure that cannot wait, surest first.
    pub urgence: Vec<usize>,
    /// The rank of each commune, by its code.
    pub communes: BTreeMap<&'static str, usize>,
}

impl Shared {
    /// Room for what the pages of every guide share.
    pub fn new(guides: &Guides) -> Self {
        Self {
            guides: guides.guides.iter().map(|_| OnceLock::new()).collect(),
            lexique: Lexique::of(&guides.glossaire),
        }
    }
}

impl World<'_> {
    /// What the pages of a guide share.
    pub(in crate::edition) fn common(&self, guide: usize) -> &Common {
        let make = || Common::new(self.guides, guide, &self.themes.guides[guide].labels);
        self.shared.guides[guide].get_or_init(make)
    }
}

impl World<'_> {
    /// A fingerprint of a record and of how lists show it: what another guide may say of it.
    pub fn visage(&self, linked: Linked) -> blake3::Hash {
        let (fiche, about, shown) = match linked {
            Linked::Acteur(at) => {
                let shown = format!("{:?}", self.common(at.guide).acteurs[at.index]);
                (&self.guides.acteur(at).fiche, About::Acteur(at), shown)
            }
            Linked::Evenement(at) => {
                let shown = format!("{:?}", self.common(at.guide).evenements[at.index]);
                let event = &self.guides.guides[at.guide].evenements[at.index];
                (&event.fiche, About::Evenement(at), shown)
            }
        };
        let address = self.plan.page(about).map_or("", Address::as_str);
        let parts = [fiche.fichier.text.as_str(), &shown, address];
        let hashes = parts.map(|part| blake3::hash(part.as_bytes()));
        let mut all = blake3::Hasher::new();
        for hash in &hashes {
            all.update(hash.as_bytes());
        }
        all.finalize()
    }
}

impl Common {
    fn new(guides: &Guides, index: usize, labels: &Labels) -> Self {
        let guide = &guides.guides[index];
        Self {
            acteurs: Brief::all(guides, guide, labels),
            evenements: EventBrief::all(guides, index, labels),
            urgence: guides.for_urgence(guide),
            communes: guide
                .communes
                .iter()
                .enumerate()
                .map(|(rank, ici)| (ici.commune.code, rank))
                .collect(),
        }
    }
}

//! What many pages of a guide say of the same records, made once.

use std::collections::BTreeMap;

use crate::guide::{Guide, Guides};
use crate::theme::{Labels, Themes};

use super::brief::{Brief, EventBrief};
use super::lexique::Lexique;

/// What pages share, guide by guide.
pub struct Shared {
    pub(in crate::edition) guides: Vec<Common>,
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
    /// Makes what the pages of every guide share.
    pub fn new(guides: &Guides, themes: &Themes) -> Self {
        let common =
            |(index, guide)| Common::new(guides, index, guide, &themes.guides[index].labels);
        Self {
            guides: guides.guides.iter().enumerate().map(common).collect(),
            lexique: Lexique::of(&guides.glossaire),
        }
    }
}

impl Common {
    fn new(guides: &Guides, index: usize, guide: &Guide, labels: &Labels) -> Self {
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

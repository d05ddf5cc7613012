//! What a build did, and how much it read.

use crate::calendar::Date;
use crate::check::Rendered;
use crate::guide::{self, Guides};
use crate::publish::Outcome;

/// What a build did.
#[derive(Debug)]
pub struct Built {
    /// What was published; nothing when an error forbade it.
    pub outcome: Option<Outcome>,
    /// Every sheet made.
    pub rendered: Vec<Rendered>,
    /// Number of actors, events and communes with something, over all guides.
    pub counts: Counts,
    /// Files to print.
    pub imprimes: usize,
    /// Those of them that were set anew.
    pub poses: usize,
    /// Leaflets that do not fit on a sheet, and were left out.
    pub refus: usize,
    /// Compressed forms put beside files.
    pub precompresses: usize,
    /// Sheets that stay from the last build, since they would be made from the same.
    pub repris: usize,
    /// The first day on which one of the guides has no day left to announce.
    pub perime_le: Option<Date>,
}

impl Built {
    /// Nothing is done yet with these guides.
    pub(super) fn of(guides: &Guides) -> Self {
        let ends = guides.guides.iter().map(|guide| guides.fin_de_l_agenda(guide));
        Self {
            outcome: None,
            rendered: Vec::new(),
            counts: Counts::of(guides),
            imprimes: 0,
            poses: 0,
            refus: 0,
            precompresses: 0,
            repris: 0,
            perime_le: ends.min(),
        }
    }
}

/// How much a guide holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Guides.
    pub guides: usize,
    /// Actors.
    pub acteurs: usize,
    /// Events.
    pub evenements: usize,
    /// Communes where something is, comes or takes place.
    pub communes: usize,
}

impl Counts {
    pub(super) fn of(guides: &Guides) -> Self {
        let sum = |count: fn(&guide::Guide) -> usize| guides.guides.iter().map(count).sum();
        Self {
            guides: guides.guides.len(),
            acteurs: sum(|guide| guide.acteurs.len()),
            evenements: sum(|guide| guide.evenements.len()),
            communes: sum(|guide| guide.communes_servies().count()),
        }
    }
}

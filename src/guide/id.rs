//! Where ids lead: every record by its own id and its former ones.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::record::Fiche;

use super::Ref;

/// What an id leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Linked {
    /// An actor.
    Acteur(Ref),
    /// An event.
    Evenement(Ref),
}

/// Every id of actors and events, by guide.
///
/// Only looked up, never iterated: its order never reaches an output.
#[derive(Debug, Default)]
pub struct Ids {
    own: HashMap<(usize, String), Linked>,
    anywhere: HashMap<String, Linked>,
    /// What each guide looked at that is not its own: when that changes, so may its pages.
    regards: Mutex<BTreeMap<usize, BTreeSet<Regard>>>,
}

/// Something that a guide looks at in another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Regard {
    /// An id that no record of its own has; maybe nobody has it.
    Id(String),
    /// A record.
    Fiche(Linked),
}

impl Ids {
    /// Adds a record by its id and its former ids; the first of two equal ids stands.
    pub(super) fn add(&mut self, guide: usize, fiche: &Fiche, linked: Linked) {
        for id in std::iter::once(&fiche.id).chain(&fiche.anciens_ids) {
            self.own.entry((guide, id.clone())).or_insert(linked);
            self.anywhere.entry(id.clone()).or_insert(linked);
        }
    }

    /// What an id leads to, in one guide first, then in the others.
    pub fn find(&self, id: &str, guide: usize) -> Option<Linked> {
        let own = self.own(id, guide);
        if own.is_none() {
            self.note(guide, Regard::Id(id.to_owned()));
        }
        own.or_else(|| self.anywhere(id))
    }

    /// What an id leads to in one guide alone.
    pub fn own(&self, id: &str, guide: usize) -> Option<Linked> {
        self.own.get(&(guide, id.to_owned())).copied()
    }

    /// What an id leads to, whoever has it.
    pub fn anywhere(&self, id: &str) -> Option<Linked> {
        self.anywhere.get(id).copied()
    }

    /// Takes note that a guide looks at something of another.
    pub fn note(&self, guide: usize, regard: Regard) {
        self.noted().entry(guide).or_default().insert(regard);
    }

    /// What a guide has looked at, until now.
    pub fn regards(&self, guide: usize) -> Vec<Regard> {
        self.noted().get(&guide).into_iter().flatten().cloned().collect()
    }

    fn noted(&self) -> MutexGuard<'_, BTreeMap<usize, BTreeSet<Regard>>> {
        self.regards.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every known id of one guide, for « vouliez-vous dire ».
    pub fn known(&self, guide: usize) -> Vec<&str> {
        let mut known: Vec<&str> =
            self.own.keys().filter(|(of, _)| *of == guide).map(|(_, id)| id.as_str()).collect();
        known.sort_unstable();
        known
    }
}

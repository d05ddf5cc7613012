//! Where ids lead: every record by its own id and its former ones.

use std::collections::HashMap;

use crate::record::Fiche;

use super::Ref;

/// What an id leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        self.own.get(&(guide, id.to_owned())).or_else(|| self.anywhere.get(id)).copied()
    }

    /// Every known id of one guide, for « vouliez-vous dire ».
    pub fn known(&self, guide: usize) -> Vec<&str> {
        let mut known: Vec<&str> =
            self.own.keys().filter(|(of, _)| *of == guide).map(|(_, id)| id.as_str()).collect();
        known.sort_unstable();
        known
    }
}

//! How far long work is, told to who watches.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use super::Order;

/// A part of the work, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Records are read, linked and checked.
    Lecture,
    /// Paper is printed.
    Imprimes,
    /// Pages and all other files are made.
    Pages,
    /// The output changes.
    Publication,
    /// Foreign files become records, in memory (`import`).
    Reprise,
    /// Files beside what is published are written, each whole: records, working papers.
    Ecriture,
}

/// Who watches: told the phase, how much of it is done, and of how much.
#[derive(Clone)]
pub struct Avance(Arc<dyn Fn(Phase, usize, usize) + Send + Sync>);

impl Avance {
    /// Somebody who watches, from any thread.
    pub fn new(tell: impl Fn(Phase, usize, usize) + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }
}

impl Debug for Avance {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Avance")
    }
}

impl Order {
    /// Tells who watches, if anybody does.
    pub(super) fn tell(&self, phase: Phase, done: usize, total: usize) {
        if let Some(Avance(tell)) = &self.avance {
            tell(phase, done, total);
        }
    }
}

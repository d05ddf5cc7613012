//! Where the time of a build goes, told step by step to who measures. No clock of its own; nothing where nobody asks.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use super::Order;
use crate::edition::EDITIONS;

/// A step of the work. They follow each other without a gap: one begins where the last one ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Etape {
    /// Files are read, and become records.
    Lecture,
    /// Records become linked guides.
    Liens,
    /// Pictures become light.
    Images,
    /// Themes are read.
    Themes,
    /// Rules judge records.
    Regles,
    /// Every address is known.
    Plan,
    /// Frozen editions are read, the output folder is opened.
    Ouverture,
    /// Paper is printed.
    Imprimes,
    /// The plan keeps what is published here; what is to be read of sheets is known.
    Preparation,
    /// Sheets become bytes, a guide after the other.
    Fichiers,
    /// Rules judge what was made.
    Relecture,
    /// The output changes.
    Publication,
    /// Texts are looked at for what is hard to read.
    Clarte,
    /// Files for the staff are written.
    Ecriture,
}

/// A step that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tour {
    /// Which one.
    pub etape: Etape,
    /// Of how many records, pictures or files; 0 where nothing is counted.
    pub nombre: usize,
    /// What the sheets of each edition took; where files are made alone.
    pub parts: Vec<Part>,
}

/// What the sheets of an edition took, all threads together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The edition.
    pub nom: &'static str,
    /// How many sheets.
    pub nombre: usize,
    /// The time of each [`Geste`], in their order.
    pub temps: [Duration; 3],
}

/// What is done with a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) enum Geste {
    /// Its bytes are made.
    Faire,
    /// They are read for the rules.
    Relire,
    /// They go where they are published from, compressed where that is asked for.
    Poser,
}

/// Who measures: has a clock that never goes back, and is told each step that ends.
#[derive(Clone)]
pub struct Chrono {
    now: Arc<dyn Fn() -> Duration + Send + Sync>,
    tell: Arc<dyn Fn(Tour) + Send + Sync>,
}

impl Chrono {
    /// Somebody who measures; the clock is read from every thread.
    pub fn new(
        now: impl Fn() -> Duration + Send + Sync + 'static,
        tell: impl Fn(Tour) + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), tell: Arc::new(tell) }
    }
}

impl Debug for Chrono {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Chrono")
    }
}

impl Order {
    /// Tells who measures that a step ended.
    pub(crate) fn lap(&self, etape: Etape, nombre: usize) {
        if let Some(chrono) = &self.chrono {
            (chrono.tell)(Tour { etape, nombre, parts: Vec::new() });
        }
    }
}

/// The time that sheets take, by edition.
pub(super) struct Releve<'a> {
    chrono: Option<&'a Chrono>,
    spent: [Spent; EDITIONS.len()],
}

#[derive(Default)]
struct Spent {
    sheets: AtomicUsize,
    nanoseconds: [AtomicU64; 3],
}

impl<'a> Releve<'a> {
    pub(super) fn begin(order: &'a Order) -> Self {
        Self { chrono: order.chrono.as_ref(), spent: Default::default() }
    }

    /// Does something with a sheet of an edition, and measures it where somebody asks.
    pub(super) fn run<T>(&self, edition: usize, geste: Geste, work: impl FnOnce() -> T) -> T {
        let Some(chrono) = self.chrono else { return work() };
        let start = (chrono.now)();
        let done = work();
        let spent = (chrono.now)().saturating_sub(start).as_nanos();
        let of = &self.spent[edition];
        if matches!(geste, Geste::Faire) {
            of.sheets.fetch_add(1, Ordering::Relaxed);
        }
        of.nanoseconds[geste as usize]
            .fetch_add(u64::try_from(spent).unwrap_or(u64::MAX), Ordering::Relaxed);
        done
    }

    /// Every sheet is made.
    pub(super) fn end(self, nombre: usize) {
        let Some(chrono) = self.chrono else { return };
        let all = EDITIONS.iter().zip(self.spent).map(|(edition, spent)| Part {
            nom: edition.nom(),
            nombre: spent.sheets.into_inner(),
            temps: spent.nanoseconds.map(|time| Duration::from_nanos(time.into_inner())),
        });
        let parts = all.filter(|part| part.nombre > 0).collect();
        (chrono.tell)(Tour { etape: Etape::Fichiers, nombre, parts });
    }
}

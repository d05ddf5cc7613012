//! Files become a folder, all at once or not at all.
//!
//! New and changed files are written in a folder beside the output. When all of them were checked, the files
//! that did not change join them under a second name (a hard link, so they keep bytes and dates), and the two
//! folders are exchanged in one step of the system; where all that changes lies in one folder of the output, as after
//! an edit of one guide, that folder alone. Until that step the output is the last good one, after it the new one,
//! wherever a kill falls. `docs/adr/0004-publish-all-at-once.md` has the alternatives and figures.

mod assemble;
mod beside;
mod disk;
mod fault;
mod in_place;
mod install;
mod leftovers;
mod lock;
mod manifest;
mod part;
mod plan;
mod published;
mod sending;
mod single;
mod survey;
mod swap;
mod target;
mod trace;

pub use beside::{folder, keep_out, write_beside, write_once_beside};
pub use published::{at, of_others, published};
pub use sending::{Sending, addresses, sending, sent};
pub use single::{edit, replace, writable, write_new};
pub use target::Destination;
pub use trace::Trace;

use std::path::PathBuf;
use std::sync::Mutex;

use crate::address::Address;
use crate::diagnostic::Diagnostic;

use fault::{fault, untouched};
use lock::Lock;
use manifest::{Entry, Manifest};
use plan::Planned;
use target::Target;

/// Files on their way to the output folder. Dropped before it is published, it leaves no trace.
pub struct Staging {
    target: Target,
    /// Where new and changed files wait; made when the first one comes.
    folder: PathBuf,
    /// What the last run published; `None` in a folder where nothing was.
    before: Option<Manifest>,
    planned: Mutex<Planned>,
    /// Held until everything is cleaned.
    _locks: Vec<Lock>,
}

/// What publishing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Sheets that are new or whose bytes changed.
    pub written: usize,
    /// Sheets that kept their bytes and their dates.
    pub unchanged: usize,
    /// Addresses that are published no longer, in order.
    pub removed: Vec<String>,
    /// Files of the output that jalon did not make and left alone, hidden ones not counted.
    pub foreign: usize,
    /// In French, why files were replaced one by one instead of all at once; `None` when they were not.
    pub in_place: Option<String>,
    /// A folder that could not be removed after publishing; the next run tries again.
    pub leftover: Option<String>,
}

impl Staging {
    /// Opens an output folder: refuses what is not ours, takes the lock, sweeps what a killed run left.
    pub fn begin(wanted: &Destination) -> Result<Self, Diagnostic> {
        let mut target = Target::resolve(wanted)?;
        let locks = lock::take(&mut target)?;
        leftovers::put_back(&target)?;
        survey::refuse_foreign(&target)?;
        leftovers::sweep(&target)?;
        Ok(Self {
            folder: target.workplace("nouveau"),
            before: Manifest::read(&target.root, &target.shown)?,
            planned: Mutex::default(),
            target,
            _locks: locks,
        })
    }

    /// Stages one file; may be called from several threads. Nothing is written where the output holds the same bytes.
    pub fn put(&self, address: &Address, bytes: &[u8]) -> Result<(), Diagnostic> {
        let entry = Entry::of(bytes);
        let changed = !self.is_published(address, &entry, bytes);
        if !self.plan().add(address, entry, changed) {
            return Err(twice(address));
        }
        if changed {
            let path = self.folder.join(address.as_str());
            if let Err(error) = disk::create(&path, bytes) {
                // A full disk refuses hundreds of files in a row: the first is told, and nothing is published.
                if !std::mem::replace(&mut self.plan().spoiled, true) {
                    return Err(untouched(fault(self.target.show(address.as_str()), &error)));
                }
            }
        }
        Ok(())
    }

    /// What a file was when it was published, for a later run to know that nobody touched it since.
    pub fn trace(&self, address: &Address) -> Option<Trace> {
        let (entry, changed) = {
            let plan = self.plan();
            (*plan.after.0.get(address)?, plan.is_changed(address)?)
        };
        let folder = if changed { &self.folder } else { &self.target.root };
        Trace::of(&entry, &folder.join(address.as_str()))
    }

    /// Whether the output still holds a file just as it was published.
    pub fn holds(&self, address: &Address, trace: &Trace) -> bool {
        let known = self.before.as_ref().and_then(|list| list.0.get(address));
        let stands = |entry| Trace::of(entry, &self.target.root.join(address.as_str()));
        known.and_then(stands).as_ref() == Some(trace)
    }

    /// Stages what the output holds at an address, its bytes unread; nothing where its list has no such file.
    pub fn keep(&self, address: &Address) -> bool {
        let known = self.before.as_ref().and_then(|list| list.0.get_key_value(address));
        known.is_some_and(|(address, entry)| self.plan().add(address, *entry, false))
    }

    /// The bytes that the output holds at an address now.
    pub fn published(&self, address: &Address) -> Option<Vec<u8>> {
        disk::bytes(&self.target.root.join(address.as_str())).ok().flatten()
    }

    /// The bytes of a file that was put.
    pub fn read(&self, address: &Address) -> Option<Vec<u8>> {
        let folder =
            if self.plan().is_changed(address)? { &self.folder } else { &self.target.root };
        disk::bytes(&folder.join(address.as_str())).ok().flatten()
    }

    /// Changes the output at once to exactly the files that were put, plus those that jalon did not make.
    pub fn publish(self) -> Result<Outcome, Diagnostic> {
        let planned = std::mem::take(&mut *self.plan());
        if planned.spoiled {
            return Err(incomplete(&self.target));
        }
        self.install(&planned)
    }

    /// Whether the output holds these bytes: its list must say so, and then the bytes themselves are compared,
    /// since a date or a size says nothing of a file that somebody edited or a disk that failed.
    fn is_published(&self, address: &Address, entry: &Entry, bytes: &[u8]) -> bool {
        let known = self.before.as_ref().and_then(|list| list.0.get(address));
        let path = || self.target.root.join(address.as_str());
        known == Some(entry) && disk::holds(&path(), bytes).unwrap_or(false)
    }

    /// A thread that stopped half-way left at worst a file that is planned and missing, which is found later.
    fn plan(&self) -> std::sync::MutexGuard<'_, Planned> {
        self.planned.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = disk::remove_tree(&self.folder);
    }
}

fn twice(address: &Address) -> Diagnostic {
    Diagnostic::new(
        "adresse-double",
        crate::diagnostic::Severity::Error,
        crate::diagnostic::Subject::Sheet(address.clone()),
        "Deux pages du guide veulent la même adresse.",
        "Donnez un autre « id » ou un autre nom à l’une des deux.",
    )
}

fn incomplete(target: &Target) -> Diagnostic {
    untouched(Diagnostic::about_file(
        "publication-incomplete",
        &*target.shown,
        "Un fichier n’a pas pu être écrit : le guide n’est pas publié.",
        "Corrigez l’erreur signalée pour ce fichier, puis relancez la commande.",
    ))
}

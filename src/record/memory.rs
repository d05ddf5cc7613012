//! What was read of each file: where a guide is read again and again, only files that changed are read anew.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::picture::Developed;
use crate::source::{self, Entry};

use super::kinds::{self, Kind, Record};

/// The files of the last reading. Only looked up: its order never reaches an output.
#[derive(Debug, Default)]
pub struct Memory {
    files: HashMap<PathBuf, Arc<Known>>,
    /// What was made of pictures, by its address.
    pub images: HashMap<Address, Arc<Developed>>,
}

/// What one file held.
#[derive(Debug)]
pub(super) struct Known {
    /// Its bytes, when they are to be known again.
    hash: Option<blake3::Hash>,
    /// What it was read as.
    kind: Kind,
    departement: Option<&'static str>,
    records: Vec<Record>,
    said: Vec<Diagnostic>,
}

impl Memory {
    /// Forgets the last reading for this one.
    pub(super) fn renew<'a>(&mut self, read: impl Iterator<Item = (&'a Entry, &'a Arc<Known>)>) {
        self.files = read.map(|(entry, known)| (entry.path.clone(), Arc::clone(known))).collect();
    }

    fn of(&self, entry: &Entry) -> Option<&Arc<Known>> {
        self.files.get(&entry.path)
    }
}

impl Known {
    /// What is said of a file that is not read.
    pub(super) fn refused(said: Diagnostic) -> Arc<Self> {
        Arc::new(Self { said: vec![said], ..Self::nothing() })
    }

    /// A file that is none of our business.
    pub(super) fn nothing() -> Self {
        Self {
            hash: None,
            kind: Kind::Image,
            departement: None,
            records: Vec::new(),
            said: Vec::new(),
        }
    }

    /// A picture: it is not opened.
    pub(super) fn image(entry: &Entry) -> Arc<Self> {
        Arc::new(Self { records: vec![Record::Image(entry.clone())], ..Self::nothing() })
    }

    /// What it holds; copied when it is remembered.
    pub(super) fn taken(self: Arc<Self>) -> (Vec<Record>, Vec<Diagnostic>) {
        match Arc::try_unwrap(self) {
            Ok(own) => (own.records, own.said),
            Err(shared) => (shared.records.clone(), shared.said.clone()),
        }
    }
}

/// Reads a file, unless the same bytes were read as the same kind before.
pub(super) fn read(
    entry: &Entry,
    kind: Kind,
    departement: Option<&'static str>,
    memory: Option<&Memory>,
) -> Arc<Known> {
    let bytes = match source::read_file(&entry.path, &entry.shown) {
        Ok(bytes) => bytes,
        Err(diagnostic) => return Known::refused(diagnostic),
    };
    let hash = memory.map(|_| blake3::hash(&bytes));
    let same = |known: &&Arc<Known>| {
        known.hash == hash && known.kind == kind && known.departement == departement
    };
    if let Some(known) = memory.and_then(|memory| memory.of(entry)).filter(same) {
        return Arc::clone(known);
    }
    let mut said = Vec::new();
    let records = match source::decode(&entry.shown, bytes) {
        Ok(text) => kinds::read(kind, &text, entry.stem(), departement, &mut said),
        Err(diagnostic) => return Known::refused(diagnostic),
    };
    Arc::new(Known { hash, kind, departement, records, said })
}

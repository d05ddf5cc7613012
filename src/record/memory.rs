//! What was read of each file: where a guide is read again and again, only files that changed are read anew.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::picture::Developed;
use crate::source::{self, Contents, Entry, Stamp};

use super::kinds::{self, Kind, Record};

/// The files of the last reading.
#[derive(Debug, Default)]
pub struct Memory {
    /// What each was read as. Only looked up: its order never reaches an output.
    known: HashMap<PathBuf, Arc<Known>>,
    /// What each holds now: a file that did not change is not even opened.
    contents: Contents,
    /// What was made of pictures, by its address.
    pub images: HashMap<Address, Arc<Developed>>,
}

/// What one file held.
#[derive(Debug)]
pub(super) struct Known {
    /// Its bytes; nothing of a file that is not opened here.
    hash: Option<blake3::Hash>,
    /// What it was read as.
    kind: Kind,
    departement: Option<&'static str>,
    records: Vec<Record>,
    said: Vec<Diagnostic>,
}

impl Memory {
    /// Learns what changed before a reading, and names the content: the same files always have the same name.
    pub fn look(&mut self, stamp: &Stamp) -> String {
        self.contents.look(stamp)
    }

    /// Forgets the last reading for this one.
    pub(super) fn renew<'a>(&mut self, read: impl Iterator<Item = (&'a Entry, Arc<Known>)>) {
        self.known = read.map(|(entry, known)| (entry.path.clone(), known)).collect();
    }

    /// What a file was read as, when its bytes still have this hash.
    fn of(&self, entry: &Entry, hash: blake3::Hash) -> Option<&Arc<Known>> {
        self.known.get(&entry.path).filter(|known| known.hash == Some(hash))
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

    /// The fingerprint of its bytes; nothing of a file that is not opened here.
    pub(super) fn hash(&self) -> Option<blake3::Hash> {
        self.hash
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
    let seen = memory.and_then(|memory| memory.of(entry, memory.contents.of(&entry.path)?));
    let same = |known: &&Arc<Known>| known.kind == kind && known.departement == departement;
    if let Some(known) = seen.filter(same) {
        return Arc::clone(known);
    }
    let bytes = match source::read_file(&entry.path, &entry.shown) {
        Ok(bytes) => bytes,
        Err(diagnostic) => return Known::refused(diagnostic),
    };
    let hash = Some(blake3::hash(&bytes));
    let mut said = Vec::new();
    let records = match source::decode(&entry.shown, bytes) {
        Ok(text) => kinds::read(kind, &text, entry.stem(), departement, &mut said),
        Err(diagnostic) => return Known::refused(diagnostic),
    };
    Arc::new(Known { hash, kind, departement, records, said })
}

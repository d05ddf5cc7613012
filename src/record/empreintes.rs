//! Fingerprints of the files of a content folder: the same ones always make the same guides, on the same day.

use std::collections::BTreeMap;

use blake3::{Hash, Hasher};

use crate::source::Entry;

/// What the files of each folder hold, their names included.
#[derive(Debug, Default)]
pub struct Empreintes {
    /// The settings of each guide.
    settings: BTreeMap<String, Hash>,
    /// The other files of each first folder; those at the top, and of folders that guides share, under their own.
    folders: BTreeMap<String, Hasher>,
}

impl Empreintes {
    /// Takes note of the settings of a guide.
    pub(super) fn settings(&mut self, entry: &Entry, hash: Option<Hash>) {
        self.settings.extend(hash.map(|hash| (entry.folder().to_owned(), hash)));
    }

    /// Takes note of a file, in the order of their names.
    pub(super) fn file(&mut self, entry: &Entry, hash: Option<Hash>) {
        let Some(hash) = hash else { return };
        let folder = self.folders.entry(entry.folder().to_owned()).or_default();
        folder.update(entry.relative.as_bytes()).update(&[0]).update(hash.as_bytes());
    }

    /// The settings of a guide, by its folder.
    pub fn reglages(&self, dossier: &str) -> Option<Hash> {
        self.settings.get(dossier).copied()
    }

    /// The other files of the folder of a guide.
    pub fn dossier(&self, dossier: &str) -> Option<Hash> {
        self.folders.get(dossier).map(Hasher::finalize)
    }

    /// The files that no guide has for itself.
    pub fn partage(&self) -> Hash {
        let mut all = Hasher::new();
        let shared = self.folders.iter().filter(|(name, _)| !self.settings.contains_key(*name));
        for (name, files) in shared {
            all.update(name.as_bytes()).update(&[0]).update(files.finalize().as_bytes());
        }
        all.finalize()
    }
}

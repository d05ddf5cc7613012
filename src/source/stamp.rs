//! Whether the files of a folder changed, by their names, sizes and dates: nothing is opened that stayed the same.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::{Entry, walk};

/// What tells of a change of a file: its size in bytes and its date.
type Trace = (u64, Option<SystemTime>);

/// The files of some folders at one moment; two that are equal tell of no change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Vec<(Entry, Trace)>);

impl Stamp {
    /// The latest date of the files that are not as they were before; none when files only went.
    pub fn newest_since(&self, before: &Self) -> Option<SystemTime> {
        let old: HashMap<&Path, Trace> =
            before.0.iter().map(|(file, trace)| (file.path.as_path(), *trace)).collect();
        let changed =
            self.0.iter().filter(|(file, trace)| old.get(file.path.as_path()) != Some(trace));
        changed.filter_map(|(_, (_, date))| *date).max()
    }
}

/// Looks at every file that jalon would read below these folders; one that does not exist holds nothing.
///
/// One after the other: a look must not wait for threads that make pages, since it is what stops them.
pub fn stamp(folders: &[&Path]) -> Stamp {
    let files = folders.iter().flat_map(|folder| walk(folder, "").files);
    let seen = files.filter_map(|file| {
        let metadata = std::fs::metadata(&file.path).ok()?;
        Some((file, (metadata.len(), metadata.modified().ok())))
    });
    Stamp(seen.collect())
}

/// What the files of some folders hold, by their path. Only looked up: its order never reaches an output.
#[derive(Debug, Default)]
pub struct Contents(HashMap<PathBuf, (Trace, blake3::Hash)>);

impl Contents {
    /// Opens the files whose size or date is another than at the last look, and names what all of them hold: the same
    /// files always have the same name.
    pub fn look(&mut self, stamp: &Stamp) -> String {
        let one = |(file, trace): &(Entry, Trace)| match self.0.get(&file.path) {
            Some((known, hash)) if known == trace => *hash,
            _ => hash_of(&file.path),
        };
        let each: Vec<blake3::Hash> = stamp.0.par_iter().map(one).collect();
        let mut whole = blake3::Hasher::new();
        for ((file, _), hash) in stamp.0.iter().zip(&each) {
            whole.update(file.relative.as_bytes()).update(&[0]).update(hash.as_bytes());
        }
        let files = stamp.0.iter().zip(each);
        self.0 = files.map(|((file, trace), hash)| (file.path.clone(), (*trace, hash))).collect();
        whole.finalize().to_hex()[..16].to_owned()
    }

    /// The hash of the bytes of a file, when it was there at the last look.
    pub fn of(&self, path: &Path) -> Option<blake3::Hash> {
        self.0.get(path).map(|(_, hash)| *hash)
    }
}

#[allow(clippy::disallowed_methods, reason = "this module owns the reading of the disk")]
fn hash_of(path: &Path) -> blake3::Hash {
    blake3::hash(&std::fs::read(path).unwrap_or_default())
}

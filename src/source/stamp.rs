//! Whether the files of a folder changed, by their names, sizes and dates: nothing is opened.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::walk;

/// The files of some folders at one moment; two that are equal tell of no change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Vec<(PathBuf, u64, Option<SystemTime>)>);

/// Looks at every file that jalon would read below these folders; one that does not exist holds nothing.
///
/// One after the other: a look must not wait for threads that make pages, since it is what stops them.
pub fn stamp(folders: &[&Path]) -> Stamp {
    let files = folders.iter().flat_map(|folder| walk(folder, "").files);
    let seen = files.filter_map(|file| {
        let metadata = std::fs::metadata(&file.path).ok()?;
        Some((file.path, metadata.len(), metadata.modified().ok()))
    });
    Stamp(seen.collect())
}

/// The name of what the files of some folders hold: the same files always have the same name.
#[allow(clippy::disallowed_methods, reason = "this module owns the reading of the disk")]
pub fn digest(folders: &[&Path]) -> String {
    let files: Vec<_> = folders.iter().flat_map(|folder| walk(folder, "").files).collect();
    let one = |file: &super::Entry| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(file.relative.as_bytes()).update(&[0]);
        hasher.update(&std::fs::read(&file.path).unwrap_or_default());
        hasher.finalize()
    };
    let each: Vec<blake3::Hash> = files.par_iter().map(one).collect();
    let mut whole = blake3::Hasher::new();
    for hash in each {
        whole.update(hash.as_bytes());
    }
    whole.finalize().to_hex()[..16].to_owned()
}

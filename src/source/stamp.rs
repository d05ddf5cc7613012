//! Whether the files of a folder changed, by their names, sizes and dates: nothing is opened.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::walk;

/// The files of some folders at one moment; two that are equal tell of no change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Vec<(PathBuf, u64, Option<SystemTime>)>);

/// Looks at every file that jalon would read below these folders; one that does not exist holds nothing.
pub fn stamp(folders: &[&Path]) -> Stamp {
    let files = folders.iter().flat_map(|folder| walk(folder, "").files);
    let seen = files.filter_map(|file| {
        let metadata = std::fs::metadata(&file.path).ok()?;
        Some((file.path, metadata.len(), metadata.modified().ok()))
    });
    Stamp(seen.collect())
}

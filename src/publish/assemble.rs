//! The staged files are joined by all that stays: the folder that takes the place of the output is whole.

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk;
use super::survey::Survey;

/// A file of the output that the system would not give a second name, nor copy.
pub struct Refused {
    /// Which, from the output folder.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// Carries into `new` what stays of `root`: `unchanged` sheets, everything that others put there, and the
/// rights of its folders.
pub fn assemble(
    root: &Path,
    new: &Path,
    unchanged: &[&Path],
    found: &Survey,
) -> Result<(), Refused> {
    each(unchanged, |path| disk::carry(&root.join(path), &new.join(path)))?;
    let (folders, files): (Vec<_>, Vec<_>) =
        found.strangers.iter().partition(|stranger| stranger.folder);
    let files: Vec<&Path> = files.iter().map(|file| file.path.as_path()).collect();
    each(&files, |path| disk::carry(&root.join(path), &new.join(path)))?;
    let folders: Vec<&Path> = folders.iter().map(|folder| folder.path.as_path()).collect();
    each(&folders, |path| disk::folder(&new.join(path)))?;
    // Last: a folder that its owner made read-only could not be filled any more.
    let folders: Vec<&Path> = found.folders.iter().map(PathBuf::as_path).collect();
    each(&folders, |path| imitate(root, new, path))
}

/// Several at a time: the system spends most of this time waiting for its own locks.
fn each(paths: &[&Path], action: impl Fn(&Path) -> io::Result<()> + Sync) -> Result<(), Refused> {
    paths.par_iter().try_for_each(|path| {
        action(path).map_err(|error| Refused { path: path.to_path_buf(), error })
    })
}

/// Gives a folder that stays the rights it has in the output.
fn imitate(root: &Path, new: &Path, path: &Path) -> io::Result<()> {
    let (model, folder) = (root.join(path), new.join(path));
    match disk::look(&folder)? {
        Some(_) => disk::imitate(&model, &folder),
        None => Ok(()),
    }
}

//! The staged files are joined by all that stays: the folder that takes the place of the output is whole.

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk;
use super::plan::Planned;
use super::survey::Survey;

/// A file of the output that the system would not give a second name, nor copy.
pub struct Refused {
    /// Which, from the output folder.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// What of the output has a place in the next one too; every path is relative to it.
pub struct Stays<'a> {
    /// Pages whose bytes do not change, and files of others.
    files: Vec<&'a Path>,
    /// Folders of others.
    folders: Vec<&'a Path>,
    /// All folders, those above first: they keep their rights.
    rights: Vec<&'a Path>,
}

impl<'a> Stays<'a> {
    /// What stays of all that was found.
    pub fn of(planned: &'a Planned, found: &'a Survey) -> Self {
        let strangers = |folders| {
            let strangers = found.strangers.iter().filter(move |one| one.folder == folders);
            strangers.map(|one| one.path.as_path())
        };
        Self {
            files: planned.unchanged().chain(strangers(false)).collect(),
            folders: strangers(true).collect(),
            rights: found.folders.iter().map(PathBuf::as_path).collect(),
        }
    }

    /// What lies in `folder`, and what does not.
    pub fn split(self, folder: &Path) -> (Self, Self) {
        let split =
            |paths: Vec<&'a Path>| paths.into_iter().partition(|path| path.starts_with(folder));
        let (files, folders, rights) = (split(self.files), split(self.folders), split(self.rights));
        (
            Self { files: files.0, folders: folders.0, rights: rights.0 },
            Self { files: files.1, folders: folders.1, rights: rights.1 },
        )
    }
}

/// Carries into `new` what stays of `root`.
pub fn assemble(root: &Path, new: &Path, stays: &Stays) -> Result<(), Refused> {
    each(&stays.files, |path| disk::carry(&root.join(path), &new.join(path)))?;
    each(&stays.folders, |path| disk::folder(&new.join(path)))?;
    // Last: a folder that its owner made read-only could not be filled any more.
    each(&stays.rights, |path| imitate(root, new, path))
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

//! The one step in which a folder takes the place of another, and what is done with the one that gave way.

use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::disk;
use super::in_place::leads_through_folders;
use super::manifest::{self, Manifest};
use super::survey::survey;

/// Puts the folder `new` at `root`; what stood there is at `passing` afterwards.
///
/// `new` goes by that name first: what a run finds there may hold files that somebody put in the output at the very
/// moment of the exchange, which what is called `new` never does. Where the system knows no exchange, two renames do it,
/// with a moment in which nothing is at `root` and what stood there is at `old`.
pub fn swap(new: &Path, root: &Path, passing: &Path, old: &Path) -> io::Result<()> {
    if disk::look(root)?.is_none() {
        return disk::rename(new, root);
    }
    disk::rename(new, passing)?;
    let swapped = match disk::exchange(passing, root) {
        Err(error) if is_unknown(&error) => two_renames(passing, root, old),
        swapped => swapped,
    };
    swapped.inspect_err(|_| drop(disk::rename(passing, new)))
}

/// Whether a system or a disk says that it has never heard of exchanging.
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
}

fn two_renames(passing: &Path, root: &Path, old: &Path) -> io::Result<()> {
    disk::rename(root, old)?;
    disk::rename(passing, root).inspect_err(|_| drop(disk::rename(old, root)))?;
    // Should this fail, it is swept under the name it has.
    let _ = disk::rename(old, passing);
    Ok(())
}

/// In French, why a folder could not be swapped, when replacing files one by one may do.
pub fn hindrance(error: &io::Error) -> Option<&'static str> {
    match error.kind() {
        ErrorKind::PermissionDenied => {
            Some("le système ne permet pas de déplacer ce dossier ou ce qu’il contient")
        }
        ErrorKind::CrossesDevices
        | ErrorKind::ResourceBusy
        | ErrorKind::Unsupported
        | ErrorKind::InvalidInput => Some("ce disque ne permet pas d’échanger deux dossiers"),
        _ => None,
    }
}

/// Removes the folder that gave way to `now`; `before` is its list.
///
/// Only our own files are removed for good. What somebody added or changed while the folders were being
/// swapped moves to `now`; all else stands there already.
pub fn clear(old: &Path, now: &Path, before: Option<&Manifest>) -> io::Result<()> {
    let list = old.join(manifest::NAME);
    let found = survey(old, before)?;
    found.folders.iter().try_for_each(|folder| disk::open_up(&old.join(folder)))?;
    found
        .ours
        .par_iter()
        .chain(&found.crumbs)
        .try_for_each(|path| disk::remove(&old.join(path)))?;
    let mut files = found.strangers.iter().filter(|stranger| !stranger.folder);
    files.try_for_each(|file| rescue(old, now, &file.path))?;
    if disk::look(&list)?.is_some() {
        disk::remove(&list)?;
    }
    let mut folders = found.folders.iter().rev();
    folders.try_for_each(|folder| disk::remove_empty(&old.join(folder)))
}

/// Removes a stranger's file that `now` holds as well, moves it there otherwise.
fn rescue(old: &Path, now: &Path, path: &Path) -> io::Result<()> {
    let (from, to) = (old.join(path), now.join(path));
    if !leads_through_folders(now, path)? {
        return Err(ErrorKind::NotADirectory.into());
    }
    match (disk::look(&from)?, disk::look(&to)?) {
        (Some(here), Some(there))
            if disk::same_file(&here, &there) || there.modified()? >= here.modified()? =>
        {
            disk::remove(&from)
        }
        _ => disk::rename(&from, &to),
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests set the scene on a disk of their own")]
mod tests {
    use super::*;
    use std::fs;

    /// Folders `new` and `root` that hold one file each.
    fn scene() -> tempfile::TempDir {
        let scene = tempfile::tempdir().unwrap();
        for name in ["new", "root"] {
            fs::create_dir(scene.path().join(name)).unwrap();
            fs::write(scene.path().join(name).join("page"), name).unwrap();
        }
        scene
    }

    fn page(scene: &tempfile::TempDir, folder: &str) -> Option<String> {
        fs::read_to_string(scene.path().join(folder).join("page")).ok()
    }

    #[test]
    fn both_ways_to_swap_end_alike() {
        let in_two = |new: &Path, root: &Path, passing: &Path, old: &Path| {
            disk::rename(new, passing).and_then(|()| two_renames(passing, root, old))
        };
        for way in [swap, in_two] {
            let scene = scene();
            let names = ["new", "root", "passing", "old"];
            let [new, root, passing, old] = names.map(|name| scene.path().join(name));
            way(&new, &root, &passing, &old).unwrap();
            let pages = names.map(|name| page(&scene, name));
            assert_eq!(pages, [None, Some("new".into()), Some("root".into()), None]);
        }
    }

    #[test]
    fn a_swap_that_fails_half_way_is_undone() {
        let scene = scene();
        let [missing, root, old] = ["missing", "root", "old"].map(|name| scene.path().join(name));
        assert!(two_renames(&missing, &root, &old).is_err());
        assert_eq!(page(&scene, "root").unwrap(), "root");
        assert!(!old.exists());
    }
}

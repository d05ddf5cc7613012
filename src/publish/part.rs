//! A change that stays in one folder of the output: that folder alone takes the place of the one that was there.
//!
//! Its new list comes within it, under a name of its own, so that list and pages arrive in one step; only then does it
//! take the place of the list above. A run that is killed in between leaves it where the next one looks first.

use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::manifest::NAME;

/// The name of a list that came with one folder of the output.
const BROUGHT: &str = ".jalon-liste";

/// Puts `folder` of `new` where `root` has it; what gave way is in `old` afterwards, with the list it had.
///
/// False where the system refuses: then `new` is as it was, and the output as well.
pub fn exchange(folder: &Path, new: &Path, root: &Path, old: &Path) -> io::Result<bool> {
    let (list, brought) = (new.join(NAME), new.join(folder).join(BROUGHT));
    disk::rename(&list, &brought)?;
    disk::carry(&root.join(NAME), &list)?;
    if disk::exchange(&new.join(folder), &root.join(folder)).is_err() {
        disk::rename(&brought, &list)?;
        return Ok(false);
    }
    // The pages are published. What fails from here on is done by the next run.
    let _ = disk::rename(new, old);
    let _ = raise(root);
    Ok(true)
}

/// Gives a list that came with one folder its place at the top of an output.
pub fn raise(root: &Path) -> io::Result<()> {
    match waiting(root)? {
        Some(brought) => disk::rename(&brought, &root.join(NAME)),
        None => Ok(()),
    }
}

/// The list that says what an output holds: one that came with a folder is newer than the one at the top.
pub fn list(root: &Path) -> io::Result<PathBuf> {
    Ok(waiting(root)?.unwrap_or_else(|| root.join(NAME)))
}

/// A list that came with a folder, where a kill left it.
fn waiting(root: &Path) -> io::Result<Option<PathBuf>> {
    for folder in disk::folders(root)? {
        let brought = folder.join(BROUGHT);
        if disk::look(&brought)?.is_some_and(|found| found.is_file()) {
            return Ok(Some(brought));
        }
    }
    Ok(None)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests set the scene on a disk of their own")]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::fs;

    /// Folders `new` and `root` with a list and a page in `guide` each, which say where they lie.
    fn scene() -> (tempfile::TempDir, [PathBuf; 3]) {
        let scene = tempfile::tempdir().unwrap();
        for name in ["new", "root"] {
            fs::create_dir_all(scene.path().join(name).join("guide")).unwrap();
            for file in [NAME, "guide/page"] {
                fs::write(scene.path().join(name).join(file), name).unwrap();
            }
        }
        let folders = ["new", "root", "old"].map(|name| scene.path().join(name));
        (scene, folders)
    }

    /// What files say, by their path from `folder`.
    fn files(folder: &Path) -> BTreeMap<String, String> {
        let paths = [NAME, "guide/page", "guide/.jalon-liste"];
        let read =
            |path: &str| Some((path.to_owned(), fs::read_to_string(folder.join(path)).ok()?));
        paths.into_iter().filter_map(read).collect()
    }

    fn of(name: &str) -> BTreeMap<String, String> {
        [NAME, "guide/page"].map(|path| (path.to_owned(), name.to_owned())).into()
    }

    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    #[test]
    fn list_and_pages_change_together_and_what_gave_way_has_its_list() {
        let (_scene, [new, root, old]) = scene();
        assert!(exchange(Path::new("guide"), &new, &root, &old).unwrap());
        assert_eq!((files(&root), files(&old)), (of("new"), of("root")));
        assert!(!new.exists());
    }

    #[test]
    fn where_a_folder_cannot_be_exchanged_nothing_changes() {
        let (_scene, [new, root, old]) = scene();
        fs::remove_dir_all(root.join("guide")).unwrap();
        let left = files(&root);
        assert!(!exchange(Path::new("guide"), &new, &root, &old).unwrap());
        assert_eq!((files(&root), files(&new)), (left, of("new")));
        assert!(!old.exists());
    }
}

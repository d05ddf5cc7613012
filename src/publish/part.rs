//! A change that stays in one folder of the output: that folder alone takes the place of the one that was there.
//!
//! Its new list comes within it, under a name of its own, so that list and pages arrive in one step; only then does it
//! take the place of the list above. A run that is killed in between leaves it where the next one looks first. The name
//! tells which list it takes the place of: one that comes back later, with a copy of the folder, is not believed.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::manifest::{Manifest, NAME, address};

/// What the name of a list that came with one folder begins with.
pub const BROUGHT: &str = ".jalon-liste-";

/// Characters of the hash of the list above that end the name of the list that takes its place.
const MARK: usize = 32;

/// Puts `folder` of `new` where `root` has it; what gave way is at `passing` afterwards, with the list it had.
///
/// False where the system refuses: then `new` is as it was, and the output as well.
pub fn exchange(folder: &Path, new: &Path, root: &Path, passing: &Path) -> io::Result<bool> {
    let (list, above) = (new.join(NAME), root.join(NAME));
    let Some(text) = disk::text(&above)? else {
        return Ok(false);
    };
    let brought = new.join(folder).join(name(&text));
    disk::rename(&list, &brought)?;
    let swapped = disk::carry(&above, &list).and_then(|()| {
        disk::rename(new, passing)?;
        disk::exchange(&passing.join(folder), &root.join(folder))
            .inspect_err(|_| drop(disk::rename(passing, new)))
    });
    if swapped.is_err() {
        disk::rename(&brought, &list)?;
        return Ok(false);
    }
    // The pages are published. What fails from here on is done by the next run.
    let _ = raise(root);
    Ok(true)
}

/// Gives a list that came with one folder its place at the top of an output.
pub fn raise(root: &Path) -> io::Result<()> {
    let newer = match disk::text(&root.join(NAME))? {
        Some(text) => newer(root, &text)?,
        None => None,
    };
    newer.map_or(Ok(()), |(brought, _)| disk::rename(&brought, &root.join(NAME)))
}

/// The list that came with a folder to take the place of the one at the top, whose text this is.
pub fn newer(root: &Path, text: &str) -> io::Result<Option<(PathBuf, Manifest)>> {
    let name = name(text);
    for top in tops(text) {
        let folder = root.join(top);
        if !disk::look(&folder)?.is_some_and(|found| found.is_dir()) {
            continue;
        }
        let brought = folder.join(&name);
        let text = disk::bytes(&brought)?.and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(list) = text.as_deref().and_then(Manifest::parse) {
            return Ok(Some((brought, list)));
        }
    }
    Ok(None)
}

/// What a list is called that comes with a folder to take the place of the one whose text this is.
fn name(text: &str) -> String {
    let hash = blake3::hash(text.as_bytes()).to_hex();
    format!("{BROUGHT}{}", &hash[..MARK])
}

/// The folders at the top of an output in which a list names files: no others are looked into.
fn tops(text: &str) -> BTreeSet<&str> {
    let tops = text.lines().filter_map(address).filter_map(|address| address.split_once('/'));
    tops.map(|(top, _)| top).filter(|top| !matches!(*top, "" | "." | "..")).collect()
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
        let folders = ["new", "root", "passing"].map(|name| scene.path().join(name));
        (scene, folders)
    }

    /// What files say, by their path from `folder`.
    fn files(folder: &Path) -> BTreeMap<String, String> {
        let brought = format!("guide/{}", name("root"));
        let paths = [NAME, "guide/page", &brought];
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
        let (_scene, [new, root, passing]) = scene();
        assert!(exchange(Path::new("guide"), &new, &root, &passing).unwrap());
        let came = BTreeMap::from([
            (NAME.to_owned(), "root".to_owned()),
            ("guide/page".to_owned(), "new".to_owned()),
            (format!("guide/{}", name("root")), "new".to_owned()),
        ]);
        assert_eq!((files(&root), files(&passing)), (came, of("root")));
        assert!(!new.exists());
    }

    /// Copies of a folder that come back, damaged lists, folders of others, links: none is believed.
    #[test]
    fn only_the_list_that_takes_the_place_of_the_one_above_is_believed() {
        let scene = tempfile::tempdir().unwrap();
        let root = scene.path();
        let text = Manifest::parse(&format!(
            "{}{} 0 guide/page\n",
            Manifest::default().text(),
            blake3::hash(b"")
        ))
        .unwrap()
        .text();
        let write = |path: &str, text: &str| fs::write(root.join(path), text).unwrap();
        for folder in ["guide", "others"] {
            fs::create_dir(root.join(folder)).unwrap();
        }
        write(&format!("others/{}", name(&text)), &text);
        write(&format!("guide/{}", name("another list")), &text);
        write(&format!("guide/{}", name(&text)), "cut");
        assert_eq!(newer(root, &text).unwrap(), None);
        write(&format!("guide/{}", name(&text)), &Manifest::default().text());
        let found = newer(root, &text).unwrap();
        assert_eq!(found, Some((root.join("guide").join(name(&text)), Manifest::default())));
    }

    #[test]
    fn where_a_folder_cannot_be_exchanged_nothing_changes() {
        let (_scene, [new, root, passing]) = scene();
        fs::remove_dir_all(root.join("guide")).unwrap();
        let left = files(&root);
        assert!(!exchange(Path::new("guide"), &new, &root, &passing).unwrap());
        assert_eq!((files(&root), files(&new)), (left, of("new")));
        assert!(!passing.exists());
    }
}

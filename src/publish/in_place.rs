//! Publishing where a folder cannot be swapped: files are replaced one by one.
//!
//! All new bytes stand on the disk before the first file is replaced, so a disk that fills up is found out while
//! nothing has changed. The folder that holds them is called `pret` from then on: a run that finds one finishes
//! what was begun.

use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::fault::fault;
use super::manifest::{self, Manifest, slashed};
use super::survey::survey;
use super::target::Target;
use crate::address::Address;
use crate::diagnostic::Diagnostic;

/// Brings the files of `ready`, whose list says what the output must hold, and removes what is no longer planned.
///
/// Doing it again after it was stopped anywhere ends in the same folder.
pub fn apply(ready: &Path, target: &Target) -> Result<(), Diagnostic> {
    let shown = ready.display().to_string();
    if let Some(after) = Manifest::read(ready, &shown)? {
        let before = Manifest::read(&target.root, &target.shown)?.unwrap_or_default();
        let gone = before.0.keys().filter(|old| !after.0.contains_key(*old));
        let (blocking, gone): (Vec<&Address>, Vec<&Address>) =
            gone.partition(|old| after.needs_the_place_of(Path::new(old.as_str())));
        blocking.into_iter().try_for_each(|old| remove(target, old.as_str()))?;
        for path in waiting(ready, &after).map_err(|error| fault(&*shown, &error))? {
            let ours =
                slashed(&path).is_some_and(|address| before.0.contains_key(address.as_str()));
            bring(ready, target, &path, ours)?;
        }
        // Last: until then an old page still leads to it.
        gone.into_iter().try_for_each(|old| remove(target, old.as_str()))?;
        let list = Path::new(manifest::NAME);
        disk::transfer(&ready.join(list), &target.root.join(list))
            .map_err(|error| fault(target.show(list), &error))?;
    }
    disk::remove_tree(ready).map_err(|error| fault(shown, &error))
}

/// The planned files that are still in `ready`, in order; those that were brought before a kill are not.
fn waiting(ready: &Path, after: &Manifest) -> io::Result<Vec<PathBuf>> {
    let mut paths = survey(ready, Some(after))?.ours;
    paths.sort();
    Ok(paths)
}

/// Moves one file over the one that was there.
fn bring(ready: &Path, target: &Target, path: &Path, ours: bool) -> Result<(), Diagnostic> {
    let (from, to) = (ready.join(path), target.root.join(path));
    let failed = |error| fault(target.show(path), &error);
    let clear = match disk::look(&to).map_err(failed)? {
        // A kill may have fallen between a copy from one disk to another and the removal of its model.
        Some(found) => found.is_file() && (ours || disk::same(&from, &to).map_err(failed)?),
        None => true,
    };
    if !clear || !leads_through_folders(&target.root, path).map_err(failed)? {
        return Err(in_the_way(target.show(path), 0));
    }
    disk::transfer(&from, &to).map_err(failed)
}

/// Removes a file that jalon published and the folders it leaves empty; a link above it is not followed.
fn remove(target: &Target, address: &str) -> Result<(), Diagnostic> {
    let failed = |error: io::Error| fault(target.show(address), &error);
    let path = target.root.join(address);
    let found = disk::look(&path).map_err(failed)?;
    let reached = leads_through_folders(&target.root, address).map_err(failed)?;
    if !reached || !found.is_some_and(|found| found.is_file()) {
        return Ok(());
    }
    disk::remove(&path).map_err(failed)?;
    let _ = above(Path::new(address))
        .try_for_each(|folder| disk::remove_empty(&target.root.join(folder)));
    Ok(())
}

/// Whether every folder above a path is a real folder, or does not exist yet: writing there stays in the output.
pub fn leads_through_folders(root: &Path, path: impl AsRef<Path>) -> io::Result<bool> {
    for folder in above(path.as_ref()) {
        if disk::look(&root.join(folder))?.is_some_and(|found| !found.is_dir()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The folders above a relative path, the nearest first.
fn above(path: &Path) -> impl Iterator<Item = &Path> {
    let above = path.ancestors().skip(1);
    above.filter(|folder| !folder.as_os_str().is_empty())
}

/// Something that jalon did not make stands where a sheet must go, and `others` more do.
pub fn in_the_way(shown: String, others: usize) -> Diagnostic {
    let others = match others {
        0 => String::new(),
        1 => " Un autre fichier gêne de même.".into(),
        _ => format!(" {others} autres fichiers gênent de même."),
    };
    Diagnostic::about_file(
        "fichier-etranger",
        shown,
        format!("Ceci n’a pas été écrit par jalon et occupe la place d’une page du guide.{others}"),
        "Déplacez-le ou donnez-lui un autre nom, puis relancez la commande.",
    )
}

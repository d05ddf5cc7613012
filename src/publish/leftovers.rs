//! What a killed run left behind: put back, finished or swept by the next one, which holds the lock.

use std::io;

use super::fault::fault;
use super::manifest::Manifest;
use super::target::Target;
use super::{disk, in_place, part, swap};
use crate::diagnostic::Diagnostic;

/// The old folder takes its place back when a kill fell between two renames: only then is it whole under that name.
pub fn put_back(target: &Target) -> Result<(), Diagnostic> {
    let old = target.beside("ancien");
    let failed = |error: io::Error| fault(&*target.shown, &error);
    let lost = disk::look(&target.root).map_err(failed)?.is_none();
    if lost && disk::look(&old).map_err(failed)?.is_some() {
        disk::rename(&old, &target.root).map_err(failed)?;
    }
    Ok(())
}

/// Whether a run was killed while it was replacing files one by one: the folder is ours, list or no list.
pub fn is_half_done(target: &Target) -> bool {
    ready(target).iter().any(|ready| matches!(disk::look(ready), Ok(Some(_))))
}

/// Brings the output and what is beside it to a state that a whole run could have left.
pub fn sweep(target: &Target) -> Result<(), Diagnostic> {
    let failed = |error: io::Error| fault(&*target.shown, &error);
    part::raise(&target.root).map_err(failed)?;
    for old in [target.beside("passage"), target.beside("ancien")] {
        if disk::look(&old).map_err(failed)?.is_some() {
            // Without its list, pages that are gone would pass for files of others: then nothing is removed.
            let before = Manifest::load(&old).map_err(failed)?;
            swap::clear(&old, &target.root, before.as_ref()).map_err(failed)?;
        }
    }
    for ready in ready(target) {
        if disk::look(&ready).map_err(failed)?.is_some() {
            in_place::apply(&ready, target)?;
        }
    }
    for unfinished in [target.beside("nouveau"), target.inside("nouveau")] {
        disk::remove_tree(&unfinished).map_err(failed)?;
    }
    Ok(())
}

/// Where a folder may lie whose files are all there, waiting to be brought.
fn ready(target: &Target) -> [std::path::PathBuf; 2] {
    [target.beside("pret"), target.inside("pret")]
}

//! One build at a time in a folder. The system itself lets go of the lock of a killed run.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk;
use super::fault::fault;
use super::target::Target;
use crate::diagnostic::Diagnostic;

/// Locks an output folder for one run.
///
/// A file beside it locks a folder that will be swapped. The folder itself is locked as well, which is enough
/// where nothing can be written beside it: then the target becomes one whose files are replaced one by one.
pub fn take(target: &mut Target) -> Result<Vec<Lock>, Diagnostic> {
    let failed = |error: io::Error| fault(&*target.shown, &error);
    let exists = disk::look(&target.root).map_err(failed)?.is_some();
    let mut locks = Vec::new();
    match Lock::by_file(&target.beside("verrou")) {
        // Files are replaced one by one: the lock on the folder is enough, but for a run that swaps it meanwhile.
        Err(_) if target.in_place.is_some() => {}
        Err(error) if exists && is_closed(&error) => {
            target.in_place = Some("vous ne pouvez rien écrire à côté du dossier de sortie");
        }
        taken => locks.push(taken.map_err(failed)?.ok_or_else(|| busy(target))?),
    }
    if exists {
        let taken = Lock::on_folder(&target.root).map_err(|error| fault(&*target.shown, &error))?;
        locks.push(taken.ok_or_else(|| busy(target))?);
    }
    Ok(locks)
}

/// Whether an error says that nothing may be written in a folder.
fn is_closed(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

fn busy(target: &Target) -> Diagnostic {
    Diagnostic::about_file(
        "construction-en-cours",
        &*target.shown,
        "Une autre commande de jalon publie en ce moment dans ce dossier.",
        "Attendez qu’elle finisse, puis relancez celle-ci.",
    )
}

/// A lock that lasts until it is dropped.
pub struct Lock {
    /// Open for as long as the lock is held.
    file: File,
    /// The lock file to remove, unless the lock is on something that stays.
    path: Option<PathBuf>,
}

impl Lock {
    /// Locks by a file of its own; `None` when another run holds it.
    pub fn by_file(path: &Path) -> io::Result<Option<Self>> {
        loop {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
            if !try_lock(&file) {
                return Ok(None);
            }
            // The run that held it may have removed the file between our opening and our locking it.
            if still_named(&file, path)? {
                return Ok(Some(Self { file, path: Some(path.to_owned()) }));
            }
        }
    }

    /// Locks a folder that stays where it is, leaving nothing in it; `None` when another run holds it.
    #[cfg(unix)]
    pub fn on_folder(folder: &Path) -> io::Result<Option<Self>> {
        let file = OpenOptions::new().read(true).open(folder)?;
        let taken = try_lock(&file);
        Ok(taken.then_some(Self { file, path: None }))
    }

    /// Folders cannot be locked here: a file in it is.
    #[cfg(not(unix))]
    pub fn on_folder(folder: &Path) -> io::Result<Option<Self>> {
        Self::by_file(&folder.join(".jalon-verrou"))
    }
}

/// Where the disk knows no locks (some network disks) there is nothing to wait for: building goes on.
fn try_lock(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

#[cfg(unix)]
fn still_named(file: &File, path: &Path) -> io::Result<bool> {
    let named = disk::look(path)?;
    let held = file.metadata()?;
    Ok(named.is_some_and(|named| disk::same_file(&named, &held)))
}

/// An open file cannot be removed here.
#[cfg(not(unix))]
fn still_named(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            let _ = disk::remove(path);
        }
        // Closing would do, were it not for a process that was started meanwhile and has the file open for a moment.
        let _ = self.file.unlock();
    }
}

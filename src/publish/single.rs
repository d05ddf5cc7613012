//! One file beside the guide (a record, a report, a cache), whole or not at all.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk;
use super::fault::fault;
use crate::diagnostic::Diagnostic;

/// Writes a file that does not exist yet, and the folders above it. What stands there already is never touched.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let placed = beside(path, bytes).and_then(|temporary| {
        let placed = match disk::link(&temporary, path) {
            // This disk knows no second names: there is a moment in which two runs could both see no file.
            Err(error) if error.kind() != ErrorKind::AlreadyExists => match disk::look(path)? {
                None => return disk::rename(&temporary, path),
                Some(_) => Err(ErrorKind::AlreadyExists.into()),
            },
            placed => placed,
        };
        disk::remove(&temporary).and(placed)
    });
    placed.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => there_already(path),
        _ => failed(path, &error),
    })
}

/// Writes a file whatever was there before; one that holds these bytes already is not touched.
///
/// Its rights stay. Behind a link, the file that it leads to is replaced.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    over(path, bytes).map_err(|error| failed(path, &error))
}

/// Whether a file may be written for somebody else's program: nobody has it open there, and nobody locked it.
///
/// Spreadsheets leave a small file beside the one that they have open, on every system.
pub fn writable(path: &Path, over: bool) -> Result<(), Diagnostic> {
    let refuse = |code, message: &str, remedy: &str| {
        Err(Diagnostic::about_file(code, path.display().to_string(), message, remedy))
    };
    let look = |path: &Path| disk::look(path).map_err(|error| failed(path, &error));
    let Some(there) = look(path)? else { return Ok(()) };
    if !over {
        return refuse(
            "fichier-deja-la",
            "Un fichier porte déjà ce nom ; il n’a pas été touché.",
            "Choisissez un autre nom, ou ajoutez --replace pour remplacer le fichier qui est là.",
        );
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let marks = [format!(".~lock.{name}#"), format!("~${name}")];
    for mark in marks {
        if look(&path.with_file_name(mark))?.is_some() {
            return refuse(
                "fichier-ouvert",
                "Ce fichier est ouvert dans un tableur : il n’a pas été touché.",
                "Fermez-le dans le tableur, puis relancez la commande.",
            );
        }
    }
    if there.permissions().readonly() {
        return refuse(
            "fichier-protege",
            "Ce fichier est en lecture seule : il n’a pas été touché.",
            "Choisissez un autre nom avec --output, ou enlevez la protection du fichier.",
        );
    }
    Ok(())
}

/// Replaces a file that still holds `seen`, the bytes that the new ones were made from.
///
/// Whoever saved it in an editor meanwhile keeps their work and gets an error.
pub fn edit(path: &Path, seen: &[u8], bytes: &[u8]) -> Result<(), Diagnostic> {
    match disk::holds(&true_path(path), seen) {
        Ok(true) => replace(path, bytes),
        Ok(false) => Err(Diagnostic::about_file(
            "fichier-modifie",
            path.display().to_string(),
            "Ce fichier a changé pendant que jalon préparait sa modification.",
            "Relancez la commande : elle partira du fichier tel qu’il est maintenant.",
        )),
        Err(error) => Err(failed(path, &error)),
    }
}

fn over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = true_path(path);
    if disk::holds(&path, bytes)? {
        return Ok(());
    }
    let temporary = beside(&path, bytes)?;
    finish(&temporary, &path).inspect_err(|_| {
        let _ = disk::remove(&temporary);
    })
}

/// What people wrote must survive a loss of power: here one file waits for the disk, not thousands.
fn finish(temporary: &Path, path: &Path) -> io::Result<()> {
    disk::settle_file(temporary)?;
    if disk::look(path)?.is_some() {
        disk::imitate(path, temporary)?;
    }
    disk::rename(temporary, path)
}

/// Writes the bytes under a dot name beside `path`, so that the last step is one rename.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    loop {
        let temporary = disk::temporary(path);
        match disk::create(&temporary, bytes) {
            // Left by a killed run that had our process number.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            created => return created.map(|()| temporary),
        }
    }
}

/// Where a path leads; a file that does not exist yet is where its path says.
fn true_path(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn there_already(path: &Path) -> Diagnostic {
    Diagnostic::about_file(
        "fichier-deja-la",
        path.display().to_string(),
        "Un fichier porte déjà ce nom ; il n’a pas été touché.",
        "Choisissez un autre nom, ou déplacez le fichier qui est là.",
    )
}

fn failed(path: &Path, error: &io::Error) -> Diagnostic {
    fault(path.display().to_string(), error)
}

//! Files for the staff, in a folder beside the content or where they want: never in what is published.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::disk;
use super::fault::fault;
use super::manifest::NAME;
use super::single::{replace, write_new};
use crate::diagnostic::Diagnostic;

/// Writes files, by path below a folder, each whole or not at all; nothing else there is touched.
///
/// Refused where the folder and the published one are in one another, and where a link leads a file out
/// of the folder.
pub fn write_beside(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    output: &Path,
) -> Result<(), Diagnostic> {
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| folder.join(path)).collect();
    keep_apart(folder, &paths, output)?;
    paths.iter().zip(files).try_for_each(|(path, (_, bytes))| replace(path, bytes))
}

/// The same for one file that nobody may ever change: what stands there already is never touched.
pub fn write_once_beside(
    folder: &Path,
    path: &str,
    bytes: &[u8],
    output: &Path,
) -> Result<(), Diagnostic> {
    let path = folder.join(path);
    keep_apart(folder, std::slice::from_ref(&path), output)?;
    write_new(&path, bytes)
}

/// Makes a folder for what jalon keeps, and those above it; one that is there already is fine.
pub fn folder(path: &Path) -> Result<(), Diagnostic> {
    disk::folder(path).map_err(|error| fault(path.display().to_string(), &error))
}

/// Whether a file that the staff named stays out of `output`, and of every folder that jalon published in.
pub fn keep_out(path: &Path, output: &Path) -> Result<(), Diagnostic> {
    let (place, output) = (true_place(path), true_place(output));
    let is_published = |folder: &&Path| {
        **folder == output || disk::look(&folder.join(NAME)).is_ok_and(|list| list.is_some())
    };
    let Some(published) = place.ancestors().find(is_published) else { return Ok(()) };
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Err(Diagnostic::about_file(
        "rapport-publie",
        path.display().to_string(),
        format!(
            "Ce fichier serait publié avec le guide : « {} » est un dossier où jalon publie.",
            name(published)
        ),
        format!("Écrivez-le hors de ce dossier, par exemple sous « rapports/{} ».", name(path)),
    ))
}

/// Whether files go below their folder, and nowhere near what is published.
fn keep_apart(folder: &Path, paths: &[PathBuf], output: &Path) -> Result<(), Diagnostic> {
    let (home, published) = (true_place(folder), true_place(output));
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
    if home.starts_with(&published) || published.starts_with(&home) {
        return Err(Diagnostic::about_file(
            "rapport-publie",
            folder.display().to_string(),
            "Ce dossier de travail serait publié avec le guide : l’un des deux dossiers est dans l’autre.",
            format!(
                "Donnez avec --output le dossier où le guide est publié, hors du dossier « {name} »."
            ),
        ));
    }
    for path in paths {
        if !true_place(path).starts_with(&home) {
            return Err(Diagnostic::about_file(
                "rapport-ailleurs",
                path.display().to_string(),
                format!("Un lien mène ce fichier hors du dossier « {name} » : rien n’a été écrit."),
                "Retirez ce lien, puis relancez la commande.",
            ));
        }
    }
    Ok(())
}

/// The true path of what may not exist yet: links followed as far as something stands there.
fn true_place(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let parts: Vec<&OsStr> = absolute.iter().collect();
    for known in (1..=parts.len()).rev() {
        let place: PathBuf = parts[..known].iter().collect();
        let Ok(mut place) = std::fs::canonicalize(place) else { continue };
        // What does not exist yet is joined word by word: « .. » goes up.
        for part in &parts[known..] {
            match *part == ".." {
                true => _ = place.pop(),
                false => place.push(part),
            }
        }
        return place;
    }
    absolute
}

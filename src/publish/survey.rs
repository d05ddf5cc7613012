//! What stands in an output folder: our files, those of others, and the folders.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::fault::fault;
use super::manifest::{self, Manifest};
use super::target::Target;
use super::{disk, leftovers, part};
use crate::diagnostic::Diagnostic;

/// All that was found in a folder; every path is relative to it. Links are seen, never followed.
#[derive(Debug, Default)]
pub struct Survey {
    /// Regular files that are in the list of what jalon published.
    pub ours: Vec<PathBuf>,
    /// All other files and links, and folders where jalon published nothing: they stay.
    pub strangers: Vec<Stranger>,
    /// Every folder, those above first, the output itself (an empty path) before all.
    pub folders: Vec<PathBuf>,
    /// Temporary files that a killed run left.
    pub crumbs: Vec<PathBuf>,
    /// Whether something is mounted in one of the folders.
    pub mounted: bool,
}

/// Something that jalon did not make.
#[derive(Debug)]
pub struct Stranger {
    /// Where, from the output folder.
    pub path: PathBuf,
    /// Whether it is a folder (what it holds is listed apart).
    pub folder: bool,
}

impl Stranger {
    /// Whether it is hidden (`.git`, `.htaccess`), so nobody needs to be told that it stays.
    pub fn hidden(&self) -> bool {
        self.path.iter().any(|name| begins_with(name, b"."))
    }
}

/// Walks a folder that jalon published `before` in, if it did.
pub fn survey(root: &Path, before: Option<&Manifest>) -> io::Result<Survey> {
    let none = Manifest::default();
    let manifest = before.unwrap_or(&none);
    let mut survey = Survey { folders: vec![PathBuf::new()], ..Survey::default() };
    let mut left = vec![PathBuf::new()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(root.join(&folder))? {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() && !is_ours_at_the_top(&path) {
                survey.mounted |= disk::is_mount(&root.join(&path));
                left.push(path.clone());
                survey.add_folder(path, manifest);
            } else {
                survey.add_file(path, entry.file_type()?, manifest);
            }
        }
    }
    survey.strangers.sort_by(|one, other| one.path.cmp(&other.path));
    survey.folders.sort();
    Ok(survey)
}

impl Survey {
    /// Whether there was no folder to look at.
    pub fn is_absent(&self) -> bool {
        self.folders.is_empty()
    }

    fn add_folder(&mut self, path: PathBuf, manifest: &Manifest) {
        self.folders.push(path.clone());
        if !manifest.has_under(&path) {
            self.strangers.push(Stranger { path, folder: true });
        }
    }

    fn add_file(&mut self, path: PathBuf, kind: fs::FileType, manifest: &Manifest) {
        let listed = |path: &Path| {
            manifest::slashed(path).is_some_and(|path| manifest.0.contains_key(path.as_str()))
        };
        if is_ours_at_the_top(&path) {
            // The list itself, and the folders jalon works in.
        } else if path.file_name().is_some_and(is_crumb) {
            self.crumbs.push(path);
        } else if kind.is_file() && listed(&path) {
            self.ours.push(path);
        } else {
            self.strangers.push(Stranger { path, folder: false });
        }
    }
}

/// Whether a path is one of the dot names that jalon keeps at the top of an output folder.
fn is_ours_at_the_top(path: &Path) -> bool {
    [manifest::NAME, ".jalon-nouveau", ".jalon-pret", ".jalon-verrou"]
        .iter()
        .any(|name| path == Path::new(name))
}

/// Whether a name is one of those that jalon gives to files for a moment: `.jalon-1234-0`, a list that came with a folder.
fn is_crumb(name: &OsStr) -> bool {
    let rest = name.to_str().and_then(|name| name.strip_prefix(".jalon-"));
    let count = |rest: &str| {
        rest.starts_with(|first: char| first.is_ascii_digit())
            && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    rest.is_some_and(count) || begins_with(name, part::BROUGHT.as_bytes())
}

fn begins_with(name: &OsStr, prefix: &[u8]) -> bool {
    name.as_encoded_bytes().starts_with(prefix)
}

/// Refuses a folder that jalon did not publish and that holds more than hidden files.
pub fn refuse_foreign(target: &Target) -> Result<(), Diagnostic> {
    let failed = |error: io::Error| fault(&*target.shown, &error);
    let list = target.root.join(manifest::NAME);
    let ours = disk::look(&list).map_err(failed)?.is_some() || leftovers::is_half_done(target);
    if ours || disk::look(&target.root).map_err(failed)?.is_none() {
        return Ok(());
    }
    for entry in fs::read_dir(&target.root).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        if !begins_with(&name, b".") {
            return Err(foreign(target, &name));
        }
    }
    Ok(())
}

fn foreign(target: &Target, name: &OsStr) -> Diagnostic {
    Diagnostic::about_file(
        "dossier-etranger",
        &*target.shown,
        format!(
            "Ce dossier n’a pas été publié par jalon : il contient déjà « {} ».",
            name.display()
        ),
        "Choisissez un dossier neuf ou vide : jalon remplace tout un dossier, il n’y toucherait pas sans risque.",
    )
}

//! The files of a folder, in one order on every machine; links are not followed.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;

/// Largest file read, in bytes: far above any record file, far below what would fill the memory.
pub const LARGEST_FILE: u64 = 16 * 1024 * 1024;

/// One file below a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Path below the folder walked, with `/` on every system.
    pub relative: String,
    /// Path as shown to the user, with `/`.
    pub shown: String,
    /// Path on this machine.
    pub path: PathBuf,
}

impl Entry {
    /// The first folder of its path; nothing for a file at the top.
    pub fn folder(&self) -> &str {
        self.relative.split_once('/').map_or("", |(folder, _)| folder)
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        self.relative.rsplit('/').next().unwrap_or(&self.relative)
    }

    /// The file's name without its extension.
    pub fn stem(&self) -> &str {
        self.name().rsplit_once('.').map_or(self.name(), |(stem, _)| stem)
    }
}

/// What a walk found.
#[derive(Debug, Default)]
pub struct Folder {
    /// The files, sorted by relative path.
    pub files: Vec<Entry>,
    /// What could not be walked.
    pub diagnostics: Vec<Diagnostic>,
}

/// Lists the files below a folder, hidden ones left out.
#[allow(clippy::disallowed_methods, reason = "this module owns the reading of the disk")]
pub fn walk(root: &Path, shown: &str) -> Folder {
    let mut folder = Folder::default();
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    for entry in walkdir::WalkDir::new(root).follow_links(false).into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) => folder.take(&entry, root, shown),
            Err(error) => folder.diagnostics.push(unreadable(shown, &error)),
        }
    }
    folder.files.sort_by(|a, b| a.relative.cmp(&b.relative));
    folder
}

/// The names of the files that stand in a folder itself, hidden ones left out, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let found = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = found.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut names: Vec<String> =
        files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}

impl Folder {
    /// Keeps a file; says why a link or an unreadable name is left out.
    fn take(&mut self, entry: &walkdir::DirEntry, root: &Path, shown: &str) {
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let Some(relative) = slashed(below) else {
            self.diagnostics.push(Diagnostic::about_file(
                "nom-de-fichier",
                format!("{shown}/{}", below.to_string_lossy()),
                "Le nom de ce fichier n’est pas lisible sur tous les ordinateurs.",
                "Renommez-le avec des lettres sans accent, des chiffres et des tirets.",
            ));
            return;
        };
        let shown = if shown.is_empty() { relative.clone() } else { format!("{shown}/{relative}") };
        if entry.path_is_symlink() {
            self.diagnostics.push(Diagnostic::about_file(
                "lien-non-suivi",
                shown,
                "C’est un lien vers un autre fichier ou dossier : jalon ne le suit pas.",
                "Remplacez le lien par une copie du fichier.",
            ));
        } else if entry.file_type().is_file() {
            self.files.push(Entry { relative, shown, path: entry.path().to_owned() });
        }
    }
}

/// A path with `/`, or nothing when a name is not text.
fn slashed(path: &Path) -> Option<String> {
    let names: Option<Vec<&str>> =
        path.components().map(|name| name.as_os_str().to_str()).collect();
    names.map(|names| names.join("/"))
}

fn unreadable(shown: &str, error: &walkdir::Error) -> Diagnostic {
    let path =
        error.path().map_or_else(|| shown.to_owned(), |path| path.to_string_lossy().into_owned());
    let reason = error.io_error().map_or_else(|| "boucle de liens".to_owned(), in_french);
    Diagnostic::about_file(
        "dossier-illisible",
        path,
        format!("Ce dossier ne peut pas être lu : {reason}."),
        "Vérifiez qu’il existe et que vous avez le droit de le lire.",
    )
}

/// Reads one file whole, or says in French why it cannot be read.
#[allow(clippy::disallowed_methods, reason = "this module owns the reading of the disk")]
pub fn read_file(path: &Path, shown: &str) -> Result<Vec<u8>, Diagnostic> {
    let refuse = |message: String, remedy: &str| {
        Err(Diagnostic::about_file("fichier-illisible", shown, message, remedy))
    };
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.len() > LARGEST_FILE => {
            let size = metadata.len() / 1_048_576;
            return refuse(
                format!("Ce fichier pèse {size} Mo ; jalon lit des fichiers de 16 Mo au plus."),
                "Découpez-le en plusieurs fichiers.",
            );
        }
        Ok(metadata) if !metadata.is_file() => {
            return refuse("Ce n’est pas un fichier.".into(), "Donnez le nom d’un fichier.");
        }
        Ok(_) | Err(_) => {}
    }
    match std::fs::read(path) {
        Ok(bytes) => Ok(bytes),
        Err(error) => refuse(
            format!("Ce fichier ne peut pas être lu : {}.", in_french(&error)),
            "Vérifiez son nom et vos droits, ou fermez le logiciel qui l’utilise.",
        ),
    }
}

/// The usual reasons in French; others keep the system's words.
pub fn in_french(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "il n’existe pas".into(),
        ErrorKind::PermissionDenied => "l’accès est refusé".into(),
        ErrorKind::StorageFull => "le disque est plein".into(),
        ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule".into(),
        _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => {
            "il est ouvert dans un autre logiciel".into()
        }
        _ => error.to_string(),
    }
}

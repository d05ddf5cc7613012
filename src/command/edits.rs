//! Records changed in place by a command: each file is read once, changed as often as asked, written once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::{publish, source};

/// What some editors put before the text of a file.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Files on their way, by path.
#[derive(Debug, Default)]
pub(super) struct Edits {
    files: BTreeMap<PathBuf, File>,
}

#[derive(Debug)]
struct File {
    /// The bytes that were read.
    before: Vec<u8>,
    /// The text, as it is to be.
    text: String,
}

impl Edits {
    /// The text of a file, with the changes that were made to it so far.
    pub fn text(&mut self, path: &Path) -> Result<&mut String, Diagnostic> {
        let shown = path.to_string_lossy().replace('\\', "/");
        if !self.files.contains_key(path) {
            let before = source::read_file(path, &shown)?;
            let text = source::decode(&shown, before.clone())?.text.clone();
            self.files.insert(path.to_owned(), File { before, text });
        }
        match self.files.get_mut(path) {
            Some(file) => Ok(&mut file.text),
            // What was just put is there.
            None => Err(gone(&shown)),
        }
    }

    /// The files that change: their path, what they held, and what they are to hold.
    fn changed(&self) -> impl Iterator<Item = (&Path, &File, Vec<u8>)> {
        let each = self.files.iter().map(|(path, file)| {
            let mark = if file.before.starts_with(MARK) { MARK } else { b"" };
            (path.as_path(), file, [mark, file.text.as_bytes()].concat())
        });
        each.filter(|(_, file, after)| file.before != *after)
    }

    /// The paths of the files that change.
    pub fn paths(&self) -> Vec<&Path> {
        self.changed().map(|(path, ..)| path).collect()
    }

    /// Writes what changed; what cannot be written is told, and the others are written.
    pub fn write(&self) -> Vec<Diagnostic> {
        let written =
            self.changed().map(|(path, file, after)| publish::edit(path, &file.before, &after));
        written.filter_map(Result::err).collect()
    }
}

fn gone(shown: &str) -> Diagnostic {
    Diagnostic::about_file(
        "fichier-illisible",
        shown,
        "Ce fichier ne peut pas être lu.",
        "Relancez la commande.",
    )
}

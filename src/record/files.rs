//! The files of a content folder that hold keys, each with what it holds.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::source::{self, Entry, Folder};

use super::Kind;

/// Every file of keys below a content folder, in order, and what could not be walked; pages, pictures and what is not read
/// are left out.
pub fn files(content: &Path, shown: &str) -> (Vec<(Entry, Kind)>, Vec<Diagnostic>) {
    let Folder { files, diagnostics } = source::walk(content, shown);
    let guides: Vec<String> = files
        .iter()
        .filter(|entry| is_settings(&entry.relative))
        .map(|entry| entry.folder().to_owned())
        .collect();
    let kind = |entry: &Entry| match is_settings(&entry.relative) {
        true => Some(Kind::Guide),
        false => Kind::of(&entry.relative, guides.iter().any(|folder| folder == entry.folder()))
            .ok()
            .flatten()
            .filter(|kind| !matches!(kind, Kind::Page | Kind::Image)),
    };
    let files = files.into_iter().filter_map(|entry| kind(&entry).map(|kind| (entry, kind)));
    (files.collect(), diagnostics)
}

/// `86-vienne/guide.yaml`, and no deeper.
pub(super) fn is_settings(relative: &str) -> bool {
    relative.split_once('/').is_some_and(|(_, name)| name == "guide.yaml")
}

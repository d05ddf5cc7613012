//! The files of a content folder that hold keys, each with what it holds.

use std::path::Path;

use crate::source::{self, Entry};

use super::Kind;

/// Every file of keys below a content folder, in order; pages, pictures and what is not read are left out.
pub fn files(content: &Path, shown: &str) -> Vec<(Entry, Kind)> {
    let files = source::walk(content, shown).files;
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
    files.into_iter().filter_map(|entry| kind(&entry).map(|kind| (entry, kind))).collect()
}

/// `86-vienne/guide.yaml`, and no deeper.
pub(super) fn is_settings(relative: &str) -> bool {
    relative.split_once('/').is_some_and(|(_, name)| name == "guide.yaml")
}

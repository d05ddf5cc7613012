//! A record as it comes to the guides that are there, and what became of it.

use super::draft::Draft;
use super::finding::Finding;
use super::known::EVENEMENTS;

/// A file to be written below the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Path below the content folder, with `/`.
    pub path: String,
    /// What it is to hold.
    pub bytes: Vec<u8>,
    /// What it held when it was read; nothing when it is new.
    pub before: Option<Vec<u8>>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// A new record.
    #[default]
    New,
    /// A record that took what changed upstream.
    Changed,
    /// A record that is there as it should be.
    Unchanged,
    /// A record that somebody edited or wrote: not touched.
    Kept,
    /// Another row of a record that an earlier row made.
    Joined,
    /// An event that is over: no record.
    Past,
    /// No record.
    Refused,
}

/// Where a record goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Settled {
    /// What became of the row.
    pub fate: Fate,
    /// Path of the record below the content folder.
    pub path: String,
    /// Whether it met a record that somebody edited, so that the row is not all in it.
    pub merged: bool,
    /// What is to be told of that meeting.
    pub findings: Vec<Finding>,
}

/// A record as it came: where from, and its YAML.
pub(super) struct Coming<'a> {
    /// The record.
    pub draft: &'a Draft,
    /// Its YAML.
    pub body: &'a str,
    /// Name of the file it comes from.
    pub file: &'a str,
    /// The folder of its kind, below that of a guide.
    pub folder: &'static str,
}

impl Coming<'_> {
    /// What a record of its folder is, in words: « deux lieux ».
    pub fn things(&self) -> &'static str {
        if self.folder == EVENEMENTS { "événements" } else { "lieux" }
    }
}

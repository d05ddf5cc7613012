//! What the output will hold, and what that changes.

use std::collections::HashSet;
use std::path::Path;

use super::Outcome;
use super::manifest::{Entry, Manifest};
use super::survey::{Stranger, Survey};
use crate::address::Address;

/// The files of the next output: hash and size of each, never its bytes.
#[derive(Debug, Default)]
pub struct Planned {
    /// The list of the new output.
    pub after: Manifest,
    /// Which of them the output does not hold yet; they are staged.
    changed: HashSet<Address>,
    /// Whether a file could not be staged: publishing the others would publish half a guide.
    pub spoiled: bool,
}

impl Planned {
    /// Takes note of a file; `false` if its address is taken.
    pub fn add(&mut self, address: &Address, entry: Entry, changed: bool) -> bool {
        if changed {
            self.changed.insert(address.clone());
        }
        self.after.0.insert(address.clone(), entry).is_none()
    }

    /// Whether a file is new or changed; nothing of one that was not planned.
    pub fn is_changed(&self, address: &Address) -> Option<bool> {
        self.after.0.contains_key(address).then(|| self.changed.contains(address))
    }

    /// Files that the output holds already.
    pub fn unchanged(&self) -> impl Iterator<Item = &Path> {
        let addresses = self.after.0.keys();
        let stays = addresses.filter(|address| !self.changed.contains(*address));
        stays.map(|address| Path::new(address.as_str()))
    }

    /// What jalon did not make and stands where a sheet or its folder must go.
    pub fn blocked_by<'a>(&'a self, found: &'a Survey) -> impl Iterator<Item = &'a Stranger> {
        found.strangers.iter().filter(|stranger| {
            // A sheet may join what others put in a folder; it cannot take the place of the folder.
            if stranger.folder {
                self.after.has_at_or_above(&stranger.path)
            } else {
                self.after.needs_the_place_of(&stranger.path)
            }
        })
    }

    /// The folder at the top of the output in which everything lies that changes, where there is one.
    ///
    /// Nothing where a page is missing that jalon published: putting the whole together tells of it.
    pub fn only_folder<'a>(&'a self, before: &'a Manifest, found: &Survey) -> Option<&'a Path> {
        let gone = before.0.keys().filter(|address| !self.after.0.contains_key(*address));
        let mut tops = self.changed.iter().chain(gone).map(top);
        let folder = tops.next()??;
        let alone = tops.all(|top| top == Some(folder));
        let path = Path::new(folder);
        let stays = self.after.has_under(path) && found.folders.iter().any(|known| known == path);
        (alone && stays && found.ours.len() == before.0.len()).then_some(path)
    }

    /// What publishing this will have done to an output that held `before` and where `found` was found.
    pub fn outcome(&self, before: Option<&Manifest>, found: &Survey) -> Outcome {
        let foreign = |stranger: &&Stranger| !stranger.folder && !stranger.hidden();
        let gone = before.iter().flat_map(|list| list.0.keys());
        Outcome {
            written: self.changed.len(),
            unchanged: self.after.0.len() - self.changed.len(),
            removed: gone
                .filter(|address| !self.after.0.contains_key(*address))
                .map(Address::to_string)
                .collect(),
            foreign: found.strangers.iter().filter(foreign).count(),
            ..Outcome::default()
        }
    }
}

/// The folder at the top of the output that an address lies in; nothing of a file at the top.
fn top(address: &Address) -> Option<&str> {
    address.as_str().split_once('/').map(|(top, _)| top)
}

//! The judge of an edit: the new text says what was wanted, the rest as before, and keeps every comment.

use std::sync::Arc;

use crate::diagnostic::Source;
use crate::source::yaml::{Plain, comments, documents};

use super::Wanted;

/// The one change that a text is to show.
pub(super) struct Change<'a> {
    /// The rank of the record.
    pub record: usize,
    /// The keys that lead to the value.
    pub path: &'a [&'a str],
    /// The value; nothing when the key is to go.
    pub to: Option<&'a Wanted>,
}

impl Change<'_> {
    /// Whether the new text is the old one with this change and no other.
    pub fn is_all(&self, old: &str, new: &str) -> bool {
        let (Some(before), Some(after)) = (records(old), records(new)) else { return false };
        let kept = notes(old).is_some_and(|old| notes(new) == Some(old));
        let one = |(rank, (before, after)): (usize, (&Plain, &Plain))| match rank == self.record {
            true => self.holds(before, after),
            false => before == after,
        };
        kept && before.len() == after.len() && before.iter().zip(&after).enumerate().all(one)
    }

    fn holds(&self, before: &Plain, after: &Plain) -> bool {
        let (mut old, mut new) = (before.clone(), after.clone());
        take(&mut old, self.path);
        let found = take(&mut new, self.path);
        found == self.to.map(Wanted::plain) && old == new
    }
}

/// What each record of a text says; nothing when it has a mistake.
fn records(text: &str) -> Option<Vec<Plain>> {
    let source = Arc::new(Source { path: String::new(), text: text.to_owned() });
    let read = documents(&source);
    read.diagnostics.is_empty().then(|| read.records().map(Plain::of).collect())
}

/// The comments of a text, whatever their order.
fn notes(text: &str) -> Option<Vec<&str>> {
    let mut notes: Vec<&str> =
        comments(text)?.into_iter().map(|range| text[range].trim_end()).collect();
    notes.sort_unstable();
    Some(notes)
}

/// Takes a value out of a tree; a key that held nothing gives nothing.
fn take(tree: &mut Plain, path: &[&str]) -> Option<Plain> {
    let (key, below) = path.split_first()?;
    if let Plain::List(items) = tree {
        return take(items.get_mut(key.parse::<usize>().ok()?)?, below);
    }
    let Plain::Map(entries) = tree else { return None };
    let at = entries.iter().position(|(name, _)| name == key)?;
    if below.is_empty() { Some(entries.remove(at).1) } else { take(&mut entries[at].1, below) }
}

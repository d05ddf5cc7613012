//! Edits of a record in place: one key is set or removed, every other byte stays as somebody wrote it.
//!
//! After each edit the text is read again. It must say what was wanted, the rest as before, and keep every
//! comment; else the edit is refused, and whoever asked is told what to type by hand.

mod items;
mod patch;
mod proof;
mod wanted;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source};

use super::shape::Shape;
use super::{Node, Value, comments, documents};

use patch::{Entries, Patch};
pub use wanted::Wanted;

/// Why a text was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The file has a mistake of YAML: nothing in it is sure.
    Unreadable,
    /// What is there is written in a way that jalon cannot change without risk for the rest.
    Unusual,
}

/// Sets the value of a key, `verifie.le` being a key inside a key and `permanences.0.du` one of an item of a list, in
/// the record of that rank in the file.
///
/// A new key comes after the one that precedes it in `order`, or else last.
pub fn set(
    text: &str,
    record: usize,
    path: &str,
    wanted: &Wanted,
    order: &[&str],
) -> Result<String, Refused> {
    edit(text, record, path, Some(wanted), order)
}

/// Removes a key; a key whose last inner key goes, goes too.
pub fn remove(text: &str, record: usize, path: &str) -> Result<String, Refused> {
    edit(text, record, path, None, &[])
}

/// The rank in its file of the record that begins with the key of these bytes.
pub fn rank(source: &Arc<Source>, first_key: &Range<usize>) -> Option<usize> {
    let documents = documents(source);
    documents.records().position(|record| match &record.value {
        Value::Map(entries) => {
            entries.first().is_some_and(|(key, _)| key.span.start == first_key.start)
        }
        _ => false,
    })
}

/// The lines to type by hand for a value.
pub fn by_hand(path: &str, wanted: Option<&Wanted>) -> String {
    if let Some((list, rank, inner)) = item(path) {
        return format!("{}, au numéro {} de « {list} »", by_hand(inner, wanted), rank + 1);
    }
    let mut parts = path.split('.').rev();
    let last = parts.next().unwrap_or_default();
    let Some(wanted) = wanted else {
        return format!("effacez « {path} »");
    };
    let inner = format!("{last}: {}", wanted.inline(path.contains('.')));
    let whole = parts.fold(inner, |inner, key| format!("{key}: {{{inner}}}"));
    format!("écrivez « {whole} »")
}

/// The list, the rank and the keys below of a path that leads through an item.
fn item(path: &str) -> Option<(&str, usize, &str)> {
    let mut start = 0;
    for part in path.split('.') {
        let end = start + part.len();
        if let (Ok(rank), true, Some(inner)) = (part.parse(), start > 0, path.get(end + 1..)) {
            return Some((&path[..start - 1], rank, inner));
        }
        start = end + 1;
    }
    None
}

impl Refused {
    /// What to tell whoever asked for a change, and what to type instead.
    pub fn diagnostic(
        self,
        source: &Arc<Source>,
        span: Range<usize>,
        path: &str,
        wanted: Option<&Wanted>,
    ) -> Diagnostic {
        let by_hand = by_hand(path, wanted);
        match self {
            Self::Unreadable => Diagnostic::error(
                "modification-refusee",
                source.at(span),
                "Ce fichier contient une faute d’écriture : jalon n’y touche pas.",
                format!("Lancez « jalon check », corrigez la faute, puis {by_hand}."),
            ),
            Self::Unusual => Diagnostic::error(
                "modification-refusee",
                source.at(span),
                format!(
                    "« {path} » est écrit ici d’une façon que jalon ne sait pas changer sans risque pour le reste."
                ),
                format!("Ouvrez la fiche et {by_hand}."),
            ),
        }
    }
}

fn edit(
    text: &str,
    record: usize,
    path: &str,
    wanted: Option<&Wanted>,
    order: &[&str],
) -> Result<String, Refused> {
    let source = Arc::new(Source { path: String::new(), text: text.to_owned() });
    let read = documents(&source);
    let comments = comments(text).filter(|_| read.diagnostics.is_empty());
    let shape = Shape { text, comments: comments.ok_or(Refused::Unreadable)? };
    let root = read.records().nth(record).ok_or(Refused::Unusual)?;
    let keys: Vec<&str> = path.split('.').collect();
    let change = change(root, &keys, wanted);
    let Some((map, depth, wanted)) = change.ok_or(Refused::Unusual)? else {
        return Ok(text.to_owned());
    };
    let order = if depth == 0 { order } else { &[] };
    let expected = proof::Change { record, path: &keys[..=depth], to: wanted.as_ref() };
    // The smallest change first; where it does not hold, the whole value.
    let tries = [false, true].into_iter().filter_map(|whole| {
        let patch = one(&shape, (map, keys[depth]), wanted.as_ref(), order, whole)?;
        let (before, after) = (&text[..patch.range.start], &text[patch.range.end..]);
        Some(format!("{before}{}{after}", patch.with))
    });
    let mut good = tries.filter(|new| expected.is_all(text, new));
    good.next().ok_or(Refused::Unusual)
}

/// The map to change, how many keys lead to it, and what is wanted under the next one.
type Change<'a> = (&'a Node, usize, Option<Wanted>);

/// Goes down to the map that changes; nothing to do where all is as wanted, nothing known where a key on
/// the way holds no keys.
fn change<'a>(
    root: &'a Node,
    keys: &[&str],
    wanted: Option<&Wanted>,
) -> Option<Option<Change<'a>>> {
    let (last, above) = keys.split_last()?;
    let mut map = root;
    // The map that would hold nothing any more without what is removed, and how deep it stands.
    let mut emptied = (root, 0);
    for (depth, key) in above.iter().enumerate() {
        if let Value::List(items) = &map.value {
            map = items.get(key.parse::<usize>().ok()?)?;
            // An item that loses its last key is still an item.
            emptied = (map, depth + 1);
            continue;
        }
        match entry(map, key)?.map(|node| (node, &node.value)) {
            None | Some((_, Value::Empty)) => {
                let Some(wanted) = wanted else { return Some(None) };
                let inner = keys[depth + 1..].iter().rev();
                let whole = inner.fold(wanted.clone(), |inner, key| {
                    Wanted::Map(vec![((*key).to_owned(), inner)])
                });
                return Some(Some((map, depth, Some(whole))));
            }
            Some((node, Value::Map(entries))) => {
                if entries.len() > 1 {
                    emptied = (node, depth + 1);
                }
                map = node;
            }
            Some((node, Value::List(_))) => map = node,
            Some(_) => return None,
        }
    }
    match (entry(map, last)?, wanted) {
        (None, None) => Some(None),
        (Some(node), Some(wanted)) if super::Plain::of(node) == wanted.plain() => Some(None),
        (_, Some(wanted)) => Some(Some((map, above.len(), Some(wanted.clone())))),
        (Some(_), None) => Some(Some((emptied.0, emptied.1, None))),
    }
}

/// The node of a key of a map; nothing known of what is no map.
fn entry<'a>(map: &'a Node, key: &str) -> Option<Option<&'a Node>> {
    let Value::Map(entries) = &map.value else { return None };
    Some(entries.iter().find(|(name, _)| name.name == *key).map(|(_, node)| node))
}

fn one(
    shape: &Shape<'_>,
    (map, key): (&Node, &str),
    wanted: Option<&Wanted>,
    order: &[&str],
    whole: bool,
) -> Option<Patch> {
    let Value::Map(list) = &map.value else { return None };
    let entries = Entries { shape, list, flow: shape.is_flow(map), whole, span: map.span.clone() };
    let at = list.iter().position(|(name, _)| name.name == key);
    match (at, wanted) {
        (Some(at), Some(wanted)) => entries.replace(at, wanted),
        (None, Some(wanted)) => entries.add(place(list, key, order), key, wanted),
        (Some(at), None) => entries.remove(at),
        (None, None) => None,
    }
}

/// The entry that a new key comes after: of those that precede it in the order, the nearest; the first of
/// all when none does, the last when the order does not know the key.
fn place(list: &[(super::Key, Node)], key: &str, order: &[&str]) -> usize {
    let rank = |name: &str| order.iter().position(|known| *known == name);
    let Some(own) = rank(key) else { return list.len().saturating_sub(1) };
    let ranked =
        list.iter().enumerate().filter_map(|(at, (name, _))| Some((rank(&name.name)?, at)));
    ranked.filter(|(rank, _)| *rank < own).max().map_or(0, |(_, at)| at)
}

#[cfg(test)]
mod tests;

//! The keys of records in a standard order: comments travel with their key, nothing else changes.

use std::ops::Range;
use std::sync::Arc;

use super::edit::Refused;
use super::shape::Shape;
use super::{Key, Node, Plain, Value, comments, documents};
use crate::diagnostic::Source;

/// How deep maps may stand in maps before a file is left as it is: no record has as many.
const PASSES: usize = 10;
/// How a comment begins that says what is wrong with the key above it (written by `import`).
const ABOUT_ABOVE: &str = "# À corriger, non repris :";

/// Keys in their order, each with the order of the keys inside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(pub Vec<(&'static str, Order)>);

impl Order {
    /// The rank of a key; one that is not known comes after all others.
    fn rank(&self, name: &str) -> usize {
        self.0.iter().position(|(known, _)| *known == name).unwrap_or(usize::MAX)
    }

    /// The order of the keys inside a key.
    fn inner(&self, name: &str) -> Option<&Self> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, inner)| inner)
    }

    /// The keys themselves, without those inside them.
    pub fn names(&self) -> Vec<&'static str> {
        self.0.iter().map(|(name, _)| *name).collect()
    }
}

/// The text with the keys of every record in order; a map that cannot be put in order safely stays.
pub fn sorted(text: &str, order: &Order) -> Result<String, Refused> {
    let mut new = text.to_owned();
    for _ in 0..PASSES {
        match pass(&new, order)? {
            Some(next) => new = next,
            None => break,
        }
    }
    match said(text).is_some_and(|before| said(&new) == Some(before)) {
        true => Ok(new),
        false => Err(Refused::Unusual),
    }
}

/// What the records of a text say in whatever order, and their comments.
fn said(text: &str) -> Option<(Vec<Plain>, Vec<&str>)> {
    let source = Arc::new(Source { path: String::new(), text: text.to_owned() });
    let read = documents(&source);
    let mut notes: Vec<&str> =
        comments(text)?.into_iter().map(|range| text[range].trim_end()).collect();
    notes.sort_unstable();
    let records = read.records().map(|record| Plain::of(record).without_order()).collect();
    read.diagnostics.is_empty().then_some((records, notes))
}

/// Puts the outermost maps that are not in order; nothing when all are.
fn pass(text: &str, order: &Order) -> Result<Option<String>, Refused> {
    let source = Arc::new(Source { path: String::new(), text: text.to_owned() });
    let read = documents(&source);
    let comments = comments(text).filter(|_| read.diagnostics.is_empty());
    let shape = Shape { text, comments: comments.ok_or(Refused::Unreadable)? };
    let mut moves = Vec::new();
    read.records().for_each(|record| visit(&shape, record, order, &mut moves));
    if moves.is_empty() {
        return Ok(None);
    }
    let mut new = text.to_owned();
    for (range, with) in moves.into_iter().rev() {
        new.replace_range(range, &with);
    }
    Ok(Some(new))
}

/// Bytes of a text, and what stands there instead.
type Move = (Range<usize>, String);

fn visit(shape: &Shape<'_>, node: &Node, order: &Order, moves: &mut Vec<Move>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| visit(shape, item, order, moves)),
        Value::Map(entries) => {
            let mut ranks: Vec<usize> = (0..entries.len()).collect();
            ranks.sort_by_key(|at| order.rank(&entries[*at].0.name));
            let moved = (!ranks.is_sorted())
                .then(|| match shape.is_flow(node) {
                    true => in_braces(shape, entries, &ranks),
                    false => on_lines(shape, entries, &ranks),
                })
                .flatten();
            if let Some(moved) = moved {
                moves.push(moved);
                return;
            }
            for (key, value) in entries {
                if let Some(inner) = order.inner(&key.name) {
                    visit(shape, value, inner, moves);
                }
            }
        }
        _ => {}
    }
}

/// Entries between braces change places; what parts them stays.
fn in_braces(shape: &Shape<'_>, entries: &[(Key, Node)], ranks: &[usize]) -> Option<Move> {
    let ends: Option<Vec<usize>> =
        entries.iter().map(|(key, value)| shape.end(key, value)).collect();
    let ends = ends?;
    let start = |at: usize| entries[at].0.span.start;
    let whole = start(0)..*ends.last()?;
    if !shape.comments_in(&whole).is_empty() {
        return None;
    }
    let mut with = String::new();
    for (slot, &at) in ranks.iter().enumerate() {
        with.push_str(&shape.text[start(at)..ends[at]]);
        if slot + 1 < entries.len() {
            with.push_str(&shape.text[ends[slot]..start(slot + 1)]);
        }
    }
    Some((whole, with))
}

/// Entries of lines change places, each with the comments above it and what follows it.
fn on_lines(shape: &Shape<'_>, entries: &[(Key, Node)], ranks: &[usize]) -> Option<Move> {
    let column = shape.column(entries.first()?.0.span.start);
    let mut starts = vec![first(shape, &entries[0].0, column)];
    let mut floor = 0;
    for (at, (key, value)) in entries.iter().enumerate() {
        if at > 0 {
            starts
                .push(shape.begins_line(key.span.start).then(|| above(shape, key, column, floor))?);
        }
        floor = shape.line_end(shape.end(key, value)?);
    }
    floor = with_inner_comments(shape, floor, column);
    // Where a text keeps the empty lines below it, those at the end must not come below it.
    if entries.iter().any(|(_, value)| shape.keeps_lines(value)) {
        let blank =
            shape.text[floor..].split_inclusive('\n').take_while(|line| line.trim().is_empty());
        floor += blank.map(str::len).sum::<usize>();
    }
    let whole = starts[0]..floor;
    let behind_dash = !shape.begins_line(entries[0].0.span.start);
    let eol = shape.eol(starts[0]);
    let mut with = String::new();
    for &at in ranks {
        let end = starts.get(at + 1).copied().unwrap_or(floor);
        let chunk = &shape.text[starts[at]..end];
        let (here, first) = (at == 0 && behind_dash, with.is_empty() && behind_dash);
        match (here, first) {
            // What comes behind the dash has nothing above it.
            (false, true) if starts[at] != shape.line_start(entries[at].0.span.start) => {
                return None;
            }
            (false, true) => with.push_str(chunk.get(column..)?),
            (true, false) => with.push_str(&format!("{}{chunk}", " ".repeat(column))),
            _ => with.push_str(chunk),
        }
        if !with.ends_with('\n') {
            with.push_str(eol);
        }
    }
    if !shape.text[..floor].ends_with('\n') {
        with.truncate(with.trim_end_matches(['\r', '\n']).len());
    }
    Some((whole, with))
}

/// The end of the last entry, with the comments below that are further in than its key: under a text of
/// several lines they would become text.
fn with_inner_comments(shape: &Shape<'_>, floor: usize, column: usize) -> usize {
    let (mut end, mut at) = (floor, floor);
    while at < shape.text.len() {
        let next = shape.line_end(at);
        match shape.comment_line(at) {
            Some(inner) if inner > column => end = next,
            Some(_) => {}
            None if shape.text[at..next].trim().is_empty() => {}
            None => break,
        }
        at = next;
    }
    end
}

/// Where the first entry begins. A comment at the very top of a document speaks of the whole and stays.
fn first(shape: &Shape<'_>, key: &Key, column: usize) -> usize {
    if !shape.begins_line(key.span.start) {
        return key.span.start;
    }
    let start = above(shape, key, column, 0);
    let before = shape.text[..start].lines().next_back().unwrap_or_default();
    let top = shape.text[..start].trim().is_empty() || before.starts_with("---");
    if top { shape.line_start(key.span.start) } else { start }
}

/// The first of the comment lines right above a key, not before `floor`.
fn above(shape: &Shape<'_>, key: &Key, column: usize, floor: usize) -> usize {
    let mut start = shape.line_start(key.span.start);
    while start > floor {
        let before = shape.line_start(start - 1);
        let own = shape.comment_line(before).is_some_and(|at| at <= column)
            && !shape.text[before..start].trim_start().starts_with(ABOUT_ABOVE);
        if !own || before < floor {
            break;
        }
        start = before;
    }
    start
}

#[cfg(test)]
mod tests;

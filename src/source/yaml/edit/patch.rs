//! The bytes that one change takes and gives: the smallest that a person would touch.

use std::ops::Range;

use crate::source::yaml::shape::Shape;
use crate::source::yaml::text::{is_hidden, quoted, scalar};
use crate::source::yaml::{Key, Node, Value};

use super::items;
use super::wanted::{Under, Wanted};

/// Bytes of a text, and what stands there instead.
#[derive(Debug)]
pub(super) struct Patch {
    pub range: Range<usize>,
    pub with: String,
}

/// The entries of a map, and whether it is written between braces.
pub(super) struct Entries<'a> {
    pub shape: &'a Shape<'a>,
    pub list: &'a [(Key, Node)],
    pub flow: bool,
    /// Whether a value is written again whole, whatever it shares with the old one.
    pub whole: bool,
    /// The bytes of the whole map.
    pub span: Range<usize>,
}

impl Entries<'_> {
    /// A value instead of the one that a key has.
    pub fn replace(&self, at: usize, wanted: &Wanted) -> Option<Patch> {
        let (key, value) = self.list.get(at)?;
        let (colon, end) = (self.shape.after_colon(key)?, self.shape.end(key, value)?);
        let held = !(value.value == Value::Empty && value.span.is_empty());
        if self.flow {
            let start = if held { value.span.start } else { colon };
            let inline = self.in_same_quotes(value, wanted, true);
            let with = if held { inline } else { format!(" {inline}") };
            let alone = self.shape.comments_in(&(start..end)).is_empty();
            return alone.then_some(Patch { range: start..end, with });
        }
        if let (Value::List(old), Wanted::List(new), false) =
            (&value.value, wanted, self.whole || self.shape.is_flow(value))
            && let Some(patch) = items::patch(self.shape, old, new)
        {
            return Some(patch);
        }
        let under = Under {
            key: &key.name,
            column: self.shape.column(key.span.start),
            eol: self.shape.eol(key.span.start),
            lines: matches!(value.value, Value::List(_)) && !self.shape.is_flow(value),
        };
        let with = under.value(wanted);
        let whole_lines = with.contains('\n');
        let end = if whole_lines { self.with_comment(end) } else { end };
        let comments = self.shape.comments_in(&(colon..end));
        let line = self.shape.line_start(key.span.start);
        let beside = held && self.shape.line_start(value.span.start) == line;
        if comments.is_empty() && beside && !whole_lines {
            let with = self.in_same_quotes(value, wanted, false);
            return Some(Patch { range: value.span.start..end, with });
        }
        if comments.is_empty() {
            return Some(Patch { range: colon..end, with });
        }
        // What somebody noted inside the old value stands above the new one.
        if !self.shape.begins_line(key.span.start) {
            return None;
        }
        let notes = self.note_lines(&comments, under.column, under.eol);
        Some(Patch {
            range: line..end,
            with: format!("{notes}{}{with}", &self.shape.text[line..colon]),
        })
    }

    /// A new key, after the entry given.
    pub fn add(&self, after: usize, name: &str, wanted: &Wanted) -> Option<Patch> {
        let Some((key, value)) = self.list.get(after) else {
            let inside = self.span.start + 1..self.span.end.checked_sub(1)?;
            let blank = self.flow && self.shape.text.get(inside.clone())?.trim().is_empty();
            let with = format!("{}: {}", scalar(name, true), wanted.inline(true));
            return blank.then_some(Patch { range: inside, with });
        };
        let end = self.shape.end(key, value)?;
        if self.flow {
            let with = format!(", {}: {}", scalar(name, true), wanted.inline(true));
            return Some(Patch { range: end..end, with });
        }
        let column = self.shape.column(self.list[0].0.span.start);
        let mut at = self.shape.line_end(end);
        // A comment that is further in belongs to what is above it; so does one at the end of a map in a map.
        let last = after + 1 == self.list.len() && column > 0;
        let above = |inner: usize| inner > column || last && inner == column;
        while at < self.shape.text.len() && self.shape.comment_line(at).is_some_and(above) {
            at = self.shape.line_end(at);
        }
        let eol = self.shape.eol(end);
        let under = Under { key: name, column, eol, lines: false };
        let line = format!("{}{}:{}", " ".repeat(column), scalar(name, false), under.value(wanted));
        let unfinished = !self.shape.text[..at].ends_with('\n');
        let with = if unfinished { format!("{eol}{line}") } else { format!("{line}{eol}") };
        Some(Patch { range: at..at, with })
    }

    /// A key and its value no more; notes that stood in it stay.
    pub fn remove(&self, at: usize) -> Option<Patch> {
        let (key, value) = self.list.get(at)?;
        let next = self.list.get(at + 1).map(|(next, _)| next.span.start);
        let start = key.span.start;
        if self.flow {
            let end = self.shape.end(key, value)?;
            let range = match (next, at.checked_sub(1)) {
                (Some(next), _) => start..next,
                (None, Some(before)) => {
                    let (key, value) = &self.list[before];
                    self.shape.end(key, value)?..end
                }
                (None, None) => start..end,
            };
            let alone = self.shape.comments_in(&range).is_empty();
            return alone.then_some(Patch { range, with: String::new() });
        }
        if !self.shape.begins_line(start) {
            // The first key of an item stands behind its dash: the next one comes there.
            let range = start..next?;
            let alone = self.shape.comments_in(&range).is_empty();
            return alone.then_some(Patch { range, with: String::new() });
        }
        let end = self.shape.line_end(self.shape.end(key, value)?);
        let range = self.shape.line_start(start)..end;
        let column = self.shape.column(start);
        let notes = self.shape.comments_in(&range);
        let with = self.note_lines(&notes, column, self.shape.eol(start));
        Some(Patch { range, with })
    }

    /// The end of a value, or of the comment that follows it on its line.
    fn with_comment(&self, end: usize) -> usize {
        let rest = end..self.shape.line_end(end);
        let own = self.shape.comments.iter().find(|comment| rest.contains(&comment.start));
        own.map_or(end, |comment| comment.end)
    }

    fn note_lines(&self, notes: &[&str], column: usize, eol: &str) -> String {
        notes.iter().map(|note| format!("{}{note}{eol}", " ".repeat(column))).collect()
    }

    /// A value on one line, between the quotation marks that the old one has.
    fn in_same_quotes(&self, old: &Node, wanted: &Wanted, inside: bool) -> String {
        let first = self.shape.text[old.span.clone()].chars().next();
        match (first, wanted, &old.value) {
            (Some('"'), Wanted::Text(text), Value::Text(_)) => quoted(text),
            (Some('\''), Wanted::Text(text), Value::Text(_)) if !text.chars().any(is_hidden) => {
                format!("'{}'", text.replace('\'', "''"))
            }
            _ => wanted.inline(inside),
        }
    }
}

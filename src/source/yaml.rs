//! YAML as a tree that keeps the bytes of every key and value: the only module that knows the parser.
//!
//! Scalars stay text (`01000` keeps its zero, `9:00` is not a number); anchors, aliases and tags are
//! refused, since a record is data that somebody reads. After a syntax mistake the block it stands
//! in is set aside and the rest is read, so that one run shows every mistake of a file.

mod advice;
mod blocks;
pub mod edit;
pub mod glued;
mod plain;
mod shape;
mod sort;
pub mod text;
mod tree;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source};

pub use plain::Plain;
pub use sort::{Order, sorted};

/// A value and the bytes it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Byte offsets in the source.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// A YAML value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing after the key, or `~`, or `null`.
    Empty,
    /// Text as written, whatever it looks like.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// A key and the bytes it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key as text.
    pub name: String,
    /// Byte offsets in the source.
    pub span: Range<usize>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct Documents {
    /// One node a document.
    pub nodes: Vec<Node>,
    /// Syntax mistakes.
    pub diagnostics: Vec<Diagnostic>,
    /// Names of top-level keys that a syntax mistake made unreadable: they are not missing.
    pub unread: Vec<String>,
}

impl Documents {
    /// Every record: a document is one, or a list of them; an empty one is none.
    pub fn records(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().flat_map(|document| match &document.value {
            Value::Empty => &[],
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(document),
        })
    }
}

/// Where each comment of a text stands, without the end of its line; nothing when its syntax breaks.
pub fn comments(text: &str) -> Option<Vec<Range<usize>>> {
    tree::comments(text)
}

/// Blocks set aside at most before a file is given up: enough for any hand-made file.
const MOST_MISTAKES: usize = 50;

/// Bytes read at most for all mistakes of a file, which is read again from its start after each.
const MOST_READ: usize = 64 * 1024 * 1024;

/// Reads every document of a file, with all its syntax mistakes.
pub fn documents(source: &Arc<Source>) -> Documents {
    let mut found = Documents::default();
    let (mut text, strange) = blocks::plain_indentation(source);
    found.diagnostics.extend(strange);
    let attempts = (MOST_READ / text.len().max(1)).clamp(1, MOST_MISTAKES);
    for attempt in 0..=attempts {
        match read(&text) {
            Ok(tree) => {
                found.nodes = tree.documents;
                found
                    .diagnostics
                    .extend(tree.faults.into_iter().map(|fault| fault.diagnostic(source)));
                break;
            }
            Err(fault) => {
                let at = fault.span.start;
                let held = fault.held();
                let ends = fault.ends_the_reading();
                let known = found.diagnostics.iter().any(|old| advice::same_line(old, source, at));
                if !known {
                    found.diagnostics.push(fault.diagnostic(source));
                }
                if ends {
                    break;
                }
                let block = blocks::around(&text, held);
                found.unread.extend(blocks::key_of(&text[block.clone()]));
                if attempt == attempts || !blocks::blank(&mut text, block) {
                    break;
                }
            }
        }
    }
    found
}

/// Reads a text whole; a document without a single key is a mistake where its lines show that keys were meant.
fn read(text: &str) -> Result<tree::Tree, advice::Fault> {
    let tree = tree::parse(text)?;
    match glued::whole(&tree.documents, text) {
        Some(fault) => Err(fault),
        None => Ok(tree),
    }
}

#[cfg(test)]
mod tests;

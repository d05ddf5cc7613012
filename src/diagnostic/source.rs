//! A text somebody wrote, and places in it.

use std::ops::Range;
use std::sync::Arc;

/// One file: the path as shown to the user, and its text.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Path from the folder the command runs in, with `/` on every system.
    pub path: String,
    /// The whole text, without byte order mark.
    pub text: String,
}

impl Source {
    /// The place of the bytes `span` of this file.
    pub fn at(self: &Arc<Self>, span: Range<usize>) -> Place {
        Place { source: Arc::clone(self), span }
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        let newlines = before.iter().filter(|byte| **byte == b'\n').count();
        Position { line: newlines + 1, column: self.column(offset) }
    }

    /// Column of a byte offset.
    pub fn column(&self, offset: usize) -> usize {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        before[start..].chars().count() + 1
    }
}

/// Bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: Arc<Source>,
    /// Byte offsets in its text.
    pub span: Range<usize>,
}

impl Place {
    /// Line and column of the first byte.
    pub fn position(&self) -> Position {
        self.source.position(self.span.start)
    }

    /// The line of the first byte in three: before the place, the place, after it.
    pub fn excerpt(&self) -> [&str; 3] {
        let text = self.source.text.as_str();
        let start = text.floor_char_boundary(self.span.start.min(text.len()));
        let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let last = text[start..].find(['\r', '\n']).map_or(text.len(), |length| start + length);
        let end = text.floor_char_boundary(self.span.end.clamp(start, last));
        [&text[first..start], &text[start..end], &text[end..last]]
    }
}

/// Line and column, both counted from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

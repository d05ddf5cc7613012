//! Where a reader stands in the items of a clause.

use std::ops::Range;

use super::super::fault::HoursFault;
use super::items::{Item, What};
use super::sense::Sense;

/// Items of one clause and the place of the next one to read.
#[derive(Clone)]
pub(in super::super) struct Cursor<'a> {
    items: &'a [Item],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(items: &'a [Item]) -> Self {
        Self { items, at: 0 }
    }

    /// The item so many places ahead.
    pub fn peek(&self, ahead: usize) -> Option<&'a What> {
        self.items.get(self.at + ahead).map(|item| &item.what)
    }

    /// The word or phrase so many places ahead.
    pub fn sense(&self, ahead: usize) -> Option<&'a Sense> {
        match self.peek(ahead) {
            Some(What::Sense(sense)) => Some(sense),
            _ => None,
        }
    }

    /// How many items are passed.
    pub fn passed(&self) -> usize {
        self.at
    }

    /// Passes so many items.
    pub fn pass(&mut self, count: usize) {
        self.at = (self.at + count).min(self.items.len());
    }

    /// Passes the next item if it is this word.
    pub fn eat(&mut self, sense: &Sense) -> bool {
        let found = self.sense(0) == Some(sense);
        if found {
            self.at += 1;
        }
        found
    }

    /// Where the next item is; at the end, where the last one is.
    pub fn span(&self) -> Range<usize> {
        let last = self.items.len().saturating_sub(1);
        self.items.get(self.at.min(last)).map_or(0..0, |item| item.span.clone())
    }

    /// From an earlier place up to here: the bytes of what was passed, at least one item.
    pub fn up_to(&self, start: &Cursor<'_>) -> Range<usize> {
        let begin = start.span();
        let last = self.at.saturating_sub(1).max(start.at);
        let end = self.items.get(last).map_or(begin.end, |item| item.span.end);
        begin.start..end.max(begin.end)
    }

    /// A fault at the next item.
    pub fn fault(&self, message: impl Into<String>, remedy: impl Into<String>) -> HoursFault {
        HoursFault::new(self.span(), message, remedy)
    }
}

/// Whether an item parts two others: `,`, `et` or `ou`.
pub(in super::super) fn parts(sense: Option<&Sense>) -> bool {
    matches!(sense, Some(Sense::Comma | Sense::And | Sense::Or))
}

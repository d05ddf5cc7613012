//! Readable YAML: quotes only where a value could be misread, and what is written reads back the same.

mod scalar;

use std::fmt::Write;
use std::ops::Range;

pub(super) use scalar::is_hidden;
pub use scalar::{quoted, scalar};

/// Longest line of a list written between brackets, in characters; a longer one gets a line an item.
pub(super) const LONGEST_INLINE: usize = 100;

/// A YAML text on its way: keys and values in the order they are added.
#[derive(Debug, Default)]
pub struct Sheet {
    text: String,
}

impl Sheet {
    /// Adds a comment: one line, whatever the words hold.
    pub fn comment(&mut self, words: &str) {
        let line: String = words.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
        self.text.push_str("# ");
        self.text.push_str(line.trim());
        self.text.push('\n');
    }

    /// Adds a key with a text; returns the bytes of the value.
    pub fn text(&mut self, key: &str, value: &str) -> Range<usize> {
        if is_block(value) { self.block(key, value) } else { self.line(key, &scalar(value, false)) }
    }

    /// Adds a key with a value that is no text: a date, a number; returns the bytes of the value.
    pub fn bare(&mut self, key: &str, value: &str) -> Range<usize> {
        self.line(key, value)
    }

    /// Adds a key with a list, on one line when it is short; returns the bytes of each item.
    pub fn list(&mut self, key: &str, items: &[&str]) -> Vec<Range<usize>> {
        let inline: Vec<String> = items.iter().map(|item| scalar(item, true)).collect();
        let width: usize = inline.iter().map(|item| item.chars().count() + 2).sum();
        if key.len() + 2 + width <= LONGEST_INLINE {
            return self.brackets(key, &inline);
        }
        let _ = writeln!(self.text, "{key}:");
        items.iter().map(|item| self.after("  - ", &scalar(item, false))).collect()
    }

    /// Adds a map between braces, or a line a key when it is long; returns the bytes of each value.
    pub fn map(&mut self, key: &str, entries: &[(&str, &str)]) -> Vec<Range<usize>> {
        let inline: Vec<String> = entries.iter().map(|(_, value)| scalar(value, true)).collect();
        let widths = entries.iter().zip(&inline);
        let width: usize =
            widths.map(|((key, _), value)| key.len() + value.chars().count() + 4).sum();
        if key.len() + 2 + width > LONGEST_INLINE {
            let _ = writeln!(self.text, "{key}:");
            let line = |(key, value): &(&str, &str)| {
                self.after(&format!("  {key}: "), &scalar(value, false))
            };
            return entries.iter().map(line).collect();
        }
        let _ = write!(self.text, "{key}: {{");
        let mut spans = Vec::with_capacity(entries.len());
        for (index, ((key, _), value)) in entries.iter().zip(inline).enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            let _ = write!(self.text, "{comma}{key}: ");
            let start = self.text.len();
            self.text.push_str(&value);
            spans.push(start..self.text.len());
        }
        self.text.push_str("}\n");
        spans
    }

    /// Adds a list of what is YAML already, a line an item; returns the bytes of each.
    pub fn items(&mut self, key: &str, items: &[&str]) -> Vec<Range<usize>> {
        let _ = writeln!(self.text, "{key}:");
        items.iter().map(|item| self.after("  - ", item)).collect()
    }

    /// The same list under a key of the key.
    pub fn items_under(&mut self, key: &str, inner: &str, items: &[&str]) -> Vec<Range<usize>> {
        let _ = writeln!(self.text, "{key}:\n  {inner}:");
        items.iter().map(|item| self.after("    - ", item)).collect()
    }

    /// Adds a line that is YAML already; returns where it begins.
    pub fn raw(&mut self, line: &str) -> usize {
        let start = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
        start
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, key: &str, value: &str) -> Range<usize> {
        self.after(&format!("{key}: "), value)
    }

    /// Adds a value after what introduces it, and ends the line.
    fn after(&mut self, lead: &str, value: &str) -> Range<usize> {
        self.text.push_str(lead);
        let start = self.text.len();
        self.text.push_str(value);
        self.text.push('\n');
        start..start + value.len()
    }

    fn brackets(&mut self, key: &str, items: &[String]) -> Vec<Range<usize>> {
        let _ = write!(self.text, "{key}: [");
        let mut spans = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text.push_str(", ");
            }
            let start = self.text.len();
            self.text.push_str(item);
            spans.push(start..self.text.len());
        }
        self.text.push_str("]\n");
        spans
    }

    /// Text of several lines as it stands, two spaces in.
    fn block(&mut self, key: &str, value: &str) -> Range<usize> {
        let body = value.trim_end_matches('\n');
        let keep = match value.len() - body.len() {
            0 => "-",
            1 => "",
            _ => "+",
        };
        let _ = write!(self.text, "{key}: ");
        let start = self.text.len();
        let _ = writeln!(self.text, "|{keep}");
        for line in body.split('\n') {
            let lead = if line.is_empty() { "" } else { "  " };
            let _ = writeln!(self.text, "{lead}{line}");
        }
        self.text.push_str(&"\n".repeat((value.len() - body.len()).saturating_sub(1)));
        start..self.text.len()
    }
}

/// Whether a text of several lines can stand as it is: what indents a line must be the block's own.
fn is_block(text: &str) -> bool {
    let odd = |line: &str| line.trim().is_empty() && !line.is_empty();
    let turned = |line: &str| {
        let rest = line.trim_start_matches(' ');
        rest.starts_with(|c: char| c.is_whitespace())
    };
    text.trim_end_matches('\n').contains('\n')
        && !text.starts_with(char::is_whitespace)
        && !text.lines().any(|line| odd(line) || turned(line))
        && !text.chars().any(|c| c != '\n' && is_hidden(c))
}

#[cfg(test)]
mod tests;

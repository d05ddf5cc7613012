//! Sentences that announce something and stop: « Horaires : » and nothing.

use crate::diagnostic::{Diagnostic, Severity};

use super::escapes::words;
use super::listen::Listener;
use super::say::{Rule, say};
use super::tokens::Tag;
use super::{Made, Rendered};

const RULE: Rule = Rule {
    code: "phrase-inachevee",
    severity: Severity::Warning,
    remedy: "Écrivez la suite, ou enlevez ce début de phrase.",
};

/// A text that ends with a colon, with nothing after it.
pub(super) fn sentences(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let message =
        |said: &String| format!("Une phrase s’arrête après les deux-points : « {said} ».");
    say(made, &RULE, |page: &Rendered| page.faults().unfinished.iter().map(message).collect(), out);
}

/// Whether an element holds a sentence.
fn holds(name: &str) -> bool {
    matches!(name, "p" | "li" | "dd" | "td" | "caption")
}

/// Whether another subject begins with an element: a paragraph before it cannot announce it.
fn is_another_subject(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "footer" | "section" | "nav")
}

/// Whether an element is a box without meaning: what comes after it may go on with what is inside.
fn is_a_box(name: &str) -> bool {
    matches!(name, "div" | "span")
}

/// Longest part of a sentence that is quoted, in characters.
const LONGEST: usize = 60;

/// The last sentence of each element, as the page goes on.
pub(super) struct Sentences<'a> {
    page: &'a str,
    /// Where the text that may be a sentence begins.
    start: usize,
    /// Whether what was read since then ends with a colon.
    open: bool,
    /// A paragraph that announces what comes next.
    announced: Option<String>,
    /// Sentences that stop.
    pub found: Vec<String>,
}

impl<'a> Sentences<'a> {
    /// Nothing read yet of this page.
    pub fn new(page: &'a str) -> Self {
        Self { page, start: 0, open: false, announced: None, found: Vec::new() }
    }

    fn quoted(&self, end: usize) -> String {
        let said = words(&self.page[self.start..end]);
        let skipped = said.chars().count().saturating_sub(LONGEST);
        match skipped {
            0 => said,
            _ => format!("…{}", said.chars().skip(skipped).collect::<String>()),
        }
    }
}

impl<'a> Listener<'a> for Sentences<'a> {
    fn open(&mut self, tag: &Tag<'a>, at: usize) {
        let announced = self.announced.take();
        if is_another_subject(&tag.name) {
            self.found.extend(announced);
        }
        match tag.name.as_ref() {
            // A line of the same sentence goes on.
            "a" | "abbr" | "b" | "br" | "em" | "i" | "small" | "span" | "strong" => {}
            _ => {
                self.start = at;
                self.open = false;
            }
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        if !is_a_box(name) {
            self.found.extend(self.announced.take());
        }
        if !self.open || !holds(name) {
            return;
        }
        let said = self.quoted(at);
        match name {
            "p" => self.announced = Some(said),
            _ => self.found.push(said),
        }
        self.open = false;
    }

    fn text(&mut self, text: &'a str) {
        let said = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
        if !said.is_empty() {
            self.announced = None;
            self.open = said.ends_with(':');
        }
    }
}

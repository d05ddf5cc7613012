//! Headings go down one step at a time: readers of a screen go from one to the next.

use crate::diagnostic::{Diagnostic, Severity};

use super::escapes::words;
use super::listen::Listener;
use super::say::{Rule, say};
use super::tokens::Tag;
use super::{Made, Rendered};

const RULE: Rule = Rule {
    code: "titres-sautes",
    severity: Severity::Error,
    remedy: "Suivez l’ordre des titres : un seul « h1 », puis « h2 », « h3 », sans en sauter.",
};

/// A level left out, no main heading, or several.
pub(super) fn gaps(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    say(made, &RULE, |page: &Rendered| page.faults().heading_faults.clone(), out);
}

/// The headings of a page.
pub(super) struct Headings<'a> {
    page: &'a str,
    /// Level of the last one; 0 before any.
    last: u8,
    main: usize,
    /// A heading that comes too deep: its level and where it begins, until it closes.
    deep: Option<(u8, usize)>,
    faults: Vec<String>,
}

impl<'a> Headings<'a> {
    /// Nothing read yet of this page.
    pub fn new(page: &'a str) -> Self {
        Self { page, last: 0, main: 0, deep: None, faults: Vec::new() }
    }

    /// What is wrong, once the page is read.
    pub fn faults(mut self) -> Vec<String> {
        match self.main {
            0 => self.faults.push("Cette page n’a pas de titre principal (h1).".into()),
            1 => {}
            many => self.faults.push(format!("Cette page a {many} titres principaux (h1).")),
        }
        self.faults
    }
}

/// The level of `h1` to `h6`.
fn level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

impl<'a> Listener<'a> for Headings<'a> {
    fn open(&mut self, tag: &Tag<'a>, at: usize) {
        let Some(level) = level(&tag.name) else { return };
        self.main += usize::from(level == 1);
        // A page without main heading is told so once, not at its first heading too.
        self.deep = (self.last > 0 && level > self.last + 1).then_some((self.last, at));
        self.last = level;
    }

    fn close(&mut self, name: &str, at: usize) {
        if let (Some(level), Some((before, start))) = (level(name), self.deep.take()) {
            let said = words(&self.page[start..at]);
            self.faults.push(format!(
                "Le titre « {said} » est de niveau {level}, juste après un titre de niveau {before}."
            ));
        }
    }
}

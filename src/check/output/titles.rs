//! Every page has a title of its own.

use std::collections::BTreeMap;

use crate::address::Address;
use crate::diagnostic::{Diagnostic, Severity};

use super::escapes::decoded;
use super::listen::Listener;
use super::say::{Rule, say};
use super::tokens::Tag;
use super::{Made, Rendered};

const RULE: Rule = Rule {
    code: "titre-en-double",
    severity: Severity::Warning,
    remedy: "Donnez à l’une des deux fiches un nom qui la distingue, ou une adresse.",
};

/// Two pages with one title cannot be told apart in a list of tabs or of results.
pub(super) fn same(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, &Address> = BTreeMap::new();
    for page in made.rendered {
        if let Some(title) = &page.title {
            first.entry(title).or_insert(&page.address);
        }
    }
    let found = |page: &Rendered| {
        let title = page.title.as_deref().unwrap_or_default();
        let other = first.get(title).filter(|first| **first != &page.address);
        let message = |other| format!("Cette page a le même titre que « {other} » : « {title} ».");
        other.map(message).into_iter().collect()
    };
    say(made, &RULE, found, out);
}

/// The title of a page.
#[derive(Default)]
pub(super) struct Title {
    /// What was read of it.
    pub text: Option<String>,
    inside: bool,
}

impl<'a> Listener<'a> for Title {
    fn open(&mut self, tag: &Tag<'a>, _: usize) {
        self.inside = tag.name == "title" && self.text.is_none();
    }

    fn close(&mut self, _: &str, _: usize) {
        self.inside = false;
    }

    fn text(&mut self, text: &'a str) {
        if self.inside {
            self.text = Some(decoded(text).into_owned());
        }
    }
}

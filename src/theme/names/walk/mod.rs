//! One walk through a template: every name it uses, held against the names in reach.

mod expression;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::scope::Scope;
use super::shape::Shape;
use super::tags::{Kind, Tag, Word};
use words::{has_default, joined, names, tested, trimmed};

/// Parameters of components, as they are called.
pub(super) type Parameters = BTreeMap<String, BTreeMap<String, Shape>>;

/// A name that nothing gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// As it is written, with what it stands under: `page.titr`.
    pub path: String,
    /// Its bytes, the last name only.
    pub span: Range<usize>,
    /// The names that could have been meant.
    pub known: Vec<String>,
    /// The component it stands in.
    pub component: Option<String>,
}

/// What a walk finds.
pub(super) struct Walk<'a> {
    scope: Scope,
    /// What components were called with in the walks before.
    parameters: &'a Parameters,
    /// Names tested with `is defined`: the template knows that they may be missing.
    tested: BTreeSet<String>,
    /// What components are called with here.
    pub calls: Parameters,
    /// Names that nothing gives.
    pub unknown: Vec<Unknown>,
}

impl<'a> Walk<'a> {
    /// Walks through the tags of a template.
    pub fn through(tags: &[Tag<'_>], scope: Scope, parameters: &'a Parameters) -> Self {
        let tested = tags.iter().flat_map(|tag| tested(&tag.words)).collect();
        let mut walk =
            Self { scope, parameters, tested, calls: Parameters::new(), unknown: Vec::new() };
        for tag in tags {
            if tag.is_block { walk.block(&tag.words) } else { drop(walk.expression(&tag.words)) }
        }
        walk
    }

    /// `{% … %}`.
    fn block(&mut self, words: &[Word<'_>]) {
        let Some((first, rest)) = trimmed(words).split_first() else { return };
        match first.text {
            "if" | "elif" => drop(self.expression(rest)),
            "for" => self.enter_loop(rest),
            "endfor" => self.scope.leave(),
            "set" | "set_global" => self.set(rest),
            "component" => self.enter_component(rest),
            "endcomponent" => self.scope.leave_component(),
            "filter" => drop(self.expression(rest.get(1..).unwrap_or_default())),
            "<" => drop(self.expression(words)),
            _ => {}
        }
    }

    /// `for a in …`, `for a, b in …`.
    fn enter_loop(&mut self, words: &[Word<'_>]) {
        let Some(at) = words.iter().position(|word| word.is("in")) else { return };
        let item = self.expression(&words[at + 1..]).item();
        let bound: Vec<&str> = names(&words[..at]).collect();
        let mut layer = BTreeMap::from([("loop".to_owned(), Shape::Any)]);
        match bound[..] {
            [one] => drop(layer.insert(one.to_owned(), item)),
            _ => layer.extend(bound.into_iter().map(|name| (name.to_owned(), Shape::Any))),
        }
        self.scope.enter(layer);
    }

    /// `set a = …`, or `set a` before a text.
    fn set(&mut self, words: &[Word<'_>]) {
        let Some((name, rest)) = words.split_first() else { return };
        let shape = match rest.split_first() {
            Some((equals, value)) if equals.is("=") => self.expression(value),
            _ => Shape::Text,
        };
        self.scope.set(name.text, shape);
    }

    /// `component name(a, b: string, c = 1, ...others)`.
    fn enter_component(&mut self, words: &[Word<'_>]) {
        let at = words.iter().position(|word| word.is("(")).unwrap_or(words.len());
        let name = joined(&words[..at]);
        let called = self.parameters.get(&name);
        let mut names = BTreeMap::from([("body".to_owned(), Shape::Any)]);
        for (rank, word) in words.iter().enumerate().skip(at + 1) {
            let before = &words[rank - 1];
            let begins = ["(", ",", "@", "..."].iter().any(|sign| before.is(sign));
            if word.kind != Kind::Name || !begins {
                continue;
            }
            // One with a value of its own, or taken from around, may be anything.
            let plain = !before.is("@") && !before.is("...") && !has_default(&words[rank + 1..]);
            let given = called.and_then(|called| called.get(word.text)).cloned();
            let shape = if plain { given.unwrap_or_default() } else { Shape::Any };
            names.insert(word.text.to_owned(), shape);
        }
        self.scope.enter_component(&name, names);
    }
}

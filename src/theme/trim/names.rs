//! The names that the selectors of a style speak of, and those of them that a page uses.

use std::collections::{BTreeSet, HashMap};

use super::selector::attribute;

/// Names of elements, `.classes` and `[attributes]`, in order.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: Vec<String>,
    /// Ranks by the names of elements. Only looked up, like the next.
    elements: HashMap<String, usize>,
    /// Ranks by the names of classes, without their stop.
    classes: HashMap<String, usize>,
    /// What a page holds where an attribute is spoken of, after a space; and its rank.
    attributes: Vec<(String, usize)>,
}

/// Which names a page uses, by their ranks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Used(Vec<bool>);

impl Names {
    pub fn of(names: &BTreeSet<String>) -> Self {
        let mut own = Self { all: names.iter().cloned().collect(), ..Self::default() };
        for (rank, name) in names.iter().enumerate() {
            match name.strip_prefix('.') {
                Some(class) => drop(own.classes.insert(class.to_owned(), rank)),
                None if name.starts_with('[') => own.attributes.push((attribute(name), rank)),
                None => drop(own.elements.insert(name.clone(), rank)),
            }
        }
        own
    }

    /// The names that a page uses.
    pub fn used_in(&self, body: &str) -> Used {
        let mut used = vec![false; self.all.len()];
        let mut mark = |rank: Option<&usize>| {
            if let Some(rank) = rank {
                used[*rank] = true;
            }
        };
        for (at, _) in body.match_indices('<') {
            let name = &body[at + 1..];
            let end = name.bytes().position(|byte| b" />\n".contains(&byte));
            mark(self.elements.get(&name[..end.unwrap_or(name.len())]));
        }
        for (at, _) in body.match_indices(' ') {
            let rest = &body[at + 1..];
            if let Some(classes) = rest.strip_prefix("class=\"") {
                let end = classes.find('"').unwrap_or(classes.len());
                classes[..end].split(' ').for_each(|class| mark(self.classes.get(class)));
            }
            for (text, rank) in &self.attributes {
                if rest.starts_with(text.as_str()) {
                    mark(Some(rank));
                }
            }
        }
        Used(used)
    }

    /// The names that are used, in order.
    pub fn names(&self, used: &Used) -> Vec<&str> {
        let used = self.all.iter().zip(&used.0).filter(|(_, used)| **used);
        used.map(|(name, _)| name.as_str()).collect()
    }
}

//! The words of the interface, in one file a language: a guide changes those it wants.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use crate::diagnostic::{Diagnostic, Source};
use crate::source::yaml::{self, Node, Value};
use crate::text::{blanked, nearest, thousands, typography};

/// Words by their key: `acteur.quand` is the word `quand` of the group `acteur`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels(BTreeMap<String, String>);

impl Labels {
    /// Reads a file of groups of words; French spaces and apostrophes are put in once, here.
    pub fn read(source: &Arc<Source>, out: &mut Vec<Diagnostic>) -> Self {
        let mut labels = Self::default();
        labels.add(source, None, out);
        labels
    }

    /// These words with those of another file over them; a word that nobody uses is a mistake.
    pub fn with(&self, source: &Arc<Source>, out: &mut Vec<Diagnostic>) -> Self {
        let mut labels = self.clone();
        labels.add(source, Some(self), out);
        labels
    }

    fn add(&mut self, source: &Arc<Source>, known: Option<&Self>, out: &mut Vec<Diagnostic>) {
        let documents = yaml::documents(source);
        out.extend(documents.diagnostics);
        for (key, node) in documents.nodes.iter().flat_map(flat) {
            let Value::Text(text) = &node.value else { continue };
            match known.filter(|known| !known.0.contains_key(&key)) {
                Some(known) => out.push(unknown(source, &key, node, known)),
                None => drop(self.0.insert(key, typography(&blanked(text)))),
            }
        }
    }

    /// One wording, its `{names}` replaced; a key nobody wrote shows as itself.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut said = String::new();
        let mut rest = self.word(key);
        while let Some((before, name, after)) = hole(rest) {
            said.push_str(before);
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => said.push_str(value),
                None => said.push_str(&rest[before.len()..rest.len() - after.len()]),
            }
            rest = after;
        }
        said + rest
    }

    /// One wording as it is written.
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// Whether a key is written.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The wording of a number of things: `key.zero`, `key.un` or `key.plusieurs`, with `{n}`.
    pub fn count(&self, key: &str, count: usize) -> String {
        let form = match count {
            0 => "zero",
            1 => "un",
            _ => "plusieurs",
        };
        self.say(&format!("{key}.{form}"), &[("n", &thousands(count))])
    }

    /// The words as groups, for templates: `{{ t.acteur.quand }}`.
    pub fn groups(&self) -> Json {
        let mut groups = Json::Object(Map::new());
        for (key, text) in &self.0 {
            let mut place = &mut groups;
            for name in key.split('.') {
                place = &mut place[name];
            }
            *place = Json::String(text.clone());
        }
        groups
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// The first `{name}` of a wording: what stands before it, the name, what stands after.
fn hole(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// The texts of a tree with their dotted keys.
fn flat(node: &Node) -> Vec<(String, &Node)> {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    let mut found = Vec::new();
    for (key, node) in entries {
        match &node.value {
            Value::Map(_) => {
                let inner = flat(node).into_iter();
                found.extend(inner.map(|(below, node)| (format!("{}.{below}", key.name), node)));
            }
            _ => found.push((key.name.clone(), node)),
        }
    }
    found
}

fn unknown(source: &Arc<Source>, key: &str, node: &Node, known: &Labels) -> Diagnostic {
    let remedy = match nearest(key, known.keys()) {
        Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
        None => "Effacez cette ligne ; le manuel, chapitre « Le thème », donne les clés.".into(),
    };
    Diagnostic::error(
        "mot-inconnu",
        source.at(node.span.clone()),
        format!("Aucun modèle n’emploie le mot « {key} »."),
        remedy,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source { path: "themes/86-vienne/labels/fr.yaml".into(), text: text.into() })
    }

    fn base() -> Labels {
        let text = "acteur:\n  quand: Quand ?\nlieux: {zero: aucun lieu, un: 1 lieu, plusieurs: '{n} lieux'}\nloin: à {km} km";
        Labels::read(&source(text), &mut Vec::new())
    }

    #[test]
    fn words_are_said_with_french_spaces() {
        let labels = base();
        assert_eq!(labels.word("acteur.quand"), "Quand\u{202f}?");
        assert_eq!(labels.say("loin", &[("km", "7")]), "à 7 km");
        assert_eq!(labels.count("lieux", 0), "aucun lieu");
        assert_eq!(labels.count("lieux", 1), "1 lieu");
        assert_eq!(labels.count("lieux", 1234), "1\u{202f}234 lieux");
        assert_eq!(labels.groups()["acteur"]["quand"], "Quand\u{202f}?");
    }

    #[test]
    fn a_guide_changes_a_word_and_is_told_of_a_slip() {
        let mut out = Vec::new();
        let own = base().with(&source("acteur:\n  quand: Horaires\n  qand: Heures"), &mut out);
        assert_eq!(own.word("acteur.quand"), "Horaires");
        assert_eq!(own.word("loin"), "à {km} km");
        let [slip] = &out[..] else { panic!("{out:?}") };
        assert_eq!(slip.message, "Aucun modèle n’emploie le mot « acteur.qand ».");
        assert_eq!(slip.remedy, "Vouliez-vous dire « acteur.quand » ?");
    }
}

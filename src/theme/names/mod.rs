//! Names that a guide's own templates use and nothing gives: the engine is silent about them in `if` and filters.
//!
//! What pages give is remembered while they are made, all pages together: a name is unknown when no
//! page of the guide has it. See docs/adr/0007-gates.md.

mod scope;
mod shape;
mod tags;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Source};
use crate::text::nearest;

use super::load::Overlay;
use scope::Scope;
use shape::Shape;
use tags::{Tag, tags};
use walk::{Parameters, Unknown, Walk};

/// Templates by name, as their tags.
type Templates<'a> = BTreeMap<&'a str, Vec<Tag<'a>>>;

/// Names, with what stands under each.
type Names = BTreeMap<String, Shape>;

/// What the templates of a theme are given.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// The templates of the guide's own.
    own: BTreeSet<String>,
    /// What every page is given.
    all: Names,
    /// What the pages of each template are given. Pages are made in parallel and in any order:
    /// adding shapes gives the same whole in every order.
    pages: Mutex<BTreeMap<String, Shape>>,
}

impl Given {
    /// Nothing when a guide has no template of its own: then nothing is remembered either.
    pub fn for_templates_of(overlay: &Overlay) -> Option<Self> {
        let own: BTreeSet<String> =
            overlay.keys().filter(|name| name.ends_with(".html")).cloned().collect();
        (!own.is_empty()).then(|| Self { own, ..Self::default() })
    }

    /// A name that every page is given.
    pub fn add_everywhere(&mut self, name: &str, value: &impl Serialize) {
        self.all.insert(name.to_owned(), shape(value));
    }

    /// What a page is made from.
    pub fn add(&self, template: &str, view: &impl Serialize) {
        let shape = shape(view);
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.entry(template.to_owned()).or_default().merge(shape);
    }

    /// The names of the guide's own templates that nothing gives, where they stand.
    pub fn unknown_names(&self, sources: &BTreeMap<String, Arc<Source>>) -> Vec<Diagnostic> {
        let read: Templates<'_> =
            sources.iter().map(|(name, source)| (name.as_str(), tags(&source.text))).collect();
        let scopes = self.scopes(&read);
        let parameters = parameters(&read, &scopes);
        let own = self.own.iter().filter(|name| read.contains_key(name.as_str()));
        own.flat_map(|name| {
            let scope = Scope::of(scopes.get(name).cloned());
            let walk = Walk::through(&read[name.as_str()], scope, &parameters);
            let source = &sources[name.as_str()];
            walk.unknown.into_iter().map(|unknown| self.said(source, unknown))
        })
        .collect()
    }

    /// The names that pages give each template they use, by themselves or through others.
    fn scopes(&self, read: &Templates<'_>) -> BTreeMap<String, Names> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let mut scopes: BTreeMap<String, Shape> = BTreeMap::new();
        for (page, shape) in pages.iter() {
            let used = used(page, read);
            for template in &used {
                let mut shape = shape.clone();
                // What the others name is in reach where they include this one, or where it fills their blocks.
                let others = used.iter().filter(|other| *other != template);
                let named = others.flat_map(|other| named(&read[other]));
                shape
                    .merge(Shape::Group(named.map(|name| (name.to_owned(), Shape::Any)).collect()));
                scopes.entry((*template).to_owned()).or_default().merge(shape);
            }
        }
        let with_all = |(template, shape): (String, Shape)| match shape {
            Shape::Group(mut names) => {
                let all = self.all.iter().map(|(name, shape)| (name.clone(), shape.clone()));
                names.extend(all);
                Some((template, names))
            }
            _ => None,
        };
        scopes.into_iter().filter_map(with_all).collect()
    }

    /// The message, and the name that was probably meant.
    fn said(&self, source: &Arc<Source>, unknown: Unknown) -> Diagnostic {
        let Unknown { path, span, known, component } = unknown;
        // A name of two letters is near to everything; a name of every page is only out of reach.
        let known = known.iter().map(String::as_str).filter(|known| known.len() > 2);
        let near = nearest(&path, known).filter(|_| !self.all.contains_key(&path));
        let (message, otherwise) = match component {
            Some(component) => (
                format!(
                    "Le composant « {component} » emploie « {path} », que ceux qui l’appellent ne lui donnent pas."
                ),
                format!(
                    "Ajoutez « {path} » à ses paramètres, et « {path}={{{path}}} » là où il est appelé."
                ),
            ),
            None => (
                format!("Ce modèle emploie « {path} », qu’aucune page ne lui donne."),
                "Effacez ce nom, ou prenez-en un que le modèle de jalon du même nom emploie."
                    .to_owned(),
            ),
        };
        let remedy = near.map_or(otherwise, |meant| format!("Vouliez-vous dire « {meant} » ?"));
        Diagnostic::error("nom-inconnu-du-modele", source.at(span), message, remedy)
    }
}

/// How deep components call each other.
const ROUNDS: usize = 8;

/// What components are called with. They call each other: a few rounds tell it of them all.
fn parameters(read: &Templates<'_>, scopes: &BTreeMap<String, Names>) -> Parameters {
    let mut parameters = Parameters::new();
    for _ in 0..ROUNDS {
        let mut called = Parameters::new();
        for (name, tags) in read {
            let scope = Scope::of(scopes.get(*name).cloned());
            for (component, arguments) in Walk::through(tags, scope, &parameters).calls {
                let component = called.entry(component).or_default();
                for (name, shape) in arguments {
                    component.entry(name).or_default().merge(shape);
                }
            }
        }
        if called == parameters {
            break;
        }
        parameters = called;
    }
    parameters
}

fn shape(value: &impl Serialize) -> Shape {
    serde_json::to_value(value).map_or(Shape::Any, |value| Shape::of(&value))
}

/// A template and all those it extends or includes.
fn used<'a>(template: &'a str, read: &Templates<'a>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next = vec![template];
    while let Some(name) = next.pop() {
        let Some((name, tags)) = read.get_key_value(name) else { continue };
        if found.insert(*name) {
            let inner = tags.iter().filter(|tag| {
                tag.words.iter().any(|word| word.is("extends") || word.is("include"))
            });
            next.extend(inner.flat_map(|tag| tag.words.iter().filter_map(|word| word.unquoted())));
        }
    }
    found
}

/// The names that a template makes itself, with `for` and `set`.
fn named<'a>(tags: &'a [Tag<'_>]) -> impl Iterator<Item = &'a str> {
    let makes =
        |tag: &&Tag<'_>| tag.words.iter().take(2).any(|word| word.is("for") || word.is("set"));
    tags.iter().filter(makes).flat_map(|tag| {
        let made = tag.words.iter().take_while(|word| !word.is("in") && !word.is("="));
        made.filter(|word| word.kind == tags::Kind::Name && !word.is("for") && !word.is("set"))
            .map(|word| word.text)
    })
}

//! Links lead somewhere: to a sheet of the plan, and to a place that its page has.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Medium, Plan, Sheet};

use super::escapes::decoded;
use super::listen::{self, Listener};
use super::say::{Rule, say};
use super::tokens::Tag;
use super::{Made, Rendered};

const RULE: Rule = Rule {
    code: "lien-mort",
    severity: Severity::Error,
    remedy: "Corrigez le lien dans la fiche, la page ou le thème.",
};

/// A link to a page or an anchor that does not exist.
pub(super) fn dead(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    // Only looked up: its order reaches no message.
    let ids: HashMap<&str, &[Mark]> =
        made.rendered.iter().map(|page| (page.address.as_str(), page.ids.as_slice())).collect();
    let known = |target: &Address, anchor: &str| {
        ids.get(target.as_str()).is_some_and(|ids| ids.contains(&Mark::of(anchor)))
    };
    let found = |page: &Rendered| {
        let nowhere = page
            .faults()
            .dead
            .iter()
            .map(|link| format!("Le lien « {link} » ne mène à aucune page."));
        let unknown = page.anchors.iter().filter(|(target, anchor)| !known(target, anchor));
        let unknown = unknown.map(|(target, anchor)| {
            format!("Le lien vers « {target}#{anchor} » ne mène à aucun endroit de la page.")
        });
        nowhere.chain(unknown).collect()
    };
    say(made, &RULE, found, out);
}

/// Whether a page has a link to something that a plan does not hold.
pub fn leads_out(from: &Address, page: &str, plan: &Plan) -> bool {
    let mut links = Links::new(from, plan);
    listen::read(page, &mut [&mut links]);
    !links.dead.is_empty()
}

/// An anchor by its fingerprint: a large site has a million of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark(u64);

impl Mark {
    fn of(anchor: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        anchor.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// Links and anchors of a page.
pub(super) struct Links<'p> {
    from: &'p Address,
    plan: &'p Plan,
    /// Links that lead to nothing planned.
    pub dead: Vec<String>,
    /// Whether a link leads to another guide, or to what no archive of this one holds.
    pub leaves: bool,
    /// Links to an anchor: the page and the anchor.
    anchors: Vec<(Address, String)>,
    /// Anchors of the page itself.
    ids: Vec<Mark>,
}

impl<'p> Links<'p> {
    /// Nothing read yet of the page at this address.
    pub fn new(from: &'p Address, plan: &'p Plan) -> Self {
        Self { from, plan, dead: Vec::new(), leaves: false, anchors: Vec::new(), ids: Vec::new() }
    }

    /// What must be known of other pages: links to their anchors; and what others may link to, the anchors of this one.
    pub fn kept(&mut self) -> (Vec<(Address, String)>, Vec<Mark>) {
        let (mut anchors, mut ids) =
            (std::mem::take(&mut self.anchors), std::mem::take(&mut self.ids));
        anchors.retain(|(target, anchor)| {
            let own = target == self.from && ids.contains(&Mark::of(anchor));
            !own && !anchor.is_empty()
        });
        anchors.shrink_to_fit();
        ids.shrink_to_fit();
        (anchors, ids)
    }

    /// Keeps a link when something must be known of where it leads.
    fn link(&mut self, link: &str) {
        let (path, anchor) =
            link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id)));
        if has_scheme(path) {
            return;
        }
        let Some(target) = target(self.from, path) else { return self.dead.push(link.to_owned()) };
        let address = match self.plan.at(&target) {
            Some(sheet) => {
                self.leaves |= leaves(self.from, sheet);
                &sheet.address
            }
            None if path.is_empty() => self.from,
            None => return self.dead.push(link.to_owned()),
        };
        self.anchors.extend(anchor.map(|anchor| (address.clone(), anchor.to_owned())));
    }
}

/// Whether a sheet stands in the folder of another guide than a page, or is of those that hold others.
fn leaves(from: &Address, sheet: &Sheet) -> bool {
    let theirs = folder(sheet.address.as_str());
    let packs = matches!(sheet.medium, Medium::Zip | Medium::Checksum | Medium::Worker);
    packs || (!theirs.is_empty() && theirs != folder(from.as_str()))
}

/// The folder of the guide an address stands in; empty above the guides.
fn folder(address: &str) -> &str {
    address.split_once('/').map_or("", |(folder, _)| folder)
}

impl<'a> Listener<'a> for Links<'_> {
    fn open(&mut self, tag: &Tag<'a>, _: usize) {
        for (name, value) in tag.attributes() {
            match name {
                "id" => self.ids.push(Mark::of(&decoded(value))),
                "href" | "src" => self.link(&decoded(value)),
                _ => {}
            }
        }
    }
}

/// `https:`, `mailto:`, `tel:`, `data:`… as browsers know them (RFC 3986, 3.1); any other address is that of a page.
fn has_scheme(path: &str) -> bool {
    let named = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    path.split_once(':').is_some_and(|(scheme, _)| named(scheme))
}

/// The address a relative link leads to; nothing when it leaves the folder.
pub(super) fn target(from: &Address, link: &str) -> Option<String> {
    if link.is_empty() {
        return Some(from.to_string());
    }
    let mut names: Vec<&str> = from.as_str().split('/').collect();
    names.pop();
    for name in link.split('/') {
        match name {
            ".." => drop(names.pop()?),
            "." => {}
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

//! Links lead somewhere: to a sheet of the plan, and to a place that its page has.

use std::collections::BTreeMap;

use crate::address::Address;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;

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
    let ids: BTreeMap<&str, &[String]> =
        made.rendered.iter().map(|page| (page.address.as_str(), page.ids.as_slice())).collect();
    let known = |target: &str, anchor: &String| {
        anchor.is_empty() || ids.get(target).is_some_and(|ids| ids.contains(anchor))
    };
    let found = |page: &Rendered| {
        let nowhere =
            page.dead.iter().map(|link| format!("Le lien « {link} » ne mène à aucune page."));
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

/// Links and anchors of a page.
pub(super) struct Links<'p> {
    from: &'p Address,
    plan: &'p Plan,
    /// Links that lead to nothing planned.
    pub dead: Vec<String>,
    /// Links to an anchor: the page and the anchor.
    pub anchors: Vec<(String, String)>,
    /// Anchors of the page itself.
    pub ids: Vec<String>,
}

impl<'p> Links<'p> {
    /// Nothing read yet of the page at this address.
    pub fn new(from: &'p Address, plan: &'p Plan) -> Self {
        Self { from, plan, dead: Vec::new(), anchors: Vec::new(), ids: Vec::new() }
    }

    /// Keeps a link when something must be known of where it leads.
    fn link(&mut self, link: &str) {
        let (path, anchor) =
            link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id)));
        if has_scheme(path) {
            return;
        }
        match target(self.from, path) {
            Some(target) if path.is_empty() || self.plan.holds(&target) => {
                self.anchors.extend(anchor.map(|anchor| (target, anchor.to_owned())));
            }
            _ => self.dead.push(link.to_owned()),
        }
    }
}

impl<'a> Listener<'a> for Links<'_> {
    fn open(&mut self, tag: &Tag<'a>, _: usize) {
        for (name, value) in tag.attributes() {
            match name {
                "id" => self.ids.push(decoded(value).into_owned()),
                "href" | "src" => self.link(&decoded(value)),
                _ => {}
            }
        }
    }
}

/// `https:`, `mailto:`, `tel:`, `data:`…
fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/') && !scheme.is_empty())
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

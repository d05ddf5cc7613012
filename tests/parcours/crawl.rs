//! A site as a crawler sees it: pages, and the links between them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::reading::{anchors, is_carried, links, published};
use crate::support::Desk;

/// The pages of a site, each with the pages it leads to.
pub struct Site {
    pages: BTreeMap<String, String>,
    links: BTreeMap<String, BTreeSet<String>>,
}

impl Site {
    /// The pages that a content folder makes on a day.
    pub fn built(desk: &Desk, today: &str) -> Self {
        let pages = published(desk, today);
        let leads = |(path, page): (&String, &String)| {
            let to = links(page).into_iter().filter_map(|(href, _)| target(path, &href));
            (path.clone(), to.map(|(path, _)| path).collect())
        };
        let links = pages.iter().map(leads).collect();
        Self { pages, links }
    }

    /// Folders of the guides.
    pub fn guides(&self) -> Vec<String> {
        let plans = self.pages.keys().filter_map(|path| path.strip_suffix("/plan-du-site.html"));
        plans.map(str::to_owned).collect()
    }

    /// Every page that some link must lead to: neither what a host shows for a wrong address, nor a former address.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        let reached = |(path, page): &(&String, &String)| {
            !path.ends_with("404.html") && !page.contains("http-equiv=\"refresh\"")
        };
        self.pages.iter().filter(reached).map(|(path, _)| path)
    }

    /// The same of one guide.
    pub fn pages_of(&self, guide: &str) -> impl Iterator<Item = &String> {
        let folder = format!("{guide}/");
        self.all().filter(move |path| path.starts_with(&folder) && !is_carried(path))
    }

    /// A page.
    pub fn page(&self, path: &str) -> &str {
        self.pages.get(path).unwrap_or_else(|| panic!("no {path}"))
    }

    /// How many links every page is away from one.
    pub fn taps_from(&self, start: &str) -> BTreeMap<String, usize> {
        let mut taps = BTreeMap::from([(start.to_owned(), 0)]);
        let mut queue = VecDeque::from([start.to_owned()]);
        while let Some(path) = queue.pop_front() {
            let next = taps[&path] + 1;
            for to in self.links.get(&path).into_iter().flatten() {
                if !taps.contains_key(to) {
                    taps.insert(to.clone(), next);
                    queue.push_back(to.clone());
                }
            }
        }
        taps
    }

    /// « 1 tap: 30 pages »: what to read when a page is too far.
    pub fn histogram(&self, guide: &str, taps: &BTreeMap<String, usize>) -> String {
        let mut counts: BTreeMap<Option<usize>, usize> = BTreeMap::new();
        for path in self.pages_of(guide) {
            *counts.entry(taps.get(path).copied()).or_default() += 1;
        }
        let line = |(taps, count): (Option<usize>, usize)| match taps {
            Some(taps) => format!("{taps} taps: {count} pages\n"),
            None => format!("never: {count} pages\n"),
        };
        counts.into_iter().map(line).collect()
    }

    /// Links to a page or an anchor that is not there.
    pub fn dead_links(&self) -> Vec<String> {
        let known: BTreeMap<&String, BTreeSet<String>> = self
            .pages
            .iter()
            .map(|(path, page)| (path, anchors(page).into_iter().collect()))
            .collect();
        let mut dead = Vec::new();
        for (path, page) in &self.pages {
            for (href, _) in links(page) {
                let Some((to, anchor)) = target(path, &href).filter(|(to, _)| is_page(to)) else {
                    continue;
                };
                let found = known
                    .get(&to)
                    .is_some_and(|anchors| anchor.is_empty() || anchors.contains(&anchor));
                if !found {
                    dead.push(format!("{path}: {href}"));
                }
            }
        }
        dead
    }

    /// The pages that stand above one.
    pub fn breadcrumb(&self, path: &str) -> Vec<String> {
        let Some((_, fil)) = self.page(path).split_once("Vous êtes ici\">") else {
            return Vec::new();
        };
        let above = links(fil.split("</nav>").next().unwrap()).into_iter();
        above.map(|(href, _)| target(path, &href).unwrap().0).collect()
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The file and the anchor a link of a page leads to; nothing for a link that leaves the site.
fn target(from: &str, href: &str) -> Option<(String, String)> {
    if ["http:", "https:", "mailto:", "tel:", "sms:"].iter().any(|way| href.starts_with(way)) {
        return None;
    }
    let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
    if path.is_empty() {
        return Some((from.to_owned(), anchor.to_owned()));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop().unwrap()),
            "." => {}
            part => parts.push(part),
        }
    }
    Some((parts.join("/"), anchor.to_owned()))
}

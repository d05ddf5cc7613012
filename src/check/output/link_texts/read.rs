//! The texts of the links of a page, and what stands around each.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::address::Address;

use super::super::escapes::{decoded, words};
use super::super::links;
use super::super::listen::Listener;
use super::super::tokens::Tag;

/// An element whose words tell apart the links inside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    /// One entry of a list, one line of a table, one fact.
    Entry(&'static str),
    /// A line of text: it tells apart where there is no entry around.
    Line(&'static str),
}

impl Block {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "li" => Self::Entry("li"),
            "tr" => Self::Entry("tr"),
            "dd" => Self::Entry("dd"),
            "p" => Self::Line("p"),
            "caption" => Self::Line("caption"),
            "figcaption" => Self::Line("figcaption"),
            "h1" => Self::Line("h1"),
            "h2" => Self::Line("h2"),
            "h3" => Self::Line("h3"),
            "h4" => Self::Line("h4"),
            "h5" => Self::Line("h5"),
            "h6" => Self::Line("h6"),
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Entry(name) | Self::Line(name) => name,
        }
    }
}

/// The links of a page.
pub(in super::super) struct LinkTexts<'a> {
    page: &'a str,
    links: Vec<Link<'a>>,
    /// The link being read.
    open: Option<Link<'a>>,
    /// Blocks around what is being read, each with its rank.
    around: Vec<(Block, usize)>,
    /// Bytes of each block.
    blocks: Vec<Range<usize>>,
    /// Where the last `dt` began: it names the facts that follow.
    fact: usize,
    /// Rank of the last heading.
    heading: Option<usize>,
}

struct Link<'a> {
    href: &'a str,
    text: Cow<'a, str>,
    /// A label said instead of the text.
    label: Option<Cow<'a, str>>,
    /// What stands around it.
    around: Around,
}

/// The block around a link, and the heading above, by their ranks.
type Around = [Option<usize>; 2];

/// What is wrong with the links of a page.
#[derive(Default)]
pub(in super::super) struct Faults {
    /// Where links without text lead.
    pub empty: Vec<String>,
    /// Texts that say nothing, and the page each leads to.
    pub vague: Vec<(String, Option<String>)>,
    /// Addresses read letter by letter.
    pub spelt: Vec<String>,
    /// A text, and the two places it leads to.
    pub twins: Vec<[String; 3]>,
}

impl<'a> LinkTexts<'a> {
    /// Nothing read yet of this page.
    pub fn new(page: &'a str) -> Self {
        Self {
            page,
            links: Vec::new(),
            open: None,
            around: Vec::new(),
            blocks: Vec::new(),
            fact: 0,
            heading: None,
        }
    }

    /// What is wrong, once the page is read.
    pub fn faults(mut self, from: &Address) -> Faults {
        let mut faults = Faults::default();
        for link in &mut self.links {
            link.text = tidy(link.label.take().unwrap_or_else(|| std::mem::take(&mut link.text)));
            if link.text.is_empty() {
                faults.empty.push(decoded(link.href).into_owned());
            } else if super::says_nothing(&link.text) {
                faults.vague.push((link.text.to_string(), links::target(from, link.href)));
            } else if super::is_spelt(&link.text) {
                faults.spelt.push(link.text.to_string());
            }
        }
        self.links.sort_by(|a, b| a.text.cmp(&b.text));
        for alike in self.links.chunk_by(|a, b| a.text == b.text) {
            faults.twins.extend(self.twins(alike));
        }
        faults
    }

    /// The first two links that nothing tells apart, among those that read alike.
    fn twins(&self, alike: &[Link<'a>]) -> Option<[String; 3]> {
        let first = alike.first().filter(|first| !first.text.is_empty())?;
        if alike.iter().all(|link| link.href == first.href) {
            return None;
        }
        // What stands around is read once a block, and compared once: a block may hold a thousand links.
        let around = |blocks: Around| {
            blocks.map(|rank| rank.map(|rank| words(&self.page[self.blocks[rank].clone()])))
        };
        let mut known: BTreeMap<Around, usize> = BTreeMap::new();
        let mut ranks = BTreeMap::new();
        let mut seen: BTreeMap<usize, &Link<'a>> = BTreeMap::new();
        for link in alike {
            let context = *known.entry(link.around).or_insert_with(|| {
                let next = ranks.len();
                *ranks.entry(around(link.around)).or_insert(next)
            });
            let other = *seen.entry(context).or_insert(link);
            if other.href != link.href {
                let [one, two] = [other.href, link.href].map(|href| decoded(href).into_owned());
                return Some([first.text.to_string(), one, two]);
            }
        }
        None
    }

    /// A block begins at a byte.
    fn enter(&mut self, block: Block, start: usize) {
        let rank = self.blocks.len();
        self.blocks.push(start..self.page.len());
        self.around.push((block, rank));
        if block.name().starts_with('h') {
            self.heading = Some(rank);
        }
    }

    /// The block whose words tell what is being read apart.
    fn block(&self) -> Option<usize> {
        let is_entry = |(block, _): &&(Block, usize)| matches!(block, Block::Entry(_));
        let last = self.around.iter().rfind(is_entry).or_else(|| self.around.last());
        last.map(|(_, rank)| *rank)
    }
}

impl<'a> Listener<'a> for LinkTexts<'a> {
    fn open(&mut self, tag: &Tag<'a>, at: usize) {
        let name = tag.name.as_ref();
        match name {
            "a" => {
                let around = [self.block(), self.heading];
                self.open = tag.raw("href").map(|href| Link {
                    href,
                    text: Cow::Borrowed(""),
                    label: tag.value("aria-label").filter(|label| !label.trim().is_empty()),
                    around,
                });
            }
            "img" => {
                if let (Some(link), Some(alt)) = (&mut self.open, tag.value("alt")) {
                    link.text.to_mut().push_str(&alt);
                }
            }
            "dt" => self.fact = at,
            "br" => {
                if let Some(link) = &mut self.open {
                    // Words of two lines are two words.
                    link.text.to_mut().push(' ');
                }
            }
            _ => {
                if let Some(block) = Block::of(name) {
                    self.enter(block, if name == "dd" { self.fact } else { at });
                }
            }
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        if name == "a" {
            self.links.extend(self.open.take());
            return;
        }
        let Some(closed) = Block::of(name) else { return };
        if let Some(depth) = self.around.iter().rposition(|(open, _)| *open == closed) {
            for (_, rank) in self.around.drain(depth..) {
                self.blocks[rank].end = at;
            }
        }
    }

    fn text(&mut self, text: &'a str) {
        let Some(link) = &mut self.open else { return };
        match link.text.is_empty() {
            true => link.text = decoded(text),
            false => link.text.to_mut().push_str(&decoded(text)),
        }
    }
}

/// A text without idle spaces; no-break ones count as others.
fn tidy(text: Cow<'_, str>) -> Cow<'_, str> {
    let plain = !text.contains("  ")
        && !text.contains(|c: char| c != ' ' && c.is_whitespace())
        && text.trim().len() == text.len();
    if plain { text } else { text.split_whitespace().collect::<Vec<_>>().join(" ").into() }
}

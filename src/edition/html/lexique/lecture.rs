//! A page read for the words of the glossary: what is a sentence, what is a name, what was met already.

use std::collections::BTreeSet;

use crate::text::{escaped, fold};

use super::Lexique;
use super::formes::word;

/// Elements whose text is no place for a French parenthesis: names, links, headings of tables, and the
/// `div` that holds a text in another language.
const NAMES: [&str; 13] =
    ["div", "a", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "strong", "code"];

/// Elements, and classes of lists, whose text is about other pages: no word is a link there.
const LISTS: [&str; 4] = ["<small", "class=\"fiches\"", "class=\"court\"", "class=\"choix\""];

/// A page being read: what was said so far, and in how many names and lists the text stands.
pub(super) struct Lecture<'a> {
    lexique: &'a Lexique,
    pub main: &'a str,
    /// The page with its words said; empty as long as none was.
    pub out: String,
    /// What of the page is in `out` already.
    copied: usize,
    /// The page of the glossary.
    glossaire: Option<&'a str>,
    /// The heading of the page: nobody asks what it is about.
    sujet: String,
    /// Entries that are links already.
    linked: BTreeSet<usize>,
    /// Where the line below the heading ends, when it is no sentence: « Espace France Services, à Lusignan ».
    sous: usize,
    names: usize,
    lists: usize,
}

impl<'a> Lecture<'a> {
    pub fn new(lexique: &'a Lexique, main: &'a str, glossaire: Option<&'a str>) -> Self {
        let heading = main.split_once("<h1>").and_then(|(_, rest)| rest.split("</h1>").next());
        let sujet = fold(heading.unwrap_or_default());
        let sous = below_heading(main).unwrap_or_default();
        let (out, linked) = (String::new(), BTreeSet::new());
        Self { lexique, main, out, copied: 0, glossaire, sujet, linked, sous, names: 0, lists: 0 }
    }

    /// Says what can be said in sentences; returns the sigles met in names only.
    pub fn all(&mut self) -> BTreeSet<&'a str> {
        let (mut done, mut met) = (BTreeSet::new(), BTreeSet::new());
        let mut at = 0;
        while let Some(c) = self.main[at..].chars().next() {
            let rest = &self.main[at..];
            if c == '<' {
                let end = rest.find('>').map_or(rest.len(), |end| end + 1);
                self.tag(&rest[..end]);
                at += end;
                continue;
            }
            let word = word(rest);
            if word.is_empty() {
                at += c.len_utf8();
                continue;
            }
            let Some((words, rank)) = self.lexique.sigles.get(word) else {
                at += self.term(at).unwrap_or(word.len());
                continue;
            };
            let in_name = is_name(&rest[word.len()..]);
            if self.names > 0 || in_name {
                met.insert(word);
            } else if done.insert(word) {
                let said = match self.is_said(words, &rest[word.len()..]) {
                    true => String::new(),
                    false => format!(" ({})", escaped(words)),
                };
                let linked = self.linked(*rank, word);
                self.put(at, word.len(), &format!("{linked}{said}"));
            }
            at += word.len();
        }
        if self.copied > 0 {
            self.out.push_str(&self.main[self.copied..]);
        }
        met.retain(|sigle| !done.contains(sigle) && !self.holds(&self.lexique.sigles[*sigle].0));
        met
    }

    /// The word of the glossary that stands here, as a link at its first use; its length.
    fn term(&mut self, at: usize) -> Option<usize> {
        if at < self.sous || self.names + self.lists > 0 || self.glossaire.is_none() {
            return None;
        }
        let (rank, length) = self.lexique.formes.at(&self.main[at..])?;
        let written = &self.main[at..at + length];
        if !is_name(&self.main[at + length..]) && fold(written) != self.sujet {
            let linked = self.linked(rank, written);
            self.put(at, length, &linked);
        }
        Some(length)
    }

    /// What is written, as a link to the entry of this rank unless the page has one.
    pub fn linked(&mut self, rank: usize, written: &str) -> String {
        match self.glossaire.filter(|_| self.lists == 0 && self.linked.insert(rank)) {
            Some(page) => format!("<a href=\"{page}#{}\">{written}</a>", self.lexique.ancres[rank]),
            None => written.to_owned(),
        }
    }

    /// Puts `said` in the place of what is written; what does not change is not copied by itself.
    fn put(&mut self, at: usize, length: usize, said: &str) {
        if self.main[at..at + length] != *said {
            self.out.push_str(&self.main[self.copied..at]);
            self.out.push_str(said);
            self.copied = at + length;
        }
    }

    fn tag(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('<');
        let closes = inner.starts_with('/');
        let name = inner.trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        let step = |count: usize| if closes { count.saturating_sub(1) } else { count + 1 };
        if NAMES.contains(&name) {
            self.names = step(self.names);
        }
        let is_list = ["ul", "ol", "small"].contains(&name);
        if is_list && (self.lists > 0 || LISTS.iter().any(|list| tag.contains(list))) {
            self.lists = step(self.lists);
        }
    }

    /// Whether the page says the words by itself.
    fn is_said(&self, words: &str, after: &str) -> bool {
        let next = after.strip_prefix(" (").map(str::to_lowercase);
        next.is_some_and(|next| next.starts_with(&escaped(words).to_lowercase()))
            || self.holds(words)
    }

    fn holds(&self, words: &str) -> bool {
        self.main.to_lowercase().contains(&escaped(words).to_lowercase())
    }
}

/// Where the paragraph right below the heading ends, unless it is a sentence.
fn below_heading(main: &str) -> Option<usize> {
    let start = main.find("</h1>\n<p>")?;
    let end = start + main[start..].find("</p>")?;
    (!main[..end].ends_with(['.', '!', '?', '…', '»'])).then_some(end)
}

/// Whether what was read goes on as a name: « PIMMS Médiation », though it stands in a sentence.
fn is_name(rest: &str) -> bool {
    rest.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase))
}

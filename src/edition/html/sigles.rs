//! Sigles said in words at their first use on a page: « CCAS (centre communal d’action sociale) ».

use std::collections::{BTreeMap, BTreeSet};

use crate::record::savoir::Entree;
use crate::text::typography;

/// Every sigle of the glossary, with the words it stands for.
#[derive(Debug, Default)]
pub(super) struct Sigles(BTreeMap<String, String>);

/// Elements whose text is no place for a French parenthesis: names, links, headings of tables, and the
/// `div` that holds a text in another language.
const NAMES: [&str; 13] =
    ["div", "a", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "strong", "code"];

impl Sigles {
    /// The sigles of a glossary.
    pub fn of(glossaire: &[Entree]) -> Self {
        let sigle =
            |entry: &Entree| Some((entry.sigle.clone()?, lowered(&typography(&entry.terme))));
        Self(glossaire.iter().filter_map(sigle).collect())
    }

    /// A page with each sigle of its `main` said in words once: at its first use in a sentence, or,
    /// when it stands in names only, in a last line headed by `heading`.
    pub fn said_in(&self, page: String, heading: &str) -> String {
        let bounds = page.find("<main").zip(page.rfind("</main>"));
        let Some((start, end)) = bounds.filter(|(start, end)| start < end && !self.0.is_empty())
        else {
            return page;
        };
        let mut reading =
            Reading { sigles: self, main: &page[start..end], out: String::new(), open: 0 };
        let met = reading.all();
        if reading.out.is_empty() && met.is_empty() {
            return page;
        }
        let main = if reading.out.is_empty() { reading.main } else { reading.out.as_str() };
        let mut said = String::with_capacity(page.len() + 200);
        said.push_str(&page[..start]);
        said.push_str(main.trim_end());
        if !met.is_empty() {
            let words: Vec<String> = met
                .iter()
                .filter_map(|sigle| {
                    Some(format!("{sigle}\u{a0}: {}", escaped(self.0.get(*sigle)?)))
                })
                .collect();
            said.push_str(&format!(
                "\n<p><small>{} {}.</small></p>\n",
                escaped(heading),
                words.join("\u{a0}; ")
            ));
        }
        said.push_str(&page[end..]);
        said
    }
}

/// A page being read: what was said so far, and in how many names the text stands.
struct Reading<'a> {
    sigles: &'a Sigles,
    main: &'a str,
    /// The page with its sigles said; empty as long as none was.
    out: String,
    open: usize,
}

impl<'a> Reading<'a> {
    /// Says what can be said in sentences; returns the sigles met in names only.
    fn all(&mut self) -> BTreeSet<&'a str> {
        let (mut done, mut met) = (BTreeSet::new(), BTreeSet::new());
        let (mut rest, mut copied) = (self.main, 0);
        while let Some(c) = rest.chars().next() {
            let at = self.main.len() - rest.len();
            if c == '<' {
                let end = rest.find('>').map_or(rest.len(), |end| end + 1);
                self.tag(&rest[..end]);
                rest = &rest[end..];
                continue;
            }
            let word = word(rest);
            let Some(found) = Some(word).filter(|word| self.sigles.0.contains_key(*word)) else {
                rest = &rest[if word.is_empty() { c.len_utf8() } else { word.len() }..];
                continue;
            };
            rest = &rest[word.len()..];
            // « PIMMS Médiation » is a name, though it stands in a sentence.
            let in_name =
                rest.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase));
            if self.open > 0 || in_name {
                met.insert(found);
            } else if done.insert(found) && !self.is_said(found, rest) {
                self.out.push_str(&self.main[copied..at + word.len()]);
                self.out.push_str(&format!(" ({})", escaped(&self.sigles.0[found])));
                copied = at + word.len();
            }
        }
        if copied > 0 {
            self.out.push_str(&self.main[copied..]);
        }
        met.retain(|sigle| !done.contains(sigle) && !self.holds(&self.sigles.0[*sigle]));
        met
    }

    fn tag(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('<');
        let closes = inner.starts_with('/');
        let name = inner.trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        if NAMES.contains(&name) {
            self.open = if closes { self.open.saturating_sub(1) } else { self.open + 1 };
        }
    }

    /// Whether the page says the words by itself.
    fn is_said(&self, sigle: &str, after: &str) -> bool {
        let words = &self.sigles.0[sigle];
        let next = after.strip_prefix(" (").map(str::to_lowercase);
        next.is_some_and(|next| next.starts_with(&escaped(words).to_lowercase()))
            || self.holds(words)
    }

    fn holds(&self, words: &str) -> bool {
        self.main.to_lowercase().contains(&escaped(words).to_lowercase())
    }
}

/// The word a text starts with, hyphens between letters included; empty when it starts otherwise.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(text.len());
    if text.starts_with('-') { "" } else { text[..end].trim_end_matches('-') }
}

/// « Centre communal » as it stands in a parenthesis: without capital, unless it is a name of its own.
fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    let proper = letters.clone().next().is_some_and(char::is_uppercase);
    match first.filter(|_| !proper) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => words.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Source;

    fn said(main: &str) -> String {
        let entry = |terme: &str, sigle: &str| Entree {
            terme: terme.into(),
            autres_noms: Vec::new(),
            definition: String::new(),
            sigle: Some(sigle.into()),
            place: Arc::new(Source { path: String::new(), text: String::new() }).at(0..0),
        };
        let sigles = Sigles::of(&[
            entry("Centre communal d'action sociale", "CCAS"),
            entry("Revenu de solidarité active", "RSA"),
        ]);
        let page = format!("<title>CCAS</title><main>{main}</main><footer>RSA</footer>");
        let page = sigles.said_in(page, "Sigles\u{a0}:");
        let inner = page.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
        assert!(page.starts_with("<title>CCAS</title>") && page.ends_with("<footer>RSA</footer>"));
        inner.to_owned()
    }

    #[test]
    fn first_use_in_a_sentence() {
        assert_eq!(
            said("<p>Le CCAS aide. Le CCAS écoute.</p>"),
            "<p>Le CCAS (centre communal d’action sociale) aide. Le CCAS écoute.</p>"
        );
        // Words that only contain the letters, attributes, and what is already said are left alone.
        assert_eq!(said("<p id=\"CCAS\">Les CCASS</p>"), "<p id=\"CCAS\">Les CCASS</p>");
        assert_eq!(
            said("<p>Centre communal d’action sociale (CCAS)</p>"),
            "<p>Centre communal d’action sociale (CCAS)</p>"
        );
    }

    #[test]
    fn names_are_left_alone_and_explained_below() {
        assert_eq!(
            said("<h1>CCAS de Loudun</h1><p>On parle du RSA.</p>"),
            "<h1>CCAS de Loudun</h1><p>On parle du RSA (revenu de solidarité active).</p>\n\
             <p><small>Sigles\u{a0}: CCAS\u{a0}: centre communal d’action sociale.</small></p>\n"
        );
        assert_eq!(
            said("<h1>CCAS de Loudun</h1><p>Le CCAS.</p>"),
            "<h1>CCAS de Loudun</h1><p>Le CCAS (centre communal d’action sociale).</p>"
        );
    }

    #[test]
    fn a_sigle_that_begins_a_name_is_not_cut_from_it() {
        assert_eq!(
            said("<p>Allez au CCAS Poitiers.</p>"),
            "<p>Allez au CCAS Poitiers.</p>\n\
             <p><small>Sigles\u{a0}: CCAS\u{a0}: centre communal d’action sociale.</small></p>\n"
        );
    }

    #[test]
    fn a_page_without_sigle_is_the_same() {
        assert_eq!(said("<p>Bonjour &amp; merci</p>"), "<p>Bonjour &amp; merci</p>");
    }
}

//! Words of offices that have a plain equivalent, found in a text.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::mots::MOTS_SIMPLES;
use crate::text::fold;

/// A word to replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simple {
    /// As it is written.
    pub ecrit: String,
    /// What says the same.
    pub mieux: &'static str,
}

/// A word of a text.
struct Mot {
    bytes: Range<usize>,
    racine: String,
}

/// An entry of the table: the roots of its words after the first, and what says the same.
struct Entree {
    suite: Vec<String>,
    mieux: &'static str,
}

/// The table by the root of the first word, and the beginnings of words that stand for all their forms. Only looked up.
struct Table {
    mots: HashMap<String, Vec<Entree>>,
    debuts: Vec<(String, &'static str)>,
}

/// The words of a text that have a plain equivalent, each once, in its order.
///
/// Plurals and feminines count as the word of the table. A word that begins with a capital inside a sentence is part
/// of a name, and is left alone.
pub fn simples(text: &str) -> Vec<Simple> {
    let words = words(text);
    let mut found: Vec<Simple> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let met = if is_name(text, &words[at]) { None } else { table().longest(&words[at..]) };
        let Some((count, mieux)) = met else {
            at += 1;
            continue;
        };
        if found.iter().all(|known| known.mieux != mieux) {
            let end = words[at + count - 1].bytes.end;
            // « à compter d’ »: the apostrophe is part of what is replaced.
            let end = end
                + if text[end..].starts_with('’') {
                    '’'.len_utf8()
                } else {
                    usize::from(text[end..].starts_with('\''))
                };
            let written = &text[words[at].bytes.start..end];
            let ecrit = written.split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(Simple { ecrit, mieux });
        }
        at += count;
    }
    found
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { mots: HashMap::new(), debuts: Vec::new() };
        for (dur, mieux) in &MOTS_SIMPLES {
            if let Some(debut) = dur.strip_suffix('*') {
                table.debuts.push((fold(debut), mieux));
                continue;
            }
            let mut roots = words(dur).into_iter().map(|word| word.racine);
            let Some(first) = roots.next() else { continue };
            table.mots.entry(first).or_default().push(Entree { suite: roots.collect(), mieux });
        }
        table
    })
}

impl Table {
    /// The longest entry that the words begin with: how many of them it has, and what says the same.
    fn longest(&self, words: &[Mot]) -> Option<(usize, &'static str)> {
        let first = &words.first()?.racine;
        let fits = |entry: &&Entree| {
            let rest = words.iter().skip(1).map(|word| &word.racine);
            entry.suite.len() < words.len() && entry.suite.iter().zip(rest).all(|(a, b)| a == b)
        };
        let entries = self.mots.get(first).into_iter().flatten().filter(fits);
        let longest = entries.max_by_key(|entry| entry.suite.len());
        let start = || self.debuts.iter().find(|(start, _)| first.starts_with(start.as_str()));
        match longest {
            Some(entry) => Some((entry.suite.len() + 1, entry.mieux)),
            None => start().map(|(_, mieux)| (1, *mieux)),
        }
    }
}

/// The words of a text; apostrophes and hyphens part them.
fn words(text: &str) -> Vec<Mot> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Mot { bytes: from..at, racine: racine(&text[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A word without case, accents, and the marks of feminine and plural; small words have one form.
fn racine(word: &str) -> String {
    let folded = fold(word);
    let one = match folded.as_str() {
        "d" | "du" | "des" => "de",
        "au" | "aux" => "a",
        "l" | "la" | "les" => "le",
        whole => {
            let bare = whole.trim_end_matches(['s', 'x']).trim_end_matches('e');
            if bare.len() < 3 { whole } else { bare }
        }
    };
    one.to_owned()
}

/// Whether a word is part of a name: it has a capital, and does not begin a sentence.
fn is_name(text: &str, word: &Mot) -> bool {
    let begins = |before: &str| {
        let before =
            before.trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?:…\n".contains(c));
        before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', '\n'])
    };
    text[word.bytes.clone()].starts_with(char::is_uppercase) && !begins(&text[..word.bytes.start])
}

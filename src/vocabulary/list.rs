//! A list of terms, and how what people wrote is recognised in it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::reading::Reading;
use super::term::Term;
use super::wording::{initial, key, tidy};
use crate::text::nearest;

/// Shortest run of letters that may point to the only term that holds it (« impôts »).
const SHORTEST_PIECE: usize = 5;
/// Codes this short are one edit away from too many others to be proposed.
const LONGEST_VAGUE_CODE: usize = 3;

/// A list: the values a key may take.
#[derive(Debug)]
pub struct Vocabulary {
    /// The column of the schema (`services`) or the path of our key (`evenement.etat`).
    pub name: &'static str,
    /// The entries, in the order of the schema.
    pub terms: &'static [Term],
    /// Older wordings and spreadsheet variants, each with the code of the term it became.
    pub older: &'static [(&'static str, &'static str)],
    /// Whether other words are welcome: the list then only helps to write alike.
    pub open: bool,
    index: OnceLock<Index>,
}

/// The wordings of a list, built at its first reading.
#[derive(Debug)]
struct Index {
    exact: BTreeMap<String, &'static Term>,
    loose: BTreeMap<String, &'static Term>,
}

impl Vocabulary {
    /// A list that takes its own values only.
    pub(super) const fn closed(
        name: &'static str,
        terms: &'static [Term],
        older: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { name, terms, older, open: false, index: OnceLock::new() }
    }

    /// A list that other words may join.
    pub(super) const fn open(
        name: &'static str,
        terms: &'static [Term],
        older: &'static [(&'static str, &'static str)],
    ) -> Self {
        let mut list = Self::closed(name, terms, older);
        list.open = true;
        list
    }

    /// Recognises a value: its code or its label, an older wording, or nothing of this list.
    pub fn read(&self, written: &str) -> Reading {
        let index = self.index();
        if let Some(term) = index.exact.get(&tidy(written)) {
            return Reading::Exact(term);
        }
        match index.loose.get(&key(written)) {
            Some(term) => Reading::Older(term),
            None => Reading::Unknown { nearest: self.meant(written) },
        }
    }

    /// The term of exactly this code.
    pub fn term(&self, code: &str) -> Option<&'static Term> {
        self.terms.iter().find(|term| term.code == code)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut exact = BTreeMap::new();
            let mut loose = BTreeMap::new();
            for term in self.terms {
                exact.insert(tidy(term.code), term);
                exact.insert(tidy(term.label), term);
                loose.insert(key(term.code), term);
            }
            for (wording, term) in self.wordings() {
                loose.entry(key(wording)).or_insert(term);
            }
            Index { exact, loose }
        })
    }

    /// Everything a term may be called, the labels of all terms before the older wordings.
    fn wordings(&self) -> impl Iterator<Item = (&'static str, &'static Term)> {
        let labels = self.terms.iter().flat_map(|term| {
            [Some(term.label), term.without_sigle(), long_code(term)]
                .into_iter()
                .flatten()
                .map(move |wording| (wording, term))
        });
        let older =
            self.older.iter().filter_map(|(wording, code)| Some((*wording, self.term(code)?)));
        labels.chain(older)
    }

    /// A near miss with the same first letter, or else the only term that holds what was written.
    ///
    /// Without the first letter, « Campus connecté » would be taken for « Emmaüs Connect ».
    fn meant(&self, written: &str) -> Option<&'static Term> {
        let first = initial(written)?;
        let likely = self
            .wordings()
            .map(|(wording, _)| wording)
            .filter(|wording| initial(wording) == Some(first));
        nearest(written, likely)
            .and_then(|wording| self.index().loose.get(&key(wording)).copied())
            .or_else(|| self.only_holder(&key(written)))
    }

    fn only_holder(&self, piece: &str) -> Option<&'static Term> {
        if piece.len() < SHORTEST_PIECE {
            return None;
        }
        let mut holders = self
            .index()
            .loose
            .iter()
            .filter(|(wording, _)| wording.contains(piece))
            .map(|(_, term)| *term);
        let first = holders.next()?;
        holders.all(|term| term == first).then_some(first)
    }
}

/// The code of a term, when it is long enough to be proposed.
fn long_code(term: &'static Term) -> Option<&'static str> {
    (term.code.len() > LONGEST_VAGUE_CODE).then_some(term.code)
}

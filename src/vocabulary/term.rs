//! One entry of a list: what the schema writes, and what a reader understands.

use serde::Serialize;

/// One entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// What exported files hold: a code where the list has codes (`CCAS`, `fr`), else the label.
    pub code: &'static str,
    /// The entry in words; in lists without codes, letter for letter what the schema writes.
    pub label: &'static str,
    /// A few words that people far from the digital world understand, without a final stop.
    ///
    /// They begin in lower case, as in the middle of a sentence; see [`Term::title`].
    pub plain: &'static str,
    /// A whole sentence that speaks to the reader, where the list calls for one.
    pub sentence: Option<&'static str>,
}

impl Term {
    /// The plain words with a capital, as they begin a line: « Se présenter sur place ».
    pub fn title(&self) -> String {
        crate::text::capital(self.plain)
    }

    /// The label without its sigle: « Centre social » for « Centre social (CS) ».
    ///
    /// Only labels beside a code carry a sigle; in other lists parentheses are part of the value.
    pub(super) fn without_sigle(&self) -> Option<&'static str> {
        let coded = self.code != self.label;
        let (words, _) = self.label.split_once(" (").filter(|_| coded)?;
        Some(words)
    }
}

/// An entry whose code is its label.
pub(super) const fn term(label: &'static str, plain: &'static str) -> Term {
    coded(label, label, plain)
}

/// An entry with a code of its own.
pub(super) const fn coded(code: &'static str, label: &'static str, plain: &'static str) -> Term {
    Term { code, label, plain, sentence: None }
}

/// An entry whose code is its label, with a sentence for the reader.
pub(super) const fn told(label: &'static str, plain: &'static str, sentence: &'static str) -> Term {
    Term { code: label, label, plain, sentence: Some(sentence) }
}

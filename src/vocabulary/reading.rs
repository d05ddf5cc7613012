//! What comes of holding a written value against a list.

use super::term::Term;

/// What somebody wrote, held against a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The value itself; the kind of apostrophe and of space does not count.
    Exact(&'static Term),
    /// An older wording, or other capitals, accents or signs: the term is to be proposed.
    Older(&'static Term),
    /// Not in the list.
    Unknown {
        /// What was perhaps meant.
        nearest: Option<&'static Term>,
    },
}

impl Reading {
    /// The term that was recognised, exactly or not.
    pub fn term(self) -> Option<&'static Term> {
        match self {
            Self::Exact(term) | Self::Older(term) => Some(term),
            Self::Unknown { .. } => None,
        }
    }
}

//! What a page says of itself, before its frame is made.

use crate::edition::html::parts::Mot;

/// What a page says of itself, before its frame is made.
pub(in crate::edition) struct Head<'a> {
    /// The heading.
    pub h1: String,
    /// What tells it from all other pages of the guide, in the title.
    pub titre: String,
    /// One sentence; may be empty.
    pub description: String,
    /// The pages above, the home left out.
    pub fil: Vec<Mot<'a>>,
    /// The id of its record, for the subject of a mail about it; the heading where it has none.
    pub reference: String,
    /// The short code of its record; empty where it has none.
    pub code: String,
}

impl<'a> Head<'a> {
    /// The head of a page whose heading is its title, right below the home.
    pub fn new(h1: impl Into<String>, reference: &str) -> Self {
        let h1 = h1.into();
        let reference = if reference.is_empty() { h1.clone() } else { reference.to_owned() };
        let (titre, code) = (h1.clone(), String::new());
        Self { titre, description: String::new(), fil: Vec::new(), h1, reference, code }
    }

    /// The same head with the pages above it.
    pub fn below(mut self, fil: impl IntoIterator<Item = Mot<'a>>) -> Self {
        self.fil = fil.into_iter().collect();
        self
    }

    /// The same head with a sentence that describes the page.
    pub fn about(mut self, description: &str) -> Self {
        self.description = description.to_owned();
        self
    }
}

//! What was rendered, read again before it is published.

mod carried;
mod escapes;
mod headings;
mod images;
mod implied;
mod link_texts;
mod links;
mod listen;
mod notes;
mod rendered;
mod say;
mod templates;
mod titles;
mod tokens;
mod unfinished;
pub mod weight;

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::plan::{Plan, Sheet};
use crate::theme::Themes;

pub use link_texts::says_nothing;
pub use links::Mark;
pub use links::leads_out;
pub use rendered::{Faults, Inspection, Rendered};

/// Everything that a rule on what was rendered may look at.
pub struct Made<'a> {
    /// The guides.
    pub guides: &'a Guides,
    /// Themes in force.
    pub themes: &'a Themes,
    /// Every address.
    pub plan: &'a Plan,
    /// What is kept of every sheet, in the order of the plan.
    pub rendered: &'a [Rendered],
}

impl<'a> Made<'a> {
    /// What a sheet is.
    fn sheet(&self, rendered: &Rendered) -> Option<&'a Sheet> {
        self.plan.at(rendered.address.as_str())
    }

    /// The file of the record that a sheet shows, when it shows one.
    fn file(&self, rendered: &Rendered) -> Option<&'a str> {
        rendered::file(self.guides, self.sheet(rendered)?.about)
    }

    /// The file of the record that a link of a page leads to, when it leads to one.
    fn file_of_link(&self, from: &Rendered, href: &str) -> Option<&'a str> {
        let target = links::target(&from.address, href)?;
        rendered::file(self.guides, self.plan.at(&target)?.about)
    }
}

/// A rule on what was rendered.
pub type OutputCheck = fn(&Made<'_>, &mut Vec<Diagnostic>);

/// Every rule on what was rendered, by its code; a new one is a function and a line of this table.
pub const OUTPUT_CHECKS: [(&str, OutputCheck); 15] = [
    ("lien-mort", links::dead),
    ("titre-en-double", titles::same),
    ("note-interne", notes::staff_notes),
    ("page-trop-lourde", weight::too_heavy),
    ("fichier-a-emporter", carried::broken),
    ("fichier-trop-lourd", carried::too_heavy),
    ("image-sans-texte", images::silent),
    ("image-texte-inutile", images::useless),
    ("image-texte-inutile", images::doubtful),
    ("lien-sans-texte", link_texts::empty),
    ("lien-vague", link_texts::vague),
    ("liens-de-meme-texte", link_texts::twins),
    ("titres-sautes", headings::gaps),
    ("phrase-inachevee", unfinished::sentences),
    ("nom-inconnu-du-modele", templates::unknown_names),
];

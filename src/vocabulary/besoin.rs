//! A need: what somebody comes for, in their own words.

use serde::Serialize;

use super::besoins::BESOINS;

/// The four vulnerabilities that digital exclusion is made of; every one is met by a need.
pub const VULNERABILITES: [&str; 4] = ["materiel", "connexion", "usages", "dangers"];
/// The four themes that residents gave their ideas under; every one is met by a need.
pub const THEMES: [&str; 4] = ["educatif", "equipement_connexion", "droits", "emploi"];

/// A need, and what its page says before the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Besoin {
    /// Its name in addresses (`besoins/SLUG.html`); never changes.
    pub slug: &'static str,
    /// The need as an action.
    pub title: &'static str,
    /// What this help is, in two sentences.
    pub what: [&'static str; 2],
    /// Who may come, in one sentence.
    pub who: &'static str,
    /// What to bring, each a few words that begin in lower case.
    pub bring: &'static [&'static str],
    /// What to do or to avoid, each one sentence; may be empty.
    pub advice: &'static [&'static str],
    /// The services of the schema that answer it: a place with one of them is listed.
    pub services: &'static [&'static str],
    /// Equipment that answers it too, whatever services a place declares.
    pub equipements: &'static [&'static str],
    /// Slugs of the needs near it.
    pub related: &'static [&'static str],
    /// Which of [`VULNERABILITES`] it answers.
    pub vulnerabilites: &'static [&'static str],
    /// Which of [`THEMES`] it belongs to.
    pub themes: &'static [&'static str],
    /// Whether it stands on the home page; all have a page of their own.
    pub home: bool,
}

/// The need of this slug.
pub fn besoin(slug: &str) -> Option<&'static Besoin> {
    BESOINS.iter().find(|besoin| besoin.slug == slug)
}

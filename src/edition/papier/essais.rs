//! What is tried until a document has the pages hoped for: first all is told, then less, then in smaller letters.

use serde_json::Value as Json;

use crate::plan::Produit;

use super::lieux::Detail;

/// What is tried, one after the other, until a document has the pages that are hoped for: each amount of detail, in
/// each size of letters.
pub(super) struct Essais {
    /// How much is told, the most first.
    pub details: &'static [Detail],
    /// Sizes of the letters in points, the largest first.
    pub corps: &'static [f32],
    /// The pages hoped for.
    pub pages: usize,
    /// Whether what is longer is not made at all.
    pub strict: bool,
    /// Height of all the columns that text flows through, in millimetres.
    hauteur: f32,
    /// Parts before the others that have a place of their own.
    a_part: usize,
}

impl Essais {
    /// What is tried for a product: an extract in two pages where it can, a leaflet in two pages or not at all; nothing
    /// for what takes the pages it needs.
    pub fn of(produit: Produit) -> Option<Self> {
        use Detail::{Bref, Entier, Joindre, Venir};
        let extrait = Self {
            details: &[Entier, Bref, Venir, Joindre],
            corps: &[12.0, 11.0],
            pages: 2,
            strict: false,
            hauteur: 4.0 * 250.0,
            a_part: 0,
        };
        match produit {
            Produit::Commune => Some(extrait),
            // Nobody reads every place of an intercommunalité or of a need whole on a sheet: the guide has them.
            Produit::Intercommunalite | Produit::Besoin => {
                Some(Self { details: &[Bref, Venir, Joindre], ..extrait })
            }
            // Its three first parts have panels of their own; the others flow through three.
            Produit::Depliant => Some(Self {
                details: &[Bref, Venir, Joindre],
                corps: &[11.0, 10.5, 10.0],
                strict: true,
                hauteur: 3.0 * 190.0,
                a_part: 3,
                ..extrait
            }),
            _ => None,
        }
    }

    /// Whether some data may have the pages hoped for in letters of a size: where they have more lines than the columns
    /// hold, they need not be set to see that they do not.
    pub fn peut_tenir(&self, data: &Json, corps: f32) -> bool {
        let most = self.hauteur / (corps * LINE * POINT);
        (lignes(data, self.a_part) as f32) <= most
    }
}

/// Height of a line, times the size of its letters: a little less than that of the themes, so that nothing is lost.
const LINE: f32 = 1.3;

/// A point in millimetres.
const POINT: f32 = 25.4 / 72.0;

/// Lines that a document has at least, but for its first parts.
fn lignes(data: &Json, a_part: usize) -> usize {
    let parts = data["parties"].as_array().map(Vec::as_slice).unwrap_or_default();
    let blocs =
        |part: &Json| part["blocs"].as_array().map_or(0, |all| all.iter().map(of_bloc).sum());
    parts.iter().skip(a_part).map(|part| 1 + blocs(part)).sum()
}

/// Lines of one entry: each of its facts begins one; what runs on counts by its letters.
fn of_bloc(bloc: &Json) -> usize {
    let many = |key: &str| bloc[key].as_array().map_or(0, Vec::len);
    let phone = usize::from(bloc["telephone"] != "");
    // Its name first, its age last.
    match bloc["bloc"].as_str() {
        Some("renvoi") => 2 + many("lignes") + phone,
        Some("fiche") => {
            let facts = many("adresse") + many("contact") + many("faits");
            let runs_on = ["resume", "services", "recoit", "va", "detail"];
            let runs_on = runs_on.iter().map(|key| letters(&bloc[*key]) / WIDEST).sum::<usize>();
            2 + facts + phone + runs_on
        }
        _ => letters(bloc) / WIDEST,
    }
}

/// Letters of the texts that are printed, more or less.
fn letters(data: &Json) -> usize {
    match data {
        Json::String(text) => text.chars().count(),
        Json::Array(items) => items.iter().map(letters).sum(),
        Json::Object(entries) => {
            let printed = entries.iter().filter(|(key, _)| !UNSEEN.contains(&key.as_str()));
            printed.map(|(_, value)| letters(value)).sum()
        }
        _ => 0,
    }
}

/// Letters that the widest column holds on a line, in its smallest letters.
const WIDEST: usize = 60;

/// Keys of the contract whose texts nobody reads on paper.
const UNSEEN: [&str; 7] = ["bloc", "ancre", "vers", "lien", "qr", "url", "courant"];

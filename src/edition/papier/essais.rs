//! What is tried until a document has the pages hoped for: first all is told, then less, then in smaller letters.

use serde_json::Value as Json;

use crate::plan::Produit;

use super::lieux::Detail;

/// What is tried, one after the other, until a document has the pages that are hoped for.
pub(super) struct Essais {
    /// In the order in which they are tried.
    pub essais: &'static [Essai],
    /// The pages hoped for.
    pub pages: usize,
    /// Whether what is longer is not made at all.
    pub strict: bool,
}

/// One of them.
#[derive(Clone, Copy)]
pub(super) struct Essai {
    /// How much is told.
    pub detail: Detail,
    /// Size of the letters, in points; zero is the document's own.
    pub corps: f32,
    /// Lines of text that the pages hoped for surely cannot hold more of, so that it need not be set to see it: the
    /// height of their columns, by that of a line.
    pub tient: usize,
}

impl Essais {
    /// What is tried for a product: an extract in two pages where it can, a leaflet in two pages or not at all.
    pub fn of(produit: Produit) -> Self {
        match produit {
            Produit::Commune => Self { essais: &EXTRAIT, pages: 2, strict: false },
            // Nobody reads every place of an intercommunalité or of a need whole on a sheet: the guide has them.
            Produit::Intercommunalite | Produit::Besoin => {
                Self { essais: EXTRAIT.split_at(2).1, pages: 2, strict: false }
            }
            Produit::Depliant => Self { essais: &DEPLIANT, pages: 2, strict: true },
            _ => Self { essais: &LIBRE, pages: usize::MAX, strict: false },
        }
    }
}

const fn essai(detail: Detail, corps: f32, tient: usize) -> Essai {
    Essai { detail, corps, tient }
}

/// Four columns of 250 mm; a line takes 1.36 times the size of its letters.
static EXTRAIT: [Essai; 8] = [
    essai(Detail::Entier, 0.0, 174),
    essai(Detail::Entier, 11.0, 190),
    essai(Detail::Bref, 0.0, 174),
    essai(Detail::Bref, 11.0, 190),
    essai(Detail::Venir, 0.0, 174),
    essai(Detail::Venir, 11.0, 190),
    essai(Detail::Joindre, 0.0, 174),
    essai(Detail::Joindre, 11.0, 190),
];

/// Three panels of 190 mm, for all but the three first parts, which have panels of their own.
static DEPLIANT: [Essai; 6] = [
    essai(Detail::Bref, 0.0, 108),
    essai(Detail::Bref, 10.5, 113),
    essai(Detail::Bref, 10.0, 119),
    essai(Detail::Venir, 10.0, 119),
    essai(Detail::Joindre, 10.5, 113),
    essai(Detail::Joindre, 10.0, 119),
];

static LIBRE: [Essai; 1] = [essai(Detail::Entier, 0.0, usize::MAX)];

/// Lines that a document has at least in the columns it flows through.
pub(super) fn lignes(data: &Json) -> usize {
    let own_panels = if data["produit"] == Produit::Depliant.nom() { 3 } else { 0 };
    let parts = data["parties"].as_array().map(Vec::as_slice).unwrap_or_default();
    let blocs =
        |part: &Json| part["blocs"].as_array().map_or(0, |all| all.iter().map(of_bloc).sum());
    parts.iter().skip(own_panels).map(|part| 1 + blocs(part)).sum()
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

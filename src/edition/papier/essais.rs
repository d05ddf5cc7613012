//! What is tried until a document has the pages hoped for: first all is told, then less, then in smaller letters.

use crate::plan::Produit;

use super::lieux::Detail;

/// What is tried, one after the other, until a document has the pages that are hoped for.
pub(super) struct Essais {
    /// How much is told, and in letters of which size; a size of zero is the document's own.
    pub essais: &'static [(Detail, f32)],
    pub pages: usize,
    /// Whether what is longer is not made at all.
    pub strict: bool,
}

impl Essais {
    /// What is tried for a product: an extract in two pages where it can, a leaflet in two pages or not at all.
    pub fn of(produit: Produit) -> Self {
        use Detail::{Bref, Entier};
        match produit {
            Produit::Commune => Self {
                essais: &[(Entier, 0.0), (Entier, 11.0), (Bref, 0.0), (Bref, 11.0)],
                pages: 2,
                strict: false,
            },
            Produit::Intercommunalite | Produit::Besoin => {
                Self { essais: &[(Bref, 0.0), (Bref, 11.0)], pages: 2, strict: false }
            }
            Produit::Depliant => {
                Self { essais: &[(Bref, 0.0), (Bref, 10.5), (Bref, 10.0)], pages: 2, strict: true }
            }
            _ => Self { essais: &[(Entier, 0.0)], pages: usize::MAX, strict: false },
        }
    }
}

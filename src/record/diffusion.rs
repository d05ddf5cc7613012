//! Where copies of the printed guide went: `diffusion.yaml`, for the staff alone.

use std::ops::Range;
use std::sync::Arc;

use crate::calendar::Date;
use crate::diagnostic::{Place, Source};
use crate::vocabulary::{self, Term};

use super::reader::{At, Reader};

/// Copies that were left somewhere.
#[derive(Clone, Debug)]
pub struct Remise {
    /// An actor of the guide.
    pub chez: Option<At<String>>,
    /// A place that has no record, in words.
    pub ou: Option<String>,
    /// Which product; the whole guide unless written.
    pub imprime: Option<&'static Term>,
    /// The number of its edition.
    pub edition: Option<At<u32>>,
    /// How many copies.
    pub exemplaires: Option<u32>,
    /// When.
    pub le: Option<Date>,
    /// Whom to tell: a service, a phone.
    pub contact: Option<String>,
    /// In words.
    pub note: Option<String>,
    /// The file it is written in.
    pub fichier: Arc<Source>,
    /// The bytes of its first key.
    pub span: Range<usize>,
}

impl Remise {
    /// The place of some bytes of it.
    pub fn place(&self, span: &Range<usize>) -> Place {
        self.fichier.at(span.clone())
    }

    /// The product, by its name.
    pub fn produit(&self) -> &'static str {
        self.imprime.map_or("guide", |term| term.code)
    }
}

pub(super) fn read(r: &mut Reader<'_>) -> Remise {
    let chez = r.reference("chez", "Le lieu qui a reçu les exemplaires, un identifiant d’acteur.");
    let ou = r.text("ou", "Un endroit qui n’a pas de fiche, en mots.");
    if !r.is_documenting() && !r.holds("chez") && !r.holds("ou") {
        r.missing("chez");
    }
    let imprime = r.term(
        "imprime",
        "Quel imprimé ; le guide entier si rien n’est écrit.",
        &vocabulary::PRODUITS,
    );
    let edition = r.number_at("edition", "Le numéro de l’édition, écrit sur chaque feuille.");
    if edition.is_none() {
        r.missing("edition");
    }
    Remise {
        chez,
        ou,
        imprime,
        edition,
        exemplaires: r.number("exemplaires", "Combien d’exemplaires."),
        le: r.date("le", "Le jour."),
        contact: r
            .text("contact", "Qui prévenir : un service, un téléphone. N’est publié nulle part."),
        note: r.text("note", "Ce qu’il faut savoir la prochaine fois."),
        fichier: Arc::clone(r.source()),
        span: r.first_line(),
    }
}

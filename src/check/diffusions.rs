//! Copies of the printed guide went to places that exist.

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::text::nearest;
use crate::theme::Themes;

/// Places of `diffusion.yaml` that no actor is.
pub fn places(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for (rank, guide) in guides.guides.iter().enumerate() {
        for remise in &guide.remises {
            let Some(chez) = &remise.chez else { continue };
            if guides.find_acteur(&chez.value, rank).is_some() {
                continue;
            }
            let remedy = match nearest(&chez.value, guides.ids.known(rank)) {
                Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
                None => "Pour un endroit sans fiche, écrivez « ou » au lieu de « chez ».".into(),
            };
            out.push(Diagnostic::error(
                "reference-inconnue",
                remise.place(&chez.span),
                format!(
                    "« chez » renvoie à « {} », qui n’existe pas parmi les acteurs.",
                    chez.value
                ),
                remedy,
            ));
        }
    }
}

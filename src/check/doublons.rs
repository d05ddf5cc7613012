//! Decisions about records that look like one.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::guide::{Guides, Ref};
use crate::theme::Themes;

/// Records that are one place by decision, and are both published; ids that lead nowhere any more.
pub fn decided(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for decided in &guides.doublons {
        let found = guides.fiches_du_doublon(decided);
        // The one that stays bears the id of the other: both ids lead to it.
        let places: BTreeSet<Ref> = found.iter().flatten().copied().collect();
        let running: Vec<&str> = places
            .iter()
            .map(|at| &guides.acteur(*at).fiche)
            .filter(|fiche| fiche.en_cours(guides.today))
            .map(|fiche| fiche.nom.as_str())
            .collect();
        if decided.est_un_seul_lieu() && running.len() > 1 {
            out.push(Diagnostic::warning(
                "doublon-a-fondre",
                decided.place.clone(),
                format!(
                    "Ces fiches sont un seul lieu, et les deux sont publiées : « {} ».",
                    running.join(" », « ")
                ),
                "Gardez-en une, ajoutez-lui dans « anciens_ids » l’identifiant de l’autre, et effacez l’autre fichier.",
            ));
        }
        for id in decided.fiches.iter().zip(&found).filter(|(_, at)| at.is_none()) {
            // Of one place, the record that went away is no mistake.
            if !decided.est_un_seul_lieu() {
                out.push(Diagnostic::warning(
                    "doublon-inconnu",
                    decided.place.source.at(id.0.span.clone()),
                    format!("Aucun acteur n’a l’identifiant « {} ».", id.0.value),
                    "Corrigez l’identifiant, ou effacez cette décision.",
                ));
            }
        }
    }
}

//! Grids of audits that can be believed: known criteria, each once, and nothing said before the end.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::Grille;
use crate::theme::Themes;
use crate::vocabulary::RGAA;

/// The grid of each guide.
pub fn believable(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for grille in guides.guides.iter().filter_map(|guide| guide.grille.as_ref()) {
        let mut seen = BTreeSet::new();
        for constat in &grille.criteres {
            let numero = constat.numero.value.as_str();
            let known = RGAA.critere(numero).is_some();
            if known && seen.insert(numero) {
                continue;
            }
            let message = match known {
                true => format!("Le critère {numero} est deux fois dans cette grille."),
                false => format!("Le RGAA {} n’a pas de critère « {numero} ».", RGAA.version),
            };
            out.push(Diagnostic::error(
                "critere-inconnu",
                grille.place(&constat.numero.span),
                message,
                "Gardez une ligne par critère, avec son numéro entre guillemets : numero: \"6.1\".",
            ));
        }
        out.extend(unfinished(grille));
    }
}

/// An audit that gives its day and lacks what makes it one.
fn unfinished(grille: &Grille) -> Option<Diagnostic> {
    grille.date?;
    let left = grille.restent();
    let lacks = match () {
        () if left == 1 => "il reste un critère à vérifier".to_owned(),
        () if left > 1 => format!("il reste {left} critères à vérifier"),
        () if grille.auditeur.is_none() => "il manque « auditeur »".to_owned(),
        () if grille.pages.is_empty() => "il manque « pages », les pages regardées".to_owned(),
        () => return None,
    };
    Some(Diagnostic::warning(
        "audit-incomplet",
        grille.place(&grille.span),
        format!("Cet audit a un jour, mais {lacks} : la déclaration dit encore « non conforme »."),
        "Finissez la grille, ou effacez « date » jusqu’à ce qu’elle soit finie. « jalon audit » dit ce qui reste.",
    ))
}

//! Territories that exist.

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::territory;
use crate::theme::Themes;

/// A code that belongs to no EPCI, a commune nobody knows.
pub fn unknown(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for territoire in &guides.territoires {
        let is_epci = territoire.sorte.is_some_and(|sorte| sorte.label == "epci");
        if let Some(code) = territoire
            .code
            .as_ref()
            .filter(|code| is_epci && territory::epci(&code.value).is_none())
        {
            out.push(Diagnostic::error(
                "territoire-inconnu",
                territoire.fiche.place(&code.span),
                format!("« {} » n’est le SIREN d’aucune intercommunalité.", code.value),
                "Recopiez les neuf chiffres du SIREN ; ils sont sur les courriers de l’intercommunalité.",
            ));
        }
        for commune in &territoire.communes {
            if territory::communes_named(&commune.value).is_empty() {
                out.push(Diagnostic::error(
                    "territoire-inconnu",
                    territoire.fiche.place(&commune.span),
                    format!("« {} » n’est le nom d’aucune commune de France.", commune.value),
                    "Vérifiez le nom de la commune.",
                ));
            }
        }
    }
}

//! Days that cannot be yet: a verification or a change later than today.

use crate::calendar;
use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::Fiche;
use crate::record::fiche::Avenir;
use crate::theme::Themes;

/// A record that is said to be verified or changed on a day to come: the guide does as if nothing were written.
pub fn early(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    out.extend(guides.fiches().flat_map(|fiche| fiche.a_venir.iter().map(|one| told(fiche, one))));
}

fn told(fiche: &Fiche, one: &Avenir) -> Diagnostic {
    let le = calendar::short(one.le);
    let (code, message) = match one.cle {
        "verifie" => (
            "verification-a-venir",
            format!(
                "Cette vérification est datée du {le}, qui n’est pas encore passé : le guide n’en tient pas compte."
            ),
        ),
        _ => (
            "mise-a-jour-a-venir",
            format!(
                "Cette mise à jour est datée du {le}, qui n’est pas encore passé : le guide ne la dit pas."
            ),
        ),
    };
    let remedy =
        "Corrigez le jour, ou l’année ; si le jour est juste, vérifiez la date de l’ordinateur.";
    Diagnostic::warning(code, fiche.place(&one.span), message, remedy)
}

//! Days that cannot be yet: a verification or a change later than today, a registration that ends after the event.

use crate::calendar;
use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::fiche::Avenir;
use crate::record::{Evenement, Fiche};
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

/// A registration that would end after the last day of the event.
pub fn registration(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let events = guides.guides.iter().flat_map(|guide| &guide.evenements);
    out.extend(events.filter(|event| event.a_venir(guides.today)).filter_map(too_late));
}

fn too_late(event: &Evenement) -> Option<Diagnostic> {
    let before = event.inscription.as_ref()?.avant.as_ref()?;
    let last = event.dernier_jour().filter(|last| *last < before.value)?;
    Some(Diagnostic::warning(
        "inscription-tardive",
        event.fiche.place(&before.span),
        format!(
            "On s’inscrirait jusqu’au {}, et le dernier jour de cet événement est le {}.",
            calendar::short(before.value),
            calendar::short(last)
        ),
        "Corrigez « avant » : le dernier jour pour s’inscrire n’est pas après l’événement.",
    ))
}

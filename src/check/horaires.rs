//! Hours that are readable and probably not what was meant.

use crate::calendar::Horaires;
use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::{Acteur, At, Fiche, Quand};
use crate::theme::Themes;

/// Open day and night by accident, overnight, a parity of weeks that crosses week 53…
pub fn doubtful(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        for acteur in &guide.acteurs {
            for hours in of_acteur(acteur) {
                judge(&acteur.fiche, hours, out);
            }
        }
        for event in &guide.evenements {
            if let Quand::Regle { regle, .. } | Quand::Serie { regle: Some(regle), .. } =
                &event.quand
            {
                judge(&event.fiche, regle, out);
            }
        }
    }
}

fn of_acteur(acteur: &Acteur) -> impl Iterator<Item = &At<Horaires>> {
    let libre = acteur.acces_libre.iter().filter_map(|libre| libre.horaires.as_ref());
    let permanences =
        acteur.permanences.iter().filter_map(|permanence| permanence.horaires.as_ref());
    let arrets = acteur
        .tournee
        .iter()
        .flat_map(|tour| &tour.arrets)
        .filter_map(|stop| stop.horaires.as_ref());
    acteur.horaires.iter().chain(libre).chain(permanences).chain(arrets)
}

fn judge(fiche: &Fiche, hours: &At<Horaires>, out: &mut Vec<Diagnostic>) {
    for lint in hours.value.lints() {
        out.push(Diagnostic::warning(
            "horaires-douteux",
            fiche.place(&hours.span),
            lint.message,
            lint.remedy,
        ));
    }
}

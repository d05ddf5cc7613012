//! Hours that are readable and probably not what was meant.

mod prose;
mod written;

use crate::calendar::{Date, Horaires};
use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::{Acteur, At, Fiche, Quand};
use crate::text::sentence;
use crate::theme::Themes;

/// Open day and night by accident, overnight, a parity of weeks that crosses week 53…
pub fn doubtful(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let shown = (guides.today, guide.valable_jusqu_au);
        for acteur in &guide.acteurs {
            let mut judge = Judge { fiche: &acteur.fiche, parity_told: false, out };
            for hours in of_acteur(acteur) {
                judge.hours(hours, shown);
            }
            for permanence in &acteur.permanences {
                if let Some(hours) = &permanence.horaires {
                    judge.hours(hours, between(shown, permanence.du, permanence.au));
                }
            }
            prose::judge(acteur, out);
        }
        for event in &guide.evenements {
            if let Quand::Regle { regle, du, au, .. }
            | Quand::Serie { regle: Some(regle), du, au, .. } = &event.quand
            {
                Judge { fiche: &event.fiche, parity_told: false, out }
                    .hours(regle, between(shown, *du, *au));
            }
        }
    }
}

/// The days shown on which a rule with a first and a last day holds.
fn between(shown: (Date, Date), du: Option<Date>, au: Option<Date>) -> (Date, Date) {
    (du.map_or(shown.0, |du| du.max(shown.0)), au.map_or(shown.1, |au| au.min(shown.1)))
}

/// The hours that hold all year: those of permanences have their own first and last day.
fn of_acteur(acteur: &Acteur) -> impl Iterator<Item = &At<Horaires>> {
    let libre = acteur.acces_libre.iter().filter_map(|libre| libre.horaires.as_ref());
    let arrets = acteur.tournee.iter().flat_map(|tour| &tour.arrets);
    let arrets = arrets.filter_map(|stop| stop.horaires.as_ref());
    acteur.horaires.iter().chain(libre).chain(arrets)
}

/// The hours of one record, judged one after the other.
struct Judge<'a> {
    fiche: &'a Fiche,
    /// The turn of a year of 53 weeks was told: the twelve stops of a bus need it once.
    parity_told: bool,
    out: &'a mut Vec<Diagnostic>,
}

impl Judge<'_> {
    /// `shown` is the first and last day that the guide shows dates of.
    fn hours(&mut self, hours: &At<Horaires>, shown: (Date, Date)) {
        written::judge(self.fiche, hours, self.out);
        let parity = hours.value.parity_lint(shown.0, shown.1).filter(|_| !self.parity_told);
        self.parity_told |= parity.is_some();
        for lint in hours.value.lints().into_iter().chain(parity) {
            let place = self.fiche.place(&hours.span);
            self.out.push(Diagnostic::warning(
                lint.code,
                place,
                sentence(&lint.message),
                sentence(&lint.remedy),
            ));
        }
    }
}

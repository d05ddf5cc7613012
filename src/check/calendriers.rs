//! Calendars that do what they say.

use jiff::ToSpan;

use crate::calendar::range;
use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::calendrier::Jours;
use crate::theme::Themes;

/// Days that are taken away and were never off: the year is often the wrong one.
pub fn nothing_to_take(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for calendar in &guides.calendriers {
        let concerned: Vec<_> = guides
            .guides
            .iter()
            .filter(|guide| calendar.concerne(guide.departement.code))
            .map(|guide| &guide.conges)
            .collect();
        let off = |days: &Jours| {
            let mut each = days.du.series(1.day()).take_while(|day| *day <= days.au);
            each.any(|day| concerned.iter().any(|known| known.is_published(day, calendar.scolaire)))
        };
        let useless = |days: &&Jours| days.retire && !concerned.is_empty() && !off(days);
        for days in calendar.jours.iter().filter(useless) {
            let kind =
                if calendar.scolaire { "jour de vacances scolaires" } else { "jour férié" };
            out.push(Diagnostic::warning(
                "rien-a-retirer",
                days.place.clone(),
                format!(
                    "Rien à retirer {} : jalon n’y connaît aucun {kind}.",
                    range(days.du, days.au)
                ),
                "Vérifiez les dates, surtout l’année, ou effacez cette ligne.",
            ));
        }
    }
}

//! Rules that forget public holidays: somebody would come to a closed door on a Friday 25 December.

use jiff::ToSpan;

use crate::calendar::{Date, Days, Exception, Holiday, Holidays, Horaires, TimeSpan, long};
use crate::diagnostic::Diagnostic;
use crate::guide::{Guide, Guides};
use crate::record::passage::Permanence;
use crate::record::{Acteur, At, Evenement, Fiche, Quand};
use crate::theme::Themes;

use super::fermetures::cancels;

/// A rule as it is written in a record.
struct Written<'a> {
    fiche: &'a Fiche,
    regle: &'a At<Horaires>,
    du: Option<Date>,
    au: Option<Date>,
    sauf: &'a [Exception],
}

/// Events, permanences and stops that a rule puts on a public holiday, within the days shown.
///
/// A rule that speaks of public holidays is as it was meant; so is a day that is named, or closed by a change.
pub fn forgotten(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for (index, guide) in guides.guides.iter().enumerate() {
        let last = guides.fin_de_l_agenda(guide);
        let shown = guides.today.series(1.day()).take_while(|day| *day <= last);
        let off: Vec<Date> = shown.filter(|day| guide.conges.is_public(*day)).collect();
        for event in guide.evenements.iter().filter(|event| event.a_venir(guides.today)) {
            let named = |day: Date| event.quand.dates().iter().any(|seance| seance.le == day);
            let held = event.etat.is_none_or(|etat| !matches!(etat.label, "annulé" | "reporté"));
            if let Some(written) = of_event(event).filter(|_| held) {
                let more = "Si l’événement a lieu ce jour-là, écrivez-le dans « dates » avec « etat: prévu ».";
                out.extend(judge(guide, &written, &off, named, more));
            }
        }
        for acteur in guide.acteurs.iter().filter(|acteur| acteur.fiche.en_cours(guides.today)) {
            passages(guides, index, acteur, &off, out);
        }
    }
}

fn passages(
    guides: &Guides,
    index: usize,
    acteur: &Acteur,
    off: &[Date],
    out: &mut Vec<Diagnostic>,
) {
    let guide = &guides.guides[index];
    let more = "Si quelqu’un reçoit vraiment ce jour-là, laissez la règle.";
    for permanence in &acteur.permanences {
        let Some(written) = of_permanence(acteur, permanence) else { continue };
        let others = [&permanence.chez, &permanence.de].into_iter().flatten();
        let others = others.filter_map(|id| guides.find_acteur(&id.value, index));
        let who: Vec<&Acteur> =
            others.map(|at| guides.acteur(at)).chain(std::iter::once(acteur)).collect();
        let closed = |day: Date| who.iter().any(|one| cancels(one, None, day));
        out.extend(judge(guide, &written, off, closed, more));
    }
    let Some(tour) = &acteur.tournee else { return };
    for stop in &tour.arrets {
        let Some(regle) = &stop.horaires else { continue };
        let written = Written { fiche: &acteur.fiche, regle, du: None, au: None, sauf: &tour.sauf };
        let closed = |day: Date| cancels(acteur, Some(&stop.nom), day);
        out.extend(judge(guide, &written, off, closed, more));
    }
}

fn of_event(event: &Evenement) -> Option<Written<'_>> {
    match &event.quand {
        Quand::Regle { regle, du, au, sauf, .. }
        | Quand::Serie { regle: Some(regle), du, au, sauf, .. } => {
            Some(Written { fiche: &event.fiche, regle, du: *du, au: *au, sauf })
        }
        _ => None,
    }
}

fn of_permanence<'a>(acteur: &'a Acteur, permanence: &'a Permanence) -> Option<Written<'a>> {
    let Permanence { horaires, du, au, sauf, .. } = permanence;
    let regle = horaires.as_ref()?;
    Some(Written { fiche: &acteur.fiche, regle, du: *du, au: *au, sauf })
}

fn judge(
    guide: &Guide,
    written: &Written<'_>,
    off: &[Date],
    known: impl Fn(Date) -> bool,
    more: &str,
) -> Option<Diagnostic> {
    if off.is_empty() {
        return None;
    }
    let regle = written.regle.value.clone().except(written.sauf);
    if speaks_of_them(&regle) {
        return None;
    }
    let between =
        |day: Date| written.du.is_none_or(|du| du <= day) && written.au.is_none_or(|au| day <= au);
    let schools = |day: Date| !regle.asks_for_school() || guide.conges.knows_school(day);
    // « Sur rendez-vous » without hours is no day.
    let timed = |day: Date| {
        let spans = regle.on(day, &guide.conges).spans;
        spans.iter().any(|planned| planned.span != TimeSpan::WHOLE_DAY)
    };
    let falls = |day: &&Date| between(**day) && schools(**day) && timed(**day) && !known(**day);
    let days: Vec<String> =
        off.iter().filter(falls).map(|day| format!("le {}", long(*day))).collect();
    let given = match days.as_slice() {
        [] => return None,
        [day] => format!("{day}, qui est un jour férié"),
        [others @ .., day] => {
            format!("{} et {day}, qui sont des jours fériés", others.join(", "))
        }
    };
    Some(Diagnostic::warning(
        "jour-ferie",
        written.fiche.place(&written.regle.span),
        format!("Cette règle donne {given}."),
        format!("Ajoutez « sauf jours fériés » à la règle. {more}"),
    ))
}

/// Whether a rule or one of its exceptions names public holidays.
fn speaks_of_them(regle: &Horaires) -> bool {
    let named = |days: &Days| days.during.contains(&Holiday::Public);
    regle
        .rules
        .iter()
        .any(|rule| named(&rule.days) || rule.except.iter().any(|except| named(&except.0)))
}

//! A series announces what its rule and its dates give: as many sessions, of that length.

use std::collections::BTreeSet;

use jiff::ToSpan;

use crate::calendar::{Date, Horaires, Length, TimeSpan, range, times_said};
use crate::diagnostic::Diagnostic;
use crate::guide::{Guide, Guides};
use crate::record::evenement::Seance;
use crate::record::{Evenement, Quand};
use crate::theme::Themes;

/// A series that announces a number of sessions and has another.
pub fn counts(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let to_come = guide.evenements.iter().filter(|event| event.a_venir(guides.today));
        out.extend(to_come.filter_map(|event| count(guide, event)));
    }
}

fn count(guide: &Guide, event: &Evenement) -> Option<Diagnostic> {
    let Quand::Serie { nombre: Some(nombre), regle, du, au, dates, .. } = &event.quand else {
        return None;
    };
    let found = match (event.quand.regle(), du, au) {
        (Some(regle), Some(du), Some(au)) => Sessions::of(&days(&regle, *du, *au, guide)?, dates),
        (None, ..) if !dates.is_empty() => Sessions::of(&[], dates),
        _ => return None,
    };
    let nombre = usize::try_from(*nombre).ok()?;
    if found.are(nombre) {
        return None;
    }
    let who = match (regle, dates.is_empty()) {
        (Some(_), true) => "sa règle en donne",
        (Some(_), false) => "sa règle et ses dates en donnent",
        (None, _) => "ses dates en donnent",
    };
    let span = regle.as_ref().map(|regle| &regle.span).or(dates.first().map(|day| &day.span))?;
    let period = range(event.premier_jour()?, event.dernier_jour()?);
    let mend = match (found.days < nombre, regle) {
        (true, Some(_)) => "« du », « au » et « sauf », ou ajoutez à « dates » ce qui manque",
        (true, None) => "« dates » : il y manque peut-être un jour",
        (false, _) => "« du » et « au », ou enlevez avec « sauf » les jours sans séance",
    };
    Some(Diagnostic::warning(
        "serie-compte",
        event.fiche.place(span),
        format!("Cette série annonce {}, et {who} {} {period}.", sessions(nombre), found.days),
        format!("Vérifiez « nombre », {mend}."),
    ))
}

/// « 10 séances ».
fn sessions(count: usize) -> String {
    format!("{count}\u{a0}séance{}", if count > 1 { "s" } else { "" })
}

/// Days beyond which nobody counts sessions: some five years.
const LONGEST: usize = 1_830;

/// The days of a rule between two days with their hours; nothing when the schools of these days are not known.
fn days(regle: &Horaires, du: Date, au: Date, guide: &Guide) -> Option<Vec<(Date, Vec<TimeSpan>)>> {
    let all = || du.series(1.day()).take_while(|day| *day <= au).take(LONGEST + 1);
    if all().count() > LONGEST {
        return None;
    }
    if regle.asks_for_school() && !all().all(|day| guide.conges.knows_school(day)) {
        return None;
    }
    let hours = |day: Date| regle.on(day, &guide.conges).spans.iter().map(|one| one.span).collect();
    let days = all().map(|day| (day, hours(day)));
    Some(days.filter(|(_, hours): &(Date, Vec<TimeSpan>)| !hours.is_empty()).collect())
}

/// How many sessions there are, however they are counted: a day of two hours is one or two, one that is
/// cancelled is announced and does not take place.
struct Sessions {
    days: usize,
    days_held: usize,
    hours: usize,
    hours_held: usize,
}

impl Sessions {
    fn of(ruled: &[(Date, Vec<TimeSpan>)], dates: &[Seance]) -> Self {
        let is_named = |day: Date| dates.iter().any(|seance| seance.le == day);
        let plain = || ruled.iter().filter(|(day, _)| !is_named(*day));
        let of_rule = |day: Date| ruled.iter().find(|(ruled, _)| *ruled == day);
        let hours = |seance: &Seance| match seance.horaires.len() {
            0 => of_rule(seance.le).map_or(1, |(_, hours)| hours.len()),
            own => own,
        };
        let held = |seance: &&Seance| {
            !seance.etat.is_some_and(|etat| matches!(etat.label, "annulé" | "reporté"))
        };
        let named = |all: Vec<&Seance>| {
            let days: BTreeSet<Date> = all.iter().map(|seance| seance.le).collect();
            (days.len(), all.into_iter().map(hours).sum::<usize>())
        };
        let (said, kept) =
            (named(dates.iter().collect()), named(dates.iter().filter(held).collect()));
        let spans: usize = plain().map(|(_, hours)| hours.len()).sum();
        Self {
            days: plain().count() + said.0,
            days_held: plain().count() + kept.0,
            hours: spans + said.1,
            hours_held: spans + kept.1,
        }
    }

    /// Whether they may be called so many.
    fn are(&self, nombre: usize) -> bool {
        (self.days_held..=self.days).contains(&nombre)
            || (self.hours_held..=self.hours).contains(&nombre)
    }
}

/// A series whose sessions last longer or less long than it says.
pub fn lengths(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let events = guides.guides.iter().flat_map(|guide| &guide.evenements);
    for event in events.filter(|event| event.a_venir(guides.today)) {
        let Quand::Serie { duree: Some(duree), regle, dates, .. } = &event.quand else { continue };
        // Beside a rule, a day with hours of its own is as it was meant.
        let wrong = match regle {
            Some(regle) => {
                let open = regle.value.rules.iter().filter(|rule| rule.is_open());
                let mut times = open.map(|rule| &rule.times);
                times.find(|times| !last(times, *duree)).map(|times| (&regle.span, times))
            }
            None => {
                let mut days = dates.iter();
                days.find(|day| !last(&day.horaires, *duree)).map(|day| (&day.span, &day.horaires))
            }
        };
        let Some((span, times)) = wrong else { continue };
        out.push(Diagnostic::warning(
            "serie-duree",
            event.fiche.place(span),
            format!("Une séance dure {duree}, et les horaires disent {}.", times_said(times)),
            "Corrigez « duree », ou les heures.",
        ));
    }
}

/// Whether hours last as long as they should, each of them or all together; a whole day says no hours.
fn last(times: &[TimeSpan], duree: Length) -> bool {
    let length = |span: &TimeSpan| u32::from(span.to - span.from);
    let meant = u32::from(duree.minutes());
    let untold = |span: &TimeSpan| span.open_end || *span == TimeSpan::WHOLE_DAY;
    times.is_empty()
        || times.iter().any(untold)
        || times.iter().all(|span| length(span) == meant)
        || times.iter().map(length).sum::<u32>() == meant
}

//! What a calendar file must say: the agenda of its subject, a line for each stretch of each day.

use std::collections::BTreeSet;

use jalon::calendar::{Date, TimeSpan};
use jalon::guide::{Guides, Occurrence, Quoi, Ref, Sujet};
use jalon::record::Quand;
use jalon::text::typography;
use jiff::ToSpan;

/// From, to, title, whether it does not take place: « 20261215T140000 », or « 20261215 » for whole days.
pub type Line = (String, String, String, bool);

/// The lines of a subject, in order.
pub fn lines(guides: &Guides, guide: usize, sujet: Sujet) -> Vec<Line> {
    let here = &guides.guides[guide];
    let mut periods = BTreeSet::new();
    let mut found = Vec::new();
    for one in guides.agenda_de(guide, sujet) {
        let title = title(guides, guide, one);
        let stops = ["annulé", "fermé", "reporté"];
        let cancelled = one.etat.is_some_and(|etat| stops.contains(&etat.label));
        let mut line = |(from, to)| found.push((from, to, title.clone(), cancelled));
        match period(guides, guide, one) {
            // Several days in a row are one thing, however often the agenda names it.
            Some((first, last)) if periods.insert(one.quoi) => line(days(first, last)),
            Some(_) => {}
            None if one.horaires.is_empty() => line(days(one.jour, one.jour)),
            None => one.horaires.iter().for_each(|span| line(hours(one.jour, *span))),
        }
    }
    for (at, change) in guides.changements_de(guide, sujet) {
        let last = change.au.unwrap_or(guides.fin_de_l_agenda(here)).max(change.du);
        let (from, to) = days(change.du, last);
        let title = stated(Some(change.etat.plain), &guides.acteur(at).fiche.nom);
        // A closure is a fact, not something that does not take place.
        found.push((from, to, title, false));
    }
    found.sort();
    found
}

/// The first and last day of an event of several days in a row.
fn period(guides: &Guides, guide: usize, one: &Occurrence) -> Option<(Date, Date)> {
    let Quoi::Evenement(rank) = one.quoi else { return None };
    match guides.guides[guide].evenements[rank].quand {
        Quand::Periode { du, au } => Some((du, au.unwrap_or(du))),
        _ => None,
    }
}

fn days(first: Date, last: Date) -> (String, String) {
    let said = |day: Date| day.strftime("%Y%m%d").to_string();
    (said(first), said(last.saturating_add(1.day())))
}

fn hours(day: Date, span: TimeSpan) -> (String, String) {
    let said = |minutes: u16| {
        let moment = day.at(0, 0, 0, 0).saturating_add(i64::from(minutes).minutes());
        moment.strftime("%Y%m%dT%H%M%S").to_string()
    };
    (said(span.from), said(span.to))
}

/// « Annulé : Bus : Marché ».
pub fn title(guides: &Guides, guide: usize, one: &Occurrence) -> String {
    let here = &guides.guides[guide];
    let name = |at: Ref| guides.acteur(at).fiche.nom.clone();
    let title = match one.quoi {
        Quoi::Evenement(rank) => here.evenements[rank].fiche.nom.clone(),
        Quoi::Passage(rank) => {
            let passage = &here.passages[rank];
            let who = passage.de.map(name).or(passage.qui.clone());
            let who = capital(&who.unwrap_or("Permanence".into()));
            let stop = passage.nom.as_deref();
            let stop = stop.filter(|stop| passage.commune.is_none_or(|town| town.nom != *stop));
            stop.map_or_else(|| who.clone(), |stop| format!("{who}\u{a0}: {stop}"))
        }
    };
    stated(one.etat.map(|etat| etat.plain), &title)
}

fn stated(state: Option<&str>, name: &str) -> String {
    let name = typography(name);
    state.map_or_else(|| name.clone(), |state| format!("{}\u{a0}: {name}", capital(state)))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

//! When, in words: days are said in full and never relative to today, since a page grows old.

use serde::Serialize;

use crate::calendar::{self, Date, DayRow, Horaires, times_said};
use crate::guide::{Passage, Sorte};
use crate::record::evenement::Seance;
use crate::record::{Acteur, Evenement, Quand};
use crate::text::sentence;
use crate::theme::Labels;

/// Days of the week with the same hours, as a row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Row {
    /// « mardi, jeudi ».
    pub jours: String,
    /// « 9 h 30 – 12 h »; « fermé ».
    pub heures: String,
    /// « les semaines paires »; may be empty.
    pub note: String,
}

/// Hours as one sentence; empty when nobody knows.
pub(super) fn hours(horaires: &Horaires) -> String {
    sentence(&horaires.sentence())
}

/// When an actor receives, in one sentence: its hours, or that of its passages.
pub(super) fn brief(acteur: &Acteur, labels: &Labels) -> String {
    match (&acteur.horaires, &acteur.tournee) {
        (Some(horaires), _) => hours(&horaires.value),
        (None, Some(tour)) if tour.variable => labels.word("quand.variable").to_owned(),
        (None, Some(tour)) => labels.count("quand.arrets", tour.arrets.len()),
        (None, None) => String::new(),
    }
}

/// The table of a week, where its days do not all say the same; nothing for hours no week can hold.
pub(super) fn table(horaires: &Horaires, labels: &Labels) -> Vec<Row> {
    let rows = grouped(horaires.week().unwrap_or_default(), labels);
    let open = rows.iter().filter(|row| row.heures != labels.word("quand.ferme")).count();
    if open < 2 { Vec::new() } else { rows }
}

/// Days with the same hours share a row, at the place of the first.
fn grouped(days: Vec<DayRow>, labels: &Labels) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for day in days {
        let heures =
            if day.ferme { labels.word("quand.ferme").into() } else { day.spans.join(", ") };
        match rows.iter_mut().find(|row| row.heures == heures && row.note == day.note) {
            Some(row) => row.jours = format!("{}, {}", row.jours, day.jour),
            None => rows.push(Row { jours: day.jour.into(), heures, note: day.note }),
        }
    }
    rows
}

/// When somebody comes, with the days that bound it: « Le mercredi de 9 h à 12 h, jusqu’au 30 juin 2027. »
pub(super) fn passage(passage: &Passage, today: Date, labels: &Labels) -> String {
    let Some(horaires) = &passage.horaires else { return labels.word("quand.inconnu").into() };
    let rule = match passage.sorte {
        // What holds for a whole tour is said once, after its stops.
        Sorte::Arret(_) => horaires.sentence(),
        Sorte::Permanence => horaires.clone().except(&passage.sauf).sentence(),
    };
    let bounds = bounds(passage.du, passage.au, today, labels);
    sentence(&join(&[rule.trim_end_matches('.'), &bounds]))
}

/// « jusqu’au 30 juin 2027 »; a first day that is past is not said.
pub(super) fn bounds(du: Option<Date>, au: Option<Date>, today: Date, labels: &Labels) -> String {
    match (du.filter(|first| *first > today), au) {
        (Some(first), Some(last)) => calendar::range(first, last),
        (Some(first), None) => {
            labels.say("quand.a_partir_du", &[("jour", &calendar::short(first))])
        }
        (None, Some(last)) => labels.say("quand.jusqu_au", &[("jour", &calendar::short(last))]),
        (None, None) => String::new(),
    }
}

fn join(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

/// One line of when, and whether it takes place as it was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The sentence.
    pub texte: String,
    /// Neither cancelled nor put off.
    pub tient: bool,
}

/// When an event takes place, a sentence a line.
pub(super) fn of_event(quand: &Quand, today: Date, labels: &Labels) -> Vec<Line> {
    if let Quand::Dates(seances) = quand {
        return days(seances, today, labels);
    }
    let line = |texte| Line { texte, tient: true };
    sentences(quand, today, labels).into_iter().map(line).collect()
}

/// When an event without named days takes place.
fn sentences(quand: &Quand, today: Date, labels: &Labels) -> Vec<String> {
    match quand {
        Quand::Inconnu | Quand::Dates(_) => vec![labels.word("quand.inconnu").into()],
        Quand::Periode { du, au } => vec![sentence(&calendar::range(*du, au.unwrap_or(*du)))],
        Quand::Regle { regle, du, au } => vec![rule(Some(&regle.value), *du, *au, today, labels)],
        Quand::Serie { nombre, duree, regle, du, au } => {
            let length = duree.map(|duree| duree.to_string());
            let count = nombre.map(|nombre| nombre.to_string());
            let series = match (&count, &length) {
                (Some(n), Some(d)) => labels.say("quand.seances_de", &[("n", n), ("duree", d)]),
                (Some(n), None) => labels.say("quand.seances", &[("n", n)]),
                (None, Some(d)) => labels.say("quand.seance_de", &[("duree", d)]),
                (None, None) => String::new(),
            };
            let when = rule(regle.as_ref().map(|regle| &regle.value), *du, *au, today, labels);
            [series, when].into_iter().filter(|line| !line.is_empty()).collect()
        }
    }
}

fn rule(
    regle: Option<&Horaires>,
    du: Option<Date>,
    au: Option<Date>,
    today: Date,
    labels: &Labels,
) -> String {
    let said = regle.map(Horaires::sentence).unwrap_or_default();
    let bounds = bounds(du, au, today, labels);
    let line = join(&[said.trim_end_matches('.'), &bounds]);
    if line.is_empty() { line } else { sentence(&line) }
}

/// Named days; those that are past are left out while others are to come.
fn days(seances: &[Seance], today: Date, labels: &Labels) -> Vec<Line> {
    let mut sorted: Vec<&Seance> = seances.iter().collect();
    sorted.sort_by_key(|seance| seance.le);
    let to_come: Vec<&Seance> =
        sorted.iter().copied().filter(|seance| seance.le >= today).collect();
    let shown = if to_come.is_empty() { sorted } else { to_come };
    let line = |seance: &Seance| Line { texte: day(seance, labels), tient: stands(seance) };
    shown.into_iter().map(line).collect()
}

/// Whether a day takes place as it was announced.
fn stands(seance: &Seance) -> bool {
    seance.etat.is_none_or(|etat| !matches!(etat.label, "annulé" | "reporté"))
}

/// « Mardi 12 janvier 2027, de 14 h à 16 h : complet. »
fn day(seance: &Seance, labels: &Labels) -> String {
    let said = join(&[&calendar::long(seance.le), &times_said(&seance.horaires)]);
    let state = seance.etat.map(|etat| etat.plain).filter(|plain| *plain != "prévu");
    match state {
        Some(state) => {
            sentence(&labels.say("quand.avec_etat", &[("quand", &said), ("etat", state)]))
        }
        None => sentence(&said),
    }
}

/// The next named day that still takes place.
pub(super) fn next_day(quand: &Quand, today: Date) -> Option<Date> {
    match quand {
        Quand::Dates(seances) => seances
            .iter()
            .filter(|seance| stands(seance))
            .map(|seance| seance.le)
            .filter(|day| *day >= today)
            .min(),
        Quand::Periode { du, au } => au.unwrap_or(*du).ge(&today).then(|| (*du).max(today)),
        _ => None,
    }
}

/// The state that speaks for the whole event: its own, or the one that all its days to come share.
pub(super) fn state(event: &Evenement, today: Date) -> Option<&'static crate::vocabulary::Term> {
    let own = event.etat.filter(|etat| etat.label != "prévu");
    let Quand::Dates(seances) = &event.quand else { return own };
    let mut states = seances.iter().filter(|seance| seance.le >= today).map(|seance| seance.etat);
    let first = states.next().flatten().filter(|etat| etat.label != "prévu");
    own.or(first
        .filter(|first| states.all(|state| state.is_some_and(|state| state.label == first.label))))
}

/// A name with the state of its event first: « Complet : Café numérique ».
pub(super) fn with_state(event: &Evenement, nom: &str, today: Date, labels: &Labels) -> String {
    match state(event, today).filter(|etat| etat.label != "terminé") {
        Some(etat) => labels.say("evenement.etat_et_nom", &[("etat", &etat.title()), ("nom", nom)]),
        None => nom.to_owned(),
    }
}

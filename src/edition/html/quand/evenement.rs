//! When an event takes place, and in which state.

use crate::calendar::{self, Date, Horaires, times_said};
use crate::record::evenement::Seance;
use crate::record::{Evenement, Quand};
use crate::text::sentence;
use crate::theme::Labels;
use crate::vocabulary::Term;

use super::{bounds, join};

/// One line of when, and whether it takes place as it was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::edition::html) struct Line {
    /// The sentence.
    pub texte: String,
    /// Neither cancelled nor put off.
    pub tient: bool,
}

/// When an event takes place, a sentence a line.
pub(in crate::edition::html) fn of_event(quand: &Quand, today: Date, labels: &Labels) -> Vec<Line> {
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
pub(in crate::edition::html) fn next_day(quand: &Quand, today: Date) -> Option<Date> {
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
pub(in crate::edition::html) fn state(event: &Evenement, today: Date) -> Option<&'static Term> {
    let own = event.etat.filter(|etat| etat.label != "prévu");
    let Quand::Dates(seances) = &event.quand else { return own };
    let mut states = seances.iter().filter(|seance| seance.le >= today).map(|seance| seance.etat);
    let first = states.next().flatten().filter(|etat| etat.label != "prévu");
    own.or(first
        .filter(|first| states.all(|state| state.is_some_and(|state| state.label == first.label))))
}

/// A name with the state of its event first: « Complet : Café numérique ».
pub(in crate::edition::html) fn with_state(
    event: &Evenement,
    nom: &str,
    today: Date,
    labels: &Labels,
) -> String {
    match state(event, today).filter(|etat| etat.label != "terminé") {
        Some(etat) => labels.say("evenement.etat_et_nom", &[("etat", &etat.title()), ("nom", nom)]),
        None => nom.to_owned(),
    }
}

//! When, in words: days are said in full and never relative to today, since a page grows old.

mod evenement;

use serde::Serialize;

pub(in crate::edition) use evenement::{Line, Said, is_full};

use crate::calendar::{self, Date, DayGroup, Horaires, WEEKDAYS};
use crate::guide::{Passage, Sorte};
use crate::record::Acteur;
use crate::text::{sentence, typography};
use crate::theme::Labels;

/// Days of the week with the same hours, as a row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::edition) struct Row {
    /// « Mardi à jeudi ».
    pub jours: String,
    /// « 9 h 30 à 12 h », each on its own line; « fermé ».
    pub heures: Vec<String>,
    /// « les semaines paires »; may be empty.
    pub note: String,
}

/// Hours as one sentence; empty when nobody knows.
pub(in crate::edition) fn hours(horaires: &Horaires) -> String {
    sentence(&horaires.sentence())
}

/// Hours as they stand inside a sentence: no capital, no full stop.
pub(in crate::edition) fn inside(horaires: &Horaires) -> String {
    within(&horaires.sentence())
}

/// A sentence as it stands inside another one.
pub(in crate::edition) fn within(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// When an actor receives, in one sentence: its hours, or that of its passages.
pub(in crate::edition) fn brief(acteur: &Acteur, labels: &Labels) -> String {
    match (&acteur.horaires, &acteur.tournee) {
        (Some(horaires), _) => hours(&horaires.value),
        (None, Some(tour)) if tour.variable => labels.word("quand.variable").to_owned(),
        (None, Some(tour)) => {
            let stops: Vec<String> = tour.arrets.iter().map(|stop| typography(&stop.nom)).collect();
            labels.say("quand.arrets", &[("arrets", &several(&stops, labels))])
        }
        (None, None) => String::new(),
    }
}

/// « Couronneries, Saint-Éloi, Trois-Cités et 3 autres »: names of stops, those of one name once.
fn several(stops: &[String], labels: &Labels) -> String {
    let mut names: Vec<&str> = Vec::new();
    for stop in stops {
        if !names.contains(&stop.as_str()) {
            names.push(stop);
        }
    }
    let more = names.len().saturating_sub(STOPS);
    let shown = names[..names.len().min(STOPS)].join(", ");
    match more {
        0 => shown,
        more => labels.say("quand.et_autres", &[("noms", &shown), ("n", &more.to_string())]),
    }
}

/// Stops named in one line.
const STOPS: usize = 4;

/// The table of a week, where its days do not all say the same; nothing for hours no week can hold.
pub(in crate::edition) fn table(horaires: &Horaires, labels: &Labels) -> Vec<Row> {
    let groups = horaires.groups().unwrap_or_default();
    if groups.iter().filter(|group| !group.ferme).count() < 2 {
        return Vec::new();
    }
    let row = |group: DayGroup| Row {
        heures: if group.ferme {
            vec![labels.word("quand.ferme").to_owned()]
        } else {
            // Broken only before « à », so that a narrow cell holds it.
            group.spans.iter().map(|span| span.replace("à ", "à\u{a0}")).collect()
        },
        jours: group.jours,
        note: group.note,
    };
    groups.into_iter().map(row).collect()
}

/// The sentences of some hours that say more than the table of their week: a season, a remark. Empty without a table.
pub(in crate::edition) fn beyond(said: &str, week: &[Row]) -> String {
    let cells = week.iter().flat_map(|row| row.heures.iter().chain([&row.jours, &row.note]));
    let table = cells.map(|cell| cell.to_lowercase()).collect::<Vec<_>>().join(" ");
    let is_new = |word: &str| {
        let one = word.trim_end_matches('s');
        let of_week = one == "fermé" || WEEKDAYS.contains(&one);
        word.chars().count() >= LONG && !of_week && !table.contains(word)
    };
    let more = |one: &&str| one.to_lowercase().split(|c: char| !c.is_alphabetic()).any(is_new);
    let told = said.split(". ").filter(|_| !week.is_empty()).filter(more).map(sentence);
    told.collect::<Vec<_>>().join(" ")
}

/// Letters of a word that says something.
const LONG: usize = 4;

/// When somebody comes, with the days that bound it: « Le mercredi de 9 h à 12 h, jusqu’au 30 juin 2027. »
pub(in crate::edition) fn passage(passage: &Passage, today: Date, labels: &Labels) -> String {
    let Some(horaires) = &passage.horaires else { return labels.word("quand.inconnu").into() };
    let rule = match passage.sorte {
        // What holds for a whole tour is said once, after its stops.
        Sorte::Arret(_) => horaires.sentence(),
        Sorte::Permanence => horaires.clone().except(&passage.sauf).sentence(),
    };
    let bounds = bounds(passage.du, passage.au, today, labels);
    sentence(&bounded(&rule, &bounds, labels))
}

/// A rule and the days that bound it; they come first where days taken away could be taken for them.
fn bounded(rule: &str, bounds: &str, labels: &Labels) -> String {
    let rule = rule.trim_end_matches('.');
    if !rule.contains("sauf ") || bounds.is_empty() {
        return join(&[rule, bounds]);
    }
    labels.say("quand.entre", &[("bornes", bounds), ("regle", &within(rule))])
}

/// « jusqu’au 30 juin 2027 »; a first day that is past is not said.
pub(in crate::edition) fn bounds(
    du: Option<Date>,
    au: Option<Date>,
    today: Date,
    labels: &Labels,
) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_week_says_is_not_said_again() {
        let row = |jours: &str, heures: &str, note: &str| Row {
            jours: jours.into(),
            heures: vec![heures.into()],
            note: note.into(),
        };
        let week = [
            row("Lundi", "fermé", ""),
            row("Mardi et jeudi", "9\u{a0}h à 12\u{a0}h", "les semaines paires"),
        ];
        let said =
            "Les mardis et jeudis de 9\u{a0}h à 12\u{a0}h, les semaines paires. Fermé le lundi";
        assert_eq!(beyond(&format!("{said}."), &week), "");
        let more = format!("{said}. Sonnez à la porte du fond. Fermé en août.");
        assert_eq!(beyond(&more, &week), "Sonnez à la porte du fond. Fermé en août.");
        assert_eq!(beyond(&more, &[]), "");
    }
}

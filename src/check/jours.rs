//! The days of an event: its rule gives some, and what changes is one of them.

use jiff::ToSpan;

use crate::calendar::{Date, Horaires, State, long, range};
use crate::diagnostic::Diagnostic;
use crate::guide::{Guide, Guides};
use crate::record::evenement::Seance;
use crate::record::{Evenement, Quand};
use crate::theme::Themes;

/// A rule that gives no day between its first and its last, or within a year.
pub fn none(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        for event in guide.evenements.iter().filter(|event| event.a_venir(guides.today)) {
            out.extend(without_day(guide, event, guides.today));
        }
    }
}

/// Years beyond which nobody looks for a day.
const FURTHEST: i64 = 5;

fn without_day(guide: &Guide, event: &Evenement, today: Date) -> Option<Diagnostic> {
    let (du, au) = bounds(event)?;
    let regle = event.quand.regle()?;
    let first = du.unwrap_or(today);
    // What has no end and began long ago is looked at from today.
    let first = if au.is_none() { first.max(today) } else { first };
    let last = au.unwrap_or_else(|| first.saturating_add(1.year()));
    let last = last.min(first.saturating_add(FURTHEST.years()));
    let gives = |day: Date| !regle.on(day, &guide.conges).spans.is_empty();
    let known = |day: Date| !regle.asks_for_school() || guide.conges.knows_school(day);
    if first.series(1.day()).take_while(|day| *day <= last).any(|day| !known(day) || gives(day)) {
        return None;
    }
    Some(Diagnostic::warning(
        "evenement-sans-jour",
        event.fiche.place(&rule(event)?.span),
        format!("La règle de cet événement ne donne aucun jour {}.", range(first, last)),
        "Vérifiez le jour de la semaine, « du », « au » et « sauf ».",
    ))
}

/// A day that is cancelled, full, put off or moved, and that the rule does not give: a slip of the date.
pub fn strays(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        for event in guide.evenements.iter().filter(|event| event.a_venir(guides.today)) {
            let to_come = event.quand.dates().iter().filter(|day| day.le >= guides.today);
            out.extend(to_come.filter_map(|day| stray(guide, event, day)));
        }
    }
}

fn stray(guide: &Guide, event: &Evenement, day: &Seance) -> Option<Diagnostic> {
    let what = what(day)?;
    let regle = event.quand.regle()?;
    let known = !regle.asks_for_school() || guide.conges.knows_school(day.le);
    if !known || event.regle_donne(day.le, &guide.conges) || is_excepted(guide, event, day.le) {
        return None;
    }
    let near = nearest(guide, event, day.le);
    let near = near.map(|near| format!("Elle donne le {} : corrigez « le ».", long(near)));
    let added = match day.horaires.is_empty() {
        true => " Si ce jour s’ajoute à la règle, écrivez ses « horaires ».",
        false => " Si ce jour avait été ajouté à la règle, laissez la ligne.",
    };
    Some(Diagnostic::warning(
        "date-hors-regle",
        event.fiche.place(&day.span),
        format!("Le {} est {what}, et la règle ne donne pas ce jour.", long(day.le)),
        format!("{}{added}", near.unwrap_or_else(|| "Vérifiez « le ».".into())),
    ))
}

/// What is said of a day as if it were one of the rule; a day with its own hours may be one that is added,
/// unless nothing takes place.
fn what(day: &Seance) -> Option<String> {
    let told = day.etat.filter(|etat| etat.label != "prévu");
    let stops = told.is_some_and(|etat| matches!(etat.label, "annulé" | "reporté"));
    if !stops && !day.horaires.is_empty() {
        return None;
    }
    let elsewhere = day.ailleurs.as_ref().map(|_| "déplacé".to_owned());
    told.map(|etat| etat.plain.to_owned()).or(elsewhere)
}

/// Whether the rule would give a day that its exceptions take away: nobody is wrong to say it is cancelled.
fn is_excepted(guide: &Guide, event: &Evenement, day: Date) -> bool {
    let Some((du, au)) = bounds(event) else { return false };
    let Some(written) = rule(event) else { return false };
    let mut bare: Horaires = written.value.clone();
    bare.rules.retain(|rule| rule.state != State::Closed);
    bare.rules.iter_mut().for_each(|rule| rule.except.clear());
    du.is_none_or(|du| du <= day)
        && au.is_none_or(|au| day <= au)
        && !bare.on(day, &guide.conges).spans.is_empty()
}

/// Days on each side among which the day that was meant is looked for.
const AROUND: i64 = 45;

/// The nearest day that the rule gives and that is not named.
fn nearest(guide: &Guide, event: &Evenement, day: Date) -> Option<Date> {
    let is_named = |day: Date| event.quand.dates().iter().any(|seance| seance.le == day);
    let gives = |day: &Date| !is_named(*day) && event.regle_donne(*day, &guide.conges);
    let both = |away: i64| [day.saturating_sub(away.days()), day.saturating_add(away.days())];
    (1..=AROUND).flat_map(both).find(gives)
}

/// The first and last day of a rule.
fn bounds(event: &Evenement) -> Option<(Option<Date>, Option<Date>)> {
    match &event.quand {
        Quand::Regle { du, au, .. } | Quand::Serie { regle: Some(_), du, au, .. } => {
            Some((*du, *au))
        }
        _ => None,
    }
}

/// The rule as it is written.
fn rule(event: &Evenement) -> Option<&crate::record::At<Horaires>> {
    match &event.quand {
        Quand::Regle { regle, .. } | Quand::Serie { regle: Some(regle), .. } => Some(regle),
        _ => None,
    }
}

//! Faults about texts that a person could read in two ways.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::date;

use super::super::super::words::short;
use super::super::days::Weekdays;
use super::super::fault::HoursFault;
use super::super::read::Cursor;

/// `lundi 9h-12h, mardi 14h-17h, sauf …`: it may hold for Tuesday or for both; `what` is the words
/// in doubt, where they have a name.
pub(super) fn scope(cursor: &Cursor<'_>, what: Option<&str>) -> HoursFault {
    let what = what.map_or("cela".to_owned(), |what| format!("« {what} »"));
    cursor.fault(
        format!("on ne sait pas si {what} vaut pour tous les jours écrits avant"),
        "séparez les jours par « ; » et redites-le pour chacun ; « ; sauf … » à la fin vaut pour tous",
    )
}

pub(super) fn in_or_out(cursor: &Cursor<'_>) -> HoursFault {
    cursor.fault(
        "on ne sait pas si ces jours sont ouverts ou fermés",
        "écrivez « sauf … » ou « pendant … », par exemple « sauf vacances scolaires »",
    )
}

pub(super) fn no_anchor(written: &Cursor<'_>, weekdays: Weekdays) -> HoursFault {
    let from = first_of(weekdays);
    written.fault(
        "« une semaine sur deux » ne dit pas quelle semaine",
        format!("écrivez « une semaine sur deux à partir du {from} », ou « semaines paires »"),
    )
}

/// A day on one of these weekdays: the first of the week that the other messages speak of.
fn first_of(weekdays: Weekdays) -> String {
    let monday = date(2027, 1, 11);
    let index = weekdays.indexes().next().unwrap_or_default();
    // To be typed again: with plain spaces.
    short(monday.saturating_add((index as i64).days())).replace('\u{a0}', " ")
}

pub(super) fn two_periods(written: &Cursor<'_>) -> HoursFault {
    written.fault(
        "on ne sait pas si les deux périodes s’ajoutent ou se recoupent",
        "écrivez une période par règle, séparées par des points-virgules",
    )
}

/// `mardi matin`: everybody has other hours in mind.
pub(super) fn half_day(span: Range<usize>, closed: bool) -> HoursFault {
    let remedy = match closed {
        true => "écrivez les heures, par exemple « fermé vendredi 14h-17h »",
        false => "écrivez les heures, par exemple « mardi 9h-12h »",
    };
    HoursFault::new(span, "les heures manquent", remedy)
}

/// `9h-12h, 14h-17h sur rendez-vous l’après-midi`, `…, sauf mercredi après-midi`: not of all hours before it.
pub(super) fn half_day_after(span: Range<usize>, words: Option<&str>) -> HoursFault {
    let example = match words {
        Some(words) => format!("mardi 9h-12h ; mardi 14h-17h {words}"),
        None => "mardi 9h-12h, 14h-17h ; mercredi 9h-12h".to_owned(),
    };
    HoursFault::new(
        span,
        "on ne sait pas de quelles heures parle ce moment de la journée",
        format!(
            "séparez par un point-virgule et redites chaque jour avec ses heures, par exemple « {example} »"
        ),
    )
}

/// `mardi 9h-12h sur rendez-vous, 14h-17h`: these too?
pub(super) fn hours_after(span: Range<usize>, words: &str) -> HoursFault {
    HoursFault::new(
        span,
        format!("on ne sait pas si « {words} » vaut aussi pour ces heures"),
        format!(
            "séparez par un point-virgule et redites le jour, par exemple « mardi 9h-12h {words} ; mardi 14h-17h »"
        ),
    )
}

/// `mardi ou jeudi 9h-12h`: whoever comes on the wrong one finds a closed door.
pub(super) fn either(span: Range<usize>) -> HoursFault {
    HoursFault::new(
        span,
        "« ou » ne dit pas quand c’est ouvert",
        "écrivez « et » si c’est ouvert chaque fois, ou dites quand, par exemple « mardi 9h-12h, semaines paires ; jeudi 9h-12h, semaines impaires »",
    )
}

/// `mardi semaine A`: schools have such weeks, calendars do not.
pub(super) fn which_week(span: Range<usize>) -> HoursFault {
    HoursFault::new(
        span,
        "on ne sait pas de quelles semaines parlent ces horaires",
        "écrivez « semaines paires », « semaines impaires », ou par exemple « une semaine sur deux à partir du 12 janvier 2027 »",
    )
}

/// `lundi 9h-12h ; vacances scolaires 10h-12h`: on Sundays too?
pub(super) fn which_weekdays(span: Range<usize>) -> HoursFault {
    HoursFault::new(
        span,
        "les jours de la semaine manquent",
        "écrivez-les, par exemple « pendant les vacances scolaires, lundi et mardi 10h-12h », ou « tous les jours »",
    )
}

/// `du lundi au vendredi 9h-12h sauf mercredi 14h-17h`: hours of Wednesday or of the others?
pub(super) fn times_after(span: Range<usize>) -> HoursFault {
    HoursFault::new(
        span,
        "on ne sait pas de quels jours sont ces heures",
        "séparez par un point-virgule, par exemple « du lundi au vendredi 9h-12h, sauf mercredi ; mercredi 14h-17h »",
    )
}

/// `semaines paires, semaines impaires`.
pub(super) fn weeks_twice(cursor: &Cursor<'_>) -> HoursFault {
    cursor.fault(
        "les semaines sont dites deux fois",
        "gardez « semaines paires » ou « semaines impaires », ou séparez par un point-virgule",
    )
}

/// `sauf la première semaine`, with no holidays before it or several.
pub(super) fn which_holidays(span: Range<usize>) -> HoursFault {
    HoursFault::new(
        span,
        "on ne sait pas de quelles vacances est cette semaine",
        "écrivez par exemple « la première semaine des vacances scolaires » ou « la première semaine des vacances de Noël »",
    )
}

/// `la première semaine du mois`: where the month begins on a Thursday, which is it?
pub(super) fn week_of_month(span: Range<usize>) -> HoursFault {
    HoursFault::new(
        span,
        "on ne sait pas où commence la première semaine d’un mois",
        "écrivez les jours, par exemple « 1er lundi et 1er mardi du mois »",
    )
}

/// `sauf vacances scolaires (mais ouvert le lundi)`.
pub(super) fn still_open(cursor: &Cursor<'_>) -> HoursFault {
    cursor.fault(
        "« mais ouvert » ne se comprend que devant des semaines de vacances",
        "écrivez par exemple « sauf vacances scolaires (mais ouvert la première semaine) », ou une règle de plus après un point-virgule",
    )
}

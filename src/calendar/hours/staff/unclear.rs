//! Faults about texts that a person could read in two ways.

use std::ops::Range;

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

pub(super) fn no_anchor(written: &Cursor<'_>) -> HoursFault {
    written.fault(
        "« une semaine sur deux » ne dit pas quelle semaine",
        "écrivez « une semaine sur deux à partir du 12 janvier 2027 », ou « semaines paires »",
    )
}

pub(super) fn two_periods(written: &Cursor<'_>) -> HoursFault {
    written.fault(
        "on ne sait pas si les deux périodes s’ajoutent ou se recoupent",
        "écrivez une période par règle, séparées par des points-virgules",
    )
}

/// `mardi matin`: everybody has other hours in mind.
pub(super) fn half_day(span: Range<usize>) -> HoursFault {
    HoursFault::new(span, "les heures manquent", "écrivez les heures, par exemple « mardi 9h-12h »")
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

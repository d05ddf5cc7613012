//! Times that do not exist, that follow each other oddly, or that have no end.

use super::super::super::read::Raw;
use super::super::super::staff;
use super::{Doubt, Text};

/// Hours past 48, minutes past 59; between, OpenStreetMap counts on into the next day.
pub(super) fn bad(text: &Text<'_>, at: usize) -> Doubt {
    if text.raw(at) != Some(&Raw::BadTime) {
        return None;
    }
    let written = text.written(at, at);
    if written.contains('.') {
        let remedy = format!("écrivez {}", written.replace('.', ":"));
        return text.fault((at, at), format!("« {written} » n’est pas une heure"), remedy);
    }
    let (hour, minute) = written.split_once(':').unwrap_or(("99", "99"));
    let number = |part: &str| part.parse::<u16>().unwrap_or(99);
    let ends = text.before(at) == Some(&Raw::Mark('-'));
    if ends && number(hour) < 48 && number(minute) < 60 && minute.len() == 2 {
        return None;
    }
    text.fault(
        (at, at),
        format!("l’heure « {written} » n’existe pas"),
        "écrivez les heures de 00:00 à 24:00",
    )
}

/// `09:00-12:00-13:30`.
pub(super) fn three(text: &Text<'_>, at: usize) -> Doubt {
    let times = [at, at + 2, at + 4].into_iter().all(|index| text.is_time(index));
    let dashes = text.is_mark(at + 1, &['-']) && text.is_mark(at + 3, &['-']);
    if !times || !dashes {
        return None;
    }
    text.fault(
        (at, at + 4),
        "trois heures se suivent",
        "séparez les créneaux par une virgule, par exemple 09:00-12:00,13:30-17:00",
    )
}

/// `10:00-16:00/01:30`.
pub(super) fn repeated(text: &Text<'_>, at: usize) -> Doubt {
    let slash = text.is_mark(at, &['/']) && super::is_time(text.before(at));
    let number = matches!(text.raw(at + 1), Some(Raw::Number(_)));
    let alone = text.is_time(at + 1) && !text.is_mark(at + 2, &['-', '+']);
    if !slash || !(number || alone) {
        return None;
    }
    text.unsayable(
        (at, at + 1),
        "une heure qui se répète",
        "écrivez chaque créneau, par exemple 10:00-12:00,14:00-16:00",
    )
}

/// `Tu 12:30`.
pub(super) fn no_end(text: &Text<'_>, at: usize) -> Doubt {
    let follows = matches!(text.before(at), Some(Raw::Mark('-' | '+' | '/')));
    if !text.is_time(at) || follows || text.is_mark(at + 1, &['-', '+']) {
        return None;
    }
    text.fault(
        (at, at),
        format!("l’heure de fin manque après {}", text.written(at, at)),
        "écrivez le début et la fin, par exemple 14:00-16:00",
    )
}

/// `14:00-14:00`.
pub(super) fn equal_ends(text: &Text<'_>, at: usize) -> Doubt {
    match (text.raw(at), text.raw(at + 1), text.raw(at + 2)) {
        (Some(Raw::Time(from)), Some(Raw::Mark('-')), Some(Raw::Time(to))) if from == to => {
            staff::check_span(*from, *to, text.span(at, at + 2)).err()
        }
        _ => None,
    }
}

//! Days that can be read in two ways.

use super::super::{HOLIDAYS, WEEKDAYS};
use super::{Doubt, Raw, Text};

/// `Mo-Fr SH`: OpenStreetMap writes the holiday first (`SH Mo-Fr`), or a comma.
pub(super) fn weekdays_then_holiday(text: &Text<'_>, at: usize) -> Doubt {
    let end = text.is_word(at, &WEEKDAYS) || text.is_mark(at, &[']']);
    if !end || !text.is_word(at + 1, &HOLIDAYS) {
        return None;
    }
    text.fault(
        (at, at + 1),
        format!("« {} » se lit de deux façons", text.written(at, at + 1)),
        "écrivez « Mo-Fr,SH » pour ces jours et aussi les vacances, ou en français, par exemple « du lundi au vendredi 10h-17h, pendant les vacances scolaires »",
    )
}

/// `Mar`, `Mar 9-12`, `Mar 09:00-12:00`, `Mar off`: March for OpenStreetMap, mardi for everybody else.
pub(super) fn in_march(text: &Text<'_>, at: usize) -> Doubt {
    let ends = at > 0 && text.is_mark(at - 1, &['-']);
    let closed = text.is_word(at + 1, &["off", "closed"]);
    let alone = text
        .raw(after_days(text, at + 1))
        .is_none_or(|next| matches!(next, Raw::Mark(';' | '|') | Raw::Quoted(_)));
    let times = text.is_time(at + 1) || text.is_word(at + 1, &["open", "unknown"]);
    if !text.is_word(at, &["mar"]) || ends || !(closed || alone || times) {
        return None;
    }
    let remedy = match closed {
        true => "écrivez « fermé le mardi », ou « fermé en mars »",
        false => "écrivez « mardi 9h-12h », ou « tous les jours 9h-12h, en mars »",
    };
    text.fault((at, at), "« Mar » se lit mars ou mardi", remedy)
}

/// The first token from an index on that is no day of a month: `9-12`, `9,10`.
fn after_days(text: &Text<'_>, mut at: usize) -> usize {
    while matches!(text.raw(at), Some(Raw::Number(_) | Raw::Mark('-' | ','))) {
        at += 1;
    }
    at
}

/// `Mo-Fr[1]`.
pub(super) fn nth_of_range(text: &Text<'_>, at: usize) -> Doubt {
    let weekdays = text.is_word(at, &WEEKDAYS) && text.is_word(at + 2, &WEEKDAYS);
    if !weekdays || !text.is_mark(at + 1, &['-']) || !text.is_mark(at + 3, &['[']) {
        return None;
    }
    text.fault(
        (at, at + 3),
        "un numéro entre crochets ne va qu’avec un seul jour",
        "écrivez-le pour chaque jour, par exemple Mo[1],Tu[1]",
    )
}

//! Pieces in an order that OpenStreetMap does not know, and pieces that nothing parts.

use super::super::super::read::Raw;
use super::super::{MONTHS, WEEKDAYS, is_day};
use super::{Doubt, Text, is_time};

/// `Mo week 2-52/2`.
pub(super) fn week(text: &Text<'_>, at: usize) -> Doubt {
    let after = text.before(at).is_some_and(|raw| is_day(raw) || *raw == Raw::Mark(']'));
    if !text.is_word(at, &["week"]) || !(after || is_time(text.before(at))) {
        return None;
    }
    text.fault(
        (at, at),
        "les semaines s’écrivent avant les jours",
        "écrivez par exemple week 2-52/2 Mo 09:00-12:00",
    )
}

/// `Mo 09:00-12:00 Tu 14:00-17:00`, `Mo/Tu`.
pub(super) fn unparted(text: &Text<'_>, at: usize) -> Doubt {
    let before = text.before(at);
    let day = text.is_word(at, &WEEKDAYS) || text.is_word(at, &MONTHS);
    let slash = before == Some(&Raw::Mark('/'));
    if !day || !(slash || is_time(before)) {
        return None;
    }
    let written = text.written(at, at);
    let what = if slash { "seule une barre sépare" } else { "rien ne sépare" };
    text.fault(
        (at, at),
        format!("{what} « {written} » de ce qui précède"),
        "écrivez un point-virgule entre deux règles, une virgule entre deux jours",
    )
}

/// `Jan 12 2027`, `12 Jan`.
pub(super) fn date(text: &Text<'_>, at: usize) -> Doubt {
    let number = |index: usize| match text.raw(index) {
        Some(Raw::Number(number)) => Some(*number),
        _ => None,
    };
    let year = matches!(number(at + 2), Some(1900..)) && matches!(number(at + 1), Some(1..=31));
    if year && text.is_word(at, &MONTHS) {
        let (month, day) = (text.written(at, at), text.written(at + 1, at + 1));
        return text.fault(
            (at, at + 2),
            "l’année s’écrit avant le mois",
            format!("écrivez {} {month} {day}", text.written(at + 2, at + 2)),
        );
    }
    let first = matches!(text.before(at), None | Some(Raw::Mark(';')));
    if first && matches!(number(at), Some(1..=31)) && text.is_word(at + 1, &MONTHS) {
        let (day, month) = (text.written(at, at), text.written(at + 1, at + 1));
        return text.fault(
            (at, at + 1),
            "le mois s’écrit avant le jour",
            format!("écrivez {month} {day}"),
        );
    }
    None
}

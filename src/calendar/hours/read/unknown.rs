//! Faults about words and numbers that mean nothing in hours.

use super::super::super::names::{MONTHS, WEEKDAYS};
use super::super::EXAMPLES;
use super::super::fault::HoursFault;
use super::lex::Token;
use super::phrases::{FEASTS, SUGGESTED};
use crate::text::{fold, nearest};

/// A word that nobody knows, with what may be meant.
pub(super) fn word(token: &Token, written: &str) -> HoursFault {
    let known = WEEKDAYS.iter().chain(&MONTHS).chain(&SUGGESTED).copied();
    if FEASTS.contains(&fold(written).as_str()) {
        return HoursFault::new(
            token.span.clone(),
            format!("« {written} » ne dit pas quel jour"),
            "écrivez « jours fériés » ou la date, par exemple « sauf le 29 mars 2027 »",
        );
    }
    let near = (fold(written).chars().count() > 3).then(|| nearest(written, known)).flatten();
    HoursFault::new(
        token.span.clone(),
        format!("« {} » ne se comprend pas dans des horaires", cut(written)),
        match near {
            Some(word) => format!("vouliez-vous dire « {word} » ?"),
            None => EXAMPLES.to_owned(),
        },
    )
}

/// The start of a word too long to be shown.
fn cut(written: &str) -> String {
    if written.chars().count() <= 40 {
        return written.to_owned();
    }
    written.chars().take(39).chain(['…']).collect()
}

/// A time that does not exist.
pub(super) fn time(token: &Token, written: &str) -> HoursFault {
    if written.contains('.') {
        return HoursFault::new(
            token.span.clone(),
            format!("« {written} » n’est pas une heure"),
            format!("écrivez {}", written.replace('.', "h")),
        );
    }
    HoursFault::new(
        token.span.clone(),
        format!("l’heure « {written} » n’existe pas"),
        "écrivez l’heure de 0h à 24h et les minutes avec deux chiffres, par exemple 9h05",
    )
}

/// `6e`: no month has six of a weekday.
pub(super) fn nth(token: &Token, written: &str) -> HoursFault {
    HoursFault::new(
        token.span.clone(),
        format!("aucun jour n’est le {written} du mois parmi les jours de la semaine"),
        "écrivez 1er, 2e, 3e, 4e, 5e ou dernier",
    )
}

//! Weekdays as staff write them: `mardi`, `du lundi au vendredi`, `1er et 3e jeudi du mois`.

use super::super::days::{Nth, Weekdays};
use super::super::fault::HoursFault;
use super::super::read::{Cursor, Sense, What};
use super::{date, numbered, unclear, weeks};

/// Weekdays, and which of them in the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Pick {
    pub weekdays: Weekdays,
    pub nth: Nth,
}

/// The weekdays at the cursor, or nothing where none begin; a dated day is not one.
pub(in super::super) fn pick(cursor: &mut Cursor<'_>) -> Result<Option<Pick>, HoursFault> {
    if date::begins(cursor) {
        return Ok(None);
    }
    if weeks::begins(cursor) || numbered::begins(cursor) {
        return Ok(None);
    }
    match cursor.sense(0) {
        Some(Sense::Nth(_)) => nth(cursor),
        // `les deux premiers mardis`.
        None if matches!(cursor.sense(1), Some(Sense::Nth(1 | -1))) => nth(cursor),
        Some(Sense::Week) => {
            cursor.pass(1);
            Ok(Some(every(Weekdays::WORKING)))
        }
        Some(Sense::Day(first)) => Ok(Some(days(cursor, *first))),
        Some(Sense::Days(weekdays)) => {
            cursor.pass(1);
            Ok(Some(every(*weekdays)))
        }
        _ => Ok(None),
    }
}

/// Whether weekdays begin at the cursor.
pub(in super::super) fn begins(cursor: &Cursor<'_>) -> bool {
    matches!(pick(&mut cursor.clone()), Ok(Some(_)) | Err(_))
}

fn every(weekdays: Weekdays) -> Pick {
    Pick { weekdays, nth: Nth::EVERY }
}

/// One weekday or a range of them.
fn days(cursor: &mut Cursor<'_>, first: usize) -> Pick {
    cursor.pass(1);
    if let (Some(Sense::To), Some(Sense::Day(last))) = (cursor.sense(0), cursor.sense(1)) {
        cursor.pass(2);
        return every(Weekdays::between(first, *last));
    }
    every(Weekdays::one(first))
}

/// `1er et 3e jeudi du mois`.
fn nth(cursor: &mut Cursor<'_>) -> Result<Option<Pick>, HoursFault> {
    let start = cursor.clone();
    let Some(nth) = numbers(cursor) else {
        return Ok(None);
    };
    if cursor.sense(0) == Some(&Sense::Or) {
        return Err(unclear::either(cursor.up_to(&start)));
    }
    let Some(Sense::Day(day)) = cursor.sense(0) else {
        return Err(HoursFault::new(
            cursor.up_to(&start),
            "le jour de la semaine manque",
            "écrivez par exemple « 1er et 3e jeudi du mois 9h30-12h »",
        ));
    };
    cursor.pass(1);
    cursor.eat(&Sense::OfMonth);
    Ok(Some(Pick { weekdays: Weekdays::one(*day), nth }))
}

/// `1er et 3e`, `les deux premiers`.
pub(super) fn numbers(cursor: &mut Cursor<'_>) -> Option<Nth> {
    let several = match (cursor.peek(0), cursor.sense(1)) {
        (Some(What::Number(many @ 2..=5)), Some(Sense::Nth(end @ (1 | -1)))) => {
            i8::try_from(*many).ok().map(|many| (many, *end))
        }
        _ => None,
    };
    if let Some((many, end)) = several {
        cursor.pass(2);
        return Some((1..=many).fold(Nth::EVERY, |nth, number| nth.with(Nth::one(end * number))));
    }
    let mut nth = Nth::EVERY;
    loop {
        match cursor.sense(0) {
            Some(Sense::Nth(number)) => nth = nth.with(Nth::one(*number)),
            Some(Sense::Comma | Sense::And) if matches!(cursor.sense(1), Some(Sense::Nth(_))) => {}
            _ => break,
        }
        cursor.pass(1);
    }
    (nth != Nth::EVERY).then_some(nth)
}

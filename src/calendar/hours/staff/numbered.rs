//! Weeks by their number in the year: `semaines 10 à 20`, `semaine 53`.

use super::super::days::WeekRange;
use super::super::fault::HoursFault;
use super::super::read::{Cursor, Sense, What, parts};

/// Weeks of a year: there are 52 or 53.
const LAST_WEEK: u32 = 53;

/// Whether `semaine 10` begins at the cursor.
pub(in super::super) fn begins(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    ahead.pass(1);
    matches!(cursor.sense(0), Some(Sense::Week | Sense::Weeks))
        && matches!(ahead.peek(0), Some(What::Number(_)))
        && !is_date(&ahead)
}

/// Whether the number at the cursor is a day: `semaine du 3 mars`, `semaine du 3 au 7 mars`.
fn is_date(cursor: &Cursor<'_>) -> bool {
    let month = |ahead: usize| matches!(cursor.sense(ahead), Some(Sense::Month(_)));
    let ranged = cursor.sense(1) == Some(&Sense::To);
    month(1) || ranged && matches!(cursor.peek(2), Some(What::Number(_))) && month(3)
}

/// Whether it is an hour: `14 à 16h`.
fn is_hour(cursor: &Cursor<'_>) -> bool {
    cursor.sense(1) == Some(&Sense::To) && matches!(cursor.peek(2), Some(What::Time(_)))
}

/// `semaines 10 à 20`, `semaine 1, semaine 3 et semaine 5`; every `step`th of them.
pub(in super::super) fn weeks(
    cursor: &mut Cursor<'_>,
    step: u8,
) -> Result<Vec<WeekRange>, HoursFault> {
    let mut ranges = Vec::new();
    loop {
        let mut ahead = cursor.clone();
        if !ranges.is_empty() && parts(ahead.sense(0)) {
            ahead.pass(1);
        }
        let named = begins(&ahead);
        let listed = !ranges.is_empty() && matches!(ahead.peek(0), Some(What::Number(_)));
        let other = is_date(&ahead) || is_hour(&ahead) || ahead.passed() == cursor.passed();
        if !named && (!listed || other) {
            return Ok(ranges);
        }
        *cursor = ahead;
        ranges.push(range(cursor, step)?);
    }
}

/// `semaine 10`, `10 à 20`, `la semaine 10 à la semaine 20`.
fn range(cursor: &mut Cursor<'_>, step: u8) -> Result<WeekRange, HoursFault> {
    let start = cursor.clone();
    let from = week(cursor)?;
    let mut ahead = cursor.clone();
    ahead.pass(1);
    let ranged = cursor.sense(0) == Some(&Sense::To)
        && (matches!(ahead.peek(0), Some(What::Number(_))) || begins(&ahead));
    let to = if ranged {
        cursor.pass(1);
        week(cursor)?
    } else {
        from
    };
    if to < from {
        let remedy = "écrivez deux règles séparées par un point-virgule, une pour chaque année";
        return Err(HoursFault::new(cursor.up_to(&start), "ces semaines vont à rebours", remedy));
    }
    Ok(WeekRange { from, to, step })
}

/// The number of a week, with or without the word.
fn week(cursor: &mut Cursor<'_>) -> Result<u8, HoursFault> {
    if matches!(cursor.sense(0), Some(Sense::Week | Sense::Weeks)) {
        cursor.pass(1);
    }
    let number = match cursor.peek(0) {
        Some(What::Number(number @ 1..=LAST_WEEK)) => u8::try_from(*number).ok(),
        _ => None,
    };
    let missing = || cursor.fault("cette semaine n’existe pas", "écrivez un numéro de 1 à 53");
    let number = number.ok_or_else(missing)?;
    cursor.pass(1);
    Ok(number)
}

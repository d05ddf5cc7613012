//! Time spans as staff write them: `9h-12h`, `de 14h à 16h30`, `14 à 16h`, `à partir de 18h`.

use super::super::fault::HoursFault;
use super::super::read::Cursor;
use super::super::read::Sense;
use super::super::read::What;
use super::super::times::{DAY, TimeSpan, clock};
use super::date;

/// The span at the cursor, or nothing where none begins.
pub(in super::super) fn span(cursor: &mut Cursor<'_>) -> Result<Option<TimeSpan>, HoursFault> {
    let start = cursor.clone();
    let since = cursor.eat(&Sense::Since);
    if !since && is_time(cursor.peek(1)) {
        cursor.eat(&Sense::To);
    }
    if cursor.sense(0) == Some(&Sense::Until) && is_time(cursor.peek(1)) {
        let remedy = "écrivez le début et la fin, par exemple 9h-12h";
        return Err(cursor.fault("l’heure du début manque", remedy));
    }
    if are_numbers(cursor) {
        let (message, remedy) = numbers();
        cursor.pass(3);
        return Err(HoursFault::new(cursor.up_to(&start), message, remedy));
    }
    if !is_time(cursor.peek(0)) && !is_bare_hour(cursor) {
        *cursor = start;
        return Ok(None);
    }
    let from = minute(cursor)? % DAY;
    if since {
        return Ok(Some(open_end(from)));
    }
    if !cursor.eat(&Sense::To) || !(is_time(cursor.peek(0)) || is_hour(cursor)) {
        return Err(no_end(cursor.up_to(&start), from));
    }
    let to = minute(cursor)?;
    if cursor.sense(0) == Some(&Sense::To) && is_time(cursor.peek(1)) {
        let remedy = "séparez les créneaux par une virgule, par exemple 9h-12h, 14h-17h";
        return Err(cursor.fault("trois heures se suivent", remedy));
    }
    check(from, to, cursor.up_to(&start)).map(Some)
}

/// `14 à 16h`: a number that the time after it makes an hour.
fn is_bare_hour(cursor: &Cursor<'_>) -> bool {
    let ranged = cursor.sense(1) == Some(&Sense::To) && is_time(cursor.peek(2));
    ranged && matches!(cursor.peek(0), Some(What::Number(_)))
}

/// `9h-12`: a number that nothing makes a day of a month.
fn is_hour(cursor: &Cursor<'_>) -> bool {
    matches!(cursor.peek(0), Some(What::Number(0..=24))) && !date::begins(cursor)
}

/// `lundi 9-12`: hours, most likely, but nothing says so.
fn are_numbers(cursor: &Cursor<'_>) -> bool {
    let mut end = cursor.clone();
    end.pass(2);
    is_hour(cursor) && cursor.sense(1) == Some(&Sense::To) && is_hour(&end)
}

fn numbers() -> (&'static str, &'static str) {
    ("rien ne dit que ces nombres sont des heures", "écrivez-les avec un h, par exemple 9h-12h")
}

/// A span that goes forward within one day.
pub(in super::super) fn check(
    from: u16,
    to: u16,
    span: std::ops::Range<usize>,
) -> Result<TimeSpan, HoursFault> {
    if from == to {
        return Err(HoursFault::new(
            span,
            format!("le créneau commence et finit à {}", clock(from)),
            "supprimez ce créneau ou corrigez l’heure de fin",
        ));
    }
    if to < from {
        return Err(HoursFault::new(
            span,
            format!("le créneau finit à {} avant d’avoir commencé", clock(to)),
            "corrigez les heures ; un créneau ne passe pas minuit",
        ));
    }
    Ok(TimeSpan { from, to, open_end: false })
}

fn open_end(from: u16) -> TimeSpan {
    TimeSpan { from, to: DAY, open_end: true }
}

fn no_end(span: std::ops::Range<usize>, from: u16) -> HoursFault {
    HoursFault::new(
        span,
        format!("l’heure de fin manque après {}", clock(from)),
        "écrivez le début et la fin, par exemple 14h-16h, ou « à partir de 14h »",
    )
}

fn is_time(what: Option<&What>) -> bool {
    matches!(what, Some(What::Time(_) | What::Sense(Sense::Clock(_))))
}

/// The minute of the day at the cursor; a bare number counts hours.
fn minute(cursor: &mut Cursor<'_>) -> Result<u16, HoursFault> {
    let minute = match cursor.peek(0) {
        Some(What::Time(minute) | What::Sense(Sense::Clock(minute))) => Some(*minute),
        Some(What::Number(hours @ 0..=24)) => u16::try_from(hours * 60).ok(),
        _ => None,
    };
    let minute = minute.ok_or_else(|| {
        cursor
            .fault("cette heure n’existe pas", "écrivez les heures de 0h à 24h, par exemple 9h-12h")
    })?;
    cursor.pass(1);
    Ok(minute)
}

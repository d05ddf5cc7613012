//! Hours without minutes: `Mo-Fr 9-12,14-17`.

use super::super::read::{Raw, Token};
use super::is_day;

/// The tokens, with a number beside a dash as an hour where nothing else can be meant: after a day,
/// after another span, or where its other end is a time.
pub(super) fn hours(tokens: &[Token]) -> Vec<Token> {
    let mut read = tokens.to_vec();
    for at in 0..read.len() {
        let dash = read.get(at + 1).is_some_and(|token| token.raw == Raw::Mark('-'));
        let (Some(from), Some(to)) = (hour(read.get(at)), hour(read.get(at + 2))) else {
            continue;
        };
        let told = is_time(read.get(at)) || is_time(read.get(at + 2));
        if dash && (told || stands_for_time(&read, at)) {
            read[at].raw = Raw::Time(from);
            read[at + 2].raw = Raw::Time(to);
        }
    }
    read
}

/// Whether only a time can stand here: after a day, or after a time and what parts it from another.
fn stands_for_time(tokens: &[Token], at: usize) -> bool {
    let raw = |back: usize| tokens.get(at.checked_sub(back)?).map(|token| &token.raw);
    match raw(1) {
        Some(Raw::Mark(']') | Raw::Time(_)) => true,
        Some(Raw::Mark(',' | '/' | '+')) => matches!(raw(2), Some(Raw::Time(_))),
        Some(before) => is_day(before),
        None => false,
    }
}

/// The minute of a time, or of a number as an hour.
fn hour(token: Option<&Token>) -> Option<u16> {
    match token?.raw {
        Raw::Time(minute) => Some(minute),
        Raw::Number(hour @ 0..=24) => u16::try_from(hour * 60).ok(),
        _ => None,
    }
}

fn is_time(token: Option<&Token>) -> bool {
    matches!(token.map(|token| &token.raw), Some(Raw::Time(_)))
}

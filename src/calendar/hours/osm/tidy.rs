//! Dirt that can only mean one thing, made clean before the strict reader sees it.

use super::super::read::{Raw, Token};
use super::{is_day, is_holiday, is_weekday, select};

/// A clean text, and where each of its pieces came from.
pub(super) struct Clean {
    pub text: String,
    /// For each piece, its first byte here and in the text as written.
    origins: Vec<(usize, usize)>,
}

impl Clean {
    /// The byte of the text as written that a byte of the clean one came from.
    pub fn origin(&self, at: usize) -> usize {
        let after = self.origins.partition_point(|(clean, _)| *clean <= at);
        let piece = after.checked_sub(1).and_then(|last| self.origins.get(last));
        piece.map_or(0, |(clean, written)| written + (at - clean))
    }
}

/// Hours with two digits, words in their right case, one space where one is needed, a comma between
/// two spans, no separator twice or at an end.
pub(super) fn tidy(text: &str, tokens: &[Token]) -> Clean {
    let tokens = useful(tokens);
    let mut clean = Clean {
        text: String::with_capacity(text.len()),
        origins: Vec::with_capacity(tokens.len()),
    };
    for (index, token) in tokens.iter().enumerate() {
        clean.text.push_str(between(&tokens, index));
        clean.origins.push((clean.text.len(), token.span.start));
        if parts_spans(&tokens, index) {
            clean.text.push(',');
        } else if is_during(&tokens, index) {
            clean.text.push_str(select::during(&token.raw));
        } else {
            piece(&mut clean.text, &text[token.span.clone()], &token.raw);
        }
    }
    clean
}

/// The tokens that say something: no separator at an end or twice, no colon after a weekday.
fn useful(tokens: &[Token]) -> Vec<&Token> {
    let ends = |token: &Token| matches!(token.raw, Raw::Mark(';' | ',' | '.'));
    let mut kept: Vec<&Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let empty = match (&token.raw, kept.last().map(|last| &last.raw)) {
            (Raw::Quoted(words), _) => words.is_empty(),
            (Raw::Mark('.'), _) => true,
            (Raw::Mark(';' | ','), None) => true,
            (Raw::Mark(';'), Some(Raw::Mark(';'))) => true,
            (Raw::Mark(':'), Some(before)) => is_day(before),
            _ => false,
        };
        if !empty {
            kept.push(token);
        }
    }
    while kept.last().is_some_and(|last| ends(last)) {
        kept.pop();
    }
    kept
}

/// `09:00-12:00 / 14:00-17:00`, `09:00-12:00 + 14:00-17:00`.
fn parts_spans(tokens: &[&Token], index: usize) -> bool {
    let between = is_time(tokens, index + 1) && is_time(tokens, index.wrapping_sub(1));
    let (Some(here), Some(before)) = (tokens.get(index), tokens.get(index.wrapping_sub(1))) else {
        return false;
    };
    let gap = before.span.end < here.span.start;
    between && (here.raw == Raw::Mark('/') || here.raw == Raw::Mark('+') && gap)
}

/// Whether a holiday narrows the weekdays written after it: `SH Mo-Fr`, `PH,SH Mo-Fr`.
fn is_during(tokens: &[&Token], index: usize) -> bool {
    let raw = |at: usize| tokens.get(at).map(|token| &token.raw);
    let mut at = index;
    while raw(at).is_some_and(is_holiday) {
        match (raw(at + 1), raw(at + 2)) {
            (Some(next), _) if is_weekday(next) => return true,
            (Some(Raw::Mark(',')), Some(next)) if is_holiday(next) => at += 2,
            _ => return false,
        }
    }
    false
}

fn is_time(tokens: &[&Token], index: usize) -> bool {
    let raw = tokens.get(index).map(|token| &token.raw);
    matches!(raw, Some(Raw::Time(_) | Raw::BadTime))
}

/// What stands between a token and the one before it.
fn between(tokens: &[&Token], index: usize) -> &'static str {
    let before = index.checked_sub(1).and_then(|index| tokens.get(index));
    let (Some(before), Some(here)) = (before, tokens.get(index)) else {
        return "";
    };
    let gap = before.span.end < here.span.start;
    match (&before.raw, &here.raw) {
        (Raw::Mark('|'), Raw::Mark('|')) => "",
        (Raw::Mark('|'), _) | (_, Raw::Mark('|')) => " ",
        (_, Raw::Mark('+')) if parts_spans(tokens, index) => "",
        (_, Raw::Mark(';' | ',' | '-' | '[' | '/')) | (Raw::Mark('-' | '[' | '/'), _) => "",
        (Raw::Mark(';'), _) => " ",
        (Raw::Mark(','), day) if is_day(day) && in_day_list(tokens, index) => "",
        (Raw::Time(_), Raw::Time(_)) if gap => ",",
        (holiday, weekday) if is_holiday(holiday) && is_weekday(weekday) => ",",
        (Raw::Word(_) | Raw::Mark(']'), Raw::Time(_)) => " ",
        _ if gap => " ",
        _ => "",
    }
}

/// Whether the comma before a weekday parts it from another weekday: `Mo, Tu 09:00-12:00`.
fn in_day_list(tokens: &[&Token], index: usize) -> bool {
    let before = index.checked_sub(2).and_then(|index| tokens.get(index));
    before.is_some_and(|token| is_day(&token.raw) || token.raw == Raw::Mark(']'))
}

/// One piece in the form the strict reader wants.
fn piece(out: &mut String, written: &str, raw: &Raw) {
    match raw {
        Raw::Time(minute) => out.push_str(&format!("{:02}:{:02}", minute / 60, minute % 60)),
        Raw::Quoted(words) => out.push_str(&format!("\"{words}\"")),
        Raw::Mark(mark) => out.push(*mark),
        Raw::Word(word) if word == "ph" || word == "sh" => out.push_str(&word.to_uppercase()),
        Raw::Word(word) if word.len() <= 3 && word != "off" && word != "day" => {
            let (first, rest) = word.split_at(1);
            out.push_str(&first.to_uppercase());
            out.push_str(rest);
        }
        Raw::Word(word) => out.push_str(word),
        _ => out.push_str(written),
    }
}

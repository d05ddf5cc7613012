//! A text of hours cut into words, numbers, times and dates; it never fails.

use std::ops::Range;

use jiff::civil::Date;
use unicode_normalization::char::is_combining_mark;

use super::super::super::day::check;
use crate::text::fold;

/// What a piece of text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Raw {
    /// Letters, folded.
    Word(String),
    /// Digits alone.
    Number(u32),
    /// `1er`, `2e`, `3ème`.
    Ordinal(u32),
    /// `9h30`, `09:00`: minutes from midnight, up to 1440.
    Time(u16),
    /// `25:00`, `9h75`, `9.30`.
    BadTime,
    /// `2027-01-12`, `12/01/2027`.
    Date(Date),
    /// A date that does not exist: why.
    BadDate(String),
    /// Words between quotation marks.
    Quoted(String),
    /// Any other character.
    Mark(char),
}

/// A piece of text and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Token {
    pub raw: Raw,
    pub span: Range<usize>,
}

/// Cuts a text; white space other than line ends is dropped.
pub(in super::super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (raw, length) = next(&text[at..], first);
        if let Some(raw) = raw {
            tokens.push(Token { raw, span: at..at + length });
        }
        at += length;
    }
    tokens
}

/// The next piece and its length in bytes, which is never 0.
fn next(rest: &str, first: char) -> (Option<Raw>, usize) {
    if first.is_ascii_digit() {
        let (raw, length) = number(rest);
        return (Some(raw), length);
    }
    if is_letter(first) {
        let length = run(rest, is_letter);
        return (Some(Raw::Word(fold(&rest[..length]))), length);
    }
    if let Some((words, length)) = quoted(rest, first) {
        return (Some(Raw::Quoted(words)), length);
    }
    let raw = match first {
        '\n' => Some(Raw::Mark(';')),
        '–' | '—' | '‑' | '−' => Some(Raw::Mark('-')),
        '\u{200b}' | '\u{feff}' => None,
        _ if first.is_whitespace() => None,
        _ => Some(Raw::Mark(first)),
    };
    (raw, first.len_utf8())
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// Bytes of the characters at the start that pass a test.
fn run(text: &str, test: impl Fn(char) -> bool) -> usize {
    text.find(|c| !test(c)).unwrap_or(text.len())
}

/// Bytes of the longest remark between quotation marks; it keeps the cost of reading linear.
pub(in super::super) const LONGEST_REMARK: usize = 500;

/// Bytes read of what may be `12/01/2027`, one more than it has.
const LONGEST_DATE: usize = 11;

/// Words between quotation marks, without them.
fn quoted(rest: &str, first: char) -> Option<(String, usize)> {
    let closing = match first {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => return None,
    };
    let inside = &rest[first.len_utf8()..];
    let inside = &inside[..inside.floor_char_boundary(LONGEST_REMARK)];
    let end = inside.find(closing)?;
    if inside[..end].contains('\n') {
        return None;
    }
    let words = inside[..end].trim().to_owned();
    Some((words, first.len_utf8() + end + closing.len_utf8()))
}

/// What begins with a digit: a date, a time, an ordinal or a number.
fn number(rest: &str) -> (Raw, usize) {
    let digits = run(rest, |c| c.is_ascii_digit());
    if let Some(date) = iso_date(rest).or_else(|| slash_date(rest)) {
        return date;
    }
    if let Some(time) = super::clock::time(rest, digits) {
        return time;
    }
    let value = rest[..digits].parse().unwrap_or(u32::MAX);
    let letters = run(&rest[digits..], is_letter);
    match fold(&rest[digits..digits + letters]).as_str() {
        "er" | "ers" | "re" | "ere" | "e" | "es" | "eme" | "emes" | "ieme" | "nd" | "nde" => {
            (Raw::Ordinal(value), digits + letters)
        }
        _ => (Raw::Number(value), digits),
    }
}

/// `2027-01-12`.
fn iso_date(rest: &str) -> Option<(Raw, usize)> {
    let shape = rest.get(..10)?;
    let after = rest[10..].chars().next();
    let good = shape.bytes().enumerate().all(|(index, byte)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if !good || after.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let date = date(&shape[..4], &shape[5..7], &shape[8..])?;
    Some((date, 10))
}

/// `12/01/2027` or `12.01.2027`, which in French is day, month, year.
fn slash_date(rest: &str) -> Option<(Raw, usize)> {
    let is_part = |byte: &u8| byte.is_ascii_digit() || b"/.".contains(byte);
    let length = rest.bytes().take(LONGEST_DATE).take_while(is_part).count();
    let shape = rest[..length].trim_end_matches('.');
    let mut parts = shape.split(['/', '.']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let lengths = (day.len(), month.len(), year.len());
    if parts.next().is_some() || !matches!(lengths, (1..=2, 1..=2, 4)) {
        return None;
    }
    Some((date(year, month, day)?, shape.len()))
}

fn date(year: &str, month: &str, day: &str) -> Option<Raw> {
    let written = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Some(check(written).map_or_else(|fault| Raw::BadDate(fault.message), Raw::Date))
}

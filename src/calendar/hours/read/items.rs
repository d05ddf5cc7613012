//! A text of hours as meanings, clause by clause; every word nobody knows is said at once.

use std::ops::Range;

use jiff::civil::Date;

use super::super::fault::HoursFault;
use super::lex::{Raw, Token, lex};
use super::piece::{Read, apart, aside, read};
use super::sense::Sense;

/// What stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum What {
    /// A word or phrase.
    Sense(Sense),
    /// A number that is no time.
    Number(u32),
    /// Minutes from midnight.
    Time(u16),
    /// A whole date.
    Date(Date),
    /// Words between quotation marks.
    Quoted(String),
}

/// What stands in a text, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Item {
    pub what: What,
    pub span: Range<usize>,
}

/// The clauses of a text, or all its words that mean nothing.
pub(in super::super) fn clauses(text: &str) -> Result<Vec<Vec<Item>>, Vec<HoursFault>> {
    let tokens = lex(text);
    let mut clauses = vec![Vec::new()];
    let mut faults = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (length, read) = match aside(text, &tokens[at..]) {
            Some((length, words)) => (length, Ok(Read::Item(What::Quoted(words)))),
            None if slash_ranges(&tokens, at) => (1, Ok(Read::Item(What::Sense(Sense::To)))),
            None => match has_time(&clauses).then(|| apart(text, &tokens[at..])).flatten() {
                Some((length, fault)) => (length, Err(fault)),
                None => read(text, &tokens[at..]),
            },
        };
        let span = token.span.start..tokens[at + length - 1].span.end;
        match read {
            Ok(Read::Item(What::Sense(Sense::Skip)) | Read::Nothing) => {}
            Ok(Read::Item(What::Sense(Sense::Weeks)))
                if !beside_number(&clauses, tokens.get(at + length)) => {}
            Ok(Read::Item(what)) => push(&mut clauses, Item { what, span }),
            Ok(Read::End) => clauses.push(Vec::new()),
            Err(fault) => faults.push(fault),
        }
        at += length;
    }
    let comma = |item: &Item| item.what == What::Sense(Sense::Comma);
    clauses.retain(|clause| !clause.iter().all(comma));
    if faults.is_empty() { Ok(clauses) } else { Err(faults) }
}

/// `9h/12h`: from one to the other, where no dash beside says that the stroke parts two spans.
fn slash_ranges(tokens: &[Token], at: usize) -> bool {
    let raw = |index: Option<usize>| Some(&tokens.get(index?)?.raw);
    let time = |index| matches!(raw(index), Some(Raw::Time(_)));
    let dash = |index| matches!(raw(index), Some(Raw::Mark('-' | '/')));
    tokens[at].raw == Raw::Mark('/')
        && time(at.checked_sub(1))
        && time(Some(at + 1))
        && !dash(at.checked_sub(2))
        && !dash(Some(at + 2))
}

/// Whether the clause that is being read has hours.
fn has_time(clauses: &[Vec<Item>]) -> bool {
    let time = |item: &Item| matches!(item.what, What::Time(_));
    clauses.last().is_some_and(|clause| clause.iter().any(time))
}

/// `deux premières semaines`, `semaines 10 à 20`.
fn beside_number(clauses: &[Vec<Item>], next: Option<&Token>) -> bool {
    let before = clauses.last().and_then(|clause| clause.last()).map(|item| &item.what);
    let number = |token: &Token| matches!(token.raw, Raw::Number(_));
    matches!(before, Some(What::Sense(Sense::Nth(_)))) || next.is_some_and(number)
}

fn push(clauses: &mut [Vec<Item>], item: Item) {
    if let Some(last) = clauses.last_mut() {
        last.push(item);
    }
}

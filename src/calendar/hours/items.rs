//! A text of hours as meanings, clause by clause; every word nobody knows is said at once.

use std::ops::Range;

use jiff::civil::Date;

use super::fault::HoursFault;
use super::lex::{Raw, Token, lex};
use super::phrases::{self, PHRASES, Sense};
use crate::text::{fold, nearest};

/// What stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
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
pub(super) struct Item {
    pub what: What,
    pub span: Range<usize>,
}

/// The clauses of a text, or all its words that mean nothing.
pub(super) fn clauses(text: &str) -> Result<Vec<Vec<Item>>, Vec<HoursFault>> {
    let tokens = lex(text);
    let mut clauses = vec![Vec::new()];
    let mut faults = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (length, read) = read(text, &tokens[at..]);
        let span = token.span.start..tokens[at + length - 1].span.end;
        match read {
            Ok(Read::Item(What::Sense(Sense::Skip)) | Read::Nothing) => {}
            Ok(Read::Item(what)) => push(&mut clauses, Item { what, span }),
            Ok(Read::End) => clauses.push(Vec::new()),
            Err(fault) => faults.push(fault),
        }
        at += length;
    }
    clauses.retain(|clause| !clause.is_empty());
    if faults.is_empty() { Ok(clauses) } else { Err(faults) }
}

/// What one or more tokens say.
enum Read {
    Item(What),
    Nothing,
    End,
}

fn push(clauses: &mut [Vec<Item>], item: Item) {
    if let Some(last) = clauses.last_mut() {
        last.push(item);
    }
}

/// Reads a phrase or a token; gives how many tokens it took, at least one.
fn read(text: &str, tokens: &[Token]) -> (usize, Result<Read, HoursFault>) {
    if let Some((length, sense)) = phrase(text, tokens) {
        return (length, Ok(Read::Item(What::Sense(sense))));
    }
    let Some(token) = tokens.first() else {
        return (1, Ok(Read::Nothing));
    };
    let written = &text[token.span.clone()];
    let dot = matches!(tokens.get(1), Some(next) if next.raw == Raw::Mark('.'));
    let item = |what| Ok(Read::Item(what));
    let read = match &token.raw {
        Raw::Word(word) => match phrases::word(word) {
            Some(sense) if dot && written.chars().count() <= 5 => {
                return (2, Ok(Read::Item(What::Sense(sense))));
            }
            Some(sense) => item(What::Sense(sense)),
            None => Err(unknown(token, written)),
        },
        Raw::Number(number) => item(What::Number(*number)),
        Raw::Ordinal(nth @ 1..=5) => item(What::Sense(Sense::Nth(*nth as i8))),
        Raw::Ordinal(_) => Err(no_such_nth(token, written)),
        Raw::Time(minute) => item(What::Time(*minute)),
        Raw::BadTime => Err(bad_time(token, written)),
        Raw::Date(date) => item(What::Date(*date)),
        Raw::BadDate(message) => {
            Err(HoursFault::new(token.span.clone(), message.clone(), "corrigez la date"))
        }
        Raw::Quoted(words) if words.is_empty() => Ok(Read::Nothing),
        Raw::Quoted(words) => item(What::Quoted(words.clone())),
        Raw::Mark(mark) => self::mark(*mark).ok_or_else(|| unknown(token, written)),
    };
    (1, read)
}

fn mark(mark: char) -> Option<Read> {
    let sense = match mark {
        ',' | '(' | ')' | '/' => Sense::Comma,
        '-' => Sense::To,
        '&' | '+' => Sense::And,
        ':' | '\'' | '’' | 'ʼ' | '•' | '·' | '*' => return Some(Read::Nothing),
        ';' | '.' | '|' => return Some(Read::End),
        _ => return None,
    };
    Some(Read::Item(What::Sense(sense)))
}

/// The longest phrase at the start of the tokens, and how many tokens it has.
fn phrase(text: &str, tokens: &[Token]) -> Option<(usize, Sense)> {
    let fits = |words: &str| {
        let mut length = 0;
        let all = words.split(' ').all(|word| {
            let token = tokens.get(length);
            length += 1;
            token.is_some_and(|token| is_word(text, token, word))
        });
        all.then_some(length)
    };
    PHRASES
        .iter()
        .filter_map(|(words, sense)| Some((fits(words)?, sense)))
        .max_by_key(|(length, _)| *length)
        .map(|(length, sense)| (length, sense.clone()))
}

/// Whether a token is written as a word of a phrase.
fn is_word(text: &str, token: &Token, word: &str) -> bool {
    match &token.raw {
        Raw::Word(written) => written == word,
        Raw::Mark('’' | 'ʼ') => word == "'",
        Raw::Mark('-') => word == "-",
        _ => text[token.span.clone()].eq_ignore_ascii_case(word),
    }
}

fn unknown(token: &Token, written: &str) -> HoursFault {
    let known = super::super::names::WEEKDAYS
        .iter()
        .chain(&super::super::names::MONTHS)
        .chain(&phrases::SUGGESTED)
        .copied();
    if phrases::FEASTS.contains(&fold(written).as_str()) {
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
            None => super::EXAMPLES.to_owned(),
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

fn bad_time(token: &Token, written: &str) -> HoursFault {
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

fn no_such_nth(token: &Token, written: &str) -> HoursFault {
    HoursFault::new(
        token.span.clone(),
        format!("aucun jour n’est le {written} du mois parmi les jours de la semaine"),
        "écrivez 1er, 2e, 3e, 4e, 5e ou dernier",
    )
}

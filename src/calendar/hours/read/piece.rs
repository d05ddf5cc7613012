//! One piece of a text of hours: a phrase, a word, a number, a remark in brackets.

use super::super::fault::HoursFault;
use super::items::What;
use super::lex::{Raw, Token};
use super::phrases::{is_in_phrase, phrase};
use super::sense::{self, Sense};
use super::unknown;

/// What one or more tokens say.
pub(super) enum Read {
    Item(What),
    Nothing,
    End,
}

/// Reads a phrase or a token; gives how many tokens it took, at least one.
pub(super) fn read(text: &str, tokens: &[Token]) -> (usize, Result<Read, HoursFault>) {
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
        Raw::Word(word) => match sense::word(word) {
            Some(sense) if dot && is_abbreviated(word, &sense) => {
                return (2, Ok(Read::Item(What::Sense(sense))));
            }
            Some(sense) => item(What::Sense(sense)),
            None => match sense::number(word) {
                Some(number) => item(What::Number(number)),
                None => Err(unknown::word(token, written)),
            },
        },
        Raw::Number(number) => item(What::Number(*number)),
        Raw::Ordinal(nth @ 1..=5) => item(What::Sense(Sense::Nth(*nth as i8))),
        Raw::Ordinal(_) => Err(unknown::nth(token, written)),
        Raw::Time(minute) => item(What::Time(*minute)),
        Raw::BadTime => Err(unknown::time(token, written)),
        Raw::Date(date) => item(What::Date(*date)),
        Raw::BadDate(message) => {
            Err(HoursFault::new(token.span.clone(), message.clone(), "corrigez la date"))
        }
        Raw::Quoted(words) if words.is_empty() => Ok(Read::Nothing),
        Raw::Quoted(words) => item(What::Quoted(words.clone())),
        Raw::Mark(mark) => self::mark(*mark).ok_or_else(|| unknown::word(token, written)),
    };
    (1, read)
}

/// What the text at the start of the tokens means: a phrase, a word of four letters or more (`me` and
/// `sa` are weekdays in hours and something else everywhere else), a span of hours.
pub(in super::super) fn means(text: &str, tokens: &[Token]) -> Option<Sense> {
    if let Some((_, sense)) = phrase(text, tokens) {
        return Some(sense);
    }
    match &tokens.first()?.raw {
        Raw::Word(word) if word.len() > 3 => sense::word(word),
        Raw::Time(_) => Some(Sense::HalfDay),
        _ => None,
    }
}

/// Whether a weekday or a month is cut short, so that a dot after it ends no sentence: `lun.`.
fn is_abbreviated(word: &str, sense: &Sense) -> bool {
    let whole = ["mai", "mars", "juin", "aout"].contains(&word);
    matches!(sense, Sense::Day(_) | Sense::Month(_)) && word.len() <= 4 && !whole
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

/// Tokens that an aside in brackets may have; it keeps the cost of reading linear.
const LONGEST_ASIDE: usize = 60;

/// `(entrée par la cour)`: words in brackets that speak of no hours are a remark.
pub(super) fn aside(text: &str, tokens: &[Token]) -> Option<(usize, String)> {
    let inside = bracketed(tokens)?;
    let words = text[tokens[0].span.end..tokens[inside.len() + 1].span.start].trim();
    let unknown = |token: &Token| match &token.raw {
        Raw::Word(word) => sense::word(word).is_none() && !is_in_phrase(word),
        _ => false,
    };
    let remark = inside.iter().any(unknown) && !inside.iter().any(is_frequency);
    remark.then(|| (inside.len() + 2, words.to_owned()))
}

/// `(deux fois par mois)` says on which days, if not well: it is no remark.
fn is_frequency(token: &Token) -> bool {
    matches!(&token.raw, Raw::Word(word) if word == "fois")
}

/// `9h-12h (14h-17h pendant les vacances)`: hours of their own in brackets, with what narrows them alone.
pub(super) fn apart(text: &str, tokens: &[Token]) -> Option<(usize, HoursFault)> {
    let inside = bracketed(tokens)?;
    let said = senses(text, inside);
    let days =
        said.iter().any(|sense| matches!(sense, Sense::Day(_) | Sense::Days(_) | Sense::Nth(_)));
    let times = inside.iter().any(|token| matches!(token.raw, Raw::Time(_)));
    if days || !times || !said.iter().any(narrows) {
        return None;
    }
    let length = inside.len() + 2;
    let span = tokens[0].span.start..tokens[length - 1].span.end;
    let remedy = "sortez-les des parenthèses, après un point-virgule, avec leurs jours, par exemple « ; aussi lundi 14h-17h, pendant les vacances scolaires »";
    let message = "on ne sait pas si ces heures remplacent celles d’avant ou s’y ajoutent";
    Some((length, HoursFault::new(span, message, remedy)))
}

/// Whether a word says for which days or people hours are, or that there are none.
fn narrows(sense: &Sense) -> bool {
    use Sense::*;
    matches!(
        sense,
        Even | Odd
            | OneIn(_)
            | Month(_)
            | Except
            | During
            | Holiday(_)
            | TermTime
            | Closed
            | Appointment
            | Perhaps
            | Remark(_)
    )
}

/// What the words of some tokens mean, those that mean something.
fn senses(text: &str, tokens: &[Token]) -> Vec<Sense> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (length, read) = read(text, &tokens[at..]);
        if let Ok(Read::Item(What::Sense(sense))) = read {
            found.push(sense);
        }
        at += length;
    }
    found
}

/// The tokens between a bracket that opens here and the one that closes it, in the same clause and not far.
fn bracketed(tokens: &[Token]) -> Option<&[Token]> {
    let bracket = |token: &Token| matches!(token.raw, Raw::Mark('(' | ')' | ';'));
    let (first, rest) = tokens.split_first()?;
    let length = rest.iter().take(LONGEST_ASIDE - 1).position(bracket)?;
    let brackets = first.raw == Raw::Mark('(') && rest[length].raw == Raw::Mark(')');
    brackets.then(|| &rest[..length])
}

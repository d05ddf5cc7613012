//! Hours in the OpenStreetMap form `opening_hours`, read by the crate `opening-hours-syntax`.

mod bare;
mod convert;
mod doubt;
mod period;
mod refused;
mod select;
mod tidy;
mod write;

use super::fault::HoursFault;
use super::read::{Raw, Token, lex};
use super::rule::Rule;

/// Weekdays of OpenStreetMap's hours, folded.
const WEEKDAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// Its holidays.
const HOLIDAYS: [&str; 2] = ["ph", "sh"];

/// Its months.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Its other words.
const WORDS: [&str; 12] = [
    "week", "off", "closed", "open", "unknown", "easter", "sunrise", "sunset", "dawn", "dusk",
    "day", "days",
];

/// Words that French reads too: they do not decide which form a text has.
const SHARED: [&str; 7] = ["sa", "jan", "sep", "oct", "nov", "dec", "off"];

/// The tokens of a text, when it is written in OpenStreetMap's form.
///
/// Every word must be one of that form. Without any word, `09:00-12:00` and `24/7` are, `9h-12h` is
/// not. A remark alone, between quotation marks, is.
pub(super) fn looks_like(text: &str) -> Option<Vec<Token>> {
    let tokens = lex(text);
    let mut decided = text.trim() == "24/7" || is_only_off(&tokens);
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1).map(|token| &token.raw);
        match &token.raw {
            Raw::Word(word) if !is_word(word) => return None,
            // `Dec 25`: French writes the day first.
            Raw::Word(word) if SHARED.contains(&word.as_str()) => {
                decided |= matches!(next, Some(Raw::Number(1..=31)));
            }
            Raw::Word(_) => decided = true,
            Raw::Time(_) | Raw::BadTime => decided |= text[token.span.clone()].contains(':'),
            Raw::Mark('[') => decided = true,
            Raw::Quoted(_) => decided |= tokens.len() == 1,
            Raw::Date(_) | Raw::BadDate(_) | Raw::Ordinal(_) => return None,
            _ => {}
        }
    }
    decided.then_some(tokens)
}

/// Whether days are said to be off and nothing else is said: `off`, `Sa off`, `Nov-Dec off`.
///
/// A number (`24 dec off`) may be French, which writes the day before the month.
fn is_only_off(tokens: &[Token]) -> bool {
    let simple = |token: &Token| matches!(token.raw, Raw::Word(_) | Raw::Mark(_));
    let off = |token: &Token| matches!(&token.raw, Raw::Word(word) if word == "off");
    tokens.iter().all(simple) && tokens.iter().any(off)
}

fn is_word(word: &str) -> bool {
    [&WEEKDAYS[..], &HOLIDAYS, &MONTHS, &WORDS].iter().any(|words| words.contains(&word))
}

/// Whether a token is a weekday or a kind of holiday.
fn is_day(raw: &Raw) -> bool {
    is_weekday(raw) || is_holiday(raw)
}

fn is_weekday(raw: &Raw) -> bool {
    matches!(raw, Raw::Word(word) if WEEKDAYS.contains(&word.as_str()))
}

fn is_holiday(raw: &Raw) -> bool {
    matches!(raw, Raw::Word(word) if HOLIDAYS.contains(&word.as_str()))
}

/// Reads a text in that form.
pub(super) fn parse(text: &str, tokens: &[Token]) -> Result<Vec<Rule>, Vec<HoursFault>> {
    let tokens = bare::hours(tokens);
    doubt::check(text, &tokens)?;
    let clean = tidy::tidy(text, &tokens);
    let expression = opening_hours_syntax::parse(&clean.text)
        .map_err(|error| vec![refused::translate(&error, &clean, text)])?;
    let mut rules = Vec::new();
    for rule in &expression.rules {
        let converted = convert::rules(rule)
            .map_err(|(message, remedy)| vec![HoursFault::new(0..text.len(), message, remedy)])?;
        rules.extend(converted);
    }
    Ok(rules)
}

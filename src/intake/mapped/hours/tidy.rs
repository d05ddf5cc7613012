//! Hours as sheets have them, with the signs that the reader of hours knows.

use super::tokens::{Token, tokens};
use crate::intake::mapped::keys::JOURS;

/// The same words with spans written `9h30-12h`, parted by commas, and days parted by semicolons.
pub(in crate::intake::mapped) fn tidy(cell: &str) -> String {
    let tokens = tokens(cell);
    let mut out = String::new();
    let mut days_before = false;
    let mut after_span = false;
    let mut at = 0;
    while at < tokens.len() {
        if let Some((span, taken)) = span(&tokens[at..]) {
            join(&mut out, if after_span { ", " } else { " " });
            out.push_str(&span);
            (after_span, at) = (true, at + taken);
            continue;
        }
        let day = day_ahead(&tokens[at..]);
        if after_span && is_between(&tokens[at..]) {
            at += 1;
            continue;
        }
        match &tokens[at] {
            Token::Word(word) => {
                join(&mut out, if after_span && days_before && day { "; " } else { " " });
                out.push_str(word);
                days_before |= day;
                after_span = false;
            }
            Token::Time(text) | Token::Number(text) => {
                join(&mut out, " ");
                out.push_str(text);
                after_span = false;
            }
            // A colon after days says nothing; a slash between days parts them; a full stop ends a clause.
            Token::Sign(':') | Token::Line => {}
            Token::Sign('/') => out.push(','),
            Token::Sign('.') => out.push(';'),
            Token::Sign(sign @ (',' | ';')) => out.push(*sign),
            Token::Sign(sign) => {
                join(&mut out, " ");
                out.push(*sign);
            }
        }
        at += 1;
    }
    out.trim_matches(|c: char| c.is_whitespace() || ";,".contains(c)).to_owned()
}

/// Whether what stands here only parts two spans, or a span from the day that follows.
fn is_between(tokens: &[Token]) -> bool {
    let filler = match &tokens[0] {
        Token::Sign(sign) => "/,;-–—.:".contains(*sign),
        Token::Line => true,
        Token::Word(word) => matches!(word.as_str(), "et" | "de" | "puis"),
        _ => false,
    };
    let rest = &tokens[1..];
    let next = rest.first();
    filler
        && (span(rest).is_some() || day_ahead(rest) || next.is_none() || next.is_some_and(is_sign))
        || filler && matches!(&tokens[0], Token::Word(_)) && rest.len() > 1 && is_between(rest)
}

fn is_sign(token: &Token) -> bool {
    matches!(token, Token::Line | Token::Sign('/' | ',' | ';' | '-' | '–' | '—'))
}

/// Whether a day comes now, perhaps behind « le », « du » or « et ».
fn day_ahead(tokens: &[Token]) -> bool {
    let words = tokens.iter().map(|token| match token {
        Token::Word(word) => word.as_str(),
        _ => "",
    });
    let mut words = words.skip_while(|word| matches!(*word, "le" | "les" | "du" | "et" | "tous"));
    words.next().is_some_and(|word| {
        JOURS.iter().any(|day| word == *day || word.strip_suffix('s') == Some(day))
    })
}

/// A span at the start, and how many tokens it takes: `9h-12h`, `de 9h à 12h`, `10h/12h`, `9-12h`.
fn span(tokens: &[Token]) -> Option<(String, usize)> {
    let lead = usize::from(matches!(tokens.first(), Some(Token::Word(word)) if word == "de"));
    let joint = match tokens.get(lead + 1)? {
        Token::Sign('-' | '–' | '—' | '/') => true,
        Token::Word(word) => matches!(word.as_str(), "à" | "a"),
        _ => false,
    };
    let (from, to) = (tokens.get(lead)?, tokens.get(lead + 2)?);
    let hour = |text: &str| format!("{text}h");
    let (from, to) = match (from, to) {
        (Token::Time(from), Token::Time(to)) => (from.clone(), to.clone()),
        (Token::Number(from), Token::Time(to)) => (hour(from), to.clone()),
        // At the end of a cell a number may have been cut: « 14h/16 » of « 14h/16h30 ».
        (Token::Time(from), Token::Number(to)) if tokens.len() > lead + 3 => {
            (from.clone(), hour(to))
        }
        _ => return None,
    };
    joint.then(|| (format!("{from}-{to}"), lead + 3))
}

fn join(out: &mut String, with: &str) {
    if out.is_empty() || out.ends_with(' ') {
        return;
    }
    let ended = out.ends_with([',', ';']);
    out.push_str(if ended { " " } else { with });
}

//! What is doubtful in texts about hours before they are read as rules: two spans that no comma parts,
//! words of hours in a comment, hours in prose.

use std::ops::Range;

use super::fault::Lint;
use super::read::{Raw, Sense, Token, lex, means};

impl Lint {
    /// Spans that follow each other without a comma (`9h-12h 14h-17h`), with their bytes.
    pub fn unparted_spans(text: &str) -> Vec<(Range<usize>, Self)> {
        let tokens = lex(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let first = span(&tokens[at..]).unwrap_or(0);
            let second = span(&tokens[at + first..]).filter(|_| first > 0);
            if let Some(second) = second {
                let (start, end) = (at + first, at + first + second - 1);
                let bytes = tokens[at].span.start..tokens[end].span.end;
                let (one, other) =
                    text[bytes.clone()].split_at(tokens[start].span.start - bytes.start);
                found.push((bytes, unparted(one.trim_end(), other)));
            }
            at += first.max(1);
        }
        found
    }
}

fn unparted(one: &str, other: &str) -> Lint {
    Lint {
        code: "horaires-sans-virgule",
        message: "deux créneaux se suivent sans virgule".into(),
        remedy: format!("écrivez « {one}, {other} »"),
    }
}

/// How many tokens the span at the start has: `9h-12h`, `de 9h à 12h`, `entre 9h et 12h`.
fn span(tokens: &[Token]) -> Option<usize> {
    let word = |at: usize| match tokens.get(at).map(|token| &token.raw) {
        Some(Raw::Word(word)) => word.as_str(),
        Some(Raw::Mark('-')) => "-",
        _ => "",
    };
    let time = |at: usize| matches!(tokens.get(at).map(|token| &token.raw), Some(Raw::Time(_)));
    let lead = usize::from(["de", "entre"].contains(&word(0)));
    let joint = match word(lead + 1) {
        "-" | "a" => true,
        "et" => word(0) == "entre",
        _ => false,
    };
    (time(lead) && joint && time(lead + 2)).then_some(lead + 3)
}

/// The bytes of the first span of hours in prose, such as `de 13h30-18:00`.
pub fn hours_in_prose(text: &str) -> Option<Range<usize>> {
    let tokens = lex(text);
    let (at, length) = (0..tokens.len()).find_map(|at| Some((at, span(&tokens[at..])?)))?;
    Some(tokens[at].span.start..tokens[at + length - 1].span.end)
}

/// Words of whoever keeps the records, about their own work.
const OF_STAFF: [&str; 14] = [
    "verifier", "verifie", "verifies", "source", "selon", "vu", "maj", "todo", "demander",
    "appele", "recopie", "exemple", "ancien", "note",
];

/// Seasons and what people do at a door: hours do not know these words, readers need them.
const OF_DOORS: [&str; 7] =
    ["hiver", "printemps", "automne", "sonner", "appeler", "telephoner", "entree"];

/// Whether a text says something of hours to whoever comes, rather than to colleagues.
pub fn speaks_of_hours(text: &str) -> bool {
    let tokens = lex(text);
    let any = |words: &[&str]| {
        let is =
            |token: &Token| matches!(&token.raw, Raw::Word(word) if words.contains(&word.as_str()));
        tokens.iter().any(is)
    };
    let told = (0..tokens.len()).any(|at| means(text, &tokens[at..]).is_some_and(tells));
    let summer = tokens.windows(2).any(is_summer);
    (told || summer || any(&OF_DOORS)) && !any(&OF_STAFF)
}

/// `l’été`, `en été`; « a été » is something else.
fn is_summer(pair: &[Token]) -> bool {
    match pair {
        [before, word] => {
            let led = match &before.raw {
                Raw::Mark(mark) => matches!(mark, '\'' | '’'),
                Raw::Word(before) => before == "en" || before == "cet",
                _ => false,
            };
            led && word.raw == Raw::Word("ete".into())
        }
        _ => false,
    }
}

/// Whether a meaning is about when somebody is there, and nothing else.
fn tells(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Day(_)
            | Sense::Closed
            | Sense::Except
            | Sense::Holiday(_)
            | Sense::TermTime
            | Sense::Even
            | Sense::Odd
            | Sense::OneIn(_)
            | Sense::Appointment
            | Sense::AllAppointment
            | Sense::HalfDay
            | Sense::Month(_)
    )
}

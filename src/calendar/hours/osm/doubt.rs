//! Why a text in OpenStreetMap's form is refused, in French and at its column.

use opening_hours_syntax::Error;
use pest::error::InputLocation;

use super::super::fault::HoursFault;
use super::super::read::{Raw, Token};
use super::super::{EXAMPLES, staff};
use super::is_day;
use super::tidy::Clean;

/// All that the strict reader would refuse without saying why, or would read wrongly.
pub(super) fn check(text: &str, tokens: &[Token]) -> Result<(), Vec<HoursFault>> {
    let doubts = [bad_time, three_times, no_end, equal_ends, holiday_days, in_march];
    let at = |index: usize| {
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        doubts.iter().find_map(|doubt| doubt(text, &tokens[index..], before))
    };
    let faults: Vec<HoursFault> = (0..tokens.len()).filter_map(at).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// A doubt about the tokens from one on, knowing the one before.
type Doubt = Option<HoursFault>;

fn fault(tokens: &[Token], message: impl Into<String>, remedy: impl Into<String>) -> Doubt {
    let span = tokens.first()?.span.start..tokens.last()?.span.end;
    Some(HoursFault::new(span, message, remedy))
}

/// Hours past 48, minutes past 59; between, OpenStreetMap counts on into the next day.
fn bad_time(text: &str, here: &[Token], before: Option<&Token>) -> Doubt {
    let token = here.first().filter(|token| token.raw == Raw::BadTime)?;
    let written = &text[token.span.clone()];
    let (hour, minute) = written.split_once(':').unwrap_or(("99", "99"));
    let number = |part: &str| part.parse::<u16>().unwrap_or(99);
    let ends = before.is_some_and(|before| before.raw == Raw::Mark('-'));
    if ends && number(hour) < 48 && number(minute) < 60 && minute.len() == 2 {
        return None;
    }
    fault(
        &here[..1],
        format!("l’heure « {written} » n’existe pas"),
        "écrivez les heures de 00:00 à 24:00",
    )
}

/// `09:00-12:00-13:30`.
fn three_times(_: &str, here: &[Token], _: Option<&Token>) -> Doubt {
    let [a, b, c, d, e, ..] = here else {
        return None;
    };
    let dashes = b.raw == Raw::Mark('-') && d.raw == Raw::Mark('-');
    if !dashes || ![a, c, e].iter().all(|token| is_time(token)) {
        return None;
    }
    fault(
        &here[..5],
        "trois heures se suivent",
        "séparez les créneaux par une virgule, par exemple 09:00-12:00,13:30-17:00",
    )
}

/// `Tu 12:30`.
fn no_end(text: &str, here: &[Token], before: Option<&Token>) -> Doubt {
    let token = here.first().filter(|token| is_time(token))?;
    let follows = matches!(before.map(|token| &token.raw), Some(Raw::Mark('-' | '+' | '/')));
    let continues = matches!(here.get(1).map(|token| &token.raw), Some(Raw::Mark('-' | '+')));
    if follows || continues {
        return None;
    }
    fault(
        &here[..1],
        format!("l’heure de fin manque après {}", &text[token.span.clone()]),
        "écrivez le début et la fin, par exemple 14:00-16:00",
    )
}

/// `14:00-14:00`.
fn equal_ends(_: &str, here: &[Token], _: Option<&Token>) -> Doubt {
    let [a, dash, b, ..] = here else {
        return None;
    };
    match (&a.raw, &dash.raw, &b.raw) {
        (Raw::Time(from), Raw::Mark('-'), Raw::Time(to)) if from == to => {
            staff::check_span(*from, *to, a.span.start..b.span.end).err()
        }
        _ => None,
    }
}

/// `SH Mo-Fr`: the crate reads « or » where OpenStreetMap means « during ».
fn holiday_days(text: &str, here: &[Token], _: Option<&Token>) -> Doubt {
    let [a, b, ..] = here else {
        return None;
    };
    let is_holiday =
        |token: &Token| matches!(&token.raw, Raw::Word(word) if word == "ph" || word == "sh");
    if !is_day(&a.raw) || !is_day(&b.raw) || is_holiday(a) == is_holiday(b) {
        return None;
    }
    fault(
        &here[..2],
        format!("« {} » se lit de deux façons", &text[a.span.start..b.span.end]),
        "écrivez en français, par exemple « du lundi au vendredi 10h-17h, pendant les vacances scolaires »",
    )
}

/// `Mar 09:00-12:00`: March for OpenStreetMap, mardi for everybody else.
fn in_march(_: &str, here: &[Token], before: Option<&Token>) -> Doubt {
    let march = matches!(&here.first()?.raw, Raw::Word(word) if word == "mar");
    if !march || before.is_some_and(|before| before.raw == Raw::Mark('-')) {
        return None;
    }
    here.get(1).filter(|token| is_time(token))?;
    fault(
        &here[..1],
        "« Mar » se lit mars ou mardi",
        "écrivez « mardi 9h-12h », ou « tous les jours 9h-12h, en mars »",
    )
}

fn is_time(token: &Token) -> bool {
    matches!(token.raw, Raw::Time(_) | Raw::BadTime)
}

/// A refusal of the strict reader.
pub(super) fn translate(error: &Error, clean: &Clean, text: &str) -> HoursFault {
    match error {
        Error::Syntax(syntax) => {
            let (InputLocation::Pos(at) | InputLocation::Span((at, _))) = syntax.location;
            refused_at(clean.origin(at), text)
        }
        Error::InvertedWeekRange { .. } | Error::InvertedYearRange { .. } => HoursFault::new(
            0..text.len(),
            "des semaines ou des années vont à rebours",
            "écrivez la plus petite d’abord",
        ),
        _ => HoursFault::new(0..text.len(), "ces horaires ne se lisent pas", EXAMPLES),
    }
}

/// Names the piece at which the strict reader stopped, and its column.
fn refused_at(at: usize, text: &str) -> HoursFault {
    let at = text.floor_char_boundary(at.min(text.len()));
    let column = text[..at].chars().count() + 1;
    let rest = &text[at..];
    let length = rest.find([' ', ';', ',']).unwrap_or(rest.len());
    let piece = &rest[..rest.floor_char_boundary(length.min(40))];
    let message = if piece.trim().is_empty() {
        format!("ces horaires ne se lisent plus à partir de la colonne {column}")
    } else {
        format!("« {piece} » ne se lit pas, colonne {column}")
    };
    HoursFault::new(
        at..at + piece.len(),
        message,
        "écrivez par exemple Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00, ou en français : du lundi au vendredi 9h-12h",
    )
}

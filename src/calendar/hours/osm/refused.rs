//! What the strict reader refuses without saying why, named in French at its column.

use opening_hours_syntax::Error;
use pest::error::InputLocation;

use super::super::EXAMPLES;
use super::super::fault::HoursFault;
use super::tidy::Clean;

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

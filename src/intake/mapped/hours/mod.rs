//! Hours as sheets have them, tidied until the reader of hours reads them; what it does not read stays as written.

mod tidy;
mod tokens;

use crate::calendar::{Form, Horaires};
use crate::intake::finding::Notes;

pub(super) use tidy::tidy;

/// The hours of a cell on one line: as written when they can be read, or in the nearest form that can.
pub(super) fn line(cell: &str, notes: &mut Notes<'_>) -> Option<String> {
    let written = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_cut(&written) {
        let remedy = "Demandez la cellule entière, ou écrivez les horaires dans la fiche.";
        notes.refused(
            "horaires-coupes",
            cell,
            "Ces horaires semblent coupés : la fin manque.",
            remedy,
        );
        return None;
    }
    let tidied = tidy(cell);
    let rules = |text: &str| Horaires::parse(text).ok().map(|hours| hours.rules);
    let better = match (rules(&written), rules(&tidied)) {
        (None, Some(_)) => true,
        // A stroke between two hours is read, but a dash is plainer for whoever keeps the record.
        (Some(as_written), Some(as_tidied)) => written.contains('/') && as_written == as_tidied,
        _ => false,
    };
    if better {
        let reason = "Les mêmes heures, dans une forme que jalon lit.";
        notes.corrected("horaires-ecriture", cell, &tidied, reason);
        return Some(tidied);
    }
    // What cannot be read is the reader's to refuse.
    if written != cell {
        let reason = "Des espaces ou des sauts de ligne en trop sont enlevés.";
        notes.corrected("espaces", cell, &written, reason);
    }
    Some(written)
}

/// Whether a text ends in the middle of what it says: files cut their cells at a number of letters.
fn is_cut(text: &str) -> bool {
    const BEFORE_MORE: [&str; 12] =
        ["et", "d", "de", "du", "a", "à", "au", "l", "le", "la", "les", "ou"];
    let lower = text.to_lowercase();
    let last = lower.split(|c: char| c.is_whitespace() || c == '\'' || c == '’').next_back();
    last.is_some_and(|last| BEFORE_MORE.contains(&last)) || text.ends_with(['-', '/', '–'])
}

/// Hours that hold in even or in odd weeks only; nothing when they cannot be written so.
pub(super) fn in_weeks(hours: &str, odd: bool) -> Option<String> {
    let form = Horaires::parse(hours).ok()?.form;
    let clause = |clause: &str| match form {
        Form::Osm if clause.starts_with("PH") || clause.starts_with("SH") => clause.to_owned(),
        Form::Osm => format!("{} {clause}", if odd { "week 1-53/2" } else { "week 2-52/2" }),
        Form::French => format!("{clause}, semaines {}", if odd { "impaires" } else { "paires" }),
    };
    let parts: Vec<String> =
        hours.split(';').map(str::trim).filter(|part| !part.is_empty()).map(clause).collect();
    let whole = parts.join("; ");
    Horaires::parse(&whole).ok().map(|_| whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_real_sheets_are_read() {
        for (cell, tidied) in [
            (
                "Lundi au vendredi 10h/12h 14h/17h30 - sam 10h/12h",
                "lundi au vendredi 10h-12h, 14h-17h30; samedi 10h-12h",
            ),
            (
                "Lun/mar: 9h30/12h30 mer/ven/sam: 14h30/17h30",
                "lundi, mardi 9h30-12h30; mercredi, vendredi, samedi 14h30-17h30",
            ),
            (
                "Mar, jeu, ven : 13-18h. Mer, Sam : 10-18h",
                "mardi, jeudi, vendredi 13h-18h; mercredi, samedi 10h-18h",
            ),
            (
                "LUNDI AU JEUDI 9h00 a 12h00 et de 13h30 a 17h00\nVENDREDI 9h00 a 12h00 et de 13h30 a 17h30",
                "lundi au jeudi 9h-12h, 13h30-17h; vendredi 9h-12h, 13h30-17h30",
            ),
            (
                "Du lundi au vendredi de 9:00 a 12:30 et de 13:30 a 17:00",
                "du lundi au vendredi 9h-12h30, 13h30-17h",
            ),
            (
                "jeudi de 14H15 à 16H15 et le vendredi de 9H45 à 11H45",
                "jeudi 14h15-16h15; le vendredi 9h45-11h45",
            ),
            ("mercredi de 14 à 18h", "mercredi 14h-18h"),
            ("mer : 14h/17 sam : 14h/16h", "mercredi 14h-17h; samedi 14h-16h"),
            (
                "Lun au jeu: 8h30h/12h-14h/17h ven: 8h/12h - 14h/16h",
                "lundi au jeudi 8h30-12h, 14h-17h; vendredi 8h-12h, 14h-16h",
            ),
        ] {
            let mut found = Vec::new();
            assert_eq!(tidy(cell), tidied);
            assert!(Horaires::parse(tidied).is_ok(), "{tidied}: {:?}", Horaires::parse(tidied));
            let written = line(cell, &mut Notes::about("horaires", &mut found)).unwrap();
            assert!(Horaires::parse(&written).is_ok(), "{cell}");
        }
    }

    #[test]
    fn what_may_be_cut_or_says_no_day_is_left_for_the_reader_to_refuse() {
        for cell in [
            "9h-12h / 13h30-17h",
            "Lun au jeu: 8h30h/12h-14h/17h ven: 8h/12h - 14h/16",
            "du lundi au vendredi de 08h30 à 12h00 et de 13h30",
            "Quotidien",
            "14H 17H",
        ] {
            let mut found = Vec::new();
            let written = line(cell, &mut Notes::about("horaires", &mut found)).unwrap();
            assert!(Horaires::parse(&written).is_err(), "{cell} became {written}");
            assert_eq!(found, []);
        }
    }

    #[test]
    fn a_cell_that_was_cut_is_told() {
        // The reader of hours would read « lundi 9h-12h » there, and the afternoon would be lost.
        for cell in
            ["Du lundi au vendredi de 9h à 12h et d", "lundi 9h-12h /", "lundi 9h-12h, le samedi d"]
        {
            let mut found = Vec::new();
            assert_eq!(line(cell, &mut Notes::about("horaires", &mut found)), None);
            assert_eq!(found[0].code, "horaires-coupes");
        }
    }

    #[test]
    fn weeks_are_added_in_the_form_of_the_hours() {
        assert_eq!(
            in_weeks("Mo 09:30-12:30; PH off", true).as_deref(),
            Some("week 1-53/2 Mo 09:30-12:30; PH off")
        );
        assert_eq!(
            in_weeks("lundi 9h-12h", false).as_deref(),
            Some("lundi 9h-12h, semaines paires")
        );
        assert_eq!(in_weeks("Quotidien", false), None);
    }
}

//! A day of calls: the rows of a filled call sheet become answers, one a record.

use crate::calendar::Date;
use crate::text::{fold, undefended};
use crate::vocabulary::{REPONSES, Reading};

use super::national::day;
use super::table::{self, TableFault};

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reponse {
    /// What is published is right.
    Juste,
    /// Something changed.
    Change,
    /// It is closed.
    Ferme,
    /// Nobody answered.
    Personne,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appel {
    /// Where it is written: « appels.csv:12 »; nothing when it was asked for by name.
    pub place: Option<String>,
    /// What the record is called: its id, the name of its file, or its short code; both where both are given.
    pub cles: Vec<String>,
    /// The folder of its guide.
    pub guide: Option<String>,
    /// What was answered.
    pub reponse: Reponse,
    /// The day.
    pub le: Option<Date>,
    /// Who called.
    pub par: Option<String>,
    /// How.
    pub comment: Option<String>,
    /// What was said.
    pub remarque: Option<String>,
}

/// A row that is no call, in French: where, what is wrong, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Illisible {
    /// « appels.csv:12 ».
    pub place: String,
    /// One sentence that says what is wrong.
    pub message: String,
    /// One sentence that says what to do.
    pub remedy: String,
}

/// Reads a call sheet: the answered rows, and those that cannot be read. A row without answer is no call yet.
pub fn read(name: &str, bytes: &[u8]) -> Result<(Vec<Appel>, Vec<Illisible>), TableFault> {
    let table = table::read(bytes)?;
    let columns: Vec<String> = table.columns.iter().map(|column| fold(column)).collect();
    let place = |column: &str| columns.iter().position(|known| known == column);
    if place("reponse").is_none() || (place("code").is_none() && place("id").is_none()) {
        return Err(TableFault {
            line: Some(1),
            message: "Ce fichier n’a pas les colonnes d’une feuille d’appel.".into(),
            remedy: "Il faut au moins « code » ou « id », et « reponse ».".into(),
        });
    }
    let mut calls = Vec::new();
    let mut unread = Vec::new();
    for row in &table.rows {
        let cell = |column: &str| {
            let cell = row.cells.get(place(column)?)?.trim();
            let cell = undefended(cell).unwrap_or(cell);
            (!cell.is_empty()).then(|| cell.to_owned())
        };
        match call(format!("{name}:{}", row.line), &cell) {
            Ok(call) => calls.extend(call),
            Err(fault) => unread.push(fault),
        }
    }
    Ok((calls, unread))
}

/// The call of a row; nothing for a row without answer.
fn call(place: String, cell: &dyn Fn(&str) -> Option<String>) -> Result<Option<Appel>, Illisible> {
    let Some(written) = cell("reponse") else { return Ok(None) };
    let reponse = answer(&written).map_err(|remedy| Illisible {
        place: place.clone(),
        message: format!("« {written} » n’est pas une réponse de feuille d’appel."),
        remedy,
    })?;
    let cles: Vec<String> = ["id", "code"].into_iter().filter_map(cell).collect();
    if cles.is_empty() {
        return Err(Illisible {
            place,
            message: "Cette ligne ne dit pas de quelle fiche elle parle.".into(),
            remedy: "Écrivez son code court dans la colonne « code ».".into(),
        });
    }
    let le = match cell("le") {
        None => None,
        Some(written) => Some(day::read(&written).ok_or_else(|| Illisible {
            place: place.clone(),
            message: format!("« {written} » n’est pas un jour."),
            remedy: "Écrivez-le comme 2026-11-03 ou 03/11/2026.".into(),
        })?),
    };
    Ok(Some(Appel {
        place: Some(place),
        cles,
        guide: cell("guide"),
        reponse,
        le,
        par: cell("par"),
        comment: cell("comment"),
        remarque: cell("remarque"),
    }))
}

/// What a cell answers, or what to write in it.
fn answer(written: &str) -> Result<Reponse, String> {
    let term = match REPONSES.read(written) {
        Reading::Exact(term) | Reading::Older(term) => term,
        Reading::Unknown { nearest: Some(term) } => {
            return Err(format!("Vouliez-vous dire « {} » ?", term.label));
        }
        Reading::Unknown { nearest: None } => {
            let labels: Vec<String> =
                REPONSES.terms.iter().map(|term| format!("« {} »", term.label)).collect();
            return Err(format!("Écrivez {}.", labels.join(", ou ")));
        }
    };
    Ok(match term.code {
        "juste" => Reponse::Juste,
        "changé" => Reponse::Change,
        "fermé" => Reponse::Ferme,
        _ => Reponse::Personne,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::APPELS;

    #[test]
    fn every_answer_is_read_and_no_other_is_guessed() {
        let read: Vec<Reponse> =
            REPONSES.terms.iter().map(|term| answer(term.code).unwrap()).collect();
        assert_eq!(read, [Reponse::Juste, Reponse::Change, Reponse::Ferme, Reponse::Personne]);
        assert_eq!(answer("FERMÉ DÉFINITIVEMENT"), Ok(Reponse::Ferme));
        assert_eq!(answer("changés"), Err("Vouliez-vous dire « changé » ?".into()));
        assert_eq!(
            answer("42"),
            Err("Écrivez « juste », ou « changé », ou « fermé », ou « pas de réponse ».".into())
        );
    }

    #[test]
    fn a_filled_sheet_as_a_spreadsheet_saves_it() {
        let header: Vec<&str> = APPELS.iter().map(|(name, _)| *name).collect();
        let sheet = format!(
            "\u{feff}{}\r\n8J8W;;86-vienne;Bus;Poitiers;05 36 49 12 01;ouvert;2026-01-02;Juste;03/11/2026;hub;;\r\n\
             ;mairie;;;;;;;répondeur;;;;\"'=2+2 ;\nrappeler\"\r\n;vide;;;;;;;;;;;\r\n;;;;;;;;ok;;;;\r\n;a;;;;;;;peut-être;;;;\r\n;a;;;;;;;ok;32/13/2026;;;\r\n",
            header.join(";")
        );
        let (calls, unread) = read("appels.csv", sheet.as_bytes()).unwrap();
        assert_eq!(calls.len(), 2, "{calls:?}");
        assert_eq!(
            calls[0],
            Appel {
                place: Some("appels.csv:2".into()),
                cles: vec!["8J8W".into()],
                guide: Some("86-vienne".into()),
                reponse: Reponse::Juste,
                le: Some(Date::constant(2026, 11, 3)),
                par: Some("hub".into()),
                comment: None,
                remarque: None,
            }
        );
        assert_eq!(calls[1].remarque.as_deref(), Some("=2+2 ;\nrappeler"));
        assert_eq!(calls[1].reponse, Reponse::Personne);
        let said: Vec<String> =
            unread.iter().map(|one| format!("{} {}", one.place, one.message)).collect();
        assert_eq!(
            said,
            [
                "appels.csv:6 Cette ligne ne dit pas de quelle fiche elle parle.",
                "appels.csv:7 « peut-être » n’est pas une réponse de feuille d’appel.",
                "appels.csv:8 « 32/13/2026 » n’est pas un jour.",
            ]
        );
        let fault = read("a.csv", b"nom;commune\nA;B\n").unwrap_err();
        assert_eq!(fault.message, "Ce fichier n’a pas les colonnes d’une feuille d’appel.");
    }
}

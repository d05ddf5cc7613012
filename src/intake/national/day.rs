//! A day, as the schema writes it.

use crate::calendar::{self, Date};

use super::super::finding::Notes;

/// The day of a cell as `2026-12-08`, or what was written when it is no day.
pub(super) fn day(cell: &str, notes: &mut Notes<'_>) -> Result<String, String> {
    let date = read(cell).or_else(|| read(without_hour(cell)?));
    let written = date.ok_or_else(|| cell.to_owned())?.to_string();
    if written != cell {
        let reason = "La date est remise dans l’ordre année-mois-jour.";
        notes.corrected("date-ecriture", cell, &written, reason);
    }
    Ok(written)
}

/// A day in any form that has one meaning in France: year first, or day first.
pub(in crate::intake) fn read(text: &str) -> Option<Date> {
    match calendar::parse_date(text) {
        Ok(date) => Some(date),
        // The remedy names the day that was meant, when there is one.
        Err(fault) => calendar::parse_date(fault.remedy.strip_prefix("écrivez ")?).ok(),
    }
}

/// `2022-06-16T10:00:00Z` and `16/06/2022 10:00` without their hour.
fn without_hour(text: &str) -> Option<&str> {
    let (day, hour) = text.split_once(['T', ' '])?;
    hour.starts_with(|c: char| c.is_ascii_digit()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_files() {
        for (cell, day_meant, told) in [
            ("2022-06-16", "2022-06-16", 0),
            ("16/06/2022", "2022-06-16", 1),
            ("05/06/2022", "2022-06-05", 1),
            ("2022-06-16T10:00:00.000Z", "2022-06-16", 1),
            ("16/06/2022 10:00", "2022-06-16", 1),
            ("16 juin 2022", "2022-06-16", 1),
            ("31/11/2022", "31/11/2022", 0),
            ("16/06/22", "16/06/22", 0),
            ("juin", "juin", 0),
        ] {
            let mut found = Vec::new();
            let read = day(cell, &mut Notes::about("date_maj", &mut found));
            assert_eq!(read.unwrap_or_else(|written| written), day_meant, "{cell}");
            assert_eq!(found.len(), told, "{cell}");
        }
    }
}

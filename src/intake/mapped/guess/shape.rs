//! What the rows of a file are, and columns known by their shape: days, weeks, coordinates, cells that repeat others.

use std::collections::BTreeMap;

use crate::intake::mapped::correspondance::{Correspondance, Dit, Lignes};
use crate::intake::mapped::keys::{JOURS, Jour};
use crate::intake::mapped::rows::{first, lots};
use crate::intake::mapped::settled::letters;
use crate::intake::mapped::stops;
use crate::intake::table::Row;
use crate::text::fold;

use super::names::bare;
use super::noms;

/// Rows of a tour, at least this many in a hundred of the file.
const MOSTLY: usize = 60;
/// Rows that share their place with others, at least this many in a hundred, when a row is a service.
const OFTEN: usize = 25;
/// Words of what moves.
const MOVING: [&str; 7] = ["bus", "itineran", "mobile", "camion", "van ", "caravane", "triporteur"];

/// What a row of the file is.
pub(super) fn rows(mapping: &Correspondance, rows: &[Row]) -> Lignes {
    let mut tours: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let nom = first(mapping, row, "nom");
        if let Some((tour, _)) = stops::names(&nom) {
            let moves = MOVING.iter().any(|word| fold(tour).contains(word));
            if moves {
                *tours.entry(letters(tour)).or_default() += 1;
            }
        }
    }
    let most = tours.values().max().copied().unwrap_or_default();
    if most >= 3 && most * 100 >= rows.len() * MOSTLY {
        return Lignes::Arret;
    }
    let by_place = Correspondance { lignes: Lignes::Service, ..mapping.clone() };
    let shared: usize =
        lots(&by_place, rows).iter().map(Vec::len).filter(|length| *length > 1).sum();
    if shared * 100 >= rows.len() * OFTEN && shared > 2 { Lignes::Service } else { Lignes::Lieu }
}

/// What the names of most rows say of all: a file of « France services … » is of that programme.
pub(super) fn everybody(mapping: &Correspondance, rows: &[Row]) -> Vec<Dit> {
    let noms = noms(mapping, rows);
    let so = noms.iter().filter(|nom| nom.contains("franceservice")).count();
    if rows.len() > 2 && so * 100 >= rows.len() * 80 {
        return vec![Dit::new("dispositif_programmes_nationaux", "France Services")];
    }
    Vec::new()
}

/// The key of a column of a day: « h_lundi », « Lundi matin », « horaires_mardi_debut ».
pub(super) fn day(name: &str) -> Option<String> {
    let name = bare(name);
    let mut days = JOURS.iter().enumerate().filter(|(_, day)| name.contains(*day));
    let (jour, word) = days.next()?;
    // « du lundi au vendredi » is no day, nor is a longer question.
    if days.next().is_some() || name.len() > word.len() + 24 {
        return None;
    }
    let rest = name.replace(word, "");
    let has = |words: &[&str]| words.iter().any(|word| rest.contains(word));
    let partie = if has(&["matin", "am"]) && !has(&["apresmidi", "aprem"]) {
        1
    } else if has(&["apresmidi", "aprem", "pm"]) {
        2
    } else {
        0
    };
    let bout = if has(&["debut"]) {
        1
    } else if has(&["fin"]) {
        2
    } else {
        0
    };
    Some(Jour { jour, partie, bout }.key())
}

/// Whether a cell says which weeks, and nothing else.
pub(super) fn is_weeks(cell: &str) -> bool {
    let folded = fold(cell);
    folded.contains("semaine") && folded.contains("pair") && folded.len() < 30
}

/// Whether a column is called as a coordinate is.
pub(super) fn is_coordinate(name: &str) -> bool {
    let name = bare(name);
    let start = ["coord", "x", "y", "lambert", "geo"];
    let end = ["x", "y", "l93", "lambert93", "lambert", "wgs84", "long", "lat", "lon"];
    let whole = start.iter().chain(&end).any(|part| name == *part);
    let joined = start.iter().any(|part| name.starts_with(part))
        && end.iter().any(|part| name.ends_with(part));
    name.len() < 24 && (whole || joined)
}

/// Whether the cells of a column are HTML that says again what other columns of the row say.
pub(super) fn repeats_others(place: usize, rows: &[Row]) -> bool {
    let filled: Vec<&Row> = rows.iter().filter(|row| !row.cells[place].trim().is_empty()).collect();
    let html = |row: &&&Row| row.cells[place].contains("</");
    let looked: Vec<&&Row> = filled.iter().filter(html).take(50).collect();
    if looked.len() * 2 < filled.len().min(50) || looked.is_empty() {
        return false;
    }
    let repeats = |row: &&&Row| {
        let others = row
            .cells
            .iter()
            .enumerate()
            .filter(|(other, cell)| *other != place && cell.trim().len() > 6);
        others.filter(|(_, cell)| row.cells[place].contains(cell.trim())).count() >= 3
    };
    looked.iter().filter(|row| repeats(row)).count() * 2 > looked.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_days() {
        for (name, key) in [
            ("h_lundi", Some("horaires.lundi")),
            ("Lundi matin", Some("horaires.lundi.matin")),
            ("Horaires mardi après-midi", Some("horaires.mardi.apres-midi")),
            ("samedi_am_debut", Some("horaires.samedi.matin.debut")),
            ("samedi_pm_fin", Some("horaires.samedi.apres-midi.fin")),
            ("Ouvert du lundi au vendredi", None),
            ("Nom", None),
        ] {
            assert_eq!(day(name).as_deref(), key, "{name}");
        }
    }

    #[test]
    fn columns_of_coordinates() {
        for name in ["Coord. X", "X", "y", "x_l93", "coord_y_wgs84", "lambert_x"] {
            assert!(is_coordinate(name), "{name}");
        }
        for name in ["Lieu", "yoga", "exemple", "geographie"] {
            assert!(!is_coordinate(name), "{name}");
        }
    }
}

//! What the report says of columns, and of rows that made no record.

use crate::intake::coming::Fate;
use crate::intake::national::Refusal;
use crate::intake::report::{ColumnReport, RowReport};
use crate::intake::rows::KEPT;
use crate::intake::seen::often;
use crate::intake::table::{Row, Shape, TableFault};

use super::correspondance::{Cible, Correspondance};

/// Values shown of a column that nobody has placed.
const SHOWN: usize = 12;

/// What becomes of each column, why, and how many of its cells hold something.
pub(super) fn columns(
    mapping: &Correspondance,
    columns: &[String],
    rows: &[Row],
) -> Vec<ColumnReport> {
    let one = |(place, name): (usize, &String)| {
        let colonne = &mapping.colonnes[place];
        let shown = if matches!(colonne.cible, Cible::APlacer) { SHOWN } else { 1 };
        let (key, values) = (colonne.cible.said(), often(rows, place));
        ColumnReport::of(name.clone(), key, &colonne.raison, values, shown)
    };
    columns.iter().enumerate().map(one).collect()
}

/// A mapping that says no name, or no commune, makes no record.
pub(super) fn lacks(mapping: &Correspondance) -> TableFault {
    let named = mapping.colonnes.iter().any(|one| one.cible.said() == "nom");
    let key = if named { "commune" } else { "nom" };
    TableFault {
        line: Some(1),
        message: format!(
            "Aucune colonne de ce fichier ne va sous « {key} », d’après la correspondance."
        ),
        remedy: format!("Dites dans la correspondance quelle colonne est « {key} »."),
    }
}

/// A row that makes no record, whole.
pub(super) fn refused(columns: &[String], row: &Row, refusal: &Refusal) -> RowReport {
    RowReport {
        line: row.line,
        nom: None,
        fate: Fate::Refused,
        record: None,
        reason: Some((refusal.code.to_owned(), refusal.reason.clone(), refusal.remedy.clone())),
        findings: Vec::new(),
        cells: cells(columns, row),
    }
}

/// A row of a record that a hand keeps, whole.
pub(super) fn kept(columns: &[String], row: &Row, path: String) -> RowReport {
    let (reason, remedy) = KEPT;
    RowReport {
        line: row.line,
        nom: None,
        fate: Fate::Kept,
        record: Some(path),
        reason: Some(("fiche-gardee".into(), reason.into(), remedy.into())),
        findings: Vec::new(),
        cells: cells(columns, row),
    }
}

/// Every cell of a row that holds something, with those beyond its columns.
pub(super) fn cells(columns: &[String], row: &Row) -> Vec<(String, String)> {
    let beyond = match &row.shape {
        Shape::Long(cells) => cells.as_slice(),
        _ => &[],
    };
    let names = columns.iter().map(String::as_str).chain(std::iter::repeat("au-delà des colonnes"));
    let all = names.zip(row.cells.iter().chain(beyond));
    all.filter(|(_, cell)| !cell.trim().is_empty())
        .map(|(name, cell)| (name.to_owned(), cell.trim().to_owned()))
        .collect()
}

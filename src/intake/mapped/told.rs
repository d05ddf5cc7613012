//! What the report says of the columns of a file.

use crate::intake::report::ColumnReport;
use crate::intake::seen::often;
use crate::intake::table::{Row, TableFault};

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

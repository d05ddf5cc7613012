//! One row of the national schema becomes one record: every cell is kept, corrected or refused, and told.

mod cells;
mod codes;
pub(super) mod day;
mod lambert;
mod list;
pub(super) mod phone;
pub(super) mod place;
pub(super) mod point;
pub(super) mod web;
pub(super) mod words;

use cells::Cells;

use super::columns::{COLUMNS, Holds};
use super::draft::{Draft, Form};
use super::header::Header;
use super::table::{Row, Shape};

/// Name of the reason why the cells of a column are in no record.
pub(super) const UNKNOWN_COLUMN: &str = "colonne-inconnue";

/// Why a row makes no record, in French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// Stable French kebab-case name of the reason.
    pub code: &'static str,
    /// One sentence that says why.
    pub reason: String,
    /// One sentence that says what to do.
    pub remedy: String,
}

/// Reads a row; `departement` is that of the guide when it is chosen beforehand.
pub(super) fn read(
    header: &Header,
    row: &Row,
    departement: Option<&str>,
) -> Result<Draft, Refusal> {
    refuse_shape(row)?;
    let mut cells = Cells { header, row, found: Vec::new() };
    let nom = cells.nom()?;
    let (commune, place) = cells.place(departement)?;
    let mut draft = Draft::new(row.line, nom, Some(commune));
    for (key, holds) in COLUMNS {
        match holds {
            Holds::Commune => draft.put(key, Form::Text, place.value(key)),
            Holds::Point => {}
            _ => cells.one(key, holds, &mut draft),
        }
        if key == "longitude" {
            cells.point(commune, &mut draft);
        }
    }
    cells.unknown_columns();
    draft.findings = cells.found;
    draft.add_code_if_needed(departement.unwrap_or(commune.departement));
    Ok(draft)
}

/// A row whose cells are not under their columns is refused whole: its values would be misread.
pub(super) fn refuse_shape(row: &Row) -> Result<(), Refusal> {
    let (code, reason, remedy) = match &row.shape {
        Shape::Whole | Shape::Short(_) => return Ok(()),
        Shape::Long(cells) => (
            "cellules-en-trop",
            format!(
                "Cette ligne a {} cellules pour {} colonnes : ses valeurs sont décalées.",
                row.cells.len() + cells.len(),
                row.cells.len()
            ),
            "Mettez entre guillemets la valeur qui contient le séparateur, puis importez de nouveau.",
        ),
        Shape::Unclosed => (
            "guillemet-ouvert",
            "Un guillemet ouvert sur cette ligne n’est jamais fermé : la suite du fichier est lue comme une seule cellule.".into(),
            "Fermez ou enlevez ce guillemet, puis importez de nouveau.",
        ),
    };
    Err(Refusal { code, reason, remedy: remedy.into() })
}

//! What an import says of an event: the row of the report, refused, over, kept or written.

use crate::calendar::{Date, short};
use crate::intake::coming::Fate;
use crate::intake::finding::Finding;
use crate::intake::national::Refusal;
use crate::intake::report::RowReport;

use super::happening::Happening;

/// The cells of an event, as a report quotes them.
pub(super) fn cells(one: &Happening, wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let cells = one.cells.iter().filter(|cell| wanted(&cell.column));
    cells.map(|cell| (cell.column.clone(), cell.value.clone())).collect()
}

/// An event that makes no record.
pub(super) fn refused(one: &Happening, refusal: Refusal) -> RowReport {
    let row = RowReport::refused(one.draft.line, &refusal, cells(one, |_| true));
    RowReport { nom: Some(one.draft.nom.clone()).filter(|nom| !nom.is_empty()), ..row }
}

/// An event that is over.
pub(super) fn past(one: &Happening, last: Date) -> RowReport {
    let reason = format!("Le dernier jour de cet événement est le {}.", short(last));
    let remedy = "Ajoutez « --past » à la commande pour reprendre aussi ce qui est passé.";
    RowReport {
        fate: Fate::Past,
        reason: Some(("evenement-passe".into(), reason, remedy.into())),
        ..refused(one, Refusal { code: "", reason: String::new(), remedy: String::new() })
    }
}

/// An event whose record somebody keeps by hand.
pub(super) fn kept(one: &Happening, path: String) -> RowReport {
    let row = RowReport::kept(one.draft.line, path, cells(one, |_| true));
    RowReport { nom: Some(one.draft.nom.clone()).filter(|nom| !nom.is_empty()), ..row }
}

/// An event whose record is as it should be: what was said of it, and the cells that only machines use.
pub(super) fn written(
    one: &Happening,
    fate: Fate,
    path: String,
    findings: Vec<Finding>,
) -> RowReport {
    RowReport {
        line: one.draft.line,
        nom: Some(one.draft.nom.clone()),
        fate,
        record: Some(path),
        reason: None,
        findings,
        cells: cells(one, |column| one.aside.contains(column)),
    }
}

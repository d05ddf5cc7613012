//! Cells before any key: what only says « nothing », and two coordinates in one.

use crate::intake::finding::Notes;
use crate::intake::national::words;
use crate::text::undefended;

use super::correspondance::Dit;

/// The cell without a spreadsheet's apostrophe; one that only says « nothing » is told and counts as empty.
pub(super) fn bare(written: &str, notes: &mut Notes<'_>) -> Option<String> {
    let cell = undefended(written).map_or(written, str::trim);
    if cell != written {
        let reason = "L’apostrophe empêchait un tableur de lire une formule : elle est enlevée.";
        notes.corrected("apostrophe-de-tableur", written, cell, reason);
    }
    if words::says_nothing(cell) || cell == "@" {
        let reason = "Cette cellule dit seulement qu’il n’y a rien : elle est laissée vide.";
        notes.corrected("vide", cell, "", reason);
        return None;
    }
    Some(cell.to_owned())
}

/// Two coordinates of one cell: « 45.8, 1.2 », « 45,8 ; 1,2 », `[1.2, 45.8]`.
pub(super) fn point(cell: &str, notes: &mut Notes<'_>) -> Vec<Dit> {
    let inside = cell.trim_matches(|c: char| "[]()".contains(c));
    let sign = [";", "|", ", ", " ", ","].into_iter().find(|sign| inside.contains(sign));
    let parts: Vec<&str> =
        sign.map(|sign| inside.split(sign).map(str::trim).collect()).unwrap_or_default();
    match parts.as_slice() {
        [latitude, longitude] => {
            vec![Dit::new("latitude", latitude), Dit::new("longitude", longitude)]
        }
        _ => {
            let remedy = "Écrivez la latitude, une virgule, la longitude : 46.58, 0.34.";
            notes.refused(
                "coordonnees-illisibles",
                cell,
                "Cette cellule ne dit pas deux coordonnées.",
                remedy,
            );
            Vec::new()
        }
    }
}

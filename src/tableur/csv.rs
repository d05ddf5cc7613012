//! A table as French spreadsheets open it by a double click: semicolons, CRLF, a mark of UTF-8, no formula.

use super::Feuille;
use crate::text::add_cell;

/// What tells a spreadsheet that the letters are UTF-8.
const MARK: &str = "\u{feff}";
/// The end of a line.
const END: &str = "\r\n";

pub(super) fn ecrire(feuille: &Feuille) -> Vec<u8> {
    let mut out = String::from(MARK);
    line(feuille.colonnes.iter().map(|colonne| colonne.nom.clone()), &mut out);
    for ligne in &feuille.lignes {
        line(ligne.iter().map(super::Case::mots), &mut out);
    }
    out.into_bytes()
}

fn line(cells: impl Iterator<Item = String>, out: &mut String) {
    for (rank, cell) in cells.enumerate() {
        if rank > 0 {
            out.push(';');
        }
        add_cell(&cell, out);
    }
    out.push_str(END);
}

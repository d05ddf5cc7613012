//! Tables of a workbook, xlsx or ods: that of its first sheet that has one.

use super::{Row, Table, TableFault, fault};
use crate::tableur::{self, Lue};

/// What the first bytes of a workbook are: a zip.
const ZIP: &[u8] = b"PK\x03\x04";
/// A line of titles has at least as many names.
const TITLES: usize = 2;

/// The table of a workbook; nothing when the bytes are no zip.
pub(super) fn read(bytes: &[u8]) -> Option<Result<Table, TableFault>> {
    bytes.starts_with(ZIP).then(|| table(bytes))
}

fn table(bytes: &[u8]) -> Result<Table, TableFault> {
    let sheets = tableur::lire(bytes).map_err(|faute| fault(None, faute.message, faute.remede))?;
    let found = sheets.iter().enumerate().find_map(|(rank, sheet)| Some((rank, titles(sheet)?)));
    let Some((rank, head)) = found else {
        return Err(fault(
            None,
            "Aucune feuille de ce classeur n’a une ligne de titres.",
            "Donnez à chaque colonne un titre, sur une même ligne, au-dessus des valeurs.",
        ));
    };
    let sheet = &sheets[rank];
    let mut columns: Vec<String> =
        sheet.lignes[head].iter().map(|name| name.trim().to_owned()).collect();
    while columns.last().is_some_and(String::is_empty) {
        columns.pop();
    }
    let rows = sheet.lignes.iter().enumerate().skip(head + 1);
    let rows = rows.map(|(at, cells)| Row::of(cells.clone(), at + 1, columns.len()));
    let rows = rows.filter(|row| !row.is_empty()).collect();
    Ok(Table { form: form(&sheets, rank), guessed_letters: false, columns, rows })
}

/// The line of titles: the first that names several columns; lines above it are a heading.
fn titles(sheet: &Lue) -> Option<usize> {
    let named =
        |cells: &Vec<String>| cells.iter().filter(|cell| !cell.trim().is_empty()).count() >= TITLES;
    sheet.lignes.iter().position(named)
}

/// Which sheet was read, and which others were not.
fn form(sheets: &[Lue], rank: usize) -> String {
    let full = |(at, sheet): &(usize, &Lue)| *at != rank && titles(sheet).is_some();
    let others: Vec<String> = sheets
        .iter()
        .enumerate()
        .filter(full)
        .map(|(_, sheet)| format!("« {} »", sheet.nom))
        .collect();
    let one = format!("classeur, feuille « {} »", sheets[rank].nom);
    if others.is_empty() { one } else { format!("{one} ; non lue : {}", others.join(", ")) }
}

//! Tables as French spreadsheets open them at a double click: marked UTF-8, semicolons, decimal commas.

use super::tableau::Tableau;

/// The mark without which Excel reads accents wrong.
const MARK: &[u8] = b"\xef\xbb\xbf";
/// Signs with which a cell would be run as a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The bytes of a table.
pub(super) fn bytes(table: &Tableau) -> Vec<u8> {
    let mut text = String::new();
    row(&mut text, table.colonnes.iter().map(|name| harmless(name)));
    for line in &table.lignes {
        row(&mut text, line.iter().map(|cell| harmless(&cell.saisie())));
    }
    [MARK, text.as_bytes()].concat()
}

fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
    text.push_str(&cells.join(";"));
    text.push_str("\r\n");
}

/// A text that a spreadsheet takes for words whatever it begins with: an apostrophe comes first.
fn harmless(text: &str) -> String {
    match text.starts_with(FORMULA) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn quoted(text: &str) -> String {
    match text.contains([';', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

//! Cells that a spreadsheet would run as a formula, and the apostrophe that keeps them texts.

use std::borrow::Cow;

/// Signs that begin a formula in a spreadsheet; the wide ones are read like the others.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What a spreadsheet takes as an order to treat the cell as a text.
const MARK: char = '\'';

/// A cell that no spreadsheet runs: an apostrophe stands before what would begin a formula.
///
/// A number with its sign (`-0.34`, `+33536491201`) computes nothing and stays a number. What is given
/// back by [`undefended`] is the same text, whatever it was.
pub fn defended(cell: &str) -> Cow<'_, str> {
    if begins_a_formula(cell) && !is_number(cell) {
        return Cow::Owned(format!("{MARK}{cell}"));
    }
    Cow::Borrowed(cell)
}

/// Adds a cell to a line of a table (RFC 4180): never a formula, between quotation marks where any spreadsheet would
/// part it, be it at commas, at semicolons as in France, or at tabs.
pub fn add_cell(cell: &str, line: &mut String) {
    let cell = defended(cell);
    if cell.contains(['"', ',', ';', '\t', '\r', '\n']) {
        line.push('"');
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(&cell);
    }
}

/// The text behind the apostrophe of a cell, when it has one.
pub fn undefended(cell: &str) -> Option<&str> {
    let rest = cell.strip_prefix(MARK)?;
    begins_a_formula(rest).then_some(rest)
}

/// Whether a formula begins here, behind blanks and apostrophes: one more apostrophe tells apart what had one.
fn begins_a_formula(cell: &str) -> bool {
    let hidden = |c: char| c.is_whitespace() || c.is_control() || c == MARK || c == '\u{feff}';
    cell.trim_start_matches(hidden).starts_with(SIGNS)
}

fn is_number(cell: &str) -> bool {
    let figures = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    figures.starts_with(|c: char| c.is_ascii_digit())
        && figures.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_run() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("@SOMME(A1)", "'@SOMME(A1)"),
            ("- un point", "'- un point"),
            ("+33 5", "'+33 5"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("-0.34", "-0.34"),
            ("+33536491201", "+33536491201"),
            ("-1-1", "'-1-1"),
            ("Lieu = maison", "Lieu = maison"),
            ("'Ailleurs'", "'Ailleurs'"),
            ("", ""),
        ] {
            assert_eq!(defended(text), cell);
            assert_eq!(undefended(cell).unwrap_or(cell), text);
        }
    }
}

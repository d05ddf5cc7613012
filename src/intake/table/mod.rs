//! The bytes of a foreign file become a table: columns, rows, and the line each row begins on.

mod decode;
mod delimited;
mod json;
mod lines;
mod packed;
mod workbook;

pub(super) use decode::decode;
pub(super) use json::object;
pub(super) use lines::Lines;
pub(super) use packed::unpacked;

use super::columns;

/// A table as it was written: nothing is judged yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How the bytes were read, in French: « UTF-8, séparateur « ; » ».
    pub form: String,
    /// Whether the letters had to be guessed: the file is not in UTF-8.
    pub guessed_letters: bool,
    /// Names of the columns, trimmed.
    pub columns: Vec<String>,
    /// Rows that hold something.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the file where it begins, from 1.
    pub line: usize,
    /// One cell a column, as written; absent ones are empty.
    pub cells: Vec<String>,
    /// How it fits the columns.
    pub shape: Shape,
}

/// How a row fits the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One cell a column; empty cells too many at the end count for nothing.
    Whole,
    /// It ends early, after this many cells.
    Short(usize),
    /// It holds cells beyond the last column: somewhere a separator cut a value.
    Long(Vec<String>),
    /// A quotation mark is opened and never closed: it swallowed the lines that follow.
    Unclosed,
}

/// Why a file is no table, in French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFault {
    /// Line it was found on, from 1.
    pub line: Option<usize>,
    /// One sentence that says what is wrong.
    pub message: String,
    /// One sentence that says what to do.
    pub remedy: String,
}

/// Reads a CSV (comma, semicolon or tab) or a JSON array of objects, in UTF-8, UTF-16 or Windows-1252, or a workbook
/// (xlsx, ods).
pub fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    if let Some(table) = workbook::read(bytes) {
        return table;
    }
    let decoded = decode(bytes)?;
    let text = decoded.text.as_str();
    let mut table = match text.trim_start().chars().next() {
        None => {
            return Err(fault(
                None,
                "Ce fichier est vide.",
                "Donnez un fichier qui a une ligne de titres et des lignes.",
            ));
        }
        Some('[' | '{') => json::read(text)?,
        Some(_) => delimited::read(text)?,
    };
    table.form = format!("{}, {}", decoded.encoding, table.form);
    table.guessed_letters = decoded.guessed;
    Ok(table)
}

impl Row {
    /// Cells against the columns.
    fn of(mut cells: Vec<String>, line: usize, columns: usize) -> Self {
        let beyond = cells.split_off(columns.min(cells.len()));
        let shape = if beyond.iter().any(|cell| !cell.trim().is_empty()) {
            Shape::Long(beyond)
        } else if cells.len() < columns {
            Shape::Short(cells.len())
        } else {
            Shape::Whole
        };
        cells.resize(columns, String::new());
        Self { line, cells, shape }
    }

    /// Every cell that holds something, each with the name of its column; those beyond the columns have none.
    pub(super) fn named(&self, columns: impl Iterator<Item = String>) -> Vec<(String, String)> {
        let beyond = match &self.shape {
            Shape::Long(cells) => cells.as_slice(),
            _ => &[],
        };
        let names = columns.chain(std::iter::repeat("au-delà des colonnes".to_owned()));
        let all = names.zip(self.cells.iter().chain(beyond));
        all.filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(name, cell)| (name, cell.trim().to_owned()))
            .collect()
    }

    /// Whether no cell holds anything.
    fn is_empty(&self) -> bool {
        let beyond = match &self.shape {
            Shape::Long(cells) => cells.as_slice(),
            _ => &[],
        };
        self.cells.iter().chain(beyond).all(|cell| cell.trim().is_empty())
    }
}

pub(super) fn fault(
    line: Option<usize>,
    message: impl Into<String>,
    remedy: impl Into<String>,
) -> TableFault {
    TableFault { line, message: message.into(), remedy: remedy.into() }
}

#[cfg(test)]
mod tests;

//! Tables of cells parted by a comma, a semicolon or a tab.

use csv::ReaderBuilder;

use super::lines::Lines;
use super::{Row, Shape, Table, TableFault, columns, fault};

/// Separators with their names, the national schema's first.
const SEPARATORS: [(u8, &str); 3] =
    [(b',', "séparateur « , »"), (b';', "séparateur « ; »"), (b'\t', "séparateur tabulation")];

pub(super) fn read(text: &str) -> Result<Table, TableFault> {
    let lines = Lines::of(text);
    let (separator, form) = separator(text);
    let mut records = records(text, separator);
    let mut table =
        Table { form: form.into(), guessed_letters: false, columns: Vec::new(), rows: Vec::new() };
    for record in &mut records {
        let record = record.map_err(|_| unreadable())?;
        let line = record.position().map_or(1, |at| lines.at_text(offset(at, text)));
        if table.columns.is_empty() {
            table.columns = record.iter().map(|name| name.trim().to_owned()).collect();
        } else {
            let cells = record.iter().map(str::to_owned).collect();
            let row = Row::of(cells, line, table.columns.len());
            table.rows.extend(Some(row).filter(|row| !row.is_empty()));
        }
    }
    mark_unclosed(&mut table, text);
    Ok(table)
}

fn records(text: &str, separator: u8) -> csv::StringRecordsIntoIter<&[u8]> {
    let reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader.into_records()
}

/// The separator under which the first line names most columns of the schema, then most columns.
fn separator(text: &str) -> (u8, &'static str) {
    let score = |separator: u8| {
        let header = records(text, separator).next().and_then(Result::ok).unwrap_or_default();
        let known = header.iter().filter(|name| columns::column(name).is_some()).count();
        (known, header.len())
    };
    // The last of equals would win: the schema's own comes last.
    SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|(separator, _)| score(*separator))
        .unwrap_or(SEPARATORS[0])
}

/// A quotation mark that is never closed makes one long cell of the end of the file.
fn mark_unclosed(table: &mut Table, text: &str) {
    let odd = text.bytes().filter(|b| *b == b'"').count() % 2 == 1;
    let Some(last) = table.rows.last_mut() else { return };
    let Shape::Short(length) = last.shape else { return };
    let swallowed = length > 0 && last.cells[length - 1].contains('\n');
    if odd && swallowed {
        last.shape = Shape::Unclosed;
    }
}

fn offset(at: &csv::Position, text: &str) -> usize {
    usize::try_from(at.byte()).unwrap_or(text.len()).min(text.len())
}

/// The text is in memory and in UTF-8: nothing is known to lead here.
fn unreadable() -> TableFault {
    fault(
        None,
        "Ce tableau ne peut pas être lu.",
        "Enregistrez-le de nouveau au format « CSV UTF-8 ».",
    )
}

//! What the columns of a table hold: their values, how often, and the key that each is of the national schema.

use std::collections::BTreeMap;

use super::columns::COLUMNS;
use super::header::Header;
use super::report::ColumnReport;
use super::table::Row;

/// What becomes of each column of a file of the national schema.
pub(super) fn columns(header: &Header, rows: &[Row]) -> Vec<ColumnReport> {
    let unknown = |place: usize| header.unknown().iter().any(|(other, _)| *other == place);
    let one = |(place, name): (usize, String)| {
        let key =
            COLUMNS.iter().find(|(key, _)| header.column(key) == Some(place)).map(|(key, _)| *key);
        let key = if unknown(place) { "" } else { key.unwrap_or_default() };
        ColumnReport::of(name, key, "", often(rows, place), usize::from(key.is_empty()) * 11 + 1)
    };
    header.shown().enumerate().map(one).collect()
}

/// The values of a column, the most frequent first, then in the order of the file.
pub(super) fn often(rows: &[Row], place: usize) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let cell = row.cells[place].trim();
        if !cell.is_empty() {
            counts.entry(cell).or_insert((0, index)).0 += 1;
        }
    }
    let mut values: Vec<(&str, (usize, usize))> = counts.into_iter().collect();
    values.sort_by_key(|(_, (count, first))| (std::cmp::Reverse(*count), *first));
    values.into_iter().map(|(value, (count, _))| (value.to_owned(), count)).collect()
}

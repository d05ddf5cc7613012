//! Tables (RFC 4180) that no spreadsheet runs as formulas.

use crate::text::add_cell;

use super::champs::Champs;

/// The end of a line (RFC 4180).
const END: &str = "\r\n";

/// A table: its columns, then a line for each thing.
pub(super) fn table<'a>(
    columns: &[&str],
    things: impl IntoIterator<Item = &'a Champs<'a>>,
) -> Vec<u8> {
    let mut out = columns.join(",");
    out.push_str(END);
    for thing in things {
        for (rank, column) in columns.iter().enumerate() {
            if rank > 0 {
                out.push(',');
            }
            add_cell(&thing.cell(column), &mut out);
        }
        out.push_str(END);
    }
    out.into_bytes()
}

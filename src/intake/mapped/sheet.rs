//! The rows of one file: each record gets its file, and each row is told what became of it.

use crate::intake::Order;
use crate::intake::coming::{Fate, Settled};
use crate::intake::finding::Finding;
use crate::intake::national::Refusal;
use crate::intake::report::RowReport;
use crate::intake::rows::place;
use crate::intake::settle::Settling;
use crate::intake::table::Row;

use super::record::Record;
use super::{Read, told};

/// A file as it was read.
pub(super) struct Sheet<'a> {
    /// Its name.
    pub file: &'a str,
    /// Its columns.
    pub columns: &'a [String],
    /// Its rows.
    pub rows: &'a [Row],
}

impl Sheet<'_> {
    /// Gives the record of a lot of rows its file, and says what became of each of them; returns its guide.
    pub fn settle(
        &self,
        lot: &[usize],
        read: Read,
        order: &Order<'_>,
        settling: &mut Settling,
        told: &mut [Option<RowReport>],
    ) -> Option<usize> {
        let Read { record, mut found, aside, lost } = read;
        let settled = record.and_then(|(mut record, body)| {
            let column = record.column("commune");
            let placed = place(&mut record.draft, &body, self.file, &column, order, settling)?;
            found.extend(self.of_rows(lot, &record, &lost));
            Ok(placed)
        });
        let mut is_first = true;
        for (rank, index) in lot.iter().enumerate() {
            let row = &self.rows[*index];
            let refusal = lost.iter().find(|(other, _)| *other == rank).map(|(_, refusal)| refusal);
            let report = match (refusal, &settled) {
                (Some(refusal), _) | (None, Err(refusal)) => {
                    told::refused(self.columns, row, refusal)
                }
                (None, Ok((settled, _))) if settled.fate == Fate::Kept => {
                    told::kept(self.columns, row, settled.path.clone())
                }
                (None, Ok((settled, _))) => {
                    let fate = if is_first { settled.fate } else { Fate::Joined };
                    is_first = false;
                    written(row, fate, settled, of(rank, &found), of(rank, &aside))
                }
            };
            told[*index] = Some(report);
        }
        settled.ok().map(|(_, guide)| guide)
    }

    /// What was said of the record's values, for each row that has them: the first that stands, and those that repeat it.
    fn of_rows(
        &self,
        lot: &[usize],
        record: &Record,
        lost: &[(usize, Refusal)],
    ) -> Vec<(usize, Finding)> {
        let stands = |rank: &usize| !lost.iter().any(|(other, _)| other == rank);
        let first = (0..lot.len()).find(stands).unwrap_or(0);
        let each = record.draft.findings.iter().flat_map(|one| {
            let place = self.columns.iter().position(|column| *column == one.column);
            let again = move |rank: &usize| {
                let cell = place.map(|place| self.rows[lot[*rank]].cells[place].trim());
                *rank == first || cell == Some(one.value.as_str())
            };
            (0..lot.len()).filter(again).map(|rank| (rank, one.clone()))
        });
        each.collect()
    }
}

fn of<T: Clone>(rank: usize, all: &[(usize, T)]) -> Vec<T> {
    all.iter().filter(|(other, _)| *other == rank).map(|(_, one)| one.clone()).collect()
}

fn written(
    row: &Row,
    fate: Fate,
    settled: &Settled,
    findings: Vec<Finding>,
    cells: Vec<(String, String)>,
) -> RowReport {
    RowReport {
        line: row.line,
        nom: None,
        fate,
        record: Some(settled.path.clone()),
        reason: None,
        findings,
        cells,
    }
}

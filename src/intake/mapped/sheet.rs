//! The rows of one file: each record gets its file, and each row is told what became of it.

use crate::intake::Order;
use crate::intake::coming::{Fate, Settled};
use crate::intake::finding::Finding;
use crate::intake::known::ACTEURS;
use crate::intake::national::Refusal;
use crate::intake::report::RowReport;
use crate::intake::rows::{base_name, place};
use crate::intake::settle::Settling;
use crate::intake::table::Row;

use super::Read;
use super::correspondance::{Cible, Correspondance};
use super::record::{self, Record};

/// A file as it was read.
pub(super) struct Sheet<'a> {
    /// Its name.
    pub file: &'a str,
    /// Its columns.
    pub columns: &'a [String],
    /// What becomes of them.
    pub mapping: &'a Correspondance,
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
            found.extend(placed.0.findings.iter().map(|one| (0, one.clone())));
            Ok(placed)
        });
        if settled.is_err() {
            self.saw(lot, settling);
        }
        let mut is_first = true;
        for (rank, index) in lot.iter().enumerate() {
            let row = &self.rows[*index];
            let refusal = lost.iter().find(|(other, _)| *other == rank).map(|(_, refusal)| refusal);
            let report = match (refusal, &settled) {
                (Some(refusal), _) | (None, Err(refusal)) => {
                    RowReport::refused(row.line, refusal, self.cells(row))
                }
                (None, Ok((settled, _))) if settled.fate == Fate::Kept => {
                    RowReport::kept(row.line, settled.path.clone(), self.cells(row))
                }
                (None, Ok((settled, _))) => {
                    let fate = if is_first { settled.fate } else { Fate::Joined };
                    is_first = false;
                    // Where somebody's values stay, those of the row are in the report.
                    let cells = if settled.merged { self.cells(row) } else { of(rank, &aside) };
                    written(row, fate, settled, of(rank, &found), cells)
                }
            };
            told[*index] = Some(report);
        }
        settled.ok().map(|(_, guide)| guide)
    }

    fn cells(&self, row: &Row) -> Vec<(String, String)> {
        row.named(self.columns.iter().cloned())
    }

    /// Rows that make no record are still in the file: the record they made before did not vanish.
    fn saw(&self, lot: &[usize], settling: &mut Settling) {
        let ids = self.mapping.colonnes.iter().filter(|one| one.cible.said() == "id");
        let places =
            ids.filter_map(|one| self.columns.iter().position(|column| *column == one.nom));
        let prefix = self.mapping.prefixe.as_deref().unwrap_or_default();
        for place in places {
            for row in lot {
                let Some(id) = self.rows[*row].cells.get(place) else { continue };
                settling.saw(ACTEURS, &record::prefixed(prefix, id.trim()), base_name(self.file));
            }
        }
    }

    /// What was said of the record's values, for each cell that has them: in the first row that stands, in those that
    /// repeat it, and in other columns of the same key.
    fn of_rows(
        &self,
        lot: &[usize],
        record: &Record,
        lost: &[(usize, Refusal)],
    ) -> Vec<(usize, Finding)> {
        let stands = |rank: &usize| !lost.iter().any(|(other, _)| other == rank);
        let first = (0..lot.len()).find(stands).unwrap_or(0);
        let mut all = Vec::new();
        for one in &record.draft.findings {
            let places = self.places(&one.column);
            for (rank, row) in lot.iter().enumerate() {
                let cells = &self.rows[*row].cells;
                let repeats = |place: &usize| cells[*place].trim() == one.value;
                let again =
                    places.iter().copied().filter(repeats).map(|at| self.columns[at].clone());
                let mut columns: Vec<String> = again.collect();
                if rank == first && !columns.contains(&one.column) {
                    columns.push(one.column.clone());
                }
                all.extend(
                    columns.into_iter().map(|column| (rank, Finding { column, ..one.clone() })),
                );
            }
        }
        all
    }

    /// The places of the columns that the mapping puts under the key of a column.
    fn places(&self, column: &str) -> Vec<usize> {
        let target = |name: &str| {
            let mut known = self.mapping.colonnes.iter();
            known.find(|one| one.nom == name).and_then(|one| match &one.cible {
                Cible::Cle(key, _) => Some(key.as_str()),
                _ => None,
            })
        };
        let own = target(column);
        let same = |name: &str| name == column || own.is_some() && target(name) == own;
        let each = self.columns.iter().enumerate().filter(|(_, name)| same(name));
        each.map(|(place, _)| place).collect()
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

//! What a report says of each column: the key it became, and how many of its cells were read, corrected, doubtful, refused.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::FileReport;
use crate::intake::coming::Fate;
use crate::intake::finding::Verdict;

/// What became of one column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnReport {
    /// Its name, as the file writes it.
    pub name: String,
    /// The key it became; `laisser`, `à placer`, or nothing when the national schema has no such column.
    pub key: String,
    /// Why, in French; nothing when the schema says so.
    pub why: String,
    /// Cells that hold something.
    pub filled: usize,
    /// Different values among them.
    pub different: usize,
    /// Some of its values with how often, the most frequent first.
    pub examples: Vec<(String, usize)>,
}

/// How the columns of a file were understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// The file of the mapping that was followed; nothing when it was guessed.
    pub kept_in: Option<String>,
    /// What a row is: lieu, service, arrêt.
    pub rows: &'static str,
    /// What is said of all records: key and value.
    pub everybody: Vec<(String, String)>,
    /// Columns of the mapping that the file does not have.
    pub missing: Vec<String>,
    /// The mapping as YAML, to be kept.
    pub yaml: String,
}

/// How many cells of a column came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In the record as they are, or nearly.
    pub read: usize,
    /// In the record, written otherwise.
    pub corrected: usize,
    /// In the record; somebody should look.
    pub doubtful: usize,
    /// Not in the record.
    pub refused: usize,
    /// Under no key: in the report only.
    pub unplaced: usize,
}

impl ColumnReport {
    /// The report of a column from its values, of which some are kept as examples.
    pub(crate) fn of(
        name: String,
        key: &str,
        why: &str,
        values: Vec<(String, usize)>,
        shown: usize,
    ) -> Self {
        Self {
            name,
            key: key.to_owned(),
            why: why.to_owned(),
            filled: values.iter().map(|(_, count)| count).sum(),
            different: values.len(),
            examples: values.into_iter().take(shown).collect(),
        }
    }

    /// Whether its cells go under no key.
    pub fn is_unplaced(&self) -> bool {
        matches!(self.key.as_str(), "" | "à placer" | "laisser")
    }

    /// The column for programs.
    pub(super) fn json(&self, tally: Tally) -> Value {
        let examples: Vec<Value> = self
            .examples
            .iter()
            .map(|(value, count)| json!({"valeur": value, "fois": count}))
            .collect();
        json!({
            "colonne": self.name,
            "cle": if self.key.is_empty() { Value::Null } else { self.key.as_str().into() },
            "pourquoi": self.why,
            "cellules": self.filled,
            "valeurs_differentes": self.different,
            "lues": tally.read,
            "corrigees": tally.corrected,
            "douteuses": tally.doubtful,
            "refusees": tally.refused,
            "sans_cle": tally.unplaced,
            "exemples": examples,
        })
    }
}

impl FileReport {
    /// What the cells of each column came to: the gravest thing said of a cell counts.
    pub fn tallies(&self) -> BTreeMap<&str, Tally> {
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for row in
            self.rows.iter().filter(|row| row.fate != Fate::Refused && row.fate != Fate::Kept)
        {
            let mut worst: BTreeMap<&str, Verdict> = BTreeMap::new();
            for finding in &row.findings {
                let verdict = worst.entry(finding.column.as_str()).or_insert(finding.verdict);
                *verdict = (*verdict).min(finding.verdict);
            }
            for (column, verdict) in worst {
                let tally = tallies.entry(column).or_default();
                match verdict {
                    Verdict::Refuse => tally.refused += 1,
                    Verdict::Douteux => tally.doubtful += 1,
                    Verdict::Corrige => tally.corrected += 1,
                }
            }
        }
        let lost = self.lost_cells();
        for column in &self.columns {
            let tally = tallies.entry(column.name.as_str()).or_default();
            if column.is_unplaced() {
                *tally = Tally { unplaced: column.filled, ..Tally::default() };
                continue;
            }
            let told = tally.corrected + tally.doubtful + tally.refused;
            let lost = lost.get(column.name.as_str()).copied().unwrap_or_default();
            tally.refused += lost;
            tally.read = column.filled.saturating_sub(told + lost);
        }
        tallies
    }

    /// Cells of rows that made no record, by column.
    fn lost_cells(&self) -> BTreeMap<&str, usize> {
        let mut lost: BTreeMap<&str, usize> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| matches!(row.fate, Fate::Refused | Fate::Kept)) {
            row.cells.iter().for_each(|(column, _)| *lost.entry(column).or_default() += 1);
        }
        lost
    }
}

//! What an import did, row by row and value by value: for a terminal, a text file and programs.

mod columns;
mod head;
mod html;
mod json;
mod labels;
mod place;
mod text;
mod vanished;

use super::coming::Fate;
use super::finding::{Finding, Verdict};
use super::national::Refusal;
use super::table::TableFault;

pub use columns::{ColumnReport, Guess, Tally};
pub use html::page;
pub use place::PlaceReport;
pub use text::{summary, whole};
pub use vanished::Vanished;

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The day it was made.
    pub date: String,
    /// One a file, in the order given.
    pub files: Vec<FileReport>,
    /// Guides that records went to, by folder.
    pub guides: Vec<GuideReport>,
    /// Records that a source told before and does not tell any more.
    pub vanished: Vec<Vanished>,
    /// Records of this import that may be another one's place, a text each; filled in by whoever writes.
    pub doublons: Vec<String>,
    /// Files that could not be written, with the reason; filled in by whoever writes.
    pub failures: Vec<(String, String)>,
}

/// What became of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    /// Its name, as shown to the user.
    pub name: String,
    /// How it was read: « UTF-8, séparateur « ; » ».
    pub form: String,
    /// Whether its letters had to be guessed.
    pub guessed_letters: bool,
    /// Columns of the schema that it does not have.
    pub absent: Vec<&'static str>,
    /// What became of each column of a table.
    pub columns: Vec<ColumnReport>,
    /// How the columns were understood, when the file is not of the national schema.
    pub guess: Option<Guess>,
    /// Why it could not be read at all.
    pub fault: Option<TableFault>,
    /// One a row, in the order of the file.
    pub rows: Vec<RowReport>,
    /// What its rows are.
    pub matter: Matter,
    /// Events that an actor of the guide hosts.
    pub hosted: usize,
    /// Places of events that no actor surely is.
    pub places: Vec<PlaceReport>,
}

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matter {
    /// Rows of a table: one a place.
    #[default]
    Rows,
    /// Events.
    Events,
    /// Parts of records of other rows: permanences, stops.
    Parts,
}

/// What became of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReport {
    /// Line of the file where it begins.
    pub line: usize,
    /// What an event is called.
    pub nom: Option<String>,
    /// What became of it.
    pub fate: Fate,
    /// Path of the record, below the content folder.
    pub record: Option<String>,
    /// Why no record was written, with its code and what to do.
    pub reason: Option<(String, String, String)>,
    /// What was said of its cells.
    pub findings: Vec<Finding>,
    /// Columns and cells, whole: all of a row that wrote no record, of an event those that only machines use.
    pub cells: Vec<(String, String)>,
}

/// Why a record stays as it is, and what may be done.
const KEPT: (&str, &str) = (
    "Cette fiche a été écrite ou modifiée à la main : elle est gardée telle quelle.",
    "Comparez avec les valeurs du fichier, qui sont dans le rapport ; pour reprendre celles du fichier, effacez la fiche et importez de nouveau.",
);

impl RowReport {
    /// A row that makes no record, whole.
    pub(super) fn refused(line: usize, refusal: &Refusal, cells: Vec<(String, String)>) -> Self {
        let Refusal { code, reason, remedy } = refusal.clone();
        let reason = Some((code.to_owned(), reason, remedy));
        Self { line, reason, cells, ..Self::of(Fate::Refused) }
    }

    /// A row of a record that a hand keeps, whole.
    pub(super) fn kept(line: usize, record: String, cells: Vec<(String, String)>) -> Self {
        let (reason, remedy) = KEPT;
        let reason = Some(("fiche-gardee".into(), reason.into(), remedy.into()));
        Self { line, record: Some(record), reason, cells, ..Self::of(Fate::Kept) }
    }

    fn of(fate: Fate) -> Self {
        let (line, nom, record, reason) = (0, None, None, None);
        Self { line, nom, fate, record, reason, findings: Vec::new(), cells: Vec::new() }
    }
}

/// A guide that records went to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideReport {
    /// Its folder below the content folder.
    pub folder: String,
    /// Code of its département.
    pub departement: &'static str,
    /// Whether this import made it.
    pub made: bool,
    /// Rows that went there.
    pub records: usize,
}

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that hold something.
    pub rows: usize,
    /// Records written for the first time.
    pub new: usize,
    /// Records written again.
    pub changed: usize,
    /// Records that were there as they should be.
    pub unchanged: usize,
    /// Records that somebody's hand keeps.
    pub kept: usize,
    /// Rows that joined the record of an earlier one.
    pub joined: usize,
    /// Events that are over.
    pub past: usize,
    /// Rows that made no record.
    pub refused: usize,
    /// Records with at least one value corrected.
    pub corrected_records: usize,
    /// Values corrected.
    pub corrected: usize,
    /// Values doubtful.
    pub doubtful: usize,
    /// Values refused.
    pub refused_values: usize,
    /// Values that no key takes, of a file that is not of the national schema.
    pub unplaced: usize,
}

impl FileReport {
    /// How many of each.
    pub fn counts(&self) -> Counts {
        let fate = |fate| self.rows.iter().filter(|row| row.fate == fate).count();
        let verdict =
            |verdict| self.findings().filter(|(_, finding)| finding.verdict == verdict).count();
        let unplaced =
            self.findings().filter(|(_, finding)| finding.code == "colonne-sans-cle").count();
        let corrected = |row: &&RowReport| {
            row.findings.iter().any(|finding| finding.verdict == Verdict::Corrige)
        };
        Counts {
            rows: self.rows.len(),
            new: fate(Fate::New),
            changed: fate(Fate::Changed),
            unchanged: fate(Fate::Unchanged),
            kept: fate(Fate::Kept),
            joined: fate(Fate::Joined),
            past: fate(Fate::Past),
            refused: fate(Fate::Refused),
            corrected_records: self.rows.iter().filter(corrected).count(),
            corrected: verdict(Verdict::Corrige),
            doubtful: verdict(Verdict::Douteux),
            refused_values: verdict(Verdict::Refuse) - unplaced,
            unplaced,
        }
    }

    /// What was said of cells, with the row.
    pub fn findings(&self) -> impl Iterator<Item = (&RowReport, &Finding)> {
        self.rows.iter().flat_map(|row| row.findings.iter().map(move |finding| (row, finding)))
    }

    /// Whether no row of it made or met a record, or is over.
    pub fn is_lost(&self) -> bool {
        self.fault.is_some() || self.rows.iter().all(|row| row.fate == Fate::Refused)
    }
}

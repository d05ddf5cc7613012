//! Foreign files become records: a table of the national schema is read cell by cell into readable YAML.
//!
//! Nothing here touches the disk: what is to be written leaves as [`Output`], what was done as [`Report`].
//! Every cell that holds something is in a record or in the report; `docs/adr/0006-import.md` says why so.

mod columns;
mod draft;
mod finding;
mod footprint;
mod header;
mod html;
mod judge;
mod known;
mod national;
pub mod report;
mod settle;
pub mod starter;
pub mod table;
pub mod yaml_text;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::calendar::Date;
use crate::territory::{self, Departement};

use draft::Draft;
use header::Header;
use national::Refusal;
use settle::{Coming, Settling};
use table::Row;

pub use finding::{Finding, Verdict};
pub use report::{Counts, FileReport, GuideReport, Report, RowReport};
pub use settle::{Fate, Output};

/// A file to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Its name, as shown to the user.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is to be imported, over what is there.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The files, in order.
    pub files: &'a [Foreign],
    /// The files of the content folder: paths below it, and bytes.
    pub content: &'a [(String, Vec<u8>)],
    /// The one guide that all records go to: its folder, and its département.
    pub into: Option<(&'a str, &'static Departement)>,
    /// The day.
    pub today: Date,
}

/// What is to be written, and what was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Files to be written.
    pub outputs: Vec<Output>,
    /// What became of every row and cell.
    pub report: Report,
}

/// A row that was read: its record and YAML, or why it makes none.
type Read = Result<(Draft, String), Refusal>;

/// The département that a content folder's guide is of; nothing when the guide has no settings.
pub fn departement_of(folder: &str, content: &[(String, Vec<u8>)]) -> Option<&'static Departement> {
    let guides = known::guides(content);
    guides.iter().find(|guide| guide.folder == folder).and_then(|guide| guide.departement)
}

/// The folder of the guide of a département, when there is one.
pub fn guide_of(departement: &Departement, content: &[(String, Vec<u8>)]) -> Option<String> {
    let guides = known::guides(content);
    let same =
        |guide: &known::Guide| guide.departement.is_some_and(|own| own.code == departement.code);
    guides.into_iter().find(same).map(|guide| guide.folder)
}

/// Reads files of the national schema into records; without `into`, each goes to its département's guide.
pub fn import(order: &Order<'_>) -> Imported {
    let mut settling = Settling::over(known::guides(order.content));
    let mut rows_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut report = Report { date: order.today.to_string(), ..Report::default() };
    for file in order.files {
        let read = one(file, order, &mut settling, &mut rows_of);
        report.files.push(read);
    }
    report.guides = rows_of
        .into_iter()
        .filter_map(|(guide, records)| {
            let departement = settling.departement(guide)?.code;
            let folder = settling.folder(guide).to_owned();
            Some(GuideReport { folder, departement, made: false, records })
        })
        .collect();
    report.guides.sort_by(|a, b| a.folder.cmp(&b.folder));
    let (outputs, made) = settling.finish();
    for guide in &mut report.guides {
        guide.made = made.contains(&guide.folder);
    }
    Imported { outputs, report }
}

/// Reads one file.
fn one(
    file: &Foreign,
    order: &Order<'_>,
    settling: &mut Settling,
    rows_of: &mut BTreeMap<usize, usize>,
) -> FileReport {
    let mut report = FileReport { name: file.name.clone(), ..FileReport::default() };
    let table = match table::read(&file.bytes) {
        Ok(table) => table,
        Err(fault) => return FileReport { fault: Some(fault), ..report },
    };
    report.form = table.form;
    report.guessed_letters = table.guessed_letters;
    let header = match Header::read(&table.columns) {
        Ok(header) => header,
        Err(fault) => return FileReport { fault: Some(fault), ..report },
    };
    report.absent = header.absent().collect();
    let departement = order.into.map(|(_, departement)| departement.code);
    let read: Vec<Read> =
        table.rows.par_iter().map(|row| read_row(&header, row, departement)).collect();
    for (row, read) in table.rows.iter().zip(read) {
        let (row_report, guide) = settle_row(&header, row, read, &file.name, order, settling);
        if let Some(guide) = guide {
            *rows_of.entry(guide).or_default() += 1;
        }
        report.rows.push(row_report);
    }
    report
}

/// The record of a row, as jalon reads it back without a mistake.
fn read_row(header: &Header, row: &Row, departement: Option<&str>) -> Read {
    let mut draft = national::read(header, row, departement)?;
    let departement = departement.unwrap_or(draft.commune.departement);
    let body = judge::judge(&mut draft, header, departement)?;
    Ok((draft, body))
}

/// Gives a record its file and says what became of its row.
fn settle_row(
    header: &Header,
    row: &Row,
    read: Read,
    file: &str,
    order: &Order<'_>,
    settling: &mut Settling,
) -> (RowReport, Option<usize>) {
    let (mut draft, body) = match read {
        Ok(read) => read,
        Err(refusal) => return (refused(header, row, refusal), None),
    };
    let guide = match guide(&draft, order, settling) {
        Ok(guide) => guide,
        Err(refusal) => return (refused(header, row, refusal), None),
    };
    let coming = Coming { draft: &draft, body: &body, file: base_name(file) };
    let settled = match settling.settle(guide, &coming) {
        Ok(settled) => settled,
        Err(refusal) => return (refused(header, row, refusal), None),
    };
    if settled.fate == Fate::Kept {
        return (kept(header, row, settled.path), Some(guide));
    }
    tell_far(&mut draft, header, settling.departement(guide));
    let report = RowReport {
        line: row.line,
        fate: settled.fate,
        record: Some(settled.path),
        reason: None,
        findings: draft.findings,
        cells: Vec::new(),
    };
    (report, Some(guide))
}

/// The guide a record goes to.
fn guide(draft: &Draft, order: &Order<'_>, settling: &mut Settling) -> Result<usize, Refusal> {
    if let Some((folder, departement)) = order.into {
        return Ok(settling.guide_named(folder, departement));
    }
    let code = draft.commune.departement;
    match territory::departement(code) {
        Some(departement) => Ok(settling.guide_of(departement)),
        None => Err(Refusal {
            code: "commune-introuvable",
            reason: format!(
                "« {} » n’est dans aucun département connu ({code}).",
                draft.commune.nom
            ),
            remedy: "Vérifiez la commune.".into(),
        }),
    }
}

/// A place of another département than its guide's is perhaps a neighbour, perhaps a slip.
fn tell_far(draft: &mut Draft, header: &Header, departement: Option<&'static Departement>) {
    let Some(guide) = departement.filter(|own| own.code != draft.commune.departement) else {
        return;
    };
    let reason = format!("{} n’est pas {}.", draft.commune.nom, guide.dans_nom);
    let name = draft.commune.nom.to_owned();
    finding::Notes::about(header.name("commune"), &mut draft.findings).doubtful(
        "hors-departement",
        &name,
        None,
        reason,
        "Si le lieu n’a rien à faire dans ce guide, effacez sa fiche.",
    );
}

fn refused(header: &Header, row: &Row, refusal: Refusal) -> RowReport {
    RowReport {
        line: row.line,
        fate: Fate::Refused,
        record: None,
        reason: Some((refusal.code.to_owned(), refusal.reason, refusal.remedy)),
        findings: Vec::new(),
        cells: cells(header, row),
    }
}

fn kept(header: &Header, row: &Row, path: String) -> RowReport {
    let reason = "Cette fiche a été écrite ou modifiée à la main : elle est gardée telle quelle.";
    let remedy = "Comparez avec les valeurs du fichier, qui sont dans le rapport ; pour reprendre celles du fichier, effacez la fiche et importez de nouveau.";
    RowReport {
        line: row.line,
        fate: Fate::Kept,
        record: Some(path),
        reason: Some(("fiche-gardee".into(), reason.into(), remedy.into())),
        findings: Vec::new(),
        cells: cells(header, row),
    }
}

/// Every cell of a row that holds something, with those beyond its columns.
fn cells(header: &Header, row: &Row) -> Vec<(String, String)> {
    let beyond = match &row.shape {
        table::Shape::Long(cells) => cells.as_slice(),
        _ => &[],
    };
    let names = header.shown().chain(std::iter::repeat("au-delà des colonnes".to_owned()));
    let all = names.zip(row.cells.iter().chain(beyond));
    all.filter(|(_, cell)| !cell.trim().is_empty())
        .map(|(name, cell)| (name, cell.trim().to_owned()))
        .collect()
}

/// A file's name without its folders: a record says where it comes from, not how a desk is arranged.
fn base_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

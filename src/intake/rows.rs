//! The rows of one file: each is read, judged, given its file, and told.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::record::Kind;
use crate::territory::{self, Departement};

use super::arrets;
use super::coming::{Coming, Fate, Settled};
use super::draft::Draft;
use super::finding::Notes;
use super::header::Header;
use super::known::ACTEURS;
use super::national::{self, Refusal};
use super::report::{FileReport, RowReport};
use super::seen::columns;
use super::settle::Settling;
use super::sort::{ACTEUR, Sort};
use super::table::{self, Row};
use super::{Foreign, Order, events, judge, mapped};

/// A row that was read: its record and YAML, or why it makes none.
pub(super) type Read = Result<(Draft, String), Refusal>;

/// Reads one file.
pub(super) fn file(
    file: &Foreign,
    order: &Order<'_>,
    settling: &mut Settling,
    rows_of: &mut BTreeMap<usize, usize>,
) -> FileReport {
    let mut report = FileReport { name: file.name.clone(), ..FileReport::default() };
    let unpacked = match table::unpacked(&file.bytes) {
        Ok(Cow::Borrowed(_)) => None,
        Ok(Cow::Owned(bytes)) => Some(Foreign { name: file.name.clone(), bytes }),
        Err(fault) => return FileReport { fault: Some(fault), ..report },
    };
    let packed = if unpacked.is_some() { "gzip, " } else { "" };
    let file = unpacked.as_ref().unwrap_or(file);
    if let Some(report) = events::file(file, order, settling, rows_of) {
        return FileReport { form: format!("{packed}{}", report.form), ..report };
    }
    let mut table = match table::read(&file.bytes) {
        Ok(table) => table,
        Err(fault) => return FileReport { fault: Some(fault), ..report },
    };
    table.form = format!("{packed}{}", table.form);
    if let Some(report) = mapped::file(file, &table, order, settling, rows_of) {
        return report;
    }
    report.form.clone_from(&table.form);
    report.guessed_letters = table.guessed_letters;
    let header = match Header::read(&table.columns) {
        Ok(header) => header,
        Err(fault) => return FileReport { fault: Some(fault), ..report },
    };
    report.absent = header.absent().collect();
    report.columns = columns(&header, &table.rows);
    let departement = order.into.map(|(_, departement)| departement.code);
    let mut read: Vec<Read> =
        table.rows.par_iter().map(|row| read_row(&header, row, departement)).collect();
    let joined = arrets::judged(&header, &mut read, departement);
    for ((row, read), to) in table.rows.iter().zip(read).zip(joined) {
        if let Some(to) = to {
            report.rows.push(arrets::stop(&header, row, read, &report.rows[to]));
            continue;
        }
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
    let own = draft.commune.map_or("", |commune| commune.departement);
    let column = |key: &str| header.name(key).to_owned();
    let sort = Sort { kind: Kind::Acteur, keys: &ACTEUR, column: &column };
    let body = judge::judge(&mut draft, &sort, departement.unwrap_or(own))?;
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
        Err(refusal) => {
            // A row that cannot be read is still there: its record did not vanish.
            let id = header.column("id").and_then(|place| row.cells.get(place));
            settling.saw(ACTEURS, id.map_or("", |id| id.trim()), file);
            return (refused(header, row, &refusal), None);
        }
    };
    let column = header.name("commune");
    let (settled, guide) = match place(&mut draft, &body, file, column, order, settling) {
        Ok(placed) => placed,
        Err(refusal) => return (refused(header, row, &refusal), None),
    };
    if settled.fate == Fate::Kept {
        return (RowReport::kept(row.line, settled.path, cells(header, row)), Some(guide));
    }
    draft.findings.extend(settled.findings);
    let report = RowReport {
        line: row.line,
        nom: None,
        fate: settled.fate,
        record: Some(settled.path),
        reason: None,
        findings: draft.findings,
        // Where somebody's values stay, those of the row are in the report.
        cells: if settled.merged { cells(header, row) } else { Vec::new() },
    };
    (report, Some(guide))
}

/// Gives a record its guide and its file; `column` is what the file calls its commune.
pub(super) fn place(
    draft: &mut Draft,
    body: &str,
    file: &str,
    column: &str,
    order: &Order<'_>,
    settling: &mut Settling,
) -> Result<(Settled, usize), Refusal> {
    let guide = guide(draft, order, settling)?;
    let coming = Coming { draft, body, file: base_name(file), folder: ACTEURS };
    let settled = settling.settle(guide, &coming)?;
    if settled.fate != Fate::Kept {
        tell_far(draft, column, settling.departement(guide));
    }
    Ok((settled, guide))
}

/// The guide a record goes to.
fn guide(draft: &Draft, order: &Order<'_>, settling: &mut Settling) -> Result<usize, Refusal> {
    if let Some((folder, departement)) = order.into {
        return Ok(settling.guide_named(folder, departement));
    }
    // A row without commune was refused before.
    let (nom, code) = draft.commune.map_or(("", ""), |own| (own.nom, own.departement));
    match territory::departement(code) {
        Some(departement) => Ok(settling.guide_of(departement)),
        None => Err(Refusal {
            code: "commune-introuvable",
            reason: format!("« {nom} » n’est dans aucun département connu ({code})."),
            remedy: "Vérifiez la commune.".into(),
        }),
    }
}

/// A place of another département than its guide's is perhaps a neighbour, perhaps a slip.
fn tell_far(draft: &mut Draft, column: &str, departement: Option<&'static Departement>) {
    let (Some(commune), Some(guide)) = (draft.commune, departement) else { return };
    if guide.code == commune.departement {
        return;
    }
    let reason = format!("{} n’est pas {}.", commune.nom, guide.dans_nom);
    let name = commune.nom.to_owned();
    Notes::about(column, &mut draft.findings).doubtful(
        "hors-departement",
        &name,
        None,
        reason,
        "Si le lieu n’a rien à faire dans ce guide, effacez sa fiche.",
    );
}

fn refused(header: &Header, row: &Row, refusal: &Refusal) -> RowReport {
    RowReport::refused(row.line, refusal, cells(header, row))
}

/// Every cell of a row that holds something, with those beyond its columns.
pub(super) fn cells(header: &Header, row: &Row) -> Vec<(String, String)> {
    row.named(header.shown())
}

/// A file's name without its folders: a record says where it comes from, not how a desk is arranged.
pub(super) fn base_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

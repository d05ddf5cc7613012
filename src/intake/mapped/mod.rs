//! Files that are not of the national schema: their columns are guessed or said, their rows joined, and all of it told.

mod address;
mod cells;
mod correspondance;
mod cut;
mod days;
mod guess;
mod hours;
mod kept;
mod keys;
mod lot;
mod record;
mod rows;
mod settled;
mod sheet;
mod stops;
mod told;
mod values;
mod written;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::finding::Finding;
use super::header::Header;
use super::national::{Refusal, refuse_shape};
use super::report::{FileReport, Guess, RowReport};
use super::settle::Settling;
use super::table::{Row, Table};
use super::{Foreign, Order};

pub use correspondance::Correspondance;
use correspondance::{Dit, Lignes};
pub use kept::read as correspondance;
use record::Record;
use sheet::Sheet;

/// The département of the guide that was chosen, and that of most rows.
type Where<'a> = (Option<&'a str>, Option<&'a str>);

/// What the rows of one record came to.
struct Read {
    record: Result<(Record, String), Refusal>,
    /// What was said of cells, with the row.
    found: Vec<(usize, Finding)>,
    /// Cells left out, with the row.
    aside: Vec<(usize, (String, String))>,
    /// Rows of it that make no record.
    lost: Vec<(usize, Refusal)>,
}

/// Reads a table that is no file of the national schema; nothing when it is one, or when nothing of it is known.
pub(super) fn file(
    file: &Foreign,
    table: &Table,
    order: &Order<'_>,
    settling: &mut Settling,
    rows_of: &mut BTreeMap<usize, usize>,
) -> Option<FileReport> {
    let (columns, rows) = rows::flat(&table.columns, &table.rows);
    let (mapping, missing) = match order.correspondance {
        Some(kept) => kept.over(&columns),
        None => (guess::guess(&file.name, &columns, &rows), Vec::new()),
    };
    let header = Header::read(&table.columns);
    let guessed = order.correspondance.is_none();
    if guessed && header.is_ok() && (guess::adds_nothing(&mapping) || !is_enough(&mapping)) {
        return None;
    }
    let mut report = FileReport {
        name: file.name.clone(),
        form: table.form.clone(),
        guessed_letters: table.guessed_letters,
        columns: told::columns(&mapping, &columns, &rows),
        guess: Some(Guess {
            kept_in: mapping.fichier.clone(),
            rows: mapping.lignes.word(),
            everybody: mapping.pour_tous.iter().map(Dit::pair).collect(),
            missing,
            yaml: written::yaml(&mapping, &file.name, &columns, &rows),
        }),
        ..FileReport::default()
    };
    if !is_enough(&mapping) {
        // The mapping that was guessed can be written still, and what lacks be said in it.
        let fault = header.err().unwrap_or_else(|| told::lacks(&mapping));
        return Some(FileReport { fault: Some(fault), ..report });
    }
    let lots = rows::lots(&mapping, &rows);
    let guide = order.into.map(|(_, departement)| departement.code);
    let departement = (guide, rows::departement(&mapping, &rows));
    let read: Vec<Read> =
        lots.par_iter().map(|lot| read(&mapping, lot, &rows, departement)).collect();
    let mut told: Vec<Option<RowReport>> = vec![None; rows.len()];
    let sheet = Sheet { file: &file.name, columns: &columns, mapping: &mapping, rows: &rows };
    for (lot, read) in lots.iter().zip(read) {
        let guide = sheet.settle(lot, read, order, settling, &mut told);
        if let Some(guide) = guide {
            *rows_of.entry(guide).or_default() += 1;
        }
    }
    report.rows = told.into_iter().flatten().collect();
    Some(report)
}

/// Whether a guess knows where a place is called and where it is.
fn is_enough(mapping: &Correspondance) -> bool {
    let has = |key: &str| mapping.colonnes.iter().any(|one| one.cible.said() == key);
    has("nom")
        && ["commune", "code_postal", "code_insee", "adresse_complete"].iter().any(|key| has(key))
}

/// The record of a lot of rows.
fn read(mapping: &Correspondance, lot: &[usize], rows: &[Row], departement: Where<'_>) -> Read {
    let mut read =
        Read { record: Err(nobody()), found: Vec::new(), aside: Vec::new(), lost: Vec::new() };
    let good: Vec<(usize, &Row)> = lot
        .iter()
        .enumerate()
        .filter_map(|(rank, index)| match refuse_shape(&rows[*index]) {
            Ok(()) => Some((rank, &rows[*index])),
            Err(refusal) => {
                read.lost.push((rank, refusal));
                None
            }
        })
        .collect();
    let record = match mapping.lignes {
        Lignes::Arret if lot.len() > 1 => stops_of(mapping, &good, departement, &mut read),
        _ => place_of(mapping, &good, departement, &mut read),
    };
    read.record = record.and_then(|mut record| {
        let own = record.draft.commune.map_or("", |commune| commune.departement);
        let body = record.judged(departement.0.unwrap_or(own))?;
        Ok((record, body))
    });
    read
}

/// One place of several rows.
fn place_of(
    mapping: &Correspondance,
    rows: &[(usize, &Row)],
    departement: Where<'_>,
    read: &mut Read,
) -> Result<Record, Refusal> {
    let Some((first, _)) = rows.first() else { return Err(nobody()) };
    let own: Vec<&Row> = rows.iter().map(|(_, row)| *row).collect();
    let place = settled::Place::of(lot::Lot::read(mapping, &own), mapping.lignes);
    let rank = |at: usize| rows.get(at).map_or(*first, |(rank, _)| *rank);
    read.found.extend(place.found.iter().map(|(at, one)| (rank(*at), one.clone())));
    read.aside.extend(place.aside.iter().map(|(at, cell)| (rank(*at), cell.clone())));
    let line = own.first().map_or(1, |row| row.line);
    record::draft(&place, line, mapping.prefixe.as_deref().unwrap_or_default(), departement)
}

/// One tour of several rows; a row that makes no stop is refused alone.
fn stops_of(
    mapping: &Correspondance,
    rows: &[(usize, &Row)],
    departement: Where<'_>,
    read: &mut Read,
) -> Result<Record, Refusal> {
    let mut stops = Vec::new();
    for (rank, row) in rows {
        match place_of(mapping, &[(*rank, *row)], departement, read) {
            Ok(mut record) => {
                stops::only_good_hours(&mut record);
                stops.push((*rank, record));
            }
            Err(refusal) => read.lost.push((*rank, refusal)),
        }
    }
    let written = |rank: usize, column: &str| {
        let (_, row) = rows.iter().find(|(own, _)| *own == rank)?;
        let place = mapping.colonnes.iter().position(|one| one.nom == column)?;
        row.cells.get(place).cloned()
    };
    stops::tour(stops, &written, &mut read.found)
}

fn nobody() -> Refusal {
    Refusal {
        code: "sans-nom",
        reason: "Cette ligne n’a pas de nom.".into(),
        remedy: "Ajoutez le nom du lieu dans le fichier, puis importez de nouveau.".into(),
    }
}

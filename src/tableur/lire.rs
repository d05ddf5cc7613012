//! Workbooks of others become texts: what a cell says to who reads it, whatever it is made of.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Reader, open_workbook_auto_from_rs};
use zip::ZipArchive;

use super::Faute;

/// A workbook that would fill the memory is none of ours.
const LARGEST: u64 = 256 * 1024 * 1024;
/// What to say of a workbook that cannot be read, and what to do with it; the library's own words are English.
const MESSAGE: &str =
    "Ce fichier ne se lit pas comme un classeur : il est abîmé, ou c’est une autre archive.";
const REMEDE: &str =
    "Ouvrez-le dans un tableur et enregistrez-le de nouveau, au format xlsx ou ods.";

/// A sheet as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lue {
    /// Its name.
    pub nom: String,
    /// Its lines from the first of the sheet; shorter ones end early.
    pub lignes: Vec<Vec<String>>,
}

/// The sheets of a workbook, xlsx or ods.
pub fn lire(bytes: &[u8]) -> Result<Vec<Lue>, Faute> {
    fits(bytes)?;
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    for nom in workbook.sheet_names() {
        let range = workbook.worksheet_range(&nom).map_err(unreadable)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut lignes = vec![Vec::new(); usize::try_from(top).unwrap_or_default()];
        for row in range.rows() {
            let before = (0..left).map(|_| String::new());
            lignes.push(before.chain(row.iter().map(words)).collect());
        }
        sheets.push(Lue { nom, lignes });
    }
    Ok(sheets)
}

/// A small file may hold a very large one: it says how large before it is unpacked.
fn fits(bytes: &[u8]) -> Result<(), Faute> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut size = 0_u64;
    for rank in 0..archive.len() {
        size = size.saturating_add(archive.by_index_raw(rank).map_err(unreadable)?.size());
    }
    if size <= LARGEST {
        return Ok(());
    }
    Err(Faute {
        message: format!("Une fois ouvert, ce classeur ferait {} Mo.", size / 1_048_576),
        remede: "Découpez-le en plusieurs classeurs.".into(),
    })
}

fn unreadable<E>(_: E) -> Faute {
    Faute { message: MESSAGE.into(), remede: REMEDE.into() }
}

/// The text of a cell: a day as year-month-day, an hour as people write it, a number without useless figures.
fn words(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.replace("\r\n", "\n"),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(flag) => if *flag { "oui" } else { "non" }.to_owned(),
        Data::DateTime(moment) => moment_words(moment),
        Data::DateTimeIso(moment) => match moment.split_once('T') {
            Some((day, time)) if time.trim_matches(['0', ':', '.', 'Z']).is_empty() => {
                day.to_owned()
            }
            _ => moment.clone(),
        },
        Data::DurationIso(length) => length.clone(),
        Data::Error(error) => error.to_string(),
    }
}

fn moment_words(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour}h{minute:02}");
    match (moment.as_f64() < 1.0, hour == 0 && minute == 0) {
        (true, _) => time,
        (false, true) => date,
        (false, false) => format!("{date} {time}"),
    }
}

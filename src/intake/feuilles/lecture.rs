//! Sheets of a foreign file that are the staff's own, known by their columns.

use super::{FICHE, FICHIER, FORMES, GUIDE, ONGLETS};
use crate::intake::table::{self, TableFault};
use crate::intake::{Foreign, rows};
use crate::tableur;
use crate::text::{fold, undefended};

/// What the first bytes of a zip are: both workbooks are one.
const ZIP: &[u8] = b"PK\x03\x04";

/// A sheet of ours.
#[derive(Clone, Debug)]
pub(in crate::intake) struct Onglets {
    /// Its rank among the sheets.
    pub rang: usize,
    /// Name of its file, without folders.
    pub source: String,
    /// How it is named to people: « guide.xlsx [arrêts] ».
    pub nom: String,
    /// How it was read.
    pub forme: String,
    /// Whether its letters had to be guessed.
    pub lettres_devinees: bool,
    /// The names of its columns.
    pub colonnes: Vec<String>,
    /// Its lines that hold something.
    pub lignes: Vec<Ligne>,
}

/// A line of a sheet.
#[derive(Clone, Debug)]
pub(in crate::intake) struct Ligne {
    /// Its place in the file, from 1.
    pub ligne: usize,
    /// Its cells that hold something, each with the name of its column.
    pub cases: Vec<(String, String)>,
}

/// The sheets of a file that are ours; nothing when none is.
pub(in crate::intake) fn lire(file: &Foreign) -> Option<Result<Vec<Onglets>, TableFault>> {
    if file.bytes.starts_with(ZIP) {
        return classeur(file);
    }
    // Only what could be one of ours is read whole.
    let decoded = table::decode(&file.bytes).ok()?;
    let head = decoded.text.lines().next()?;
    let named = |nom: &str| fold(head).contains(nom);
    if !named(GUIDE) || !(named(FICHIER) || named(FICHE)) {
        return None;
    }
    let table = table::read(&file.bytes).ok()?;
    let rang = onglet(&table.columns, &file.name)?;
    let cells = |row: &table::Row| {
        let cells = row.cells.iter().map(|cell| undefended(cell).unwrap_or(cell));
        ligne(row.line, &table.columns, cells)
    };
    if let Some(torn) = table
        .rows
        .iter()
        .find(|row| !matches!(row.shape, table::Shape::Whole | table::Shape::Short(_)))
    {
        return Some(Err(TableFault {
            line: Some(torn.line),
            message: "Cette ligne a plus de cellules que de colonnes, ou un guillemet qui n’est jamais fermé.".into(),
            remedy: "Corrigez-la dans un tableur et enregistrez de nouveau ; un fichier xlsx ou ods n’a pas ce défaut.".into(),
        }));
    }
    Some(Ok(vec![Onglets {
        rang,
        source: source(file),
        nom: file.name.clone(),
        forme: table.form.clone(),
        lettres_devinees: table.guessed_letters,
        lignes: table.rows.iter().map(cells).collect(),
        colonnes: table.columns.clone(),
    }]))
}

/// The sheets of a workbook; a sheet of another name or other columns is somebody's notes.
fn classeur(file: &Foreign) -> Option<Result<Vec<Onglets>, TableFault>> {
    let sheets = match tableur::lire(&file.bytes) {
        Ok(sheets) => sheets,
        Err(faute) => {
            return Some(Err(TableFault {
                line: None,
                message: faute.message,
                remedy: faute.remede,
            }));
        }
    };
    let ours: Vec<Onglets> = sheets.iter().filter_map(|sheet| feuille(file, sheet)).collect();
    (!ours.is_empty()).then_some(Ok(ours))
}

fn feuille(file: &Foreign, sheet: &tableur::Lue) -> Option<Onglets> {
    let columns: Vec<String> =
        sheet.lignes.first()?.iter().map(|nom| nom.trim().to_owned()).collect();
    let rang = onglet(&columns, &sheet.nom)?;
    let rows = (2..).zip(sheet.lignes.iter().skip(1));
    let lignes = rows
        .map(|(at, cells)| ligne(at, &columns, cells.iter().map(String::as_str)))
        .filter(|ligne| !ligne.cases.is_empty())
        .collect();
    Some(Onglets {
        rang,
        source: source(file),
        nom: format!("{} [{}]", file.name, sheet.nom),
        forme: "classeur".into(),
        lettres_devinees: false,
        lignes,
        colonnes: columns,
    })
}

/// A file's name on the first line of a record: no sign that would end the line.
fn source(file: &Foreign) -> String {
    rows::base_name(&file.name).replace(char::is_control, " ")
}

fn ligne<'c>(at: usize, columns: &[String], cells: impl Iterator<Item = &'c str>) -> Ligne {
    let cases = columns.iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty());
    Ligne { ligne: at, cases: cases.map(|(nom, cell)| (nom.clone(), cell.to_owned())).collect() }
}

/// The sheet that columns are of: the one that is named, or else the one that has most of them.
fn onglet(columns: &[String], nom: &str) -> Option<usize> {
    let has = |key: &str| columns.iter().any(|nom| nom == key);
    let fits = |rang: &usize| {
        let onglet = &ONGLETS[*rang];
        has(GUIDE) && has(if onglet.est_de_fiches() { FICHIER } else { FICHE })
    };
    let known =
        |rang: &usize| columns.iter().filter(|nom| FORMES[*rang].colonne(nom).is_some()).count();
    let all: Vec<usize> = (0..ONGLETS.len()).filter(fits).collect();
    let base = fold(nom.rsplit(['/', '\\']).next().unwrap_or(nom));
    let named = all.iter().copied().find(|rang| base.starts_with(&fold(ONGLETS[*rang].nom)));
    named.or_else(|| all.into_iter().rev().max_by_key(known))
}

//! Spreadsheets as values: sheets of cells, written as xlsx, ods or staff CSV, and read back.
//!
//! A text is always written as a text: nothing here is run as a formula. What is written depends on the cells
//! alone, never on the clock: the same records give the same bytes.

mod csv;
mod lire;
mod ods;
mod xlsx;

use crate::calendar::Date;

pub use lire::{Lue, lire};

/// A sheet to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feuille {
    /// Its name, as its tab shows it.
    pub nom: String,
    /// Its columns.
    pub colonnes: Vec<Colonne>,
    /// Its lines, one cell a column.
    pub lignes: Vec<Vec<Case>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colonne {
    /// Its name, on the first line.
    pub nom: String,
    /// Its width, in characters.
    pub largeur: u8,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Case {
    /// Nothing.
    Vide,
    /// A text, never a formula.
    Texte(String),
    /// A number.
    Nombre(f64),
    /// A day.
    Jour(Date),
}

/// Why sheets make no file, in French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faute {
    /// One sentence that says what is wrong.
    pub message: String,
    /// One sentence that says what to do.
    pub remede: String,
}

/// A workbook for Excel.
pub fn xlsx(feuilles: &[Feuille]) -> Result<Vec<u8>, Faute> {
    xlsx::ecrire(feuilles)
}

/// A workbook for LibreOffice.
pub fn ods(feuilles: &[Feuille]) -> Result<Vec<u8>, Faute> {
    ods::ecrire(feuilles)
}

/// A table as French spreadsheets expect it: semicolons, CRLF, a mark of UTF-8.
pub fn csv(feuille: &Feuille) -> Vec<u8> {
    csv::ecrire(feuille)
}

impl Case {
    /// A text without what no workbook can hold; nothing when it is empty.
    pub fn texte(texte: &str) -> Self {
        let sound: String = texte.chars().filter(|c| !is_unsound(*c)).collect();
        if sound.is_empty() { Self::Vide } else { Self::Texte(sound) }
    }

    /// What it says, as text.
    pub fn mots(&self) -> String {
        match self {
            Self::Vide => String::new(),
            Self::Texte(texte) => texte.clone(),
            Self::Nombre(nombre) => nombre.to_string(),
            Self::Jour(jour) => jour.to_string(),
        }
    }
}

/// Characters that XML has no room for: controls other than tab and end of line, and two that are none.
fn is_unsound(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n') && (c as u32) < 0x80)
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

impl Colonne {
    /// A column of a width that fits its name and what it usually holds.
    pub fn new(nom: impl Into<String>, largeur: u8) -> Self {
        let nom = nom.into();
        let own = u8::try_from(nom.chars().count() + 2).unwrap_or(u8::MAX);
        Self { nom, largeur: largeur.max(own).min(60) }
    }
}

#[cfg(test)]
mod tests;

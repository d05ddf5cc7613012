//! A table, told once: as rows of a spreadsheet and as rows of a page.

use crate::text::{decimal, thousands};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cellule {
    /// Words.
    Texte(String),
    /// How many.
    Nombre(usize),
    /// Kilometres; nothing where no way is known.
    Km(Option<f64>),
    /// So many of so many, in percent.
    Part(u32, u32),
}

/// A table with the names of its columns.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tableau {
    pub colonnes: Vec<String>,
    pub lignes: Vec<Vec<Cellule>>,
}

impl Tableau {
    pub fn new(colonnes: &[&str]) -> Self {
        let colonnes = colonnes.iter().map(|name| (*name).to_owned()).collect();
        Self { colonnes, lignes: Vec::new() }
    }
}

impl Cellule {
    /// As words of a row.
    pub fn texte(text: impl Into<String>) -> Self {
        Self::Texte(text.into())
    }

    /// People counted in a small type.
    pub fn habitants(count: u32) -> Self {
        Self::Nombre(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Whether it is a number, which columns set right.
    pub fn is_number(&self) -> bool {
        !matches!(self, Self::Texte(_))
    }

    /// As people read it.
    pub fn lue(&self) -> String {
        match self {
            Self::Texte(text) => text.clone(),
            Self::Nombre(count) => thousands(*count),
            Self::Km(None) => "aucun".to_owned(),
            Self::Km(Some(km)) => decimal(*km, 1),
            Self::Part(..) => match self.percent() {
                Some(percent) => format!("{percent:.0}\u{a0}%"),
                None => "–".to_owned(),
            },
        }
    }

    /// As a French spreadsheet reads it: no spaces in numbers, a decimal comma, nothing for nothing.
    pub fn saisie(&self) -> String {
        match self {
            Self::Texte(text) => text.clone(),
            Self::Nombre(count) => count.to_string(),
            Self::Km(km) => km.map(|km| decimal(km, 1)).unwrap_or_default(),
            Self::Part(..) => self.percent().map(|it| decimal(it, 1)).unwrap_or_default(),
        }
    }

    fn percent(&self) -> Option<f64> {
        match self {
            Self::Part(part, whole) if *whole > 0 => {
                Some(f64::from(*part) * 100.0 / f64::from(*whole))
            }
            _ => None,
        }
    }
}

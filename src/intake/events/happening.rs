//! An event as a foreign file tells it, whatever its form: what is known of it, and every cell it had.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use crate::calendar::Date;
use crate::intake::draft::Draft;
use crate::intake::finding::{Finding, Notes};
use crate::intake::national::Refusal;

use super::days::When;

/// A value, and what the file calls it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// What the file calls it: `location.city`, `SUMMARY`.
    pub column: String,
    /// The value; empty when there is none.
    pub value: String,
}

/// Where an event takes place, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// Name of the place.
    pub nom: Cell,
    /// Number and street.
    pub adresse: Cell,
    /// Name of the commune.
    pub commune: Cell,
    /// Its postal code.
    pub code_postal: Cell,
    /// Its INSEE code.
    pub code_insee: Cell,
    /// North of the equator, in degrees.
    pub latitude: Cell,
    /// East of Greenwich, in degrees.
    pub longitude: Cell,
    /// What else is known of the place, for whoever makes its record: phone, web site.
    pub besides: Vec<Cell>,
}

/// When an event takes place, before the zone of its département is known.
pub(super) trait Timing {
    /// The days and hours in a zone; what has no end is looked at up to a day.
    fn when(
        &self,
        home: &TimeZone,
        horizon: Date,
        found: &mut Vec<Finding>,
    ) -> Result<When, Refusal>;
}

/// An event on its way.
pub(super) struct Happening {
    /// Its record, but for where and when.
    pub draft: Draft,
    /// What the file calls the keys of the record.
    pub columns: Vec<(&'static str, String)>,
    /// Where.
    pub spot: Spot,
    /// Names that may be the organiser's.
    pub organisers: Vec<Cell>,
    /// Whether it may be followed from home.
    pub online: bool,
    /// When.
    pub timing: Box<dyn Timing>,
    /// Every cell that holds something.
    pub cells: Vec<Cell>,
    /// Columns of cells that only machines use.
    pub aside: BTreeSet<String>,
    /// Why it makes no record, when that is known already.
    pub refusal: Option<Refusal>,
}

impl Spot {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        let cells = [&self.nom, &self.adresse, &self.commune, &self.code_postal, &self.code_insee];
        cells.iter().all(|cell| cell.value.is_empty())
    }

    /// Whether no more than a commune is said.
    pub fn is_only_commune(&self) -> bool {
        self.nom.value.is_empty() && self.adresse.value.is_empty()
    }

    /// What the file calls one of the columns of an address.
    pub fn column(&self, key: &str) -> &str {
        let cell = match key {
            "commune" => &self.commune,
            "code_postal" => &self.code_postal,
            "code_insee" => &self.code_insee,
            "latitude" => &self.latitude,
            "longitude" => &self.longitude,
            "adresse" => &self.adresse,
            _ => &self.nom,
        };
        if cell.column.is_empty() { &self.nom.column } else { &cell.column }
    }
}

impl Happening {
    /// Notes about a column.
    pub fn notes<'a>(&'a mut self, column: &'a str) -> Notes<'a> {
        Notes::about(column, &mut self.draft.findings)
    }
}

/// Why an event makes no record.
pub(super) fn refusal(
    code: &'static str,
    reason: impl Into<String>,
    remedy: impl Into<String>,
) -> Refusal {
    Refusal { code, reason: reason.into(), remedy: remedy.into() }
}

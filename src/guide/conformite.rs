//! How far a site may call itself accessible: « non conforme » until an audit that still holds says better.

use jiff::ToSpan;

use crate::calendar::Date;
use crate::record::Reglages;
use crate::record::site::Audit;

/// Years an audit holds (accessibilite.numerique.gouv.fr, « Obligations », « Déclaration d’accessibilité »).
const YEARS: i64 = 3;

/// Share of criteria, in percent, from which a site is partly accessible (same page).
const HALF: u32 = 50;

/// The three states the law knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformite {
    /// No audit, too old an audit, or under half of the criteria.
    Non,
    /// At least half of the criteria.
    Partielle,
    /// All of them.
    Totale,
}

impl Conformite {
    /// Its name in the labels.
    pub fn key(self) -> &'static str {
        match self {
            Self::Non => "non",
            Self::Partielle => "partielle",
            Self::Totale => "totale",
        }
    }
}

impl Audit {
    /// Whether it is neither to come nor too old.
    pub fn holds(&self, today: Date) -> bool {
        self.date <= today && today <= self.date.saturating_add(YEARS.years())
    }
}

impl Reglages {
    /// What the site may say of itself on a day.
    pub fn conformity(&self, today: Date) -> Conformite {
        match self.audit.as_ref().filter(|audit| audit.holds(today)).map(|audit| audit.taux) {
            Some(100) => Conformite::Totale,
            Some(HALF..=99) => Conformite::Partielle,
            _ => Conformite::Non,
        }
    }
}

//! Whether the cells of a column are what its name says, and what they are when the name says nothing.

use crate::calendar::{Horaires, parse_date};
use crate::intake::columns::Holds;
use crate::intake::mapped::cut::parts;
use crate::intake::mapped::keys::Genre;
use crate::intake::mapped::values::LISTS;
use crate::text::fold;
use crate::vocabulary::Vocabulary;

/// Cells looked at in a column: enough to know it, however long the file.
const LOOKED_AT: usize = 400;

/// The cells of a column that hold something, each once.
pub(super) struct Cells<'a>(Vec<&'a str>);

impl<'a> Cells<'a> {
    /// Of all the cells of a column.
    pub fn of(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut seen = std::collections::BTreeSet::new();
        let filled = cells.map(str::trim).filter(|cell| !cell.is_empty() && seen.insert(*cell));
        Self(filled.take(LOOKED_AT).collect())
    }

    /// The cells.
    pub fn all(&self) -> &[&'a str] {
        &self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many in a hundred are so.
    pub fn share(&self, is_so: impl Fn(&str) -> bool) -> usize {
        let so = self.0.iter().filter(|cell| is_so(cell)).count();
        if self.0.is_empty() { 0 } else { so * 100 / self.0.len() }
    }

    /// Whether the cells may be what a key takes.
    pub fn may_be(&self, genre: Genre) -> bool {
        match genre {
            Genre::Norme(Holds::Phone) => self.share(is_phone) >= 50,
            Genre::Norme(Holds::Emails) => self.share(|cell| cell.contains('@')) >= 50,
            Genre::Norme(Holds::Sites | Holds::Site) => self.share(is_site) >= 50,
            Genre::Norme(Holds::Pivot) => self.share(|cell| digits(cell) >= 9) >= 50,
            Genre::Norme(Holds::Point) => self.share(|cell| number(cell).is_some()) >= 80,
            Genre::Norme(Holds::Day) => self.share(is_day) >= 50,
            Genre::Norme(Holds::Hours) => self.share(tells_hours) >= 20,
            Genre::Point => self.share(|cell| digits(cell) >= 4 && !cell.contains('{')) >= 80,
            Genre::Norme(Holds::Terms(list)) | Genre::Liste(list) | Genre::Choix(list) => {
                list.open || self.known(list) >= 15
            }
            _ => true,
        }
    }

    /// How many in a hundred a list knows, whole or in part.
    pub fn known(&self, list: &'static Vocabulary) -> usize {
        let reads = |part: &str| list.read(part).term().is_some();
        self.share(|cell| parts(cell, reads).0.iter().any(|part| reads(part)))
    }

    /// The list that knows most of the cells.
    pub fn list(&self) -> Option<(&'static Vocabulary, usize)> {
        let best = LISTS.iter().rev().map(|list| (*list, self.known(list)));
        best.max_by_key(|(_, share)| *share)
    }
}

fn digits(cell: &str) -> usize {
    cell.chars().filter(char::is_ascii_digit).count()
}

/// Whether a cell is a phone number, or several, perhaps with words.
pub(super) fn is_phone(cell: &str) -> bool {
    let words = cell.chars().filter(|c| c.is_alphabetic()).count();
    let long = matches!(digits(cell), 9..=24)
        || (matches!(digits(cell), 4) && cell.starts_with(['3', '1']));
    long && words < 12 && !cell.contains(['@', ':'])
}

fn is_site(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    lower.starts_with("http")
        || lower.starts_with("www.")
        || (lower.contains('.') && !lower.contains([' ', '@']))
}

fn is_day(cell: &str) -> bool {
    let day = cell.split(['T', ' ']).next().unwrap_or_default();
    parse_date(day).is_ok()
        || (digits(day) >= 6 && day.contains(['/', '-', '.']))
        || parse_date(cell).is_ok()
}

/// Whether a cell may be hours: it is read as such, or has an hour or a day of the week.
pub(super) fn tells_hours(cell: &str) -> bool {
    let folded = fold(cell);
    let day = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "mo-", "mo ", "tu ", "lun",
        "sam",
    ];
    let hour = folded
        .as_bytes()
        .windows(2)
        .any(|pair| pair[0].is_ascii_digit() && (pair[1] == b'h' || pair[1] == b':'));
    hour || day.iter().any(|day| folded.contains(day)) || Horaires::parse(cell).is_ok()
}

/// The number of a cell, whatever its decimal sign.
pub(super) fn number(cell: &str) -> Option<f64> {
    cell.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

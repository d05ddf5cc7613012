//! A record as YAML that people read, with the bytes of every value and the cell that it comes from.

use std::fmt::Write;
use std::ops::Range;

use crate::intake::yaml_text::{Sheet, scalar};

/// Longest list or map written on one line, in characters.
const LONGEST: usize = 100;

/// A value on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Valeur {
    /// A text, with the part of a cell that it is.
    Texte(String, Morceau),
    /// A day, a number, yes or no: without quotation marks.
    Nu(String, Morceau),
    /// Keys and values that are YAML already.
    Cles(String, Morceau),
    /// A list.
    Liste(Vec<Valeur>),
    /// Keys and values.
    Carte(Vec<(&'static str, Valeur)>),
}

/// A part of a cell: its line among those of the record, its column there, its rank in the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Morceau {
    pub ligne: usize,
    pub case: usize,
    pub rang: usize,
}

/// Where each part stands in a text.
pub(super) type Places = Vec<(Range<usize>, Morceau)>;

/// Writes a record: keys in the order given.
pub(super) fn ecrire(carte: &[(&'static str, Valeur)]) -> (String, Places) {
    let mut sheet = Sheet::default();
    let mut places = Places::new();
    for (key, valeur) in carte {
        block(&mut sheet, 0, key, valeur, &mut places);
    }
    (sheet.finish(), places)
}

/// A key and its value, on one line where they fit.
fn block(sheet: &mut Sheet, depth: usize, key: &str, valeur: &Valeur, places: &mut Places) {
    let lead = "  ".repeat(depth);
    match valeur {
        Valeur::Texte(text, morceau) if depth == 0 => {
            places.push((sheet.text(key, text), *morceau));
            return;
        }
        Valeur::Liste(items) if !on_a_line(valeur) => {
            sheet.raw(&format!("{lead}{key}:"));
            for item in items {
                line(sheet, &format!("{lead}  - "), item, places);
            }
            return;
        }
        Valeur::Carte(entries) if !entries.is_empty() && !on_a_line(valeur) => {
            sheet.raw(&format!("{lead}{key}:"));
            for (key, valeur) in entries {
                block(sheet, depth + 1, key, valeur, places);
            }
            return;
        }
        _ => {}
    }
    line(sheet, &format!("{lead}{key}: "), valeur, places);
}

/// A value behind what introduces it.
fn line(sheet: &mut Sheet, lead: &str, valeur: &Valeur, places: &mut Places) {
    let mut text = lead.to_owned();
    let mut inner = Places::new();
    let inside = !matches!(valeur, Valeur::Texte(..));
    flow(valeur, inside, &mut text, &mut inner);
    let start = sheet.raw(&text);
    places.extend(inner.into_iter().map(|(at, one)| (at.start + start..at.end + start, one)));
}

/// Whether a list or a map is written on one line: short, and no list of maps.
fn on_a_line(valeur: &Valeur) -> bool {
    let maps = |valeur: &Valeur| match valeur {
        Valeur::Liste(items) => items.iter().any(|item| matches!(item, Valeur::Carte(_))),
        _ => false,
    };
    let inner = match valeur {
        Valeur::Carte(entries) => entries.iter().any(|(_, valeur)| maps(valeur)),
        valeur => maps(valeur),
    };
    let mut text = String::new();
    flow(valeur, true, &mut text, &mut Places::new());
    !inner && text.chars().count() <= LONGEST
}

/// A value as it stands on a line.
fn flow(valeur: &Valeur, inside: bool, out: &mut String, places: &mut Places) {
    let start = out.len();
    match valeur {
        Valeur::Texte(text, morceau) => {
            out.push_str(&scalar(text, inside));
            places.push((start..out.len(), *morceau));
        }
        Valeur::Nu(text, morceau) | Valeur::Cles(text, morceau) => {
            out.push_str(text);
            places.push((start..out.len(), *morceau));
        }
        Valeur::Liste(items) => {
            out.push('[');
            for (rank, item) in items.iter().enumerate() {
                out.push_str(if rank > 0 { ", " } else { "" });
                flow(item, true, out, places);
            }
            out.push(']');
        }
        Valeur::Carte(entries) => {
            out.push('{');
            for (rank, (key, valeur)) in entries.iter().enumerate() {
                let _ = write!(out, "{}{key}: ", if rank > 0 { ", " } else { "" });
                flow(valeur, true, out, places);
            }
            out.push('}');
        }
    }
}

//! Lists: `|` as the schema has it, other separators where every part is a known value.

use crate::vocabulary::{Reading, Vocabulary};

use super::super::finding::Notes;
use super::words;

/// Separators that files use instead of `|`, the likeliest first.
const OTHERS: [char; 4] = [';', '\n', ',', '/'];

/// The parts of a cell, as the schema cuts it.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty())
}

/// Values of a list of the standard; what it does not know stays as written, for the reader to refuse.
pub(super) fn terms(cell: &str, list: &Vocabulary, notes: &mut Notes<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in parts(cell) {
        match known(part, list, notes).or_else(|| several_known(part, list, notes)) {
            Some(terms) => terms.into_iter().for_each(|term| add(&mut found, term.to_owned())),
            None => add(&mut found, part.to_owned()),
        }
    }
    found
}

/// The term a value names, told when it is not written as today.
fn known(value: &str, list: &Vocabulary, notes: &mut Notes<'_>) -> Option<Vec<&'static str>> {
    let reading = list.read(value);
    let term = reading.term()?;
    if term.code != value {
        let reason = match reading {
            Reading::Older(_) => "Cette valeur s’écrit autrement dans le schéma d’aujourd’hui.",
            _ => "La même valeur, telle que le schéma l’écrit.",
        };
        notes.corrected("valeur-ancienne", value, term.code, reason);
    }
    Some(vec![term.code])
}

/// The terms of a value cut at another separator, when it makes several and all are known.
fn several_known(
    value: &str,
    list: &Vocabulary,
    notes: &mut Notes<'_>,
) -> Option<Vec<&'static str>> {
    let cut = |separator: char| -> Option<Vec<&'static str>> {
        let parts = value.split(separator).map(str::trim).filter(|part| !part.is_empty());
        let terms: Option<Vec<_>> = parts.map(|part| Some(list.read(part).term()?.code)).collect();
        terms.filter(|terms| terms.len() > 1)
    };
    let (separator, terms) = OTHERS.iter().find_map(|&sign| Some((sign, cut(sign)?)))?;
    let sign =
        if separator == '\n' { "un saut de ligne".into() } else { format!("« {separator} »") };
    notes.corrected(
        "separateur",
        value,
        &terms.join("|"),
        format!("Les valeurs étaient séparées par {sign} au lieu de « | »."),
    );
    Some(terms)
}

/// Free words, cut at `|` only: their commas are theirs.
pub(super) fn several(cell: &str, notes: &mut Notes<'_>) -> Vec<String> {
    let mut found = Vec::new();
    parts(cell).filter_map(|part| words::line(part, notes)).for_each(|part| add(&mut found, part));
    found
}

/// Adds a value that is not there yet.
fn add(found: &mut Vec<String>, value: String) {
    if !found.contains(&value) {
        found.push(value);
    }
}

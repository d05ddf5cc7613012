//! What is said of a place becomes a record, by way of the reader of the national schema.

use crate::intake::columns::{COLUMNS, Holds};
use crate::intake::draft::{Draft, Form};
use crate::intake::header::Header;
use crate::intake::judge;
use crate::intake::national::{self, Refusal};
use crate::intake::sort::{ACTEUR, Sort};
use crate::intake::table::{Row, Shape};
use crate::record::Kind;
use crate::territory;
use crate::text::slug;

use super::keys::{self, Genre};
use super::settled::{Place, letters};

/// A record on its way, and what the file calls each of its keys.
pub(super) struct Record {
    /// The record.
    pub draft: Draft,
    /// Keys and columns.
    pub columns: Vec<(String, String)>,
}

/// The record of a place, in a guide that was chosen, or else first in the département of most rows.
pub(super) fn draft(
    place: &Place,
    line: usize,
    prefixe: &str,
    (guide, hint): (Option<&str>, Option<&str>),
) -> Result<Record, Refusal> {
    let column = |key: &str| {
        place.values.iter().find(|(name, _, _)| name == key).map(|(_, column, _)| column.clone())
    };
    let names = COLUMNS.map(|(key, _)| column(key).unwrap_or_else(|| key.to_owned()));
    let cells = COLUMNS.iter().map(|(key, holds)| cell(place, key, *holds)).collect();
    let header = Header::of_schema(names.to_vec());
    let row = Row { line, cells, shape: Shape::Whole };
    let mut draft = national::read(&header, &row, guide.or(hint))?;
    if let (None, Some(hint)) = (guide, hint) {
        tell_hint(&mut draft, hint, &row.cells[3], header.name("commune"));
    }
    with_prefix(&mut draft, prefixe, header.name("id"));
    for (key, _, values) in &place.values {
        if let Some((key, form)) = own(key) {
            put(&mut draft, key, form, values);
        }
    }
    let columns =
        place.values.iter().map(|(key, column, _)| (key.clone(), column.clone())).collect();
    Ok(Record { draft, columns })
}

/// A commune that only the other rows told from its homonyms is a doubt.
fn tell_hint(draft: &mut Draft, hint: &str, written: &str, column: &str) {
    let Some(commune) = draft.commune else { return };
    draft.add_code_if_needed(commune.departement);
    if draft.value("code_postal").is_some() || commune.departement != hint {
        return;
    }
    let alone = territory::find(written, None, None, None);
    if alone.is_ok_and(|alone| alone.code == commune.code) {
        return;
    }
    let reason =
        "Plusieurs communes ont porté ce nom ; celle du département des autres lignes est retenue.";
    let told = |finding: &crate::intake::finding::Finding| {
        finding.column == column && finding.code == "commune-deduite"
    };
    if !draft.findings.iter().any(told) {
        crate::intake::finding::Notes::about(column, &mut draft.findings).doubtful(
            "commune-deduite",
            written,
            Some(commune.nom),
            reason,
            "Vérifiez la commune.",
        );
    }
}

impl Record {
    /// What the file calls a key.
    pub fn column(&self, key: &str) -> String {
        let found = self.columns.iter().find(|(name, _)| name == key);
        found.map_or_else(|| key.to_owned(), |(_, column)| column.clone())
    }

    /// The YAML that jalon reads back without a mistake.
    pub fn judged(&mut self, departement: &str) -> Result<String, Refusal> {
        let columns = std::mem::take(&mut self.columns);
        let column = |key: &str| {
            let found = columns.iter().find(|(name, _)| name == key);
            found.map_or_else(|| key.to_owned(), |(_, column)| column.clone())
        };
        let sort = Sort { kind: Kind::Acteur, keys: &ACTEUR, column: &column };
        let body = judge::judge(&mut self.draft, &sort, departement);
        self.columns = columns;
        body
    }
}

/// A cell of the national schema.
fn cell(place: &Place, key: &str, holds: Holds) -> String {
    let values = place
        .values
        .iter()
        .find(|(name, _, _)| name == key)
        .map(|(_, _, values)| values.as_slice());
    let values = values.unwrap_or_default();
    match holds {
        Holds::Text => {
            let texts: Vec<&str> = values.iter().map(|text| text.trim_end_matches('\n')).collect();
            texts.join("\n\n")
        }
        _ => values.join("|"),
    }
}

/// An id that is only a number is one of the file, not of a place: what the mapping says stands before it.
fn with_prefix(draft: &mut Draft, prefixe: &str, column: &str) {
    let Some(id) = draft.value("id").map(str::to_owned) else { return };
    let whole = prefixed(prefixe, &id);
    if whole == id {
        return;
    }
    let reason = "Un numéro ne suffit pas à reconnaître un lieu parmi d’autres sources : le nom de celle-ci le précède.";
    crate::intake::finding::Notes::about(column, &mut draft.findings).corrected(
        "identifiant-prefixe",
        &id,
        &whole,
        reason,
    );
    if let Some(field) = draft.fields.iter_mut().find(|field| field.key == "id") {
        field.values = vec![whole];
    }
}

/// An id as records have it: one that is only a number has its source before it.
pub(super) fn prefixed(prefixe: &str, id: &str) -> String {
    let is_number = id.chars().all(|c| c.is_ascii_digit());
    if is_number { format!("{prefixe}{id}") } else { id.to_owned() }
}

/// A key that the national schema does not have, and how it is written.
fn own(key: &str) -> Option<(&'static str, Form)> {
    let written = ACTEUR.iter().find(|known| **known == key)?;
    let form = match keys::key(key)?.1 {
        Genre::Liste(_) | Genre::Mots => Form::List,
        Genre::Choix(_) | Genre::Texte | Genre::Tarif => Form::Text,
        _ => return None,
    };
    Some((written, form))
}

fn put(draft: &mut Draft, key: &'static str, form: Form, values: &[String]) {
    let nom = letters(&draft.nom);
    let other = |value: &&String| key != "autres_noms" || letters(value) != nom;
    let values: Vec<String> = values.iter().filter(other).cloned().collect();
    match form {
        Form::List => draft.put(key, form, values),
        _ if values.is_empty() => {}
        _ => {
            let texts: Vec<&str> = values.iter().map(|text| text.trim_end_matches('\n')).collect();
            let mut text = texts.join("\n\n");
            if text.contains('\n') {
                text.push('\n');
            }
            draft.put(key, form, Some(text));
        }
    }
}

/// What stands before the numbers of a file: its name without figures, `la-creuse-`.
pub(super) fn prefix_of(file: &str) -> String {
    let stem = file.split('.').next().unwrap_or_default();
    let words: String = stem.chars().map(|c| if c.is_ascii_digit() { '-' } else { c }).collect();
    format!("{}-", slug(&words))
}

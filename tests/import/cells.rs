//! The rule itself: every cell that holds something is found in the record of its row, or in the report.
//!
//! Nothing of the importer is used here: the file is read by the `csv` crate, records by the YAML reader,
//! the report as the JSON that programs get.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::diagnostic::Source;
use jalon::source::yaml::{self, Value};
use serde_json::Value as Json;

/// Files of a content folder, by path below it.
pub type Files = BTreeMap<String, String>;

/// Where the cells of a file were found.
#[derive(Debug, Default)]
pub struct Found {
    /// Rows read.
    pub rows: usize,
    /// Cells that hold something.
    pub cells: usize,
    /// Cells whose value is in the record.
    pub in_record: usize,
    /// Cells that only the report has, letter for letter.
    pub in_report: usize,
    /// Cells found nowhere.
    pub missing: Vec<String>,
}

/// Looks for every cell of a file of the national schema (UTF-8, commas), as the report calls it.
pub fn look(csv: &str, name: &str, files: &Files, report: &Json) -> Found {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let file = file_of(report, name);
    let mut found = Found::default();
    for (index, record) in reader.records().enumerate() {
        let record = record.unwrap();
        let row = &file["lignes"][index];
        let keys = row["fiche"].as_str().and_then(|path| files.get(path)).map(|text| keys(text));
        found.rows += 1;
        for (column, cell) in header.iter().zip(&record).filter(|(_, cell)| !cell.trim().is_empty())
        {
            found.cells += 1;
            let cell = tidy(cell);
            if keys.as_ref().is_some_and(|keys| is_in_record(column, &cell, keys)) {
                found.in_record += 1;
            } else if is_in_report(column, &cell, row, keys.as_ref()) {
                found.in_report += 1;
            } else {
                found.missing.push(format!("{name}:{}, {column} « {cell} »", row["ligne"]));
            }
        }
    }
    found
}

/// The report of one file.
pub fn file_of<'a>(report: &'a Json, name: &str) -> &'a Json {
    let files = report["fichiers"].as_array().unwrap();
    files.iter().find(|file| file["fichier"] == name).unwrap()
}

/// The texts of each key of a record.
pub fn keys(text: &str) -> BTreeMap<String, Vec<String>> {
    let source = Arc::new(Source { path: "fiche.yaml".into(), text: text.to_owned() });
    let documents = yaml::documents(&source);
    assert_eq!(documents.diagnostics, [], "{text}");
    let Value::Map(entries) = &documents.nodes[0].value else { panic!("{text}") };
    let text = |value: &Value| match value {
        Value::Text(text) => text.trim().to_owned(),
        other => panic!("{other:?}"),
    };
    let texts = |value: &Value| match value {
        Value::List(items) => items.iter().map(|item| text(&item.value)).collect(),
        Value::Map(entries) => entries.iter().map(|(_, node)| text(&node.value)).collect(),
        value => vec![text(value)],
    };
    entries.iter().map(|(key, node)| (key.name.clone(), texts(&node.value))).collect()
}

/// The same text for Windows and others, without the blanks around it.
fn tidy(cell: &str) -> String {
    cell.replace("\r\n", "\n").trim().to_owned()
}

/// Whether the record says what the cell says: the same text, the same values, the same phone number.
fn is_in_record(column: &str, cell: &str, keys: &BTreeMap<String, Vec<String>>) -> bool {
    let Some(values) = keys.get(column) else { return false };
    let whole = [cell.to_owned()];
    let same_phone =
        column == "telephone" && values.iter().any(|value| digits(value) == digits(cell));
    let mut parts = cell.split('|').map(str::trim).filter(|part| !part.is_empty());
    let is_list = values.len() > 1 || cell.contains('|') && values.as_slice() != whole;
    same_phone
        || values.as_slice() == whole
        || is_list && parts.all(|part| values.iter().any(|value| value == part))
}

/// The figures of a number, dialled from France: `+33546` is `0546`.
fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    match digits.strip_prefix("+33").or(digits.strip_prefix("0033")) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}

/// Whether the report quotes the cell: whole, or each of its parts that is not in the record.
fn is_in_report(
    column: &str,
    cell: &str,
    row: &Json,
    keys: Option<&BTreeMap<String, Vec<String>>>,
) -> bool {
    let said: Vec<String> = ["champs", "cellules"]
        .iter()
        .flat_map(|key| row[*key].as_array().into_iter().flatten())
        .filter(|one| one["colonne"] == column)
        .map(|one| tidy(one["valeur"].as_str().unwrap()))
        .collect();
    let kept = |part: &str| {
        keys.and_then(|keys| keys.get(column))
            .is_some_and(|values| values.iter().any(|value| value == part))
    };
    let whole = said.iter().any(|value| value == cell);
    let parts = || cell.split('|').map(str::trim).filter(|part| !part.is_empty());
    whole
        || (!said.is_empty()
            && parts().all(|part| kept(part) || said.iter().any(|value| value == part)))
}

#[cfg(test)]
mod honest {
    use super::*;

    const RECORD: &str = "nom: Mairie\nservices: [Gratuit, Payant]\ntelephone: 05 46 00 00 00\n";

    fn missing(csv: &str, row: Json) -> Vec<String> {
        let files = Files::from([("a.yaml".to_owned(), RECORD.to_owned())]);
        let report = serde_json::json!({"fichiers": [{"fichier": "f", "lignes": [row]}]});
        look(csv, "f", &files, &report).missing
    }

    #[test]
    fn a_cell_that_is_lost_is_seen() {
        let row = || serde_json::json!({"ligne": 2, "fiche": "a.yaml"});
        assert!(
            missing("nom,telephone,services\nMairie,+33546000000,Payant|Gratuit\n", row())
                .is_empty()
        );
        for csv in [
            "nom\nMairie de Poitiers\n",
            "nom\nMair\n",
            "telephone\n0546000001\n",
            "services\nGratuit|Autre\n",
            "autre\nMairie\n",
        ] {
            assert_eq!(missing(csv, row()).len(), 1, "{csv}");
        }
        let said =
            serde_json::json!({"ligne": 2, "champs": [{"colonne": "autre", "valeur": "Mairie"}]});
        assert!(missing("autre\nMairie\n", said).is_empty());
        let elsewhere =
            serde_json::json!({"ligne": 2, "champs": [{"colonne": "nom", "valeur": "Mairie"}]});
        assert_eq!(missing("autre\nMairie\n", elsewhere).len(), 1);
    }
}

//! Whatever a file of anybody's own holds: nothing is lost, what is written reads back, and again changes nothing.

use std::sync::Arc;

use jalon::diagnostic::Source;
use jalon::source::yaml::{self, Node, Value};
use jalon::text::fold;
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::scene::{Scene, json};

/// Columns as files of territories call them, with what is usual in them.
const COLUMNS: [(&str, &[&str]); 18] = [
    ("Lieu", &["Médiathèque", "Maison de quartier", "Bus - [Place]", ""]),
    ("Ville", &["Poitiers", "POITIERS", "Lusignan", "Nulle-Part"]),
    ("Code postal", &["86000", "86600", "86 000", "1000"]),
    (
        "Adresse postale",
        &["8 rue A - 86000 Poitiers", "Place du Marché", "3 rue B\n86600 Lusignan"],
    ),
    ("Tel fixe", &["0549000000", "05.49.00.00.00 / 05 49 00 00 01", "549000000", "demander"]),
    ("Tel mobile", &["06 39 98 00 00", "639980000", "-"]),
    ("E-mail", &["accueil@exemple.fr", "a@exemple.fr; b@exemple.fr", "@"]),
    ("Coord. X", &["46.58", "46,58", "497000", "ici"]),
    ("Coord. Y", &["0.34", "0,34", "6613000", "0"]),
    ("h_lundi", &["09:00 - 12:00 / 14:00 - 17:00", "fermé", "00:00 - 00:00", "le matin"]),
    ("h_mardi", &["9h-12h", "14h/17h", "09:00 - 12:00"]),
    ("Horaires", &["Lun/mar: 9h/12h", "Quotidien", "mardi 9h-12h", "9h-12h"]),
    ("services", &["Accès à Internet / Poterie", "{Gratuit,\"Accès à du matériel\"}", "Souvent"]),
    ("Individuellement", &["X", "x", "non", "peut-être"]),
    ("Tarifs", &["gratuit", "10 euros", "-"]),
    ("Description", &["<p>Bonjour</p>", "ligne 1\nligne 2", "R&amp;D"]),
    ("Pôle territorial", &["Graves", "Nord"]),
    ("result_score", &["0.75", "0.9"]),
];

/// Cells of any column.
const ANYWHERE: [&str; 12] = [
    "",
    " ",
    "NC",
    "#N/D",
    "'=1+1",
    "X",
    "0",
    "---\nnom: piège",
    "# \"guillemets\" et \\ barres",
    "é\u{fffd}\u{200b}\u{a0}",
    "{\"lat\": 46.5, \"lon\": [1, 2]}",
    "a|b;c/d,e\nf",
];

fn cell(column: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(COLUMNS[column].1.to_vec()).prop_map(str::to_owned),
        2 => prop::sample::select(ANYWHERE.to_vec()).prop_map(str::to_owned),
        1 => any::<String>().prop_map(|text| text.replace('\0', "")),
    ]
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row: Vec<_> = (0..COLUMNS.len()).map(cell).collect();
    prop::collection::vec(row, 1..7)
}

/// What the staff may say of the columns: nothing, or that rows are services, or stops.
const MAPPINGS: [Option<&str>; 3] = [
    None,
    Some(
        "lignes: service\ncolonnes: {Lieu: nom, Ville: commune, Adresse postale: adresse_complete, Tel fixe: telephone, Tel mobile: telephone, Horaires: horaires, services: services, Tarifs: tarif, Description: presentation_detail}\n",
    ),
    Some(
        "lignes: arrêt\ncolonnes: {Lieu: nom, Ville: commune, Adresse postale: adresse, Tel fixe: telephone, Horaires: horaires, h_lundi: horaires.semaines, Coord. X: latitude, Coord. Y: longitude, Description: presentation_detail}\n",
    ),
];

fn csv(rows: &[Vec<String>]) -> String {
    let mut writer =
        csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().map(|(name, _)| name)).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_cell_is_lost_whatever_the_columns(rows in rows(), mapping in prop::sample::select(MAPPINGS.to_vec())) {
        let mut scene = Scene { mapping: mapping.map(mapping_of), ..Scene::default() };
        let text = csv(&rows);
        let imported = scene.import("lieux.csv", &text);
        let report = json(&imported);
        let file = &report["fichiers"][0];
        prop_assume!(file["illisible"].is_null());
        // Rows that hold nothing are no rows.
        let filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        for (row, told) in rows.iter().filter(filled).zip(file["lignes"].as_array().unwrap()) {
            let record = told["fiche"].as_str().map(|path| texts(&scene.files[path])).unwrap_or_default();
            for ((column, _), cell) in COLUMNS.iter().zip(row).filter(|(_, cell)| !cell.trim().is_empty()) {
                prop_assert!(is_somewhere(column, cell, told, &record), "{column} « {cell} »\n{told:#}\n{record:#?}");
            }
        }
        prop_assert_eq!(scene.errors(), [] as [String; 0]);
        let again = scene.import("lieux.csv", &text);
        prop_assert_eq!(again.outputs, []);
    }
}

/// A mapping from its text.
pub fn mapping_of(text: &str) -> jalon::intake::Correspondance {
    let source = Arc::new(Source { path: "correspondance.yaml".into(), text: text.into() });
    jalon::intake::correspondance(&source).unwrap()
}

/// Every text of a record, wherever it stands in it.
fn texts(text: &str) -> Vec<String> {
    let source = Arc::new(Source { path: "fiche.yaml".into(), text: text.into() });
    let documents = yaml::documents(&source);
    assert_eq!(documents.diagnostics, [], "{text}");
    let mut found = Vec::new();
    documents.nodes.iter().for_each(|node| gather(node, &mut found));
    found
}

fn gather(node: &Node, found: &mut Vec<String>) {
    match &node.value {
        Value::Text(text) => found.push(text.clone()),
        Value::List(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Map(entries) => entries.iter().for_each(|(_, node)| gather(node, found)),
        Value::Empty => {}
    }
}

/// Whether the report quotes a cell letter for letter under its column.
fn is_quoted(column: &str, cell: &str, told: &Json) -> bool {
    let said =
        ["champs", "cellules"].iter().flat_map(|key| told[*key].as_array().into_iter().flatten());
    said.filter(|one| one["colonne"] == column).any(|one| one["valeur"] == cell.trim())
}

/// Whether the report quotes a cell under its column, whole or in all its parts, or the record says the same letters.
fn is_somewhere(column: &str, cell: &str, told: &Json, record: &[String]) -> bool {
    // A nested object stands in columns of its own: each of its values is looked for.
    if let Ok(Json::Object(object)) = serde_json::from_str(cell) {
        return object.values().all(|value| {
            let text = match value {
                Json::Array(items) => {
                    items.iter().map(Json::to_string).collect::<Vec<_>>().join("|")
                }
                Json::String(text) => text.clone(),
                other => other.to_string(),
            };
            is_somewhere(column, &text, told, record)
        }) || is_quoted(column, cell, told);
    }
    let tidy = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    let cell = tidy(cell);
    let quoted: Vec<String> = ["champs", "cellules"]
        .iter()
        .flat_map(|key| told[*key].as_array().into_iter().flatten())
        .filter(|one| {
            one["colonne"]
                .as_str()
                .is_some_and(|name| name.split('.').next() == column.split('.').next())
        })
        .map(|one| tidy(one["valeur"].as_str().unwrap()))
        .collect();
    let letters: String = letters(&cell);
    let same = |text: &String| !letters.is_empty() && self::letters(text).contains(&letters);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let phone = |text: &String| {
        digits(&cell).len() > 3 && digits(text).ends_with(digits(&cell).trim_start_matches("33"))
    };
    // Hours by day are written together: the same hours, whatever their form.
    let hours = |text: &String| {
        column.starts_with("h_")
            && !minutes(&cell).is_empty()
            && minutes(&cell).iter().all(|one| minutes(text).contains(one))
    };
    quoted.contains(&cell)
        || record.iter().any(|text| tidy(text) == cell)
        || record.iter().any(|text| same(text) || phone(text) || hours(text))
        || parts(&cell).iter().all(|part| {
            quoted.iter().any(|one| one.contains(part))
                || record.iter().any(|text| self::letters(text) == self::letters(part))
        }) && !quoted.is_empty()
}

fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn parts(cell: &str) -> Vec<&str> {
    cell.split(['|', ';', '/', ',', '\n', '{', '}', '"'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// The hours of a text, in minutes.
fn minutes(text: &str) -> Vec<u32> {
    let spaced = text.replace(['h', ':'], " h");
    let mut found = Vec::new();
    let words: Vec<&str> = spaced
        .split(|c: char| c.is_whitespace() || "-/,;".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    for (at, word) in words.iter().enumerate() {
        if let (Ok(hour), Some(rest)) =
            (word.parse::<u32>(), words.get(at + 1).and_then(|next| next.strip_prefix('h')))
        {
            found.push(hour * 60 + rest.parse::<u32>().unwrap_or(0));
        }
    }
    found
}

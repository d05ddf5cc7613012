//! The page of the fields of open data, written from the schema that is published with them.

use std::fmt::Write as _;

use jalon::text::slug;
use jalon::vocabulary;
use serde_json::Value;

use crate::reference::{head, held};
use crate::support::repository;
use crate::values::address;

/// The parts of the whole guide, with the definition of each.
const PARTS: [(&str, &str); 13] = [
    ("acteurs", "acteur"),
    ("evenements", "evenement"),
    ("passages", "passage"),
    ("communes", "commune"),
    ("intercommunalites", "intercommunalite"),
    ("territoires", "territoire"),
    ("dispositifs", "dispositif"),
    ("renvoi", "renvoi"),
    ("lieu", "lieu"),
    ("jour", "jour"),
    ("reserve_a", "reserve_a"),
    ("verifie", "verifie"),
    ("termine", "termine"),
];

#[test]
fn the_page_of_fields_is_the_schema() {
    let schema = std::fs::read(repository().join("src/edition/donnees/guide.schema.json")).unwrap();
    let schema: Value = serde_json::from_slice(&schema).unwrap();
    let mut text = head(
        "Les champs des données ouvertes",
        "Chaque champ du fichier guide.json, tel que le décrit son schéma.",
    );
    let _ = writeln!(text, "Page écrite par jalon lui-même. {}", said(&schema));
    text.push_str("\n## En tête\n\n| champ | valeur | ce que c’est |\n|---|---|---|\n");
    rows(&schema, "", &mut text);
    for (title, name) in PARTS {
        let part = &schema["$defs"][name];
        let _ = writeln!(text, "\n## {title}\n\n{}\n", said(part));
        text.push_str("| champ | valeur | ce que c’est |\n|---|---|---|\n");
        rows(part, "", &mut text);
    }
    held("36-champs-donnees-ouvertes.md", &text);
}

/// What is said of a part.
fn said(part: &Value) -> &str {
    part["description"].as_str().unwrap()
}

/// A line for each field, those of a thing in a thing after it.
fn rows(part: &Value, before: &str, text: &mut String) {
    let required = |key: &str| {
        let required = part["required"].as_array();
        required.is_some_and(|keys| keys.iter().any(|one| one == key))
    };
    for (key, field) in part["properties"].as_object().unwrap() {
        let always = if required(key) { ", toujours là" } else { "" };
        let _ = writeln!(text, "| `{before}{key}` | {}{always} | {} |", value(field), said(field));
        let inside = if field["items"].is_object() { &field["items"] } else { field };
        if inside["properties"].is_object() {
            rows(inside, &format!("{before}{key}."), text);
        }
    }
}

/// What a field holds, in words.
fn value(field: &Value) -> String {
    if let Some(values) = field["enum"].as_array() {
        let values: Vec<String> =
            values.iter().map(|one| format!("« {} »", one.as_str().unwrap())).collect();
        return values.join(" ou ");
    }
    if let Some(to) = field["$ref"].as_str() {
        return followed(to.strip_prefix("#/$defs/").unwrap());
    }
    match field["type"].as_str().unwrap() {
        "array" if field["items"]["$ref"].is_string() => {
            format!("liste, {}", value(&field["items"]))
        }
        "array" if field["items"]["type"] == "object" => "liste de fiches".into(),
        "array" => "liste de textes".into(),
        "object" => "fiche".into(),
        "boolean" => "vrai ou faux".into(),
        "number" => "nombre".into(),
        "integer" => "nombre entier".into(),
        _ if field["format"] == "date" => "jour, `2026-12-08`".into(),
        _ if field["format"] == "uri" || field["format"] == "uri-reference" => "adresse".into(),
        _ => "texte".into(),
    }
}

/// A definition, as a link to where it is told.
fn followed(name: &str) -> String {
    let own = |list: &&&vocabulary::Vocabulary| {
        list.name.replace('.', "_") == name || list.name.rsplit('.').next() == Some(name)
    };
    let list = vocabulary::ALL.iter().find(own);
    match (name, list) {
        (_, Some(list)) => format!("[valeur de liste]({})", address(list)),
        ("creneau", _) => "heures, `14:00-16:00`".into(),
        ("jour_etat", _) => "état d’un événement ou d’un changement".into(),
        _ => {
            let (title, _) = PARTS.iter().find(|(_, known)| *known == name).unwrap();
            format!("[{title}](#{})", slug(title))
        }
    }
}

//! No cell lost: every value of an export is in the record of its event, or quoted in the report.
//!
//! Nothing of the importer is used here: the file is walked as JSON, the record read as a text.

use serde_json::Value as Json;

use super::vienne;
use crate::cells::Files;
use crate::scene::json;

/// Every value that says something, with its path.
fn leaves(value: &Json, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        Json::Null | Json::Bool(false) => {}
        Json::Bool(true) => out.push((path.to_owned(), "true".to_owned())),
        Json::Number(number) => out.push((path.to_owned(), number.to_string())),
        Json::String(text) if text.trim().is_empty() => {}
        Json::String(text) => out.push((path.to_owned(), text.trim().to_owned())),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &format!("{path}[{index}]"), out);
            }
        }
        Json::Object(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                leaves(value, &path, out);
            }
        }
    }
}

/// Letters and figures alone, without accents: how a value is looked for in a text.
fn plain(text: &str) -> String {
    let folded = jalon::text::fold(text);
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The figures of a phone number dialled from France.
fn dialled(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let sign = value.chars().all(|c| c.is_ascii_digit() || "+ .-()".contains(c));
    (sign && digits.len() >= 9).then(|| format!("0{}", &digits[digits.len() - 9..]))
}

/// The values of an export that are found nowhere.
pub fn missing(export: &Json, files: &Files, report: &Json, name: &str) -> (usize, Vec<String>) {
    let events = export.get("events").unwrap_or(export).as_array().unwrap();
    let told = crate::cells::file_of(report, name)["lignes"].as_array().unwrap();
    assert_eq!(events.len(), told.len());
    let mut count = 0;
    let mut missing = Vec::new();
    for (event, row) in events.iter().zip(told) {
        let record = row["fiche"].as_str().and_then(|path| files.get(path));
        let record = plain(record.map_or("", |text| text.split_once('\n').unwrap().1));
        let quoted = |path: &str, value: &str| {
            ["champs", "cellules"].iter().any(|key| {
                let said = row[*key].as_array().into_iter().flatten();
                said.into_iter().any(|one| {
                    one["colonne"] == path && one["valeur"].as_str().unwrap().trim() == value
                })
            })
        };
        let mut all = Vec::new();
        leaves(event, "", &mut all);
        for (path, value) in all {
            count += 1;
            let in_record = !plain(&value).is_empty() && record.contains(&plain(&value));
            let phone = dialled(&value).is_some_and(|number| record.contains(&number));
            if !in_record && !phone && !quoted(&path, &value) {
                missing.push(format!("{}, {path} « {value} »", row["ligne"]));
            }
        }
    }
    (count, missing)
}

#[test]
fn every_value_of_an_export_is_found_again() {
    let text = include_str!("openagenda.json");
    let mut scene = vienne();
    let imported = scene.import("export.json", text);
    let export: Json = serde_json::from_str(text).unwrap();
    let (count, missing) = missing(&export, &scene.files, &json(&imported), "export.json");
    assert_eq!(missing, [] as [String; 0]);
    assert_eq!(count, 108);
}

#[test]
fn a_value_that_is_lost_is_seen() {
    let export = serde_json::json!([{"uid": 1, "autre": "Perdu", "b": ["x", "y"]}]);
    let report = serde_json::json!({"fichiers": [{"fichier": "f", "lignes": [
        {"ligne": 1, "champs": [{"colonne": "uid", "valeur": "1"}, {"colonne": "b[1]", "valeur": "y"}]}
    ]}]});
    let (count, missing) = missing(&export, &Files::new(), &report, "f");
    assert_eq!((count, missing), (4, vec!["1, autre « Perdu »".into(), "1, b[0] « x »".into()]));
}

#[test]
fn every_property_of_a_calendar_is_found_again() {
    let text = include_str!("agenda.ics");
    let mut scene = vienne();
    let imported = scene.import("agenda.ics", text);
    let report = json(&imported);
    let rows = report["fichiers"][0]["lignes"].as_array().unwrap();
    let records: String =
        rows.iter().map(|row| scene.record(row["fiche"].as_str().unwrap())).collect();
    let said: Vec<String> = rows
        .iter()
        .flat_map(|row| ["champs", "cellules"].map(|key| row[key].as_array().cloned()))
        .flatten()
        .flatten()
        .map(|one| plain(one["valeur"].as_str().unwrap()))
        .collect();
    let unfolded = text.replace("\n ", "");
    let inside = unfolded.split("BEGIN:VEVENT\n").skip(1);
    let mut looked = 0;
    for line in inside.flat_map(|event| event.split("END:VEVENT").next().unwrap().lines()) {
        let (name, value) = line.split_once(':').unwrap();
        if ["BEGIN", "END", "ACTION"].contains(&name) {
            continue;
        }
        // The words of a place and of a list are parted.
        for part in value.replace("mailto:", "").split(['\\', ',', ';']).map(plain) {
            looked += 1;
            // A postal code stands under its own key.
            let coded =
                part.get(5..).filter(|_| part.starts_with("86") && records.contains(&part[..5]));
            let found = plain(&records).contains(coded.unwrap_or(&part))
                || said.iter().any(|one| one.contains(&part));
            assert!(found, "{line}: {part}");
        }
    }
    assert!(looked > 50, "{looked}");
}

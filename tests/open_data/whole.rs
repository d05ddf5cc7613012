//! The whole guide: every documented field is written, every written one is documented, nothing private is.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::full::{SECRETS, desk};
use crate::schema::schema;
use crate::support::tree;

/// Fields by the definition of the schema that they are of: `jour.horaires`, `acteur.acces_libre.postes`.
struct Fields<'s> {
    schema: &'s Value,
    found: BTreeSet<String>,
}

impl<'s> Fields<'s> {
    fn of(schema: &'s Value) -> Self {
        Self { schema, found: BTreeSet::new() }
    }

    /// What a part of the schema leads to, and its name.
    fn followed(&self, part: &'s Value, name: &str) -> (&'s Value, String) {
        match part["$ref"].as_str() {
            Some(to) => {
                let name = to.strip_prefix("#/$defs/").unwrap();
                (&self.schema["$defs"][name], name.to_owned())
            }
            None => (part, name.to_owned()),
        }
    }

    /// Goes through a value as the schema says it is.
    fn written(&mut self, value: &Value, part: &'s Value, name: &str) {
        let (part, name) = self.followed(part, name);
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    self.found.insert(format!("{name}.{key}"));
                    self.written(value, &part["properties"][key], &format!("{name}.{key}"));
                }
            }
            Value::Array(items) => {
                items.iter().for_each(|item| self.written(item, &part["items"], &name));
            }
            _ => {}
        }
    }

    /// Goes through the schema.
    fn documented(&mut self, part: &'s Value, name: &str) {
        let (part, name) = self.followed(part, name);
        if let Value::Object(fields) = &part["properties"] {
            for (key, value) in fields {
                if self.found.insert(format!("{name}.{key}")) {
                    self.documented(value, &format!("{name}.{key}"));
                }
            }
        }
        if part["items"].is_object() {
            self.documented(&part["items"], &name);
        }
    }
}

#[test]
fn every_field_is_documented_and_every_documented_field_is_written() {
    let desk = desk();
    let built = desk.build();
    // One agreement has run out, and that is all there is to say.
    let said = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(
        said.starts_with("attention[accord-expire]") && said.matches("à faire").count() == 1,
        "{said}"
    );
    let text = desk.read("output/86-vienne/donnees/guide.json");
    let schema = schema();
    let (mut written, mut known) = (Fields::of(&schema), Fields::of(&schema));
    written.written(&serde_json::from_str(&text).unwrap(), &schema, "");
    known.documented(&schema, "");
    let undocumented: Vec<&String> = written.found.difference(&known.found).collect();
    let unwritten: Vec<&String> = known.found.difference(&written.found).collect();
    assert!(known.found.len() > 200, "{} fields were read", known.found.len());
    assert!(undocumented.is_empty() && unwritten.is_empty(), "{undocumented:#?}\n{unwritten:#?}");
}

#[test]
fn nothing_private_is_in_any_file() {
    let desk = desk();
    desk.build();
    let output = tree(&desk.path().join("output"));
    let data: Vec<_> =
        output.iter().filter(|(path, _)| path.starts_with("86-vienne/donnees/")).collect();
    assert_eq!(data.len(), 8, "{:?}", data.iter().map(|(path, _)| path).collect::<Vec<_>>());
    for (path, bytes) in data {
        let text = String::from_utf8_lossy(bytes);
        for secret in SECRETS {
            assert!(!text.contains(secret), "{path} : {secret}");
        }
    }
    let whole = desk.read("output/86-vienne/donnees/guide.json");
    assert!(whole.contains("Personne D'accord"), "who agreed is named until the day said");
}

/// Judges that are not ours read the same guide: `JALON_DONNEES` names where to put it (see `tests/run`).
#[test]
fn the_guide_that_says_everything_is_handed_to_other_judges() {
    let desk = desk();
    desk.build();
    let files = tree(&desk.path().join("output"));
    assert!(files.contains_key("86-vienne/donnees/guide.schema.json"));
    let Some(folder) = std::env::var_os("JALON_DONNEES").map(std::path::PathBuf::from) else {
        return;
    };
    for (path, bytes) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// The ids of the things of a GeoJSON file, of a table, of a list of the whole guide.
fn ids(text: &str, list: &str) -> BTreeSet<String> {
    let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => value[list].as_array().unwrap().iter().map(id).collect(),
        Err(_) => {
            let mut table = csv::Reader::from_reader(text.as_bytes());
            table.records().map(|row| row.unwrap()[0].to_owned()).collect()
        }
    }
}

#[test]
fn the_files_hold_the_same_things() {
    let desk = desk();
    desk.build();
    let file = |name: &str| desk.read(&format!("output/86-vienne/donnees/{name}"));
    let whole = file("guide.json");
    let all = ["bus", "fini", "hote", "reseau", "tout-ce-qui-se-dit"].map(String::from).to_vec();
    assert_eq!(ids(&whole, "acteurs").into_iter().collect::<Vec<_>>(), all);
    let open: Vec<String> = ["bus", "hote", "tout-ce-qui-se-dit"].map(String::from).to_vec();
    assert_eq!(ids(&file("acteurs.csv"), "").into_iter().collect::<Vec<_>>(), open);
    assert_eq!(ids(&file("lieux.geojson"), "features").into_iter().collect::<Vec<_>>(), open);
    let passages = ids(&whole, "passages");
    assert_eq!(passages.len(), 3);
    assert_eq!(ids(&file("passages.csv"), ""), passages);
    assert_eq!(ids(&file("passages.geojson"), "features"), passages);
    let to_come: Vec<String> = ["parcours", "rendez-vous", "semaine"].map(String::from).to_vec();
    assert_eq!(ids(&file("evenements.csv"), "").into_iter().collect::<Vec<_>>(), to_come);
    assert!(ids(&whole, "evenements").contains("passe"), "a past event keeps its page");
}

#[test]
fn pages_are_whole_addresses_where_they_are_known() {
    let desk = desk();
    desk.build();
    let whole = desk.read("output/86-vienne/donnees/guide.json");
    assert!(whole.contains("\"page\":\"https://guide.exemple.fr/vienne/acteurs/bus.html\""));
    assert!(!whole.contains("\"page\":\"../"), "an address is still relative");
}

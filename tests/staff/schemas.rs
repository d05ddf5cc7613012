//! `jalon schema` and `jalon init` set an editor up; what the schemas say is judged by `tests/browser/schemas.mjs`.

use std::collections::BTreeSet;

use serde_json::Value;

use jalon::record::catalogue::Field;
use jalon::record::{Kind, catalogue};
use jalon::schema::schemas;

use crate::support::{Desk, repository, tree};

/// Keys with their paths, as the readers ask for them.
fn asked(fields: &[Field], above: &str, out: &mut BTreeSet<String>) {
    for field in fields {
        let path = format!("{above}/{}", field.name);
        asked(&field.inner, &path, out);
        out.insert(path);
    }
}

/// Keys with their paths, as a schema has them, in whichever alternative.
fn told(schema: &Value, above: &str, out: &mut BTreeSet<String>) {
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{above}/{name}");
        assert!(
            inner["description"].as_str().is_some_and(|about| about.ends_with(['.', '…'])),
            "{path}"
        );
        told(inner, &path, out);
        out.insert(path);
    }
    for way in schema["anyOf"].as_array().into_iter().flatten() {
        told(way, above, out);
    }
    if schema["items"].is_object() {
        told(&schema["items"], above, out);
    }
}

#[test]
fn every_key_of_every_reader_is_in_its_schema_and_no_other() {
    for ((kind, name), schema) in Kind::WRITTEN.iter().zip(schemas()) {
        assert_eq!(schema.file, format!("{name}.json"));
        let (mut keys, mut found) = (BTreeSet::new(), BTreeSet::new());
        asked(&catalogue(*kind), "", &mut keys);
        let schema: Value = serde_json::from_str(&schema.text).unwrap();
        told(&schema["definitions"]["fiche"], "", &mut found);
        assert_eq!(found, keys, "{name}");
    }
}

#[test]
fn what_every_record_must_have_is_required() {
    let required = |file: &str| {
        let all = schemas();
        let found = all.iter().find(|schema| schema.file == file).unwrap();
        let schema: Value = serde_json::from_str(&found.text).unwrap();
        schema["definitions"]["fiche"]["required"].to_string()
    };
    assert_eq!(required("acteur.json"), r#"["nom"]"#);
    assert_eq!(required("guide.json"), r#"["titre","editeur","departement"]"#);
    assert_eq!(required("numeros-utiles.json"), r#"["numero","nom","pour_quoi"]"#);
    assert_eq!(required("page.json"), r#"["titre"]"#);
}

#[test]
fn every_file_of_the_examples_is_spoken_of_by_one_schema() {
    let globs: Vec<String> = schemas().into_iter().flat_map(|schema| schema.globs).collect();
    // « ** » is any number of folders, « * » one name: all that our patterns use.
    let matches = |glob: &str, path: &str| {
        let (head, tail) = glob.split_once("/**/").unwrap_or((glob, ""));
        let parts: Vec<&str> = path.split('/').collect();
        let heads: Vec<&str> = head.split('/').collect();
        let same = |(a, b): (&&str, &&str)| *a == "*" || a == b;
        let starts = parts.len() >= heads.len() && heads.iter().zip(&parts).all(same);
        match tail {
            "" => starts && parts.len() == heads.len(),
            _ => starts && parts.len() > heads.len() && path.ends_with(&tail[1..]),
        }
    };
    for path in tree(&repository().join("content")).keys().filter(|path| path.ends_with(".yaml")) {
        let path = format!("content/{path}");
        assert_eq!(globs.iter().filter(|glob| matches(glob, &path)).count(), 1, "{path}");
    }
}

#[test]
fn an_editor_is_set_up_and_what_is_there_stays() {
    let desk = Desk::with(&[]);
    desk.write(".editorconfig", "root = true\n");
    let said = String::from_utf8(desk.jalon(&["schema"]).stdout).unwrap();
    assert_eq!(
        said,
        "13 schémas dans .jalon/schemas.\n\
         Réglages d’éditeur ajoutés : .vscode/settings.json, .vscode/extensions.json.\n\
         Déjà là, laissés tels quels : .editorconfig.\n"
    );
    assert_eq!(desk.read(".editorconfig"), "root = true\n");
    let settings: Value = serde_json::from_str(&desk.read(".vscode/settings.json")).unwrap();
    let of = settings["yaml.schemas"].as_object().unwrap();
    assert_eq!(of.len(), 12, "a head of Markdown is no file of YAML");
    for file in of.keys() {
        assert!(desk.path().join(file).is_file(), "{file}");
    }
    assert_eq!(
        desk.jalon(&["schema", "acteur"]).stdout,
        desk.read(".jalon/schemas/acteur.json").into_bytes()
    );
    let wrong = desk.jalon(&["schema", "actteur"]);
    assert_eq!(
        String::from_utf8(wrong.stderr).unwrap(),
        "erreur: « actteur » n’est pas une sorte de fiche.\nà faire: Vouliez-vous dire « acteur » ?\n"
    );
    let fresh = Desk::empty();
    assert!(fresh.jalon(&["init", "--departement", "86"]).status.success());
    assert_eq!(fresh.read(".jalon/schemas/acteur.json"), desk.read(".jalon/schemas/acteur.json"));
    assert_eq!(fresh.read(".vscode/settings.json"), desk.read(".vscode/settings.json"));
}

//! The readers' tables as JSON Schemas: an editor proposes keys and values and underlines mistakes while one writes.
//!
//! A schema is a help, `jalon check` the judge: what a value means (a commune, a rule of hours, another record) is
//! beyond it, and an older wording that `check` only remarks on is underlined.

mod value;

use serde_json::{Map, Value, json};

use crate::record::catalogue::Field;
use crate::record::{Kind, catalogue};

/// The folder of schemas, beside the content.
pub const FOLDER: &str = ".jalon/schemas";

/// What the schema language itself is: the one that editors know best.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The schema of one kind of file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Name of its file.
    pub file: String,
    /// The files it speaks of, below the folder that holds `content/`; none for heads of Markdown pages.
    pub globs: Vec<String>,
    /// Its text.
    pub text: String,
}

/// The schemas of every kind written in keys, in the order of the manual.
pub fn schemas() -> Vec<Schema> {
    Kind::WRITTEN.iter().map(|(kind, name)| schema(*kind, name)).collect()
}

fn schema(kind: Kind, name: &str) -> Schema {
    let mut text = serde_json::to_string_pretty(&file(kind, name)).unwrap_or_default();
    text.push('\n');
    Schema { file: format!("{name}.json"), globs: globs(kind), text }
}

/// A file holds a record or a list of records.
fn file(kind: Kind, name: &str) -> Value {
    json!({
        "$schema": DRAFT,
        "title": format!("jalon : {name}"),
        "description": format!(
            "Écrit par « jalon schema », version {} ; refait à chaque fois.", env!("CARGO_PKG_VERSION")
        ),
        "if": { "type": "array" },
        "then": { "items": { "$ref": "#/definitions/fiche" } },
        "else": { "$ref": "#/definitions/fiche" },
        "definitions": { "fiche": keys(&catalogue(kind)) },
    })
}

/// A map of these keys and no other.
fn keys(fields: &[Field]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.to_owned(), key(field))).collect();
    let required: Vec<&str> =
        fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut map = json!({ "type": ["object", "null"], "properties": properties });
    if !required.is_empty() {
        map["required"] = json!(required);
    }
    map["additionalProperties"] = json!(false);
    map
}

/// What a key takes, with its meaning in French.
fn key(field: &Field) -> Value {
    let about = match field.required {
        true => format!("{} Obligatoire.", field.about),
        false => field.about.to_owned(),
    };
    let mut schema = json!({ "description": about });
    let one = one(field);
    let many = json!([one, { "type": "array", "items": one }]);
    match (field.many, one) {
        (true, _) => schema["anyOf"] = many,
        (false, Value::Object(one)) => {
            for (keyword, value) in one {
                schema[keyword] = value;
            }
        }
        (false, _) => {}
    }
    if let Some(sample) = value::sample(field) {
        schema["examples"] = json!([sample]);
    }
    schema
}

/// One value of a key.
fn one(field: &Field) -> Value {
    if field.inner.is_empty() {
        return value::of(field.shape, !field.required);
    }
    let keys = keys(&field.inner);
    if let Some(plain) = field.shape.strip_suffix(", ou clés") {
        return json!({ "anyOf": [value::of(plain, true), keys] });
    }
    // « [France Services, {nom: CNFS, depuis: 2022}] »: the name alone stands for its key.
    match field.inner.iter().find(|inner| inner.name == "nom") {
        Some(nom) if field.shape.contains("textes") => {
            json!({ "anyOf": [value::of(nom.shape, true), keys] })
        }
        _ => keys,
    }
}

/// Where files of a kind are.
fn globs(kind: Kind) -> Vec<String> {
    let below =
        |folder: &str| ["yaml", "yml"].map(|end| format!("content/{folder}/**/*.{end}")).to_vec();
    match kind {
        Kind::Acteur => below("*/acteurs"),
        Kind::Evenement => below("*/evenements"),
        Kind::Dispositif => below("dispositifs"),
        Kind::Territoire => below("territoires"),
        Kind::Calendrier => below("calendriers"),
        Kind::Guide => vec!["content/*/guide.yaml".into()],
        Kind::Remise => vec!["content/*/diffusion.yaml".into()],
        Kind::Grille => vec!["content/*/audit.yaml".into()],
        Kind::Doublon => vec!["content/doublons.yaml".into()],
        Kind::Site => vec!["content/site.yaml".into()],
        Kind::Numero => vec!["content/numeros-utiles.yaml".into()],
        Kind::Entree => vec!["content/glossaire.yaml".into()],
        Kind::Page | Kind::Image => Vec::new(),
    }
}

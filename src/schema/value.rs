//! What one value may be, by the shape that its reader names.

use serde_json::{Value, json};

use crate::record::catalogue::{self, Field};
use crate::vocabulary::{self, Vocabulary};

/// Signs of a phone number.
const PHONE: &str = "^[0-9 .+()\u{a0}\u{202f}-]+$";
/// An interval: a number and its unit.
const INTERVAL: &str =
    "^[0-9]+\\s*(?:[Jj](?:ours?)?|[Ss]em(?:aines?)?|[Mm]ois|[Aa]ns?|[Aa]nn[ée]es?)$";
/// Texts: YAML takes words without quotation marks for numbers and for true or false.
const TEXT: [&str; 3] = ["string", "number", "boolean"];

/// The schema of a shape, or of the list of this name; what may be left out may be empty.
pub(super) fn of(shape: &str, optional: bool) -> Value {
    if let Some(list) = vocabulary::ALL.iter().find(|list| list.name == shape) {
        return terms(list, optional);
    }
    let (types, pattern): (&[&str], Option<&str>) = match shape {
        "oui ou non" => return flag(),
        "horaires" => return hours(),
        "nombre entier" => (&["integer", "string"], Some("^[0-9]+$")),
        "degrés décimaux" => (&["number", "string"], Some("^[+-]?[0-9]+(?:\\.[0-9]*)?$")),
        "date AAAA-MM-JJ" => (&["string"], Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
        "mois AAAA-MM, année ou date" => {
            (&["integer", "string"], Some("^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$"))
        }
        "intervalle" => (&["string"], Some(INTERVAL)),
        "téléphone" => (&["string", "integer"], Some(PHONE)),
        "adresse web" | "liste d’adresses web" => (&["string"], Some("^https?://[^\\s]+$")),
        "courriel" | "liste de courriels" => (&["string"], Some("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$")),
        _ => (&TEXT, None),
    };
    let mut types = types.to_vec();
    if optional {
        types.push("null");
    }
    let mut schema = json!({ "type": types });
    if let Some(pattern) = pattern {
        schema["pattern"] = json!(pattern);
    }
    if shape == "nombre entier" {
        schema["minimum"] = json!(0);
    }
    schema
}

/// The words that jalon writes, and others that it reads as the same.
fn flag() -> Value {
    json!({ "anyOf": [
        { "enum": ["oui", "non", true, false, null] },
        { "type": "string", "pattern": "^(?:[Oo]ui|OUI|[Nn]on|NON|[Vv]rai|[Ff]aux)$" },
    ]})
}

/// A text, or a text for each day.
fn hours() -> Value {
    json!({ "anyOf": [
        { "type": ["string", "null"] },
        { "type": "object", "additionalProperties": { "type": ["string", "number", "null"] } },
    ]})
}

/// The values of a list, each with the words that readers see.
fn terms(list: &Vocabulary, optional: bool) -> Value {
    let mut values: Vec<Value> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for term in list.terms {
        for written in [term.label, term.code] {
            if !values.iter().any(|known| known == written) {
                values.push(json!(written));
                words.push(term.plain);
            }
        }
    }
    let other_signs: Vec<String> =
        values.iter().filter_map(Value::as_str).filter_map(other_signs).collect();
    if optional {
        values.push(Value::Null);
        words.push("non précisé");
    }
    let known = json!({ "enum": values, "enumDescriptions": words });
    let mut ways = vec![known];
    if list.open {
        ways.push(json!({ "type": TEXT }));
    } else if !other_signs.is_empty() {
        ways.push(
            json!({ "type": "string", "pattern": format!("^(?:{})$", other_signs.join("|")) }),
        );
    }
    match ways.len() {
        1 => ways.remove(0),
        _ => json!({ "anyOf": ways }),
    }
}

/// The same value whatever apostrophes and spaces a keyboard makes; nothing when it has none.
fn other_signs(value: &str) -> Option<String> {
    value.contains(['’', '\'', '\u{a0}', '\u{202f}']).then(|| {
        value
            .chars()
            .map(|c| match c {
                '’' | '\'' => "['’]".to_owned(),
                ' ' | '\u{a0}' | '\u{202f}' => "\\s+".to_owned(),
                c if ".+*?()|[]{}^$\\".contains(c) => format!("\\{c}"),
                c => c.to_string(),
            })
            .collect()
    })
}

/// A value that the key takes.
pub(super) fn sample(field: &Field) -> Option<Value> {
    let written = catalogue::sample(field.shape)?;
    match written.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(list) => Some(json!(list.split(", ").collect::<Vec<_>>())),
        None => Some(match written.parse::<f64>() {
            Ok(_) => serde_json::from_str(written).unwrap_or_else(|_| json!(written)),
            Err(_) => json!(written),
        }),
    }
}

//! Fields as JSON: written by hand on the list of fields, held against serde_json and Ajv by the tests.

use std::fmt::Write as _;

use super::{Champs, Valeur};

impl Champs<'_> {
    /// Writes the cells of some columns as a JSON object: numbers stay numbers, all else is the text of its cell.
    pub fn cells_json(&self, columns: &[&str], out: &mut String) {
        out.push('{');
        let known = columns.iter().filter(|column| self.get(column).is_some());
        for (rank, column) in known.enumerate() {
            let comma = if rank == 0 { "" } else { "," };
            let _ = write!(out, "{comma}\"{column}\":");
            match self.get(column) {
                Some(Valeur::Nombre(number)) => out.push_str(&number.to_string()),
                _ => quoted(&self.cell(column), out),
            }
        }
        out.push('}');
    }

    /// Writes these fields as a JSON object, without some of them.
    pub fn json_without(&self, keys: &[&str], out: &mut String) {
        out.push('{');
        let fields = self.0.iter().filter(|(key, _)| !keys.contains(key));
        for (rank, (key, value)) in fields.enumerate() {
            let comma = if rank == 0 { "" } else { "," };
            let _ = write!(out, "{comma}\"{key}\":");
            value.json(out);
        }
        out.push('}');
    }

    /// Writes these fields as a JSON object.
    pub fn json(&self, out: &mut String) {
        self.json_without(&[], out);
    }

    /// Writes these fields as the first ones of a JSON object, each on its line.
    pub fn lines(&self, out: &mut String) {
        for (rank, (key, value)) in self.0.iter().enumerate() {
            let _ = write!(out, "{}\n\"{key}\":", if rank == 0 { "" } else { "," });
            value.json(out);
        }
    }
}

impl Valeur<'_> {
    fn json(&self, out: &mut String) {
        match self {
            Self::Texte(text) => quoted(text, out),
            Self::Nombre(number) => out.push_str(&number.to_string()),
            Self::Oui(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Textes(texts) => array(texts, out, |text, out| quoted(text, out)),
            Self::Objet(fields) => fields.json(out),
            Self::Objets(things) => array(things, out, Champs::json),
        }
    }
}

/// A list, whose items are written one by one.
fn array<T>(items: &[T], out: &mut String, write: impl Fn(&T, &mut String)) {
    out.push('[');
    for (rank, item) in items.iter().enumerate() {
        if rank > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(']');
}

/// A text between quotation marks, escaped.
pub(in crate::edition::donnees) fn quoted(text: &str, out: &mut String) {
    let _ = write!(out, "{}", serde_json::Value::from(text));
}

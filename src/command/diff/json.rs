//! What a build would change, as programs read it.

use std::path::Path;

use serde_json::{Value, json};

use crate::compare::{Change, Comparison, Fate, Line};

/// The whole comparison as one object.
pub(super) fn of(comparison: &Comparison, output: &Path) -> String {
    let changes: Vec<Value> = comparison.changes.iter().map(change_as_json).collect();
    let whole = json!({
        "sortie": output.to_string_lossy(),
        "changements": changes,
        "date_seule": comparison.date_only,
        "presentation_seule": comparison.form_only,
        "inchangees": comparison.same,
    });
    format!("{whole}\n")
}

fn change_as_json(change: &Change) -> Value {
    let (fate, lines): (_, &[Line]) = match &change.fate {
        Fate::Changed(lines) => ("change", lines),
        Fate::Gone => ("disparait", &[]),
        Fate::New => ("nouveau", &[]),
    };
    let gone = |line: &Line| if let Line::Gone(line) = line { Some(line.clone()) } else { None };
    let came = |line: &Line| if let Line::New(line) = line { Some(line.clone()) } else { None };
    json!({
        "sorte": change.sorte.one(),
        "etat": fate,
        "nom": change.nom,
        "adresse": change.address.as_str(),
        "enleve": lines.iter().filter_map(gone).collect::<Vec<String>>(),
        "ajoute": lines.iter().filter_map(came).collect::<Vec<String>>(),
    })
}

//! Places of events that no actor of the guide surely is, with those that somebody may think of.

use std::fmt::Write;

use serde_json::{Value, json};

use super::FileReport;

/// A place that no actor surely is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceReport {
    /// Its name.
    pub nom: String,
    /// Its street.
    pub adresse: String,
    /// Its commune.
    pub commune: String,
    /// Events that take place there.
    pub evenements: usize,
    /// Actors that it may be: id and name.
    pub candidats: Vec<(String, String)>,
    /// What else the file says of it: columns and cells.
    pub autres: Vec<(String, String)>,
}

/// A line a place.
pub(super) fn lines(file: &FileReport) -> Vec<String> {
    file.places.iter().map(line).collect()
}

fn line(place: &PlaceReport) -> String {
    let mut out = format!("  {} × {}", place.evenements, place.nom);
    for part in [&place.adresse, &place.commune] {
        if !part.is_empty() && *part != place.nom {
            let _ = write!(out, ", {part}");
        }
    }
    let autres: Vec<&str> = place.autres.iter().map(|(_, value)| value.as_str()).collect();
    if !autres.is_empty() {
        let _ = write!(out, " ({})", autres.join(", "));
    }
    let candidates: Vec<String> =
        place.candidats.iter().map(|(id, nom)| format!("{nom} [{id}]")).collect();
    if !candidates.is_empty() {
        let _ = write!(out, " ; peut-être : {}", candidates.join(", "));
    }
    out + "\n"
}

impl PlaceReport {
    /// The place for programs.
    pub(super) fn json(&self) -> Value {
        let candidats: Vec<Value> =
            self.candidats.iter().map(|(id, nom)| json!({"id": id, "nom": nom})).collect();
        let autres: Vec<Value> = self
            .autres
            .iter()
            .map(|(column, value)| json!({"colonne": column, "valeur": value}))
            .collect();
        json!({
            "nom": self.nom,
            "adresse": self.adresse,
            "commune": self.commune,
            "evenements": self.evenements,
            "candidats": candidats,
            "autres": autres,
        })
    }
}

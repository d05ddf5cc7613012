//! Records that a source does not tell any more: proposed for closing, never deleted.

use serde_json::{Value, json};

use super::Report;

/// A record that its source does not tell any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vanished {
    /// Its file, below the content folder.
    pub path: String,
    /// What to call it with `--fermer`: its id, or the name of its file.
    pub id: String,
    /// Its name.
    pub nom: String,
    /// The source.
    pub source: String,
    /// Whether this import closed it.
    pub closed: bool,
}

/// A line a record.
pub(super) fn lines(report: &Report) -> Vec<String> {
    report.vanished.iter().map(line).collect()
}

fn line(one: &Vanished) -> String {
    let Vanished { path, id, nom, source, closed } = one;
    match closed {
        true => format!("  {nom} : « termine » est écrit dans {path}.\n"),
        false => format!(
            "  {nom} ({path}) n’est plus dans « {source} ». Vérifiez ; pour la fermer : --fermer {id} ; pour la garder sans qu’il en soit plus question : --garder {id}.\n"
        ),
    }
}

impl Vanished {
    /// The record for programs.
    pub(super) fn json(&self) -> Value {
        json!({
            "fiche": self.path,
            "id": self.id,
            "nom": self.nom,
            "source": self.source,
            "fermee": self.closed,
        })
    }
}

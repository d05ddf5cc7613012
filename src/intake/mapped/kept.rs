//! A mapping that the staff keep, read from its YAML; every mistake is told where it stands.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source};
use crate::source::yaml::{self, Key, Node, Value};
use crate::text::{fold, nearest};

use super::correspondance::{
    A_PLACER, Cible, Colonne, Correspondance, Dit, LAISSER, LIGNES, Valeur,
};
use super::keys;

/// A mapping on its way from its file.
struct Reading<'a> {
    source: &'a Arc<Source>,
    said: Vec<Diagnostic>,
}

/// Reads a mapping, or says all that is wrong with it.
pub fn read(source: &Arc<Source>) -> Result<Correspondance, Vec<Diagnostic>> {
    let documents = yaml::documents(source);
    let mut reading = Reading { source, said: documents.diagnostics };
    let mut mapping =
        Correspondance { fichier: Some(source.path.clone()), ..Correspondance::default() };
    match documents.nodes.first() {
        Some(node) => reading.whole(node, &mut mapping),
        None if reading.said.is_empty() => reading.shape(
            0..0,
            "Ce fichier est vide.",
            "Écrivez « colonnes: », puis une colonne par ligne.",
        ),
        None => {}
    }
    if reading.said.is_empty() { Ok(mapping) } else { Err(reading.said) }
}

impl Reading<'_> {
    fn whole(&mut self, node: &Node, mapping: &mut Correspondance) {
        for (key, value) in self.entries(node, "On attend ici les clés « lignes » et « colonnes ».")
        {
            match key.name.as_str() {
                "lignes" => {
                    let Some(word) = self.text(value) else { continue };
                    match LIGNES.iter().find(|(_, known)| fold(known) == fold(&word)) {
                        Some((lignes, _)) => mapping.lignes = *lignes,
                        None => self.shape(
                            value.span.clone(),
                            &format!("Une ligne ne peut pas être « {word} »."),
                            "Écrivez lieu, service ou arrêt.",
                        ),
                    }
                }
                "prefixe_id" => mapping.prefixe = self.text(value),
                "pour_tous" => mapping.pour_tous = self.meaning("", value),
                "colonnes" => {
                    for (name, target) in
                        self.entries(value, "On attend ici une colonne par ligne.")
                    {
                        let colonne = self.column(name, target);
                        mapping.colonnes.extend(colonne);
                    }
                }
                other => {
                    let near = nearest(other, ["lignes", "prefixe_id", "pour_tous", "colonnes"]);
                    self.key(key.span.clone(), other, near);
                }
            }
        }
    }

    fn column(&mut self, name: &Key, node: &Node) -> Option<Colonne> {
        let mut colonne = Colonne::unknown(&name.name, "dit par la correspondance");
        match &node.value {
            Value::Empty => {}
            Value::Text(key) => colonne.cible = self.target(key, &node.span)?,
            Value::List(_) => {
                self.shape(
                    node.span.clone(),
                    "Une colonne ne va que sous une clé.",
                    "Gardez une seule clé.",
                );
                return None;
            }
            Value::Map(entries) => {
                let key = entries.iter().find(|(key, _)| key.name == "cle");
                let Some(key) =
                    key.and_then(|(_, node)| Some((self.text(node)?, node.span.clone())))
                else {
                    self.shape(
                        node.span.clone(),
                        "La clé de cette colonne manque.",
                        "Écrivez « cle: » et la clé, au-dessus de « valeurs: ».",
                    );
                    return None;
                };
                colonne.cible = self.target(&key.0, &key.1)?;
                for (part, values) in entries.iter().filter(|(part, _)| part.name != "cle") {
                    if part.name != "valeurs" {
                        self.key(
                            part.span.clone(),
                            &part.name,
                            nearest(&part.name, ["cle", "valeurs"]),
                        );
                        continue;
                    }
                    for (written, node) in
                        self.entries(values, "On attend ici une valeur par ligne.")
                    {
                        let sens = self.meaning(colonne.cible.said(), node);
                        colonne.valeurs.push(Valeur { ecrite: written.name.clone(), sens });
                    }
                }
            }
        }
        Some(colonne)
    }

    /// What a column becomes.
    fn target(&mut self, key: &str, span: &Range<usize>) -> Option<Cible> {
        if fold(key) == fold(LAISSER) {
            return Some(Cible::Laissee);
        }
        if fold(key) == fold(A_PLACER) {
            return Some(Cible::APlacer);
        }
        if let Some((key, genre)) = keys::key(key) {
            return Some(Cible::Cle(key, genre));
        }
        self.key(span.clone(), key, nearest(key, keys::names()));
        None
    }

    /// What a value says: a value of its column's key, several, or keys and values.
    fn meaning(&mut self, key: &str, node: &Node) -> Vec<Dit> {
        match &node.value {
            Value::Empty => Vec::new(),
            Value::Text(text) if fold(text) == fold(LAISSER) => Vec::new(),
            Value::Text(text) => self.value(key, text, &node.span).into_iter().collect(),
            Value::List(items) => items
                .iter()
                .filter_map(|item| {
                    let text = self.text(item)?;
                    self.value(key, &text, &item.span)
                })
                .collect(),
            Value::Map(entries) => {
                let mut all = Vec::new();
                for (name, node) in entries {
                    match (&node.value, keys::key(&name.name)) {
                        (Value::Map(_), _) => self.shape(
                            node.span.clone(),
                            "On attend ici une valeur.",
                            "Écrivez une valeur, ou une liste entre crochets.",
                        ),
                        (_, Some((key, _))) => all.extend(self.meaning(&key, node)),
                        (_, None) => self.key(
                            name.span.clone(),
                            &name.name,
                            nearest(&name.name, keys::names()),
                        ),
                    }
                }
                all
            }
        }
    }

    /// A value of a key, as its list writes it.
    fn value(&mut self, key: &str, text: &str, span: &Range<usize>) -> Option<Dit> {
        let Some((key, genre)) = keys::key(key) else {
            self.shape(
                span.clone(),
                "On ne sait pas sous quelle clé va cette valeur.",
                "Écrivez-la ainsi : {services: la valeur}.",
            );
            return None;
        };
        let Some(list) = genre.list().filter(|_| !matches!(genre, keys::Genre::Tarif)) else {
            return Some(Dit::new(&key, text));
        };
        match list.read(text) {
            crate::vocabulary::Reading::Unknown { .. } if list.open => Some(Dit::new(&key, text)),
            crate::vocabulary::Reading::Unknown { nearest } => {
                let remedy = match nearest {
                    Some(near) => format!("Vouliez-vous dire « {} » ?", near.label),
                    None => "Les valeurs possibles sont dans le manuel, pages 31 à 33.".into(),
                };
                let place = self.source.at(span.clone());
                let message = format!("La liste « {key} » n’a pas la valeur « {text} ».");
                self.said.push(Diagnostic::error("correspondance-valeur", place, message, remedy));
                None
            }
            known => known.term().map(|term| Dit::new(&key, term.code)),
        }
    }

    fn entries<'n>(&mut self, node: &'n Node, wanted: &str) -> &'n [(Key, Node)] {
        match &node.value {
            Value::Map(entries) => entries,
            Value::Empty => &[],
            _ => {
                self.shape(
                    node.span.clone(),
                    wanted,
                    "Écrivez une clé par ligne, suivie de deux points.",
                );
                &[]
            }
        }
    }

    fn text(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text(text) => Some(text.trim().to_owned()),
            _ => {
                self.shape(
                    node.span.clone(),
                    "On attend ici un mot.",
                    "Écrivez-le après les deux points.",
                );
                None
            }
        }
    }

    fn key(&mut self, span: Range<usize>, written: &str, near: Option<&str>) {
        let remedy = match near {
            Some(near) => format!("Vouliez-vous dire « {near} » ?"),
            None => "Les clés sont dans le manuel, page « Importer des lieux et des événements » ; « laisser » ne prend pas la colonne.".into(),
        };
        let message = format!("« {written} » n’est pas une clé d’une correspondance.");
        self.said.push(Diagnostic::error(
            "correspondance-cle",
            self.source.at(span),
            message,
            remedy,
        ));
    }

    fn shape(&mut self, span: Range<usize>, message: &str, remedy: &str) {
        self.said.push(Diagnostic::error(
            "correspondance-forme",
            self.source.at(span),
            message,
            remedy,
        ));
    }
}

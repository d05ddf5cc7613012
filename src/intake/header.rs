//! Which column of a file is which of the schema.

use super::columns::{COLUMNS, column};
use super::table::TableFault;
use crate::text::nearest;

/// The columns of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// For each column of the schema, its place in the file.
    places: [Option<usize>; 32],
    /// Names as the file writes them.
    names: Vec<String>,
    /// Columns that the schema does not have, or has once and the file twice, with the names to say.
    unknown: Vec<(usize, String)>,
}

impl Header {
    /// Reads the names of a file's columns; without those that say what and where, it is no such file.
    pub fn read(names: &[String]) -> Result<Self, TableFault> {
        let mut header = Self { places: [None; 32], names: names.to_vec(), unknown: Vec::new() };
        for (place, name) in names.iter().enumerate() {
            match column(name) {
                Some(index) if header.places[index].is_none() => header.places[index] = Some(place),
                _ => header.unknown.push((place, shown(name, place))),
            }
        }
        let located =
            ["commune", "code_insee", "code_postal"].iter().any(|key| header.column(key).is_some());
        match (header.column("nom"), located) {
            (Some(_), true) => Ok(header),
            (None, _) => Err(header.lacks("nom")),
            (_, false) => Err(header.lacks("commune")),
        }
    }

    /// The header of a row that has every column of the schema in its order, whatever the file calls each.
    pub fn of_schema(names: Vec<String>) -> Self {
        Self { places: std::array::from_fn(Some), names, unknown: Vec::new() }
    }

    /// The place in the file of a column of the schema.
    pub fn column(&self, key: &str) -> Option<usize> {
        COLUMNS.iter().position(|(name, _)| *name == key).and_then(|index| self.places[index])
    }

    /// The name of a column of the schema as the file writes it, or its own when the file lacks it.
    pub fn name(&self, key: &str) -> &str {
        let index = COLUMNS.iter().position(|(name, _)| *name == key);
        let own = index.map_or("", |index| COLUMNS[index].0);
        self.column(key).map_or(own, |place| self.names[place].as_str())
    }

    /// The name to say of each column of the file, in its order.
    pub fn shown(&self) -> impl Iterator<Item = String> {
        self.names.iter().enumerate().map(|(place, name)| shown(name, place))
    }

    /// Columns that the schema does not have: their places and the names to say.
    pub fn unknown(&self) -> &[(usize, String)] {
        &self.unknown
    }

    /// Columns of the schema that the file does not have.
    pub fn absent(&self) -> impl Iterator<Item = &'static str> {
        COLUMNS
            .iter()
            .zip(&self.places)
            .filter(|(_, place)| place.is_none())
            .map(|((name, _), _)| *name)
    }

    fn lacks(&self, key: &str) -> TableFault {
        let near = nearest(key, self.names.iter().map(String::as_str));
        let remedy = match near {
            Some(near) => format!("Si c’est « {near} », renommez cette colonne en « {key} »."),
            None => {
                "Vérifiez que la première ligne porte les noms des colonnes, ou dites dans une correspondance ce qu’elles deviennent (--ecrire-correspondance en écrit une)."
                    .into()
            }
        };
        let message =
            format!("Ce fichier n’a pas de colonne « {key} » : ce n’est pas le schéma national.");
        TableFault { line: Some(1), message, remedy }
    }
}

fn shown(name: &str, place: usize) -> String {
    if name.is_empty() { format!("colonne {} sans nom", place + 1) } else { name.to_owned() }
}

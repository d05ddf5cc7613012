//! What a content folder holds already: its guides, and whose each record is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Source;
use crate::source;
use crate::source::yaml::{self, Node, Value};
use crate::territory::{self, Departement};
use crate::text::slug;

use super::footprint::{self, Hand};

/// The settings of a guide, below its folder.
pub(super) const SETTINGS: &str = "guide.yaml";
/// The folder of actors, below that of a guide.
pub(super) const ACTEURS: &str = "acteurs";
/// The folder of events, below that of a guide.
pub(super) const EVENEMENTS: &str = "evenements";

/// A record that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Its file, below the content folder.
    pub path: String,
    /// Whose it is.
    pub hand: Hand,
    /// Who collected it.
    pub source: String,
    /// The text of the file below its first line.
    pub body: String,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

/// The folder of a guide.
#[derive(Debug, Default)]
pub(super) struct Guide {
    /// Name of the folder below the content folder.
    pub folder: String,
    /// Its département, when its settings say one.
    pub departement: Option<&'static Departement>,
    /// Whether its settings are there.
    pub has_settings: bool,
    /// Its records that write an id, by it and by their former ones.
    pub by_id: BTreeMap<String, Record>,
    /// Its records of one to a file that write none, by the file's name.
    pub by_stem: BTreeMap<String, Record>,
    /// Parts of addresses that are taken, by the folder of the kind.
    pub slugs: BTreeSet<(&'static str, String)>,
}

/// Reads the guides among the files of a content folder: paths below it, and bytes.
pub(super) fn guides(files: &[(String, Vec<u8>)]) -> Vec<Guide> {
    let mut guides: BTreeMap<&str, Guide> = BTreeMap::new();
    for (path, bytes) in files {
        let Some((folder, below)) = path.split_once('/') else { continue };
        let yaml = below.ends_with(".yaml") || below.ends_with(".yml");
        let kind = below.split('/').next().unwrap_or_default();
        if !yaml || !(below == SETTINGS || matches!(kind, ACTEURS | EVENEMENTS)) {
            continue;
        }
        let guide = guides.entry(folder).or_default();
        folder.clone_into(&mut guide.folder);
        if below == SETTINGS {
            guide.has_settings = true;
            guide.departement = departement(path, bytes);
        } else {
            guide.take(path, bytes, if kind == ACTEURS { ACTEURS } else { EVENEMENTS });
        }
    }
    guides.into_values().collect()
}

/// The texts of a map by key; a list gives each of its texts under its key.
type Texts = Vec<(String, String)>;

/// The top-level maps of a file, and its text; what cannot be read has none.
fn maps(path: &str, bytes: &[u8]) -> (String, Vec<Texts>) {
    let Ok(text) = source::decode(path, bytes.to_vec()) else { return (String::new(), Vec::new()) };
    let documents =
        yaml::documents(&Arc::new(Source { path: path.into(), text: text.text.clone() }));
    let maps = documents.nodes.iter().flat_map(|document| match &document.value {
        Value::List(items) => items.iter().map(texts).collect(),
        _ => vec![texts(document)],
    });
    (text.text.clone(), maps.collect())
}

fn texts(node: &Node) -> Texts {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    let mut texts = Vec::new();
    for (key, node) in entries {
        let nodes = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let each = nodes.iter().filter_map(|node| match &node.value {
            Value::Text(text) => Some((key.name.clone(), text.trim().to_owned())),
            _ => None,
        });
        texts.extend(each);
    }
    texts
}

fn value<'a>(map: &'a [(String, String)], key: &str) -> Option<&'a str> {
    map.iter().find(|(name, _)| name == key).map(|(_, text)| text.as_str())
}

fn departement(path: &str, bytes: &[u8]) -> Option<&'static Departement> {
    let (_, maps) = maps(path, bytes);
    maps.iter().find_map(|map| territory::departement(value(map, "departement")?))
}

impl Guide {
    /// Takes in the records of a file.
    fn take(&mut self, path: &str, bytes: &[u8], folder: &'static str) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let (text, maps) = maps(path, bytes);
        let (hand, body) = footprint::read(&text);
        self.slugs.insert((folder, slug(stem)));
        let alone = maps.len() <= 1;
        for map in if maps.is_empty() { vec![Vec::new()] } else { maps } {
            let record = Record {
                path: path.to_owned(),
                hand,
                source: value(&map, "source").unwrap_or_default().to_owned(),
                body: body.clone(),
                bytes: bytes.to_vec(),
            };
            // A former id leads to the record too: whoever renamed it keeps it.
            for (_, former) in map.iter().filter(|(key, _)| key == "anciens_ids") {
                self.by_id.entry(former.clone()).or_insert_with(|| record.clone());
            }
            match value(&map, "id") {
                Some(id) => {
                    if !alone {
                        self.slugs.insert((folder, slug(id)));
                    }
                    self.by_id.entry(id.to_owned()).or_insert(record);
                }
                None if alone => {
                    self.by_stem.entry(stem.to_owned()).or_insert(record);
                }
                None => {}
            }
        }
    }
}

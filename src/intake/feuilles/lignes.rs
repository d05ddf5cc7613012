//! The records of a content folder as lines of sheets, each value under the keys that lead to it.

use std::collections::BTreeMap;

use super::{
    Colonne, EMPREINTE, FICHE, FICHIER, FORMES, Forme, GUIDE, NOM_DE_LA_FICHE, ONGLETS, Onglet,
    case, largeur,
};
use crate::record::catalogue::Field;
use crate::record::{self, Kind};
use crate::source;
use crate::source::yaml::{self, Documents, Node, Plain, Value};
use crate::tableur::{self, Case};

/// Letters kept of a footprint: enough to tell a change.
const LETTRES: usize = 12;
/// What a line says that a key is there, and nothing in it.
pub(super) const LA: &str = "oui";

/// The cells of a line by the name of their column.
pub(super) type Ligne = BTreeMap<String, Case>;

/// The sheets of the records of some guides: paths below the content folder, and bytes.
///
/// What cannot be read has no line: `check` tells it, and nothing is exported while there are mistakes.
pub fn feuilles(
    content: &[(String, Vec<u8>)],
    wanted: impl Fn(&str) -> bool,
) -> Vec<tableur::Feuille> {
    let mut lignes: Vec<Vec<Ligne>> = ONGLETS.iter().map(|_| Vec::new()).collect();
    for (path, bytes) in content {
        let Some(place) = Place::of(path).filter(|place| wanted(place.guide)) else { continue };
        for (rank, found) in of_file(&place, path, bytes) {
            lignes[rank].push(found);
        }
    }
    ONGLETS
        .iter()
        .zip(FORMES.iter())
        .zip(lignes)
        .map(|((onglet, forme), lignes)| sheet(onglet, forme, lignes))
        .collect()
}

/// Where a file of records is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'p> {
    pub guide: &'p str,
    pub kind: Kind,
    /// Its path below the folder of its kind, without extension.
    pub fichier: &'p str,
}

impl<'p> Place<'p> {
    /// The place of a path below the content folder; nothing for what holds no actor and no event.
    pub fn of(path: &'p str) -> Option<Self> {
        let (guide, below) = path.split_once('/')?;
        let (dossier, file) = below.split_once('/')?;
        let kind = ONGLETS.iter().find(|onglet| onglet.dossier() == dossier)?.kind;
        let fichier = file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml"))?;
        let read = Kind::of(path, true).ok().flatten() == Some(kind);
        read.then_some(Self { guide, kind, fichier })
    }

    /// The name of its file, without folders and extension.
    fn stem(&self) -> &'p str {
        self.fichier.rsplit('/').next().unwrap_or(self.fichier)
    }
}

/// The lines of a file, each with the rank of its sheet.
pub(super) fn of_file(place: &Place<'_>, path: &str, bytes: &[u8]) -> Vec<(usize, Ligne)> {
    let Some(documents) = documents(path, bytes) else { return Vec::new() };
    let records = record::named(&documents, place.stem());
    let many = records.len() > 1;
    records.iter().flat_map(|(id, node)| of_record(place, many, id, node)).collect()
}

/// The line of a record, then those of its parts.
fn of_record(place: &Place<'_>, many: bool, id: &str, node: &Node) -> Vec<(usize, Ligne)> {
    let written = text_of(node, "id");
    let id = written.as_deref().unwrap_or(id).to_owned();
    let nom = text_of(node, "nom").unwrap_or_default();
    let mut out = Vec::new();
    for (rank, onglet) in ONGLETS.iter().enumerate().filter(|(_, onglet)| onglet.kind == place.kind)
    {
        let forme = &FORMES[rank];
        if onglet.est_de_fiches() {
            let mut ligne = cells(forme, node);
            // Behind another order of lines, a record of several in a file would have another id.
            if many {
                ligne.insert("id".into(), Case::texte(&id));
            }
            ligne.insert(GUIDE.into(), Case::texte(place.guide));
            ligne.insert(FICHIER.into(), Case::texte(place.fichier));
            out.push((rank, ligne));
            continue;
        }
        for item in items(node, onglet.liste) {
            let mut ligne = cells(forme, item);
            ligne.insert(GUIDE.into(), Case::texte(place.guide));
            ligne.insert(FICHE.into(), Case::texte(&id));
            ligne.insert(NOM_DE_LA_FICHE.into(), Case::texte(&nom));
            out.push((rank, ligne));
        }
    }
    let footprint = empreinte(&out);
    if let Some((_, head)) = out.first_mut() {
        head.insert(EMPREINTE.into(), Case::texte(&footprint));
    }
    out
}

/// A few letters that change when anything that the lines say changes; no spreadsheet takes them for a number.
fn empreinte(lignes: &[(usize, Ligne)]) -> String {
    let mut hasher = blake3::Hasher::new();
    for (rang, ligne) in lignes {
        for (nom, cell) in ligne.iter().filter(|(nom, _)| FORMES[*rang].connait(nom)) {
            for part in [ONGLETS[*rang].nom, nom, &cell.mots()] {
                hasher.update(&part.len().to_le_bytes()).update(part.as_bytes());
            }
        }
    }
    format!("v{}", hasher.finalize().to_hex().as_str().chars().take(LETTRES).collect::<String>())
}

/// A record of a file: its rank there, what it says, its footprint.
pub(super) struct Connue {
    pub rang: usize,
    pub dit: Plain,
    pub empreinte: String,
}

/// The records of a file, each with the id that its lines would call it by.
pub(super) fn connues(place: &Place<'_>, path: &str, bytes: &[u8]) -> Vec<(String, Connue)> {
    let Some(documents) = documents(path, bytes) else { return Vec::new() };
    let records = record::named(&documents, place.stem());
    let many = records.len() > 1;
    let known = records.into_iter().enumerate().map(|(rang, (id, node))| {
        let empreinte = empreinte(&of_record(place, many, &id, node));
        (text_of(node, "id").unwrap_or(id), Connue { rang, dit: Plain::of(node), empreinte })
    });
    known.collect()
}

fn documents(path: &str, bytes: &[u8]) -> Option<Documents> {
    Some(yaml::documents(&source::decode(path, bytes.to_vec()).ok()?))
}

/// The cells of a map; a key made of keys of which none says anything is there all the same.
fn cells(forme: &Forme, node: &Node) -> Ligne {
    let mut ligne = Ligne::new();
    for Colonne { nom, chemin, champ } in &forme.colonnes {
        let found = chemin.iter().try_fold(node, |node, key| value(node, key));
        let cell = found.map_or(Case::Vide, |node| case::ecrire(node, champ));
        if cell != Case::Vide {
            ligne.insert(nom.clone(), cell);
        }
    }
    for champ in forme.champs.iter().filter(|champ| est_une_carte(champ)) {
        let inside = format!("{}.", champ.name);
        let there = value(node, champ.name).is_some_and(|node| matches!(node.value, Value::Map(_)));
        let listed = |inner: &Field| items(node, &[champ.name, inner.name]).next().is_some();
        let parts = champ.inner.iter().any(listed);
        if there && !parts && !ligne.keys().any(|nom| nom.starts_with(&inside)) {
            ligne.insert(champ.name.to_owned(), Case::texte(LA));
        }
    }
    ligne
}

/// Whether a key is made of keys that are columns.
pub(super) fn est_une_carte(champ: &Field) -> bool {
    !champ.inner.is_empty() && !champ.many
}

fn value<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|(known, _)| known.name == key).map(|(_, node)| node)
}

fn text_of(node: &Node, key: &str) -> Option<String> {
    match &value(node, key)?.value {
        Value::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    }
}

/// The items of a list, wherever it is; one alone is a list of one.
fn items<'n>(node: &'n Node, liste: &[&str]) -> impl Iterator<Item = &'n Node> {
    let found = liste.iter().try_fold(node, |node, key| value(node, key));
    let items = match found.map(|node| (node, &node.value)) {
        Some((_, Value::List(items))) => items.as_slice(),
        Some((node, Value::Map(_))) => std::slice::from_ref(node),
        _ => &[],
    };
    items.iter()
}

/// A sheet with all its columns, and those that only some lines need.
fn sheet(onglet: &Onglet, forme: &Forme, lignes: Vec<Ligne>) -> tableur::Feuille {
    let mut colonnes: Vec<tableur::Colonne> =
        onglet.cles().iter().map(|nom| tableur::Colonne::new(*nom, 16)).collect();
    for champ in forme.champs.iter().filter(|champ| est_une_carte(champ)) {
        if lignes.iter().any(|ligne| ligne.contains_key(champ.name)) {
            colonnes.push(tableur::Colonne::new(champ.name, 12));
        }
    }
    let known = forme.colonnes.iter();
    colonnes.extend(known.map(|one| tableur::Colonne::new(&*one.nom, largeur(&one.champ))));
    if onglet.est_de_fiches() {
        colonnes.push(tableur::Colonne::new(EMPREINTE, 16));
    }
    let cells = |mut ligne: Ligne| {
        colonnes.iter().map(|one| ligne.remove(&one.nom).unwrap_or(Case::Vide)).collect()
    };
    let lignes = lignes.into_iter().map(cells).collect();
    tableur::Feuille { nom: onglet.nom.to_owned(), lignes, colonnes }
}

//! The staff's own spreadsheets: the same sheets and columns on the way out and on the way back in.
//!
//! Columns are the keys that the readers of records ask for: a new key is a new column, both ways.

mod abime;
mod case;
mod compte;
mod entree;
mod fiche;
mod juge;
mod lecture;
mod lignes;
mod rangement;
mod reprise;
mod yaml;

use std::sync::LazyLock;

use crate::record::catalogue::Field;
use crate::record::{Kind, catalogue};
use crate::tableur;

pub(super) use entree::reprendre;
pub(super) use lecture::lire;
pub use lignes::feuilles;

/// The column that names a guide's folder.
const GUIDE: &str = "guide";
/// The column that names the file of a record, below the folder of its kind, without extension.
const FICHIER: &str = "fichier";
/// The column that names the record that a line is a part of, by its id.
const FICHE: &str = "fiche";
/// The column that tells, when lines come back, whether their record changed meanwhile.
const EMPREINTE: &str = "empreinte";
/// A column for people: the name of that record. Nothing is read from it.
const NOM_DE_LA_FICHE: &str = "nom_de_la_fiche";

/// A sheet.
#[derive(Debug)]
pub struct Onglet {
    /// Its name.
    pub nom: &'static str,
    /// The kind of record that its lines are, or are parts of.
    kind: Kind,
    /// The keys that lead to the list that its lines are items of; none where a line is a record.
    liste: &'static [&'static str],
}

/// The sheets, in their order; those of parts come after that of their records.
pub static ONGLETS: [Onglet; 6] = [
    Onglet { nom: "acteurs", kind: Kind::Acteur, liste: &[] },
    Onglet { nom: "permanences", kind: Kind::Acteur, liste: &["permanences"] },
    Onglet { nom: "arrêts", kind: Kind::Acteur, liste: &["tournee", "arrets"] },
    Onglet { nom: "changements", kind: Kind::Acteur, liste: &["changements"] },
    Onglet { nom: "événements", kind: Kind::Evenement, liste: &[] },
    Onglet { nom: "dates", kind: Kind::Evenement, liste: &["dates"] },
];

/// A column of a sheet: a key of a record, or a key of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Colonne {
    /// Its name: `telephone`, `verifie.le`.
    nom: String,
    /// The keys that lead there.
    chemin: Vec<&'static str>,
    /// What its reader asks for.
    champ: Field,
}

/// The columns of each sheet, and its keys as a tree.
struct Forme {
    colonnes: Vec<Colonne>,
    champs: Vec<Field>,
}

static FORMES: LazyLock<Vec<Forme>> = LazyLock::new(|| ONGLETS.iter().map(Forme::of).collect());

impl Onglet {
    /// Whether a line is a whole record.
    fn est_de_fiches(&self) -> bool {
        self.liste.is_empty()
    }

    /// The folder of its records, below that of a guide.
    fn dossier(&self) -> &'static str {
        if self.kind == Kind::Acteur { super::known::ACTEURS } else { super::known::EVENEMENTS }
    }

    /// The columns that say which record a line is, or is of.
    fn cles(&self) -> &'static [&'static str] {
        if self.est_de_fiches() { &[GUIDE, FICHIER] } else { &[GUIDE, FICHE, NOM_DE_LA_FICHE] }
    }

    /// Whether a column is jalon's own, and no key of a record.
    fn est_une_cle(&self, nom: &str) -> bool {
        nom == EMPREINTE || self.cles().contains(&nom)
    }

    /// The name of its file, when each sheet has its own.
    pub fn fichier(&self) -> String {
        crate::text::slug(self.nom)
    }
}

impl Forme {
    fn of(onglet: &Onglet) -> Self {
        let mut champs = catalogue(onglet.kind);
        for key in onglet.liste {
            let inside = champs.into_iter().find(|champ| champ.name == *key);
            champs = inside.map_or_else(Vec::new, |champ| champ.inner);
        }
        let mut colonnes = Vec::new();
        columns(onglet.kind, onglet.liste, &[], &champs, &mut colonnes);
        Self { colonnes, champs }
    }

    /// Whether a column of this name says something of a record.
    fn connait(&self, nom: &str) -> bool {
        self.colonne(nom).is_some()
            || self.champs.iter().any(|champ| champ.name == nom && lignes::est_une_carte(champ))
    }

    /// The column of some keys.
    fn colonne(&self, nom: &str) -> Option<&Colonne> {
        self.colonnes.iter().find(|colonne| colonne.nom == nom)
    }
}

/// The columns of keys: a key made of keys gives theirs, a list with a sheet of its own none.
fn columns(
    kind: Kind,
    base: &[&'static str],
    above: &[&'static str],
    champs: &[Field],
    out: &mut Vec<Colonne>,
) {
    for champ in champs {
        let chemin = [above, &[champ.name]].concat();
        if a_son_onglet(kind, &[base, &chemin].concat()) {
            continue;
        }
        if champ.inner.is_empty() || champ.many {
            out.push(Colonne { nom: chemin.join("."), chemin, champ: champ.clone() });
        } else {
            columns(kind, base, &chemin, &champ.inner, out);
        }
    }
}

/// Whether the items of a list are lines of another sheet.
fn a_son_onglet(kind: Kind, chemin: &[&str]) -> bool {
    ONGLETS.iter().any(|onglet| onglet.kind == kind && !chemin.is_empty() && onglet.liste == chemin)
}

/// The width of a column, by what it usually holds.
fn largeur(champ: &Field) -> u8 {
    match champ.shape {
        "oui ou non" | "nombre entier" | "degrés décimaux" | "date AAAA-MM-JJ" => 12,
        _ if champ.many || champ.name.starts_with("presentation") => 40,
        _ => 24,
    }
}

/// What each sheet and column is for, as a sheet that nothing is read from.
pub fn notice() -> tableur::Feuille {
    let mut lignes = Vec::new();
    for (onglet, forme) in ONGLETS.iter().zip(FORMES.iter()) {
        for colonne in &forme.colonnes {
            let cells = [onglet.nom, &colonne.nom, colonne.champ.shape, colonne.champ.about];
            lignes.push(cells.map(tableur::Case::texte).to_vec());
        }
    }
    let titles = [("feuille", 16), ("colonne", 32), ("ce qu’on y écrit", 40), ("ce que c’est", 60)];
    tableur::Feuille {
        nom: "Lisez-moi".into(),
        colonnes: titles.map(|(nom, width)| tableur::Colonne::new(nom, width)).to_vec(),
        lignes,
    }
}

#[cfg(test)]
mod tests;

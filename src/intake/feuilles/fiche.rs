//! The lines of one record, put together as its keys have it.

use super::abime;
use super::case::{self, Morceau};
use super::lecture::Ligne;
use super::lignes::est_une_carte;
use super::yaml::{self, Valeur};
use super::{FORMES, ONGLETS, a_son_onglet};
use crate::intake::finding::{Finding, Notes};
use crate::intake::national::UNKNOWN_COLUMN;
use crate::record::catalogue::Field;

/// A cell of a line.
#[derive(Clone, Debug)]
pub(super) struct Cellule {
    /// The name of its column.
    pub nom: String,
    /// Its parts; one that was refused is there no more.
    pub morceaux: Vec<Option<Morceau>>,
}

/// A line among those read: its sheet, its place there.
pub(super) type Lieu = (usize, usize);

/// A line of a record: its own, or that of a part.
#[derive(Clone, Debug)]
pub(super) struct Partie {
    /// The rank of its sheet.
    pub rang: usize,
    /// Its sheet among those that were read, and its place there.
    pub lieu: Lieu,
    /// Its cells.
    pub cellules: Vec<Cellule>,
    /// What was said of them before they were read.
    pub dit: Vec<Finding>,
}

/// A record: its own line, then those of its parts.
#[derive(Clone, Debug)]
pub(super) struct Fiche {
    /// The lines, its own first.
    pub parties: Vec<Partie>,
}

impl Partie {
    /// Whether something of it is left.
    pub fn est_pleine(&self) -> bool {
        self.cellules.iter().any(|cell| cell.morceaux.iter().any(Option::is_some))
    }

    /// The cells of a line that are values; those that only say of what record it is are none.
    pub fn of(rang: usize, lieu: Lieu, ligne: &Ligne) -> Self {
        let forme = &FORMES[rang];
        let mut cellules = Vec::new();
        let mut dit = Vec::new();
        for (nom, texte) in &ligne.cases {
            let carte = forme.champs.iter().any(|champ| est_une_carte(champ) && champ.name == nom);
            let morceaux = match forme.colonne(nom) {
                Some(colonne) => {
                    let (texte, said) = abime::repare(nom, texte, &colonne.champ);
                    dit.extend(said);
                    case::lire(&texte, &colonne.champ)
                }
                None if carte => vec![Morceau::Texte(texte.clone())],
                None => {
                    dit.extend(unknown(rang, nom, texte));
                    continue;
                }
            };
            let morceaux = morceaux.into_iter().map(Some).collect();
            cellules.push(Cellule { nom: nom.clone(), morceaux });
        }
        Self { rang, lieu, cellules, dit }
    }

    /// The text of a cell that has one value.
    pub fn texte(&self, nom: &str) -> Option<&str> {
        let cell = self.cellules.iter().find(|cell| cell.nom == nom)?;
        match cell.morceaux.first() {
            Some(Some(Morceau::Texte(texte) | Morceau::Cles(texte))) => Some(texte),
            _ => None,
        }
    }
}

/// A cell of a column that says nothing of a record is told: it may be somebody's note, or a key misspelt.
fn unknown(rang: usize, nom: &str, texte: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if !ONGLETS[rang].est_une_cle(nom) {
        Notes::about(nom, &mut found).refused(
            UNKNOWN_COLUMN,
            texte.trim(),
            "Ce n’est le nom d’aucune clé de cette feuille.",
            "Si la valeur est utile, copiez-la dans la colonne qui convient.",
        );
    }
    found
}

impl Fiche {
    /// Its own line.
    pub fn tete(&self) -> &Partie {
        &self.parties[0]
    }

    /// Its YAML, and where each part of a cell stands in it.
    pub fn yaml(&self) -> (String, yaml::Places) {
        yaml::ecrire(&self.carte(0, &[], &[], &FORMES[self.tete().rang].champs))
    }

    /// The keys of a line, below some keys of it.
    fn carte(
        &self,
        ligne: usize,
        base: &[&'static str],
        chemin: &[&'static str],
        champs: &[Field],
    ) -> Vec<(&'static str, Valeur)> {
        let kind = ONGLETS[self.tete().rang].kind;
        let mut entries = Vec::new();
        for champ in champs {
            let la = [chemin, &[champ.name]].concat();
            let entier = [base, &la].concat();
            if a_son_onglet(kind, &entier) {
                let items = self.items(&entier);
                entries.extend((!items.is_empty()).then_some((champ.name, Valeur::Liste(items))));
            } else if est_une_carte(champ) {
                let inner = self.carte(ligne, base, &la, &champ.inner);
                let there = !inner.is_empty() || self.case(ligne, &la.join(".")).is_some();
                entries.extend(there.then_some((champ.name, Valeur::Carte(inner))));
            } else if let Some(valeur) = self.valeur(ligne, &la.join("."), champ) {
                entries.push((champ.name, valeur));
            }
        }
        entries
    }

    /// The items of a list that has a sheet of its own.
    fn items(&self, liste: &[&'static str]) -> Vec<Valeur> {
        let of_list = |(_, partie): &(usize, &Partie)| ONGLETS[partie.rang].liste == liste;
        let parts = self.parties.iter().enumerate().skip(1).filter(of_list);
        let item = |(rank, partie): (usize, &Partie)| {
            self.carte(rank, liste, &[], &FORMES[partie.rang].champs)
        };
        parts.map(item).filter(|entries| !entries.is_empty()).map(Valeur::Carte).collect()
    }

    fn case(&self, ligne: usize, nom: &str) -> Option<(usize, &Cellule)> {
        let mut cells = self.parties[ligne].cellules.iter().enumerate();
        cells.find(|(_, cell)| cell.nom == nom && cell.morceaux.iter().any(Option::is_some))
    }

    fn valeur(&self, ligne: usize, nom: &str, champ: &Field) -> Option<Valeur> {
        let (case, cell) = self.case(ligne, nom)?;
        let parts = cell.morceaux.iter().enumerate();
        let part = |(rang, part): (usize, &Option<Morceau>)| {
            let morceau = yaml::Morceau { ligne, case, rang };
            Some(match part.as_ref()? {
                Morceau::Cles(cles) => Valeur::Cles(cles.clone(), morceau),
                Morceau::Texte(texte) if est_nu(texte, champ) => Valeur::Nu(texte.clone(), morceau),
                Morceau::Texte(texte) => Valeur::Texte(texte.clone(), morceau),
            })
        };
        let mut parts = parts.filter_map(part);
        if champ.many { Some(Valeur::Liste(parts.collect())) } else { parts.next() }
    }
}

/// Days, numbers, yes and no are written as people write them, where nothing else can be read there.
fn est_nu(texte: &str, champ: &Field) -> bool {
    match champ.shape {
        "oui ou non" => matches!(texte, "oui" | "non"),
        "date AAAA-MM-JJ" | "nombre entier" | "degrés décimaux" | "mois AAAA-MM, année ou date" => {
            texte.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'))
                && texte.starts_with(|c: char| c.is_ascii_digit() || c == '-')
                && texte.len() > 1
        }
        _ => false,
    }
}

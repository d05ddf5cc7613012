//! Which column of a file becomes which key of a record: guessed, or kept in a small file by the staff.

use super::keys::{self, Genre};

/// What one row of a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lignes {
    /// A place.
    #[default]
    Lieu,
    /// A service: the rows of one place make one record.
    Service,
    /// A stop: the rows of one tour make one record.
    Arret,
}

/// The words for what a row is, in the order of the variants.
pub(super) const LIGNES: [(Lignes, &str); 3] =
    [(Lignes::Lieu, "lieu"), (Lignes::Service, "service"), (Lignes::Arret, "arrêt")];

impl Lignes {
    /// The word for what a row is.
    pub(super) fn word(self) -> &'static str {
        LIGNES.iter().find(|(one, _)| *one == self).map_or("", |(_, word)| word)
    }
}

/// What becomes of the columns of the files of one source.
#[derive(Clone, Debug, Default)]
pub struct Correspondance {
    /// The file it is kept in; nothing when it was guessed.
    pub fichier: Option<String>,
    /// What a row is.
    pub(super) lignes: Lignes,
    /// What stands before ids that are only numbers.
    pub(super) prefixe: Option<String>,
    /// What is said of every record: keys and values.
    pub(super) pour_tous: Vec<Dit>,
    /// The columns.
    pub(super) colonnes: Vec<Colonne>,
}

/// What becomes of one column.
#[derive(Clone, Debug)]
pub(super) struct Colonne {
    /// Its name, as the file writes it.
    pub nom: String,
    /// What it becomes.
    pub cible: Cible,
    /// What some of its values mean.
    pub valeurs: Vec<Valeur>,
    /// Why, in French.
    pub raison: String,
}

/// What a column becomes.
#[derive(Clone, Debug)]
pub(super) enum Cible {
    /// A key of the record.
    Cle(String, Genre),
    /// Nothing: it is of no use in a guide. Its cells are in the report for programs.
    Laissee,
    /// Nothing yet: nobody knows where it goes. Its cells are in the report.
    APlacer,
}

/// A value of a file, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Valeur {
    /// As the file writes it.
    pub ecrite: String,
    /// Keys and values; none when it says nothing.
    pub sens: Vec<Dit>,
}

/// A key and a value of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dit {
    /// The key.
    pub cle: String,
    /// The value.
    pub valeur: String,
}

impl Dit {
    pub fn new(cle: &str, valeur: &str) -> Self {
        Self { cle: cle.to_owned(), valeur: valeur.to_owned() }
    }

    /// The key and the value.
    pub fn pair(&self) -> (String, String) {
        (self.cle.clone(), self.valeur.clone())
    }
}

impl Cible {
    /// The target of a key that is known to be one.
    pub fn of(key: &str) -> Self {
        keys::key(key).map_or(Self::APlacer, |(key, genre)| Self::Cle(key, genre))
    }

    /// What a mapping writes for it.
    pub fn said(&self) -> &str {
        match self {
            Self::Cle(key, _) => key,
            Self::Laissee => LAISSER,
            Self::APlacer => A_PLACER,
        }
    }
}

/// Why a column that names persons is not placed by guess.
pub(super) const PERSONAL: &str = "nomme des personnes : rien n’en est publié sans leur accord";
/// What a mapping writes for a column, or a value, that is left out.
pub(super) const LAISSER: &str = "laisser";
/// What a mapping writes for a column that nobody has placed yet.
pub(super) const A_PLACER: &str = "à placer";

impl Colonne {
    /// A column nobody knows.
    pub fn unknown(nom: &str, raison: &str) -> Self {
        Self {
            nom: nom.to_owned(),
            cible: Cible::APlacer,
            valeurs: Vec::new(),
            raison: raison.to_owned(),
        }
    }
}

impl Correspondance {
    /// This mapping over the columns of a file, in its order, with the names of those that the file does not have.
    pub(super) fn over(&self, columns: &[String]) -> (Self, Vec<String>) {
        let known = |nom: &String| self.colonnes.iter().find(|one| one.nom == *nom).cloned();
        let colonnes = columns.iter().map(|nom| {
            known(nom).unwrap_or_else(|| Colonne::unknown(nom, "absente de la correspondance"))
        });
        let missing = self.colonnes.iter().map(|one| &one.nom).filter(|nom| !columns.contains(nom));
        (Self { colonnes: colonnes.collect(), ..self.clone() }, missing.cloned().collect())
    }
}

//! The rows of one record: each cell goes under the key that the mapping says, and what joins or differs is told.

use std::collections::{BTreeMap, BTreeSet};

use crate::intake::columns::Holds;
use crate::intake::finding::{Finding, Notes};
use crate::intake::national::{web, words};
use crate::intake::table::Row;
use crate::text::fold;
use crate::vocabulary::FRAIS_A_CHARGE;

use super::cells::{bare, point};
use super::correspondance::{Cible, Colonne, Correspondance, Dit};
use super::days::DayCell;
use super::keys::{self, Genre};
use super::rows::first;
use super::{address, cut, hours, values};

/// A value under a key, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// The row, from 0.
    pub rank: usize,
    /// The column.
    pub column: String,
    /// The value.
    pub text: String,
    /// Whether it was written as such, not found in a longer text.
    pub sure: bool,
}

/// What the rows of one record say, by key.
#[derive(Debug, Default)]
pub(super) struct Lot {
    /// Values by key, in the order of rows and columns.
    pub slots: BTreeMap<String, Vec<Said>>,
    /// Cells of columns of a day.
    pub days: Vec<DayCell>,
    /// Even or odd weeks: whether odd, and the cell.
    pub weeks: Vec<(bool, Said)>,
    /// What was said of cells, with the row.
    pub found: Vec<(usize, Finding)>,
    /// Cells of columns that are left out, with the row.
    pub aside: Vec<(usize, (String, String))>,
    /// What each row calls its service, when a row is one.
    pub services: Vec<String>,
    /// The rows that say something under each key, whether or not it could be read.
    pub filled: BTreeMap<String, BTreeSet<usize>>,
}

/// Reasons of cells that no key takes.
const KEYLESS: (&str, &str, &str) = (
    "colonne-sans-cle",
    "On ne sait pas encore quelle clé prend cette colonne.",
    "Si la valeur est utile, dites dans une correspondance quelle clé la prend.",
);

impl Lot {
    /// Reads the rows of one record.
    pub fn read(mapping: &Correspondance, rows: &[&Row]) -> Self {
        let mut lot = Self::default();
        for (rank, row) in rows.iter().enumerate() {
            for (colonne, cell) in mapping.colonnes.iter().zip(&row.cells) {
                if !cell.trim().is_empty() {
                    lot.cell(rank, colonne, cell.trim(), mapping.fichier.is_none());
                }
            }
        }
        lot.services = rows.iter().map(|row| first(mapping, row, "services")).collect();
        for dit in &mapping.pour_tous {
            let known = lot.slots.get(&dit.cle).is_some_and(|all| !all.is_empty());
            if !known || is_several(&dit.cle) {
                lot.push(0, "pour_tous", dit.clone());
            }
        }
        lot
    }

    /// Reads one cell.
    fn cell(&mut self, rank: usize, colonne: &Colonne, written: &str, guessed: bool) {
        let (key, genre) = match &colonne.cible {
            Cible::Laissee => {
                self.aside.push((rank, (colonne.nom.clone(), written.to_owned())));
                return;
            }
            Cible::APlacer => {
                let (code, reason, remedy) = KEYLESS;
                self.tell(rank, &colonne.nom, |notes| notes.refused(code, written, reason, remedy));
                return;
            }
            Cible::Cle(key, genre) => (key.as_str(), *genre),
        };
        let mut found = Vec::new();
        let mut notes = Notes::about(&colonne.nom, &mut found);
        let bare = bare(written, &mut notes);
        let says = |cell: &String| {
            values::mapped(cell, &colonne.valeurs).is_none_or(|valeur| !valeur.sens.is_empty())
        };
        if bare.as_ref().is_some_and(says) {
            self.filled.entry(key.to_owned()).or_default().insert(rank);
        }
        let said = match bare {
            None => Vec::new(),
            Some(cell) => match values::mapped(&cell, &colonne.valeurs) {
                Some(valeur) => {
                    values::tell_mapped(&cell, &valeur.sens, guessed, &mut notes);
                    valeur.sens.clone()
                }
                None => self.read_cell(rank, (key, genre), colonne, &cell, guessed, &mut notes),
            },
        };
        self.found.extend(found.into_iter().map(|one| (rank, one)));
        said.into_iter().for_each(|dit| self.push(rank, &colonne.nom, dit));
    }

    /// What a cell says that holds something, as its column is read.
    fn read_cell(
        &mut self,
        rank: usize,
        (key, genre): (&str, Genre),
        colonne: &Colonne,
        cell: &str,
        guessed: bool,
        notes: &mut Notes<'_>,
    ) -> Vec<Dit> {
        let under = |values: Vec<String>| -> Vec<Dit> {
            values.iter().map(|value| Dit::new(key, value)).collect()
        };
        if let Some(list) = genre.list().filter(|_| !matches!(genre, Genre::Tarif)) {
            return values::read(cell, colonne, list, guessed, notes);
        }
        match genre {
            Genre::Norme(Holds::Text) | Genre::Texte => {
                under(Vec::from_iter(words::text(cell, notes)))
            }
            Genre::Norme(Holds::Emails) => under(web::emails(cell, notes)),
            Genre::Norme(Holds::Sites) => under(web::sites(cell, notes)),
            Genre::Norme(Holds::Hours) => under(Vec::from_iter(hours::line(cell, notes))),
            Genre::Norme(Holds::Several) | Genre::Mots => {
                let (parts, _) = cut::parts(cell, |_| false);
                under(parts.into_iter().filter_map(|part| words::line(part, notes)).collect())
            }
            Genre::Norme(_) => under(vec![cell.to_owned()]),
            Genre::Tarif => match FRAIS_A_CHARGE.read(cell).term() {
                Some(_) => values::read(cell, colonne, &FRAIS_A_CHARGE, guessed, notes),
                None => under(Vec::from_iter(words::text(cell, notes))),
            },
            Genre::Adresse => {
                self.address(rank, &colonne.nom, cell, notes);
                Vec::new()
            }
            Genre::Point => point(cell, notes),
            Genre::Semaines => {
                self.weeks_of(rank, &colonne.nom, cell, notes);
                Vec::new()
            }
            Genre::Jour(jour) => {
                let (column, text) = (colonne.nom.clone(), cell.to_owned());
                self.days.push(DayCell { jour, column, rank, text });
                Vec::new()
            }
            Genre::Liste(_) | Genre::Choix(_) => Vec::new(),
        }
    }

    /// A whole address: its commune and code stand back behind those of columns of their own.
    fn address(&mut self, rank: usize, column: &str, cell: &str, notes: &mut Notes<'_>) {
        let parts = address::parts(cell);
        let all =
            [("adresse", &parts.street), ("code_postal", &parts.code), ("commune", &parts.commune)];
        let written: Vec<&str> =
            all.iter().map(|(_, part)| part.as_str()).filter(|part| !part.is_empty()).collect();
        if parts.street != cell {
            let reason = "L’adresse entière est rangée en rue, code postal et commune.";
            notes.corrected("adresse-decoupee", cell, &written.join(" | "), reason);
        }
        for (key, part) in all.into_iter().filter(|(_, part)| !part.is_empty()) {
            let said = Said {
                rank,
                column: column.to_owned(),
                text: part.clone(),
                sure: key == "adresse",
            };
            self.slots.entry(key.to_owned()).or_default().push(said);
        }
    }

    /// Even or odd weeks.
    fn weeks_of(&mut self, rank: usize, column: &str, cell: &str, notes: &mut Notes<'_>) {
        let folded = fold(cell);
        let odd = match (folded.contains("impair"), folded.replace("impair", "").contains("pair")) {
            (true, false) => true,
            (false, true) => false,
            _ => {
                let remedy = "Écrivez « semaines paires » ou « semaines impaires ».";
                notes.refused(
                    "semaines-illisibles",
                    cell,
                    "On ne lit pas de quelles semaines il s’agit.",
                    remedy,
                );
                return;
            }
        };
        self.weeks.push((
            odd,
            Said { rank, column: column.to_owned(), text: cell.to_owned(), sure: true },
        ));
    }

    /// Adds a value under its key; a list says no value twice.
    fn push(&mut self, rank: usize, column: &str, dit: Dit) {
        let all = self.slots.entry(dit.cle.clone()).or_default();
        if is_several(&dit.cle) && all.iter().any(|known| known.text == dit.valeur) {
            return;
        }
        all.push(Said { rank, column: column.to_owned(), text: dit.valeur, sure: true });
    }

    /// Says something of a cell.
    pub fn tell(&mut self, rank: usize, column: &str, say: impl FnOnce(&mut Notes<'_>)) {
        let mut found = Vec::new();
        say(&mut Notes::about(column, &mut found));
        self.found.extend(found.into_iter().map(|one| (rank, one)));
    }
}

/// Whether a key holds several values, or a text that others may join.
pub(super) fn is_several(key: &str) -> bool {
    let several = |genre| {
        matches!(
            genre,
            Genre::Liste(_)
                | Genre::Mots
                | Genre::Texte
                | Genre::Norme(
                    Holds::Terms(_) | Holds::Several | Holds::Text | Holds::Emails | Holds::Sites
                )
        )
    };
    keys::key(key).is_some_and(|(_, genre)| several(genre))
}

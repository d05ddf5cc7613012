//! What each column of an unknown file becomes, from its name and its cells; what cannot be told is left to be placed.

mod evidence;
mod lists;
mod names;
mod shape;

use crate::intake::columns::{COLUMNS, column};
use crate::intake::table::Row;
use crate::vocabulary::{ITINERANCE, Vocabulary};

use super::address;
use super::correspondance::{Cible, Colonne, Correspondance, Lignes, PERSONAL};
use super::keys;
use super::lot::is_several;
use super::record::prefix_of;
use super::rows::first;
use super::settled::letters;
use evidence::{Cells, number, tells_hours};

/// Columns that only version 1 of the national schema has.
const OF_TODAY: [&str; 5] = [
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "modalites_acces",
];
/// Why a column became its key.
const BY_NAME: &str = "d’après son nom";
/// Why a column became its key.
const BY_VALUES: &str = "d’après ses valeurs";

/// A file as far as it is guessed.
struct Guessing<'a> {
    columns: &'a [String],
    cells: Vec<Cells<'a>>,
    found: Vec<Option<Colonne>>,
}

/// The likeliest mapping of a file.
pub(super) fn guess(file: &str, columns: &[String], rows: &[Row]) -> Correspondance {
    let cells = (0..columns.len())
        .map(|place| Cells::of(rows.iter().map(move |row| row.cells[place].as_str())));
    let mut guessing =
        Guessing { columns, cells: cells.collect(), found: vec![None; columns.len()] };
    guessing.special(rows);
    guessing.by_name();
    guessing.coordinates();
    guessing.by_values();
    let colonnes = columns.iter().zip(guessing.found).map(|(nom, found)| {
        found.unwrap_or_else(|| Colonne::unknown(nom, "on ne sait pas quelle clé la prend"))
    });
    let mut mapping = Correspondance { colonnes: colonnes.collect(), ..Correspondance::default() };
    mapping.pour_tous = shape::everybody(&mapping, rows);
    mapping.lignes = shape::rows(&mapping, rows);
    identifiers(&mut mapping, file, rows);
    mapping
}

/// Whether the national reader would read no column otherwise.
pub(super) fn adds_nothing(mapping: &Correspondance) -> bool {
    let own = |colonne: &Colonne| column(&colonne.nom).map(|index| COLUMNS[index].0);
    let today =
        mapping.colonnes.iter().filter_map(own).filter(|key| OF_TODAY.contains(key)).count();
    let same = |colonne: &Colonne| match &colonne.cible {
        Cible::Cle(key, _) => own(colonne) == Some(key),
        _ => true,
    };
    let plain = mapping.lignes == Lignes::Lieu && mapping.colonnes.iter().all(same);
    today >= 2 || (plain && mapping.colonnes.iter().all(|colonne| colonne.valeurs.is_empty()))
}

/// Ids of a file whose rows are no places say nothing; numbers alone are told apart from those of others.
fn identifiers(mapping: &mut Correspondance, file: &str, rows: &[Row]) {
    let Some(place) = mapping.colonnes.iter().position(|one| one.cible.said() == "id") else {
        return;
    };
    if mapping.lignes != Lignes::Lieu {
        let colonne = &mut mapping.colonnes[place];
        colonne.cible = Cible::Laissee;
        "numéro d’une ligne, pas d’un lieu".clone_into(&mut colonne.raison);
        return;
    }
    let figures = |row: &Row| row.cells[place].trim().chars().all(|c| c.is_ascii_digit());
    if rows.iter().all(figures) {
        mapping.prefixe = Some(prefix_of(crate::intake::rows::base_name(file)));
    }
}

impl Guessing<'_> {
    fn set(&mut self, place: usize, key: &str, raison: &str) {
        let nom = self.columns[place].clone();
        self.found[place] = Some(Colonne {
            nom,
            cible: Cible::of(key),
            valeurs: Vec::new(),
            raison: raison.to_owned(),
        });
    }

    fn leave(&mut self, place: usize, cible: Cible, raison: &str) {
        let nom = self.columns[place].clone();
        self.found[place] =
            Some(Colonne { nom, cible, valeurs: Vec::new(), raison: raison.to_owned() });
    }

    /// Columns whose name or cells leave no doubt about what they are not, days, weeks and ticked boxes.
    fn special(&mut self, rows: &[Row]) {
        for place in 0..self.columns.len() {
            let name = &self.columns[place];
            if self.cells[place].is_empty() {
                self.leave(place, Cible::APlacer, "toujours vide dans ce fichier");
            } else if let Some(why) = names::useless(name) {
                self.leave(place, Cible::Laissee, why);
            } else if names::is_personal(name) {
                self.leave(place, Cible::APlacer, PERSONAL);
            } else if shape::repeats_others(place, rows) {
                self.leave(place, Cible::Laissee, "répète les autres colonnes, en HTML");
            } else if let Some(key) = shape::day(name).filter(|_| self.are_hours(place)) {
                self.set(place, &key, BY_NAME);
            } else if self.cells[place].share(shape::is_weeks) >= 90 {
                self.set(place, "horaires.semaines", BY_VALUES);
            } else if let Some((dit, valeurs)) = lists::ticks(name, &self.cells[place]) {
                self.set(place, &dit.cle, "cases cochées, d’après son nom");
                if let Some(colonne) = &mut self.found[place] {
                    colonne.valeurs = valeurs;
                }
            }
        }
    }

    fn are_hours(&self, place: usize) -> bool {
        let hours = |cell: &str| {
            tells_hours(cell) || cell.chars().any(|c| c.is_ascii_digit()) || cell.len() < 8
        };
        self.cells[place].share(hours) >= 50
    }

    /// Columns whose name is that of a key, and whose cells are what the key takes.
    fn by_name(&mut self) {
        let wanted: Vec<Vec<(&'static str, usize)>> =
            self.columns.iter().map(|name| names::keys(name)).collect();
        for key in names::order() {
            let mut likely: Vec<(usize, usize)> = (0..self.columns.len())
                .filter(|place| self.found[*place].is_none())
                .filter_map(|place| {
                    let (_, rank) = wanted[place].iter().find(|(wanted, _)| *wanted == key)?;
                    let genre = keys::key(key)?.1;
                    self.cells[place].may_be(genre).then_some((*rank, place))
                })
                .collect();
            likely.sort_unstable();
            let several = is_several(key) || key == "telephone";
            let kept = if several { likely.len() } else { 1 };
            for (_, place) in likely.into_iter().take(kept) {
                self.take(place, key, BY_NAME);
            }
        }
    }

    /// Gives a column its key, with what the values that its list does not know may mean.
    fn take(&mut self, place: usize, key: &str, raison: &str) {
        let whole = key == "adresse" && address::are_whole(self.cells[place].all().iter().copied());
        self.set(place, if whole { "adresse_complete" } else { key }, raison);
        let list = keys::key(key).and_then(|(_, genre)| genre.list()).filter(|_| key != "tarif");
        if let (Some(list), Some(colonne)) = (list, &mut self.found[place]) {
            colonne.valeurs = lists::words(list, &self.cells[place]);
        }
    }

    /// Two columns of numbers called X and Y: which is which, their values say.
    fn coordinates(&mut self) {
        let taken = |guessing: &Self, key: &str| {
            guessing.found.iter().flatten().any(|one| one.cible.said() == key)
        };
        for place in 0..self.columns.len() {
            if self.found[place].is_some() || !shape::is_coordinate(&self.columns[place]) {
                continue;
            }
            let share = |from: f64, to: f64| {
                self.cells[place]
                    .share(|cell| number(cell).is_some_and(|number| (from..to).contains(&number)))
            };
            // Degrees of France, then metres of Lambert 93.
            let key = if share(41.0, 52.0) >= 80 || share(6.0e6, 7.2e6) >= 80 {
                "latitude"
            } else if share(-6.0, 10.0) >= 80 || share(9.0e4, 1.3e6) >= 80 {
                "longitude"
            } else {
                continue;
            };
            if !taken(self, key) {
                self.set(place, key, BY_VALUES);
            }
        }
    }

    /// Columns whose cells are plainly of one sort.
    fn by_values(&mut self) {
        for place in 0..self.columns.len() {
            if self.found[place].is_some() {
                continue;
            }
            let cells = &self.cells[place];
            let key = if cells.share(|cell| cell.contains('@') && !cell.contains('<')) >= 80 {
                Some("courriels")
            } else if cells.share(evidence::is_phone) >= 80
                && cells.share(|cell| cell.starts_with(['0', '+'])) >= 50
            {
                Some("telephone")
            } else {
                cells
                    .list()
                    .filter(|(list, share)| *share >= 50 && is_told(list, cells))
                    .map(|(list, _)| list.name)
            };
            if let Some(key) = key {
                self.take(place, key, BY_VALUES);
            }
        }
    }
}

/// Whether enough different cells speak for a list: one word may be of it by chance.
fn is_told(list: &Vocabulary, cells: &Cells<'_>) -> bool {
    cells.all().len() >= 3 || list.name == ITINERANCE.name
}

/// The nom of each row, for those who compare rows.
fn noms(mapping: &Correspondance, rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| letters(&first(mapping, row, "nom"))).collect()
}

//! What is printed: files by their address, made one after the other.

use std::collections::BTreeMap;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::plan::{About, Papier, Sheet};

use super::demande::Choix;
use super::imprimeur::Imprimeur;

/// A file that is printed.
#[derive(Clone, Debug)]
pub struct Tirage {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// The page of each name that indexes point at; none is known of a file of the last build.
    pub pages_of: BTreeMap<String, usize>,
    /// What its theme read, where somebody asked for this very file; empty otherwise.
    pub data: String,
}

/// Every file printed, by its address.
#[derive(Debug, Default)]
pub struct Tirages {
    pub(super) made: BTreeMap<Address, Tirage>,
    /// Files that were set anew; the others are those of the last build.
    pub poses: usize,
    /// Leaflets that do not fit on a sheet, with the pages they would have where they were set to see it: the booklet of
    /// the same place says all.
    pub refus: Vec<(Address, Option<usize>)>,
}

impl Tirages {
    /// The file at an address.
    pub fn of(&self, address: &Address) -> Option<&Tirage> {
        self.made.get(address)
    }

    /// Whether something is printed at an address.
    pub fn holds(&self, address: &Address) -> bool {
        self.made.contains_key(address)
    }

    /// How many files are printed.
    pub fn len(&self) -> usize {
        self.made.len()
    }

    /// Whether nothing is printed.
    pub fn is_empty(&self) -> bool {
        self.made.is_empty()
    }
}

/// What printing needs from the world around it.
pub struct Presse<'a> {
    /// The file that stood at an address in the last build.
    pub avant: &'a (dyn Fn(&Address) -> Option<Vec<u8>> + Sync),
    /// Told after each document: how many are done, of how many.
    pub avance: &'a (dyn Fn(usize, usize) + Sync),
    /// Whether somebody asks for these very files: what does not fit is set all the same, to tell how many pages it
    /// would have, and data are kept.
    pub sur_demande: bool,
}

/// Prints everything that the plan has on paper. What does not fit or has nothing to say is not made; why, where it is
/// worth a word, is said.
pub fn print(world: &World<'_>, presse: &Presse<'_>, said: &mut Vec<Diagnostic>) -> Tirages {
    let sheets = world.plan.sheets.iter().map(|(_, sheet)| sheet);
    run(world, presse, sheets, Choix::NONE, said)
}

/// The same for some sheets, with what was chosen for them.
pub(super) fn run<'s>(
    world: &World<'_>,
    presse: &Presse<'_>,
    sheets: impl IntoIterator<Item = &'s Sheet>,
    choix: Choix<'_>,
    said: &mut Vec<Diagnostic>,
) -> Tirages {
    let jobs: Vec<(&Sheet, usize, Papier)> = sheets
        .into_iter()
        .filter_map(|sheet| match sheet.about {
            About::Papier(guide, papier) => Some((sheet, guide, papier)),
            _ => None,
        })
        .collect();
    let total = jobs.len();
    let mut imprimeur = Imprimeur::new(world, presse, choix);
    // Sheets that are folded are made from those that are read.
    let (read, folded): (Vec<_>, Vec<_>) =
        jobs.into_iter().partition(|(_, _, papier)| !papier.forme.est_pliee());
    for (done, (sheet, guide, papier)) in read.into_iter().chain(folded).enumerate() {
        imprimeur.make(sheet, guide, papier);
        (presse.avance)(done + 1, total);
    }
    imprimeur.done(said)
}

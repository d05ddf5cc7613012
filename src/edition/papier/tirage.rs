//! What is printed: files by their address. Whole guides are made one after the other, all else side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::plan::{About, Cible, Forme, Papier, Sheet};

use super::demande::Choix;
use super::imprimeur::{Fait, Imprimeur};
use super::lisible;

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
    // Sheets that are folded are made from those that are read.
    let (folded, read): (Vec<_>, Vec<_>) = sheets
        .into_iter()
        .filter_map(|sheet| match sheet.about {
            About::Papier(guide, papier) => Some(Ouvrage { sheet, guide, papier }),
            _ => None,
        })
        .partition(|ouvrage| ouvrage.papier.forme.est_pliee());
    let imprimeur = Imprimeur::new(world, presse, choix);
    let (done, total) = (AtomicUsize::new(0), read.len() + folded.len());
    let told = |fait: Fait| {
        (presse.avance)(1 + done.fetch_add(1, Ordering::Relaxed), total);
        fait
    };
    let mut lot = Lot::default();
    lot.take(&read, all(&read, |ouvrage| told(imprimeur.read(ouvrage))));
    let twins: BTreeMap<_, _> = read.iter().map(|one| (one.key(), &one.sheet.address)).collect();
    let twin = |ouvrage: Ouvrage<'_>| lot.tirages.of(twins.get(&ouvrage.twin())?);
    let folds = all(&folded, |ouvrage| {
        let fait = twin(ouvrage).map(|read| imprimeur.folded(ouvrage, read));
        told(fait.unwrap_or_default())
    });
    lot.take(&folded, folds);
    lot.end(world, said)
}

/// A document that is to be made.
#[derive(Clone, Copy)]
pub(super) struct Ouvrage<'s> {
    pub sheet: &'s Sheet,
    pub guide: usize,
    pub papier: Papier,
}

impl Ouvrage<'_> {
    fn key(&self) -> (usize, Papier) {
        (self.guide, self.papier)
    }

    /// The file that is read, of one that is folded.
    fn twin(&self) -> (usize, Papier) {
        (self.guide, Papier { forme: Forme::Lue, ..self.papier })
    }

    /// Whether it tells of a whole guide: while it is set, it takes the memory of a hundred others.
    fn is_whole(&self) -> bool {
        self.papier.cible == Cible::Guide
    }
}

/// Makes documents, whole guides one after the other, then the others side by side; what became of each, in their order.
fn all(ouvrages: &[Ouvrage<'_>], make: impl Fn(Ouvrage<'_>) -> Fait + Sync) -> Vec<Fait> {
    let whole = ouvrages.iter().map(|one| one.is_whole().then(|| make(*one)));
    let whole: Vec<Option<Fait>> = whole.collect();
    let both = ouvrages.par_iter().zip(whole);
    both.map(|(one, fait)| fait.unwrap_or_else(|| make(*one))).collect()
}

/// What became of all documents.
#[derive(Default)]
struct Lot {
    tirages: Tirages,
    /// Letters that no font has, by guide.
    lost: BTreeMap<usize, BTreeSet<char>>,
    /// What is to be said; each once, however many sheets have it.
    said: Vec<Diagnostic>,
}

impl Lot {
    fn take(&mut self, ouvrages: &[Ouvrage<'_>], faits: Vec<Fait>) {
        for (ouvrage, fait) in ouvrages.iter().zip(faits) {
            let address = &ouvrage.sheet.address;
            self.tirages.poses += usize::from(fait.pose);
            self.tirages.made.extend(fait.tirage.map(|one| (address.clone(), one)));
            self.tirages.refus.extend(fait.refus.map(|pages| (address.clone(), pages)));
            self.lost.entry(ouvrage.guide).or_default().extend(fait.lost);
            for one in fait.said {
                if !self.said.contains(&one) {
                    self.said.push(one);
                }
            }
        }
    }

    fn end(self, world: &World<'_>, said: &mut Vec<Diagnostic>) -> Tirages {
        said.extend(self.said);
        for (guide, lost) in &self.lost {
            lisible::tell(&world.guides.guides[*guide], lost, said);
        }
        self.tirages
    }
}

//! Something printed by itself: what is asked for, and the files that answer.

use crate::address::Address;
use crate::calendar::Date;
use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::plan::{About, Medium, Papier, Sheet};

use super::lieux::Detail;
use super::tirage::{Presse, Tirages};
use super::{formes, nom, tirage};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demande {
    /// Index of the guide.
    pub guide: usize,
    /// Which product, about what.
    pub papier: Papier,
    /// The first day it speaks of; today's where nothing is said.
    pub du: Option<Date>,
    /// The records of a selection, by rank.
    pub choix: Vec<usize>,
    /// Strips to tear off at the foot of a poster.
    pub languettes: bool,
    /// The edition that errata compare with, by its number; the last one where nothing is said.
    pub depuis: Option<u32>,
}

/// A file that answers.
#[derive(Clone, Debug)]
pub struct Reponse {
    /// Its name: `affiche-mediatheque.pdf`.
    pub nom: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// The data its theme read; empty for what is folded.
    pub data: String,
    /// What it is.
    pub papier: Papier,
}

/// What is known of a demand before any byte: the day, the records, the strips.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choix<'a> {
    /// How much is told of each place, where a product leaves it open.
    pub detail: Detail,
    pub du: Option<Date>,
    pub acteurs: &'a [usize],
    pub languettes: bool,
    pub depuis: Option<u32>,
}

impl<'a> Choix<'a> {
    /// What a whole build prints: nothing was chosen.
    pub const NONE: Self =
        Self { detail: Detail::Entier, du: None, acteurs: &[], languettes: false, depuis: None };

    fn of(demande: &'a Demande) -> Self {
        Self {
            du: demande.du,
            acteurs: &demande.choix,
            languettes: demande.languettes,
            depuis: demande.depuis,
            ..Self::NONE
        }
    }
}

/// Prints what is asked for, in each of its files; nothing where its subject has nothing to say.
pub fn answer(
    world: &World<'_>,
    demande: &Demande,
    said: &mut Vec<Diagnostic>,
) -> (Vec<Reponse>, Vec<(Address, Option<usize>)>) {
    let here = &world.guides.guides[demande.guide];
    let of = |forme| Papier { forme, ..demande.papier };
    let all: Vec<Papier> = formes(demande.papier.produit).iter().map(|&forme| of(forme)).collect();
    let sheets: Vec<Sheet> = all
        .iter()
        .filter_map(|&papier| {
            let address = Address::new(format!("{}.pdf", nom(here, papier))).ok()?;
            Some(Sheet {
                address,
                medium: Medium::Pdf,
                about: About::Papier(demande.guide, papier),
            })
        })
        .collect();
    let choix = Choix::of(demande);
    let presse = Presse { avant: &|_| None, avance: &|_, _| (), sur_demande: true };
    let Tirages { made, refus, .. } = tirage::run(world, &presse, &sheets, choix, said);
    let answers = sheets.iter().zip(all).filter_map(|(sheet, papier)| {
        let one = made.get(&sheet.address)?;
        Some(Reponse {
            nom: sheet.address.to_string(),
            bytes: one.bytes.clone(),
            pages: one.pages,
            data: one.data.clone(),
            papier,
        })
    });
    (answers.collect(), refus)
}

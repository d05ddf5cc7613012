//! Freezes an edition: prints the guide, and keeps what each record says on which of its pages.

use std::collections::BTreeMap;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::guide::Guides;
use crate::plan::{About, Cible, Forme, Medium, Papier, Produit, Sheet};

use super::super::tirage::{Presse, run};
use super::super::{demande::Choix, fiche, here, jours, lieux, nom};
use super::{Editions, Figee, Le, Sorte, etat};

/// The next edition of a guide, of today; nothing when the guide could not be printed, which is said.
pub fn freeze(world: &World<'_>, guide: usize, said: &mut Vec<Diagnostic>) -> Option<Figee> {
    let of = &world.guides.guides[guide];
    let papier = Papier { produit: Produit::Guide, cible: Cible::Guide, forme: Forme::Lue };
    let address = Address::new(format!("{}.pdf", nom(of, papier))).ok()?;
    let about = About::Papier(guide, papier);
    let sheet = Sheet { address, medium: Medium::Pdf, about };
    let made = run(
        world,
        &Presse { avant: &|_| None, avance: &|_, _| (), sur_demande: true },
        std::iter::once(&sheet),
        Choix::NONE,
        said,
    );
    let printed = made.of(&sheet.address)?;
    let today = world.guides.today;
    let here = here(world, &sheet, guide);
    let page = |ancre: &str| printed.pages_of.get(ancre).copied();
    let fiches = etat::all(here, today).into_iter().map(|(rank, mut one)| {
        one.page = page(&match one.sorte {
            Sorte::Acteur => fiche::ancre(rank),
            Sorte::Evenement => jours::ancre(rank),
        });
        one
    });
    let communes = of.communes.iter().enumerate();
    let communes: BTreeMap<String, usize> = communes
        .filter_map(|(rank, ici)| Some((ici.commune.code.to_owned(), page(&lieux::ancre(rank))?)))
        .collect();
    Some(Figee {
        fiches: fiches.collect(),
        communes,
        pages: printed.pages,
        ..world.editions.of(&of.dossier).last().filter(|one| one.jour.0 == today)?.clone()
    })
}

impl Editions {
    /// The same with the next edition of a guide, of today, still empty: its number stands on every page.
    pub fn with_next(mut self, guides: &Guides, guide: usize) -> Self {
        let of = &guides.guides[guide];
        let one = Figee {
            jalon: env!("CARGO_PKG_VERSION").to_owned(),
            guide: of.dossier.clone(),
            numero: self.next(&of.dossier),
            jour: Le(guides.today),
            valable: Le(guides.fin_de_l_agenda(of)),
            pages: 0,
            communes: BTreeMap::new(),
            fiches: Vec::new(),
        };
        self.add(&of.dossier.clone(), one);
        self
    }
}

//! The key of a guide: a fingerprint of all that its sheets are made from, but for what they look at in single records of
//! other guides.

use std::fmt::Debug;

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use crate::build::Order;
use crate::edition::{About, World};
use crate::guide::{Guide, Guides, Passage, Ref};
use crate::record::Acteur;

/// A fingerprint in the making: each part is told apart from the next.
#[derive(Default)]
struct Empreinte(Hasher);

impl Empreinte {
    fn with(mut self, part: &(impl Debug + ?Sized)) -> Self {
        self.0.update(format!("{part:?}").as_bytes()).update(&[0]);
        self
    }

    fn done(&self) -> Hash {
        self.0.finalize()
    }
}

/// The key of each guide; `ranks` are its sheets in the plan.
pub(super) fn of_guides(
    order: &Order,
    programme: &str,
    world: &World<'_>,
    ranks: &[Vec<usize>],
) -> Vec<String> {
    let guides = world.guides;
    let partout = partout(order, programme, guides);
    let key = |(index, ranks): (usize, &Vec<usize>)| {
        let guide = &guides.guides[index];
        let dossier = guides.empreintes.dossier(&guide.dossier);
        let sheets = ranks.iter().map(|&rank| &world.plan.sheets[rank].1);
        let start = Empreinte::default()
            .with(&partout)
            .with(&dossier)
            .with(&world.themes.guides[index].empreinte);
        let with_images = guide
            .images
            .iter()
            .filter_map(|image| image.developed.as_ref())
            .fold(start, |all, (address, _)| all.with(address));
        let whole = sheets.fold(with_images, |all, sheet| {
            let printed = match sheet.about {
                About::Papier(guide, papier) => world.tirage(guide, papier),
                _ => None,
            };
            let printed = printed.map(|(_, one)| (blake3::hash(&one.bytes), one.pages));
            all.with(&sheet.address).with(&printed)
        });
        whole.done().to_hex().to_string()
    };
    ranks.par_iter().enumerate().map(key).collect()
}

/// What every sheet is made from: the program and its order, what guides share, and what each may ask of all of them.
fn partout(order: &Order, programme: &str, guides: &Guides) -> Hash {
    let asked = (order.imprimes, order.hors_ligne, order.precompression);
    let start = Empreinte::default()
        .with(programme)
        .with(&order.today)
        .with(&asked)
        .with(&guides.empreintes.partage());
    let each: Vec<Hash> =
        guides.guides.par_iter().map(|guide| vue_des_autres(guides, guide)).collect();
    start.with(&each).done()
}

/// What other guides may ask of all records of a guide: where somebody is near and for what, who passes, which communes have
/// something, which notes must stand nowhere.
fn vue_des_autres(guides: &Guides, guide: &Guide) -> Hash {
    let start =
        Empreinte::default().with(&guide.dossier).with(&guides.empreintes.reglages(&guide.dossier));
    // Of places as near, the first by its id is found: names change nothing.
    let mut acteurs: Vec<_> = guide.acteurs.iter().zip(&guide.reponses).collect();
    let place = |acteur: &Acteur| {
        acteur.adresse.point().map(|at| (at.latitude.to_bits(), at.longitude.to_bits()))
    };
    acteurs.sort_by_key(|(one, _)| &one.fiche.id);
    let with_acteurs = acteurs.into_iter().fold(start, |all, (one, needs)| {
        let commune = one.adresse.commune.map(|commune| commune.code);
        all.with(&one.fiche.id)
            .with(&(place(one), one.se_visite(), commune, needs))
            .with(&one.fiche.interne)
    });
    let others = guide.evenements.iter().map(|event| &event.fiche);
    let others = others.chain(guide.pages.iter().map(|page| &page.fiche));
    let notes = others.filter_map(|fiche| fiche.interne.as_deref());
    let with_notes = notes.fold(with_acteurs, |all, note| all.with(note));
    let with_passages = guide.passages.iter().fold(with_notes, |all, passage| {
        let who = |at: Option<Ref>| {
            at.map(|at| (&guides.guides[at.guide].dossier, &guides.acteur(at).fiche.id))
        };
        let own = Passage { de: None, chez: None, ..passage.clone() };
        let passes = guides.passe(passage);
        all.with(&who(passage.de)).with(&who(passage.chez)).with(&own).with(&passes)
    });
    let communes: Vec<_> =
        guide.communes_servies().map(|(_, ici)| (ici.commune.code, ici.presence())).collect();
    with_passages.with(&communes).done()
}

//! What paper is given, sheet by sheet.

use std::collections::BTreeSet;

use jalon::Order;
use jalon::edition::papier::{self, Demande};
use jalon::edition::{About, Cible, Forme, Papier, Produit, World, plan};

use crate::support::{Desk, TODAY};

/// The data of every sheet that a build plans, and of each record's own, by the name of the product.
pub fn all(desk: &Desk) -> Vec<(String, String)> {
    let order = Order {
        content: desk.path().join("content"),
        shown: "content".into(),
        themes: desk.path().join("themes"),
        output: desk.path().join("output"),
        grounds: Vec::new(),
        today: TODAY.parse().unwrap(),
        strict: false,
        imprimes: false,
        hors_ligne: false,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
        in_place: false,
    };
    let (guides, themes, mut said) = jalon::verify(&order);
    let planned = plan(&guides, &mut said);
    let world = World::new(&guides, &themes, &planned);
    let mut papers: BTreeSet<(usize, Papier)> = planned
        .sheets
        .iter()
        .filter_map(|(_, sheet)| match sheet.about {
            About::Papier(guide, papier) => Some((guide, Papier { forme: Forme::Lue, ..papier })),
            _ => None,
        })
        .collect();
    for (rank, guide) in guides.guides.iter().enumerate() {
        let own = (0..guide.acteurs.len()).map(Cible::Acteur);
        papers.extend(
            own.map(|cible| (rank, Papier { produit: Produit::Fiche, cible, forme: Forme::Lue })),
        );
    }
    let data = |(guide, papier): (usize, Papier)| {
        let demande =
            Demande { guide, papier, du: None, choix: Vec::new(), languettes: false, depuis: None };
        let (answers, _) = papier::answer(&world, &demande, &mut said);
        let told = answers.into_iter().map(|one| one.data).find(|data| !data.is_empty())?;
        Some((papier.produit.nom().to_owned(), told))
    };
    papers.into_iter().filter_map(data).collect()
}

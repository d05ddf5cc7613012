//! What each intercommunalité has: places, passages, needs that something answers, people served.

use std::collections::BTreeSet;

use crate::guide::{Guide, Guides, Ici, Passage};
use crate::vocabulary::BESOINS;

use super::communes::Desserte;
use super::habitants;
use super::terrain::Terrain;

/// An intercommunalité, or what it has of a département.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intercommunale {
    /// Its name, « Sans intercommunalité » for communes that have none.
    pub nom: String,
    /// Its SIREN.
    pub siren: Option<&'static str>,
    /// Its communes in the département.
    pub communes: usize,
    /// Their inhabitants.
    pub habitants: u32,
    /// Places that help.
    pub lieux: usize,
    /// Permanences and stops.
    pub passages: usize,
    /// Events to come.
    pub evenements: usize,
    /// Inhabitants of communes that have a place.
    pub sur_place: u32,
    /// Inhabitants whose nearest help with procedures is near.
    pub pres: u32,
    /// For each need, how many places answer it and how many passages.
    pub besoins: Vec<(usize, usize)>,
}

impl Intercommunale {
    /// Whether a place helps there or somebody comes.
    pub fn a_quelque_chose(&self) -> bool {
        self.lieux + self.passages > 0
    }

    /// The ranks of the needs that nothing answers.
    pub fn trous(&self) -> Vec<usize> {
        let none = |(_, found): &(usize, &(usize, usize))| **found == (0, 0);
        self.besoins.iter().enumerate().filter(none).map(|(rank, _)| rank).collect()
    }
}

/// The intercommunalités of a guide's département, in French order.
pub(super) fn of_guide(
    guides: &Guides,
    terrain: &Terrain,
    guide: &Guide,
    communes: &[Desserte<'_>],
    km: u16,
) -> Vec<Intercommunale> {
    let named = guide.intercommunalites.iter();
    let named = named.map(|one| (one.epci.nom_entier(), Some(one.epci.siren)));
    let none = ("Sans intercommunalité".to_owned(), None);
    named
        .chain([none])
        .filter_map(|(nom, siren)| {
            let here: Vec<&Desserte<'_>> =
                communes.iter().filter(|one| one.commune.epci == siren).collect();
            let found = || one(guides, terrain, guide, &here, km);
            (!here.is_empty()).then(|| Intercommunale { nom, siren, ..found() })
        })
        .collect()
}

fn one(
    guides: &Guides,
    terrain: &Terrain,
    guide: &Guide,
    communes: &[&Desserte<'_>],
    km: u16,
) -> Intercommunale {
    let each = |of: fn(&Ici) -> &Vec<usize>| -> BTreeSet<usize> {
        communes.iter().flat_map(|one| of(one.ici).iter().copied()).collect()
    };
    let passages = each(|ici| &ici.passages);
    let lieux: Vec<_> =
        communes.iter().flat_map(|one| terrain.lieux(one.commune.code)).copied().collect();
    let answers = |passage: &Passage, rank: usize| {
        passage.aide.iter().any(|term| BESOINS[rank].services.contains(&term.label))
    };
    let besoins = (0..BESOINS.len()).map(|rank| {
        let places = lieux.iter();
        let places =
            places.filter(|at| guides.guides[at.guide].reponses[at.index] >> rank & 1 == 1);
        let stops = passages.iter().filter(|stop| answers(&guide.passages[**stop], rank));
        (places.count(), stops.count())
    });
    let some = |keep: &dyn Fn(&Desserte<'_>) -> bool| {
        habitants(communes.iter().copied().filter(|one| keep(one)))
    };
    Intercommunale {
        nom: String::new(),
        siren: None,
        communes: communes.len(),
        habitants: some(&|_| true),
        lieux: lieux.len(),
        evenements: each(|ici| &ici.evenements).len(),
        sur_place: some(&|one| one.lieux > 0),
        pres: some(&|one| one.commune.centre().is_some() && !one.est_loin(km)),
        besoins: besoins.collect(),
        passages: passages.len(),
    }
}

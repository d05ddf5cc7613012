//! Where the places of every guide are, and how many people have each as their nearest.

use std::collections::{BTreeMap, BTreeSet};

use crate::guide::{Guides, Needs, Ref};
use crate::record::Acteur;
use crate::territory::{Commune, communes_of_departement};

use super::communes::chemin;

/// Every need at once.
pub(super) const TOUS: Needs = Needs::MAX;

/// The places of every guide, by commune, and the people who depend on each.
#[derive(Debug, Default)]
pub struct Terrain {
    /// Places that help, by the code of their commune.
    lieux: BTreeMap<&'static str, Vec<Ref>>,
    /// Inhabitants of communes without place, given to the place nearest to them.
    venus: BTreeMap<Ref, u32>,
}

impl Terrain {
    pub(super) fn of(guides: &Guides) -> Self {
        let mut terrain = Self::default();
        for (guide, here) in guides.guides.iter().enumerate() {
            for (index, acteur) in here.acteurs.iter().enumerate() {
                if let Some(commune) = acteur.adresse.commune
                    && here.reponses[index] != 0
                    && acteur.se_visite()
                {
                    terrain.lieux.entry(commune.code).or_default().push(Ref { guide, index });
                }
            }
        }
        let codes: BTreeSet<&str> =
            guides.guides.iter().map(|guide| guide.departement.code).collect();
        for commune in codes.into_iter().flat_map(communes_of_departement) {
            terrain.send(guides, commune);
        }
        terrain
    }

    /// Gives the people of a commune without place to the place nearest to them.
    fn send(&mut self, guides: &Guides, commune: &Commune) {
        if !self.lieux(commune.code).is_empty() {
            return;
        }
        let near = commune.centre().map(|from| guides.plus_proches(TOUS, from, 1, &[]));
        let near = near.and_then(|found| found.into_iter().next());
        if let Some(near) = near.filter(|near| chemin(near).is_some()) {
            *self.venus.entry(near.at).or_default() += commune.population;
        }
    }

    /// The places that help in a commune, whichever guide they are written in.
    pub fn lieux(&self, code: &str) -> &[Ref] {
        self.lieux.get(code).map_or(&[], Vec::as_slice)
    }

    /// How many people a record concerns: those of its commune, shared between its places, and those of
    /// the communes without place that are nearest to it.
    pub fn concernes(&self, at: Ref, acteur: &Acteur) -> u32 {
        let own = acteur.adresse.commune.map_or(0, |commune| {
            let lieux = self.lieux(commune.code);
            // A record that is no place yet would be one more.
            let among = lieux.len() + usize::from(!lieux.contains(&at));
            u32::try_from(among).map_or(0, |among| commune.population.div_ceil(among))
        });
        own + self.venus.get(&at).copied().unwrap_or_default()
    }
}

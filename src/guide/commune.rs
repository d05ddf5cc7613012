//! The communes of a guide, and what each has: places, passages, events; many have nothing.

use std::collections::BTreeMap;

use crate::territory::{Commune, communes_of_departement};
use crate::text::{slug, sort_key};

use super::{Guide, Guides};

/// A commune and what is, comes or takes place there; indexes into the guide's lists.
#[derive(Clone, Debug)]
pub struct Ici {
    /// The commune.
    pub commune: &'static Commune,
    /// Its part of an address, unique in its guide.
    pub slug: String,
    /// Actors established here, ended ones left out.
    pub acteurs: Vec<usize>,
    /// Others of here that nobody visits: the town itself, networks, who coordinates.
    pub autres: Vec<usize>,
    /// Permanences and stops here.
    pub passages: Vec<usize>,
    /// Events here that are not over.
    pub evenements: Vec<usize>,
}

/// What counts most of what a commune has: where places are, who passes and what takes place is said on its page alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Places.
    Lieux(usize),
    /// Permanences and stops.
    Passages(usize),
    /// Events.
    Evenements(usize),
}

impl Ici {
    /// What counts most here, and how many of it.
    pub fn presence(&self) -> Presence {
        match (self.acteurs.len(), self.passages.len(), self.evenements.len()) {
            (0, 0, events) => Presence::Evenements(events),
            (0, passages, _) => Presence::Passages(passages),
            (places, ..) => Presence::Lieux(places),
        }
    }

    /// Whether no place is here, nobody comes and nothing takes place.
    pub fn est_vide(&self) -> bool {
        self.acteurs.is_empty() && self.passages.is_empty() && self.evenements.is_empty()
    }
}

impl Guide {
    /// The communes where something is, comes or takes place, with their rank.
    pub fn communes_servies(&self) -> impl Iterator<Item = (usize, &Ici)> {
        self.communes.iter().enumerate().filter(|(_, ici)| !ici.est_vide())
    }
}

/// Every commune of a guide's département, and those beyond it where something is, in French order.
pub(super) fn of_guide(guides: &Guides, guide: usize) -> Vec<Ici> {
    let here = &guides.guides[guide];
    let mut found: BTreeMap<&'static str, Ici> = BTreeMap::new();
    for commune in communes_of_departement(here.departement.code) {
        entry(&mut found, commune);
    }
    for (index, acteur) in here.acteurs.iter().enumerate() {
        if acteur.fiche.en_cours(guides.today)
            && let Some(commune) = acteur.adresse.commune
        {
            let ici = entry(&mut found, commune);
            if acteur.est_un_lieu() { &mut ici.acteurs } else { &mut ici.autres }.push(index);
        }
    }
    for (index, passage) in here.passages.iter().enumerate() {
        if guides.passe(passage)
            && let Some(commune) = passage.commune
        {
            entry(&mut found, commune).passages.push(index);
        }
    }
    for (index, event) in here.evenements.iter().enumerate() {
        if event.a_venir(guides.today) {
            for commune in guides.communes_of_event(guide, event) {
                entry(&mut found, commune).evenements.push(index);
            }
        }
    }
    let mut communes: Vec<Ici> = found.into_values().collect();
    // « Castillon » is two communes of one département: homonyms take their INSEE code.
    let slugs = communes.iter_mut().map(|here| {
        let longer = slug(&format!("{} {}", here.commune.nom, here.commune.code));
        (&mut here.slug, longer)
    });
    tell_apart(slugs.collect());
    communes.sort_by_cached_key(|here| (sort_key(here.commune.nom), here.commune.code));
    communes
}

fn entry<'a>(found: &'a mut BTreeMap<&'static str, Ici>, commune: &'static Commune) -> &'a mut Ici {
    found.entry(commune.code).or_insert_with(|| Ici {
        commune,
        slug: slug(commune.nom),
        acteurs: Vec::new(),
        autres: Vec::new(),
        passages: Vec::new(),
        evenements: Vec::new(),
    })
}

/// Parts of addresses that several share take the longer form beside them.
pub(super) fn tell_apart(slugs: Vec<(&mut String, String)>) {
    let mut written: BTreeMap<String, usize> = BTreeMap::new();
    for (slug, _) in &slugs {
        *written.entry((*slug).clone()).or_default() += 1;
    }
    for (slug, longer) in slugs {
        if written[slug.as_str()] > 1 {
            *slug = longer;
        }
    }
}

//! What each commune of a guide has: places, passages, events.

use std::collections::BTreeMap;

use crate::territory::Commune;
use crate::text::{slug, sort_key};

use super::Guides;

/// A commune where something is, comes or takes place; indexes into the guide's lists.
#[derive(Clone, Debug)]
pub struct Ici {
    /// The commune.
    pub commune: &'static Commune,
    /// Its part of an address, unique in its guide.
    pub slug: String,
    /// Actors established here, ended ones left out.
    pub acteurs: Vec<usize>,
    /// Permanences and stops here.
    pub passages: Vec<usize>,
    /// Events here that are not over.
    pub evenements: Vec<usize>,
}

/// The communes of a guide that have something, in French order.
pub(super) fn of_guide(guides: &Guides, guide: usize) -> Vec<Ici> {
    let here = &guides.guides[guide];
    let mut found: BTreeMap<&'static str, Ici> = BTreeMap::new();
    for (index, acteur) in here.acteurs.iter().enumerate() {
        if acteur.est_un_lieu()
            && acteur.fiche.en_cours(guides.today)
            && let Some(commune) = acteur.adresse.commune
        {
            entry(&mut found, commune).acteurs.push(index);
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
        passages: Vec::new(),
        evenements: Vec::new(),
    })
}

/// Parts of addresses that several share take the longer form beside them.
pub(super) fn tell_apart(slugs: Vec<(&mut String, String)>) {
    let written: Vec<String> = slugs.iter().map(|(slug, _)| (*slug).clone()).collect();
    for (slug, longer) in slugs {
        if written.iter().filter(|other| *other == slug).count() > 1 {
            *slug = longer;
        }
    }
}

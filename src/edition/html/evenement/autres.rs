//! Events near one: of the same organiser, at the same place, for the same need.

use std::cmp::Reverse;

use crate::calendar;
use crate::guide::{Ref, stops};
use crate::record::Evenement;

use crate::edition::html::here::Here;
use crate::edition::html::parts::Entree;

/// Entries at most.
const MOST: usize = 3;

/// The events to come that are nearest to one, those told as its parts left out.
pub(in crate::edition) fn entrees<'a>(here: Here<'a>, index: usize) -> Vec<Entree<'a>> {
    let event = &here.guide().evenements[index];
    let mine = Traits::of(here, event);
    let parent = |one: &Evenement, of: &Evenement| {
        one.decline_de.as_ref().is_some_and(|id| id.value == of.fiche.id)
    };
    let others = here.guide().evenements.iter().enumerate().filter(|(rank, other)| {
        *rank != index
            && other.a_venir(here.world.guides.today)
            && !here.said(*rank).state().is_some_and(stops)
            && !parent(other, event)
            && !parent(event, other)
    });
    let mut near: Vec<_> = others
        .map(|(rank, other)| (mine.shared(&Traits::of(here, other)), rank))
        .filter(|(shared, _)| *shared > 0)
        .map(|(shared, rank)| (Reverse(shared), here.common().evenements[rank].prochain, rank))
        .collect();
    near.sort_unstable();
    near.into_iter().take(MOST).map(|(.., rank)| entree(here, rank)).collect()
}

/// « Café numérique, 15 décembre 2026, Poitiers ».
fn entree(here: Here<'_>, rank: usize) -> Entree<'_> {
    let brief = &here.common().evenements[rank];
    let commune = Some(brief.commune.clone()).filter(|commune| !commune.is_empty());
    let said = brief.prochain.map(calendar::short).into_iter().chain(commune);
    let suite: String = said.map(|part| format!(", {part}")).collect();
    Entree { suite: suite.into(), ..here.event(rank, 0, false) }
}

/// What brings two events near each other.
struct Traits<'a> {
    /// Who receives it, who organises it.
    acteurs: [Option<Ref>; 2],
    commune: Option<&'a str>,
    services: Vec<&'a str>,
}

impl<'a> Traits<'a> {
    fn of(here: Here<'a>, event: &'a Evenement) -> Self {
        let guides = here.world.guides;
        let known = [&event.chez, &event.organisateur];
        let acteurs = known.map(|id| guides.find_acteur(&id.as_ref()?.value, here.index));
        let commune = guides.commune_of_event(here.index, event);
        Self {
            acteurs,
            commune: commune.map(|commune| commune.code),
            services: event.services.iter().map(|term| term.label).collect(),
        }
    }

    /// How near: who counts most, then the commune, then what is done.
    fn shared(&self, other: &Self) -> u8 {
        let who = self.acteurs.iter().flatten().any(|one| other.acteurs.contains(&Some(*one)));
        let town = self.commune.is_some() && self.commune == other.commune;
        let what = self.services.iter().any(|one| other.services.contains(one));
        4 * u8::from(who) + 2 * u8::from(town) + u8::from(what)
    }
}

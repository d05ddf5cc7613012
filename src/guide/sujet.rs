//! Whose agenda: the days of a guide, of a commune, of a need, of an actor, of a tour, of an event.

use std::collections::BTreeMap;

use crate::record::acteur::Changement;
use crate::vocabulary::{self, Term};

use super::{Guide, Guides, Ici, Lieu, Occurrence, Quoi, Ref, Sorte};

/// Whose days an agenda, a calendar file or a feed shows; ranks are those of the guide's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sujet {
    /// Everything.
    Guide,
    /// A commune.
    Commune(usize),
    /// An intercommunalité.
    Intercommunalite(usize),
    /// A need, by its slug.
    Besoin(&'static str),
    /// An actor: what it makes, what it receives.
    Acteur(usize),
    /// The tour of an actor.
    Tournee(usize),
    /// An event: all its days for a year.
    Evenement(usize),
}

/// The days of each event and passage: indexes into the agenda, in order.
pub(super) fn by_what(agenda: &[Occurrence]) -> BTreeMap<Quoi, Vec<usize>> {
    let mut found: BTreeMap<Quoi, Vec<usize>> = BTreeMap::new();
    for (rank, one) in agenda.iter().enumerate() {
        found.entry(one.quoi).or_default().push(rank);
    }
    found
}

impl Guide {
    /// The path that names a subject below a folder, without extension: `communes/poitiers`.
    pub fn chemin(&self, sujet: Sujet) -> String {
        match sujet {
            Sujet::Guide => "agenda".to_owned(),
            Sujet::Commune(rank) => format!("communes/{}", self.communes[rank].slug),
            Sujet::Intercommunalite(rank) => {
                format!("intercommunalites/{}", self.intercommunalites[rank].slug)
            }
            Sujet::Besoin(slug) => format!("besoins/{slug}"),
            Sujet::Acteur(rank) => format!("acteurs/{}", self.acteurs[rank].fiche.slug),
            Sujet::Tournee(rank) => format!("tournees/{}", self.acteurs[rank].fiche.slug),
            Sujet::Evenement(rank) => format!("evenements/{}", self.evenements[rank].fiche.slug),
        }
    }

    /// The days to come of some events and passages, in order, each once.
    pub fn jours(&self, of: impl IntoIterator<Item = Quoi>) -> Vec<&Occurrence> {
        let days = of.into_iter().filter_map(|quoi| self.jours_de.get(&quoi)).flatten();
        let mut days: Vec<usize> = days.copied().collect();
        days.sort_unstable();
        days.dedup();
        days.into_iter().map(|rank| &self.agenda[rank]).collect()
    }

    /// Events and passages that speak of some services.
    fn about(&self, services: &[&str]) -> Vec<Quoi> {
        let speaks = |terms: &[&Term]| terms.iter().any(|term| services.contains(&term.label));
        let events = self.evenements.iter().enumerate();
        let events = events.filter(|(_, event)| speaks(&event.services));
        let passages = self.passages.iter().enumerate();
        let passages = passages.filter(|(_, passage)| speaks(&passage.aide));
        let events = events.map(|(rank, _)| Quoi::Evenement(rank));
        events.chain(passages.map(|(rank, _)| Quoi::Passage(rank))).collect()
    }
}

impl Guides {
    /// The days of a subject of a guide, in order.
    pub fn agenda_de(&self, guide: usize, sujet: Sujet) -> Vec<&Occurrence> {
        let here = &self.guides[guide];
        match sujet {
            Sujet::Guide => here.agenda.iter().collect(),
            Sujet::Commune(rank) => self.days_in(guide, &[rank]),
            Sujet::Intercommunalite(rank) => {
                self.days_in(guide, &here.intercommunalites[rank].communes)
            }
            Sujet::Besoin(slug) => {
                let services = vocabulary::besoin(slug).map_or(&[][..], |besoin| besoin.services);
                here.jours(here.about(services))
            }
            Sujet::Acteur(rank) => {
                let activite = &here.activites[rank];
                let passages = activite.faits.iter().chain(&activite.recus);
                let passages = passages.map(|&rank| Quoi::Passage(rank));
                let events = activite.evenements.iter().map(|&rank| Quoi::Evenement(rank));
                let at = Ref { guide, index: rank };
                let days = here.jours(passages.chain(events)).into_iter();
                days.filter(|one| self.est_de(at, one)).collect()
            }
            Sujet::Tournee(rank) => {
                let stops = here.activites[rank].faits.iter().copied();
                let stops = stops.filter(|&rank| here.passages[rank].sorte != Sorte::Permanence);
                here.jours(stops.map(Quoi::Passage))
            }
            Sujet::Evenement(rank) => here.jours_des_evenements[rank].iter().collect(),
        }
    }

    /// The changes to come of whole places that a subject shows by themselves: its own, or those of its
    /// commune.
    pub fn changements_de(&self, guide: usize, sujet: Sujet) -> Vec<(Ref, &Changement)> {
        let here = &self.guides[guide];
        let actors = match sujet {
            Sujet::Commune(rank) => here.communes[rank].acteurs.clone(),
            Sujet::Acteur(rank) => vec![rank],
            _ => Vec::new(),
        };
        let running =
            actors.into_iter().filter(|&rank| here.acteurs[rank].fiche.en_cours(self.today));
        let told = |change: &&Changement| change.en_cours(self.today) && change.arret.is_none();
        running
            .flat_map(|index| {
                let changes = here.acteurs[index].changements.iter().filter(told);
                changes.map(move |change| (Ref { guide, index }, change))
            })
            .collect()
    }

    /// Whether a day is an actor's: it makes it, organises it, holds it or held it before it was moved.
    fn est_de(&self, at: Ref, one: &Occurrence) -> bool {
        let Quoi::Evenement(rank) = one.quoi else { return true };
        let event = &self.guides[at.guide].evenements[rank];
        let organiser = event.organisateur.as_ref();
        let organiser = organiser.and_then(|id| self.find_acteur(&id.value, at.guide));
        let moved = one.est_deplace() && self.lieu_de(at.guide, event).chez == Some(at);
        organiser == Some(at) || moved || self.lieu(at.guide, one).chez == Some(at)
    }

    /// The days that concern some communes.
    fn days_in(&self, guide: usize, communes: &[usize]) -> Vec<&Occurrence> {
        let here = &self.guides[guide];
        let all = communes.iter().map(|&rank| &here.communes[rank]);
        let what = all.clone().flat_map(|ici| {
            let events = ici.evenements.iter().map(|&rank| Quoi::Evenement(rank));
            events.chain(ici.passages.iter().map(|&rank| Quoi::Passage(rank)))
        });
        let all: Vec<&Ici> = all.collect();
        here.jours(what).into_iter().filter(|one| self.concerne(guide, one, &all)).collect()
    }

    /// Whether who asks about some communes must know of a day: it is held there, or was moved from there.
    pub fn concerne(&self, guide: usize, one: &Occurrence, communes: &[&Ici]) -> bool {
        let is_there = |lieu: Lieu<'_>| {
            let code = lieu.commune.map(|commune| commune.code);
            communes.iter().any(|ici| Some(ici.commune.code) == code)
        };
        let moved = match one.quoi {
            Quoi::Evenement(rank) if one.est_deplace() => {
                is_there(self.lieu_de(guide, &self.guides[guide].evenements[rank]))
            }
            _ => false,
        };
        moved || is_there(self.lieu(guide, one))
    }
}

//! What many pages of a guide say of the same records, made once.

use std::collections::BTreeMap;

use crate::guide::{Guide, Guides, Quoi, Sorte};
use crate::theme::{Labels, Themes};

use super::brief::{Brief, EventBrief};
use super::near::{self, Near, Needs};
use super::sigles::Sigles;

/// What pages share, guide by guide.
pub struct Shared {
    pub(super) guides: Vec<Common>,
    pub(super) sigles: Sigles,
}

/// What the pages of one guide share; indexes are those of the guide's lists.
pub(super) struct Common {
    /// Each actor as lists show it.
    pub acteurs: Vec<Brief>,
    /// Each event as lists show it.
    pub evenements: Vec<EventBrief>,
    /// The needs each actor answers.
    pub needs: Vec<Needs>,
    /// The actors that answer each need, in the order of the needs.
    pub of_need: Vec<Vec<usize>>,
    /// The actors for a procedure that cannot wait, surest first.
    pub urgence: Vec<usize>,
    /// Places by distance.
    pub near: Near,
    /// Passages that an actor hosts, itself excepted.
    pub hosted: BTreeMap<usize, Vec<usize>>,
    /// Passages that an actor makes.
    pub made: BTreeMap<usize, Vec<usize>>,
    /// The days to come of each event and passage: indexes into the agenda.
    pub days_of: BTreeMap<Quoi, Vec<usize>>,
    /// The rank of each commune, by its code.
    pub communes: BTreeMap<&'static str, usize>,
    /// Events to come, in order, by the actor that hosts or organises them.
    pub events_of: BTreeMap<usize, Vec<usize>>,
}

impl Shared {
    /// Makes what the pages of every guide share.
    pub fn new(guides: &Guides, themes: &Themes) -> Self {
        let common =
            |(index, guide)| Common::new(guides, index, guide, &themes.guides[index].labels);
        Self {
            guides: guides.guides.iter().enumerate().map(common).collect(),
            sigles: Sigles::of(&guides.glossaire),
        }
    }
}

impl Common {
    fn new(guides: &Guides, index: usize, guide: &Guide, labels: &Labels) -> Self {
        let (needs, of_need) = near::needs(guides, guide);
        let mut common = Self {
            acteurs: Brief::all(guides, guide, labels),
            evenements: EventBrief::all(guides, index, labels),
            near: Near::new(guide, &needs),
            needs,
            of_need,
            urgence: guides.for_urgence(guide),
            hosted: BTreeMap::new(),
            made: BTreeMap::new(),
            events_of: BTreeMap::new(),
            days_of: BTreeMap::new(),
            communes: guide
                .communes
                .iter()
                .enumerate()
                .map(|(rank, ici)| (ici.commune.code, rank))
                .collect(),
        };
        for (rank, one) in guide.agenda.iter().enumerate() {
            common.days_of.entry(one.quoi).or_default().push(rank);
        }
        common.add_passages(guides, index);
        common.add_events(guides, index);
        common
    }

    /// Passages that still take place, seen from both sides.
    fn add_passages(&mut self, guides: &Guides, index: usize) {
        for (rank, passage) in guides.guides[index].passages.iter().enumerate() {
            if !guides.passe(passage) {
                continue;
            }
            if let Some(who) = passage.de.filter(|who| who.guide == index) {
                self.made.entry(who.index).or_default().push(rank);
            }
            // A stop at its own premises is in the table of stops already.
            let elsewhere = |host: &crate::guide::Ref| {
                host.guide == index
                    && !(passage.de == Some(*host) && passage.sorte != Sorte::Permanence)
            };
            if let Some(host) = passage.chez.filter(elsewhere) {
                self.hosted.entry(host.index).or_default().push(rank);
            }
        }
    }

    fn add_events(&mut self, guides: &Guides, index: usize) {
        for (rank, event) in guides.guides[index].evenements.iter().enumerate() {
            if !event.a_venir(guides.today) {
                continue;
            }
            let dates = event.quand.dates().iter().filter(|day| day.le >= guides.today);
            let moved = dates.filter_map(|day| day.ailleurs.as_ref()?.chez.as_ref());
            for id in [&event.chez, &event.organisateur].into_iter().flatten().chain(moved) {
                let at = guides.find_acteur(&id.value, index).filter(|at| at.guide == index);
                let Some(at) = at else { continue };
                let events = self.events_of.entry(at.index).or_default();
                if events.last() != Some(&rank) {
                    events.push(rank);
                }
            }
        }
    }
}

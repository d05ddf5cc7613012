//! Where something takes place on a day: with a host, at an address, from home.

use crate::record::evenement::{Ailleurs, Seance};
use crate::record::{Adresse, At, Evenement};
use crate::territory::Commune;

use super::{Guide, Guides, Occurrence, Passage, Quoi, Ref};

/// Where something takes place; all that is not known is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lieu<'a> {
    /// The host, when it is a known actor.
    pub chez: Option<Ref>,
    /// The host as it is written, when nobody knows it.
    pub nom: Option<&'a str>,
    /// Number and street: its own, or the host's.
    pub rue: Option<&'a str>,
    /// Postal code.
    pub code_postal: Option<&'a str>,
    /// The commune: its own, or the host's.
    pub commune: Option<&'static Commune>,
    /// Where exactly: « salle du conseil ».
    pub ou: Option<&'a str>,
}

impl Guides {
    /// Where something of a guide takes place on one of its days.
    pub fn lieu<'a>(&'a self, guide: usize, one: &Occurrence) -> Lieu<'a> {
        let here = &self.guides[guide];
        match one.quoi {
            Quoi::Evenement(rank) => self.lieu_du_jour(guide, &here.evenements[rank], one.seance),
            Quoi::Passage(rank) => self.lieu_du_passage(&here.passages[rank]),
        }
    }

    /// Where an event takes place, as long as none of its days says otherwise.
    pub fn lieu_de<'a>(&'a self, guide: usize, event: &'a Evenement) -> Lieu<'a> {
        self.lieu_of(guide, event.chez.as_ref(), &event.adresse, None)
    }

    /// Where one named day of an event takes place.
    pub fn lieu_du_jour<'a>(
        &'a self,
        guide: usize,
        event: &'a Evenement,
        seance: Option<usize>,
    ) -> Lieu<'a> {
        let seance = seance.and_then(|rank| event.quand.dates().get(rank));
        match seance.and_then(|day| day.ailleurs.as_ref()) {
            Some(place) => self.lieu_ailleurs(guide, event, place),
            None => self.lieu_de(guide, event),
        }
    }

    /// Another room of the same house says where exactly, and nothing else.
    fn lieu_ailleurs<'a>(
        &'a self,
        guide: usize,
        event: &'a Evenement,
        place: &'a Ailleurs,
    ) -> Lieu<'a> {
        let ou = place.ou.as_deref();
        match place.chez.is_none() && place.adresse.is_empty() {
            true => Lieu { ou, ..self.lieu_de(guide, event) },
            false => self.lieu_of(guide, place.chez.as_ref(), &place.adresse, ou),
        }
    }

    fn lieu_of<'a>(
        &'a self,
        guide: usize,
        chez: Option<&'a At<String>>,
        own: &'a Adresse,
        ou: Option<&'a str>,
    ) -> Lieu<'a> {
        let host = chez.and_then(|id| self.find_acteur(&id.value, guide));
        let hosted = host.map(|host| &self.acteur(host).adresse);
        let adresse = hosted.filter(|_| own.adresse.is_none()).unwrap_or(own);
        Lieu {
            chez: host,
            nom: chez.filter(|_| host.is_none()).map(|id| id.value.as_str()),
            rue: adresse.adresse.as_deref(),
            code_postal: adresse.code_postal.as_deref(),
            commune: own.commune.or_else(|| hosted.and_then(|hosted| hosted.commune)),
            ou,
        }
    }

    fn lieu_du_passage<'a>(&'a self, passage: &'a Passage) -> Lieu<'a> {
        let hosted = passage.chez.map(|host| &self.acteur(host).adresse);
        Lieu {
            chez: passage.chez,
            nom: None,
            rue: hosted.and_then(|hosted| hosted.adresse.as_deref()),
            code_postal: hosted.and_then(|hosted| hosted.code_postal.as_deref()),
            commune: passage.commune,
            ou: passage.ou.as_deref(),
        }
    }

    /// The commune where an event takes place: its own, or its host's.
    pub fn commune_of_event(&self, guide: usize, event: &Evenement) -> Option<&'static Commune> {
        self.lieu_de(guide, event).commune
    }

    /// Every commune where an event takes place: where its days are, each once, its own first.
    pub fn communes_of_event(&self, guide: usize, event: &Evenement) -> Vec<&'static Commune> {
        let own = self.commune_of_event(guide, event);
        let dates = event.quand.dates().iter().enumerate();
        let to_come = |(_, day): &(usize, &Seance)| day.ailleurs.is_some() && day.le >= self.today;
        let others = dates
            .filter(to_come)
            .filter_map(|(rank, _)| self.lieu_du_jour(guide, event, Some(rank)).commune);
        let mut communes: Vec<&'static Commune> = Vec::new();
        for commune in own.into_iter().chain(others) {
            if !communes.iter().any(|known| known.code == commune.code) {
                communes.push(commune);
            }
        }
        communes
    }
}

impl Guide {
    /// The day of its event that an occurrence is, when that day is named.
    pub fn seance(&self, one: &Occurrence) -> Option<&Seance> {
        let Quoi::Evenement(rank) = one.quoi else { return None };
        self.evenements[rank].quand.dates().get(one.seance?)
    }
}

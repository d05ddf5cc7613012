//! The page of an event: when, where, what to do now, for whom, how much.

mod autres;
mod avis;
mod dates;
pub(in crate::edition) mod faits;
mod moteurs;

use serde::Serialize;

use crate::guide::{Sujet, Vie, stops};
use crate::plan::{About, Fixed};
use crate::record::{Evenement, Quand};
use crate::text::typography;

pub(in crate::edition) use avis::{action, all as avis};
pub(in crate::edition) use dates::Dates;

use super::fiche::Langue;
use super::frame::{Frame, Head};
use super::here::Here;
use super::markdown;
use super::parts::{Avis, Entree, Fait, Figure, Mot};
use crate::edition::quand::Said;

/// The page of an event, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition) struct View<'a> {
    page: Frame<'a>,
    sous: String,
    avis: Vec<Avis<'a>>,
    /// What to do now.
    action: Option<Mot<'a>>,
    resume: String,
    langue: Option<Langue<'a>>,
    /// The days its rule gives, or its sessions.
    dates: Option<Dates>,
    /// Its calendar file.
    fichier: Vec<Mot<'a>>,
    /// When, what changes, where, with or without registration, how much, for whom.
    bref: Vec<Fait<'a>>,
    services: Vec<&'static str>,
    detail: String,
    savoir: Vec<Fait<'a>>,
    compte_rendu: String,
    /// Events that are part of this one.
    parties: Vec<Entree<'a>>,
    /// Others near it.
    autres: Vec<Entree<'a>>,
    images: Vec<Figure>,
    verifie: Option<String>,
    /// What search engines read, as JSON-LD.
    donnees: Option<String>,
}

/// Makes the page of an event of this guide.
pub(in crate::edition) fn view<'a>(here: Here<'a>, index: usize) -> View<'a> {
    let event = &here.guide().evenements[index];
    let rendu = event.compte_rendu.as_ref();
    if event.vie(here.world.guides.today) == Vie::Trace {
        return trace(here, index);
    }
    View {
        page: here.frame(head(here, event, index)),
        sous: sous(here, event),
        avis: avis::all(here, index),
        action: avis::action(here, index),
        resume: event.fiche.presentation_resume.as_deref().map(typography).unwrap_or_default(),
        langue: Langue::of(&event.fiche),
        dates: Dates::of(here, index),
        fichier: fichier(here, index),
        bref: faits::bref(here, index),
        services: event.services.iter().filter_map(|term| term.sentence).collect(),
        // Right below the name of the event.
        detail: here.detail_from(&event.fiche, 2),
        savoir: faits::savoir(here, event),
        compte_rendu: rendu.map(|text| markdown::html(&text.value, 3, &here)).unwrap_or_default(),
        parties: parties(here, event),
        autres: autres::entrees(here, index),
        images: here.figures(&event.fiche),
        verifie: here.verified_line(&event.fiche),
        donnees: moteurs::donnees(here, index),
    }
}

/// What is left of an event that is over and of which nobody wrote: one line, where it was, and the way to what is
/// to come.
fn trace(here: Here<'_>, index: usize) -> View<'_> {
    let event = &here.guide().evenements[index];
    View {
        page: here.frame(head(here, event, index)),
        sous: sous(here, event),
        avis: vec![avis::trace(here, event)],
        action: None,
        resume: String::new(),
        langue: None,
        dates: None,
        fichier: Vec::new(),
        bref: faits::lieu(here, event).into_iter().collect(),
        services: Vec::new(),
        detail: String::new(),
        savoir: Vec::new(),
        compte_rendu: String::new(),
        parties: Vec::new(),
        autres: autres::entrees(here, index),
        images: Vec::new(),
        verifie: None,
        donnees: None,
    }
}

fn head<'a>(here: Here<'a>, event: &'a Evenement, index: usize) -> Head<'a> {
    let brief = &here.common().evenements[index];
    let events = here.fixed(Fixed::Evenements);
    let above = match event.a_venir(here.world.guides.today) {
        true => events.map(|href| Mot::to(Some(href), here.labels().word("menu.evenements"))),
        false => {
            here.fixed(Fixed::Plan).map(|href| Mot::to(Some(href), here.labels().word("pied.plan")))
        }
    };
    let resume = event.fiche.presentation_resume.as_deref().map(typography).unwrap_or_default();
    Head {
        h1: brief.nom.clone(),
        titre: brief.titre.clone(),
        description: resume,
        fil: above.into_iter().collect(),
        reference: event.fiche.id.clone(),
        code: event.fiche.code(),
    }
}

/// Its calendar file; nobody notes down what does not take place.
fn fichier(here: Here<'_>, index: usize) -> Vec<Mot<'_>> {
    let stopped = here.said(index).state().is_some_and(stops);
    here.ics(Sujet::Evenement(index)).filter(|_| !stopped).into_iter().collect()
}

/// « Atelier, à Poitiers ».
pub(in crate::edition) fn sous(here: Here<'_>, event: &Evenement) -> String {
    let kind = event.sorte.filter(|sorte| sorte.label != "autre").map(|sorte| sorte.title());
    let commune =
        here.world.guides.commune_of_event(here.index, event).map(|commune| commune.a_nom());
    let online = event.en_ligne.is_some() && kind.is_none();
    let online = online.then(|| here.labels().word("evenement.en_ligne").to_owned());
    let parts: Vec<String> = [kind, online, commune].into_iter().flatten().collect();
    let mut line = typography(&parts.join(", "));
    if let Some(first) = line.chars().next() {
        line.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    line
}

/// The events to come that are part of this one.
fn parties<'a>(here: Here<'a>, event: &Evenement) -> Vec<Entree<'a>> {
    let part = |other: &Evenement| {
        let parent = other.decline_de.as_ref().is_some_and(|id| id.value == event.fiche.id);
        parent && other.a_venir(here.world.guides.today)
    };
    let events = here.guide().evenements.iter().enumerate();
    events.filter(|(_, other)| part(other)).map(|(rank, _)| here.event(rank, 2, true)).collect()
}

/// Whether an event says by a rule when it takes place, not by days.
pub(in crate::edition) fn is_regular(event: &Evenement) -> bool {
    matches!(event.quand, Quand::Regle { .. } | Quand::Serie { .. } | Quand::Inconnu)
}

impl<'a> Here<'a> {
    /// An event of this guide, to say when it takes place.
    pub(in crate::edition) fn said(&self, rank: usize) -> Said<'a> {
        Said { guides: self.world.guides, guide: self.index, rank, labels: self.labels() }
    }

    /// The event of an id as a link, or the text itself.
    fn event_or_text(&self, written: &'a crate::record::At<String>) -> Mot<'a> {
        match self.world.guides.ids.find(&written.value, self.index) {
            Some(crate::guide::Linked::Evenement(at)) => {
                let brief = &self.world.common(at.guide).evenements[at.index];
                Mot::to(self.href(About::Evenement(at)), brief.nom.as_str())
            }
            _ => self.reference(written),
        }
    }
}

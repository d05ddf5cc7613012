//! An event to come, told whole: only files for a screen have the room.

use crate::edition::html::evenement::{self, Dates};
use crate::edition::html::fiche::Langue;
use crate::edition::html::here::Here;
use crate::text::typography;

use super::contrat::{Bloc, Fiche, Partie};
use super::{blocs, fiche, jours, lieux, texte};

/// The part of the events to come, from A to Z of the agenda.
pub(super) fn all(here: Here<'_>) -> Partie {
    let coming = here.guide().evenements.iter().enumerate();
    let coming = coming.filter(|(_, event)| event.a_venir(here.world.guides.today));
    Partie {
        titre: here.labels().word("evenements.titre").to_owned(),
        blocs: coming.map(|(rank, _)| Bloc::Fiche(Box::new(of(here, rank)))).collect(),
        ..Partie::default()
    }
}

/// The entry of an event of this guide.
fn of(here: Here<'_>, rank: usize) -> Fiche {
    let event = &here.guide().evenements[rank];
    let french = Langue::of(&event.fiche).is_none();
    let resume = event.fiche.presentation_resume.as_deref().filter(|_| french);
    let detail = event.fiche.presentation_detail.as_ref().filter(|_| french);
    let (brief, more) = (evenement::faits::bref(here, rank), evenement::faits::savoir(here, event));
    let action = evenement::action(here, rank);
    let links = brief.iter().chain(&more).flat_map(|fact| &fact.mots).chain(&action);
    let liens = blocs::liens(links);
    Fiche {
        ancre: jours::ancre(rank),
        code: fiche::code(&event.fiche),
        nom: here.common().evenements[rank].nom.clone(),
        sous: evenement::sous(here, event),
        avis: evenement::avis(here, rank).iter().map(blocs::avis).collect(),
        bref: blocs::faits(brief),
        contact: contact(here, action.as_ref().map(blocs::said)),
        resume: resume.map(typography).unwrap_or_default(),
        services: event
            .services
            .iter()
            .filter_map(|term| term.sentence)
            .map(str::to_owned)
            .collect(),
        faits: blocs::faits(more),
        detail: days(here, rank)
            .into_iter()
            .chain(detail.map(|text| texte::markdown(here, &text.value, 4)).unwrap_or_default())
            .collect(),
        verifie: lieux::checked(here, &event.fiche).trim_end_matches('.').to_owned(),
        liens,
        ..Fiche::default()
    }
}

/// The days of its rule, or its sessions.
fn days(here: Here<'_>, rank: usize) -> Vec<Bloc> {
    let Some(dates) = Dates::of(here, rank) else { return Vec::new() };
    let titre = Bloc::Titre { niveau: 4, texte: dates.titre, ancre: String::new() };
    let list = blocs::liste(dates.jours, false);
    [titre].into_iter().chain(list).chain(blocs::texte(dates.suite)).collect()
}

/// The one thing to do now, as a fact.
fn contact(here: Here<'_>, action: Option<String>) -> Vec<super::contrat::Fait> {
    let nom = here.labels().word("emporter.agir").to_owned();
    let fact = |said: String| super::contrat::Fait { nom, lignes: vec![said] };
    action.map(fact).into_iter().collect()
}

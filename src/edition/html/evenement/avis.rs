//! What is to be known of an event before anything else, and the one thing to do now.

use crate::calendar;
use crate::guide::stops;
use crate::plan::Fixed;
use crate::record::Evenement;
use crate::text::{mailto, phone, sentence};
use crate::vocabulary::Term;

use super::faits;
use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Avis, Mot};
use crate::edition::quand::is_full;

/// It is over, it ended, it is full, moved or cancelled.
pub(in crate::edition) fn all<'a>(here: Here<'a>, rank: usize) -> Vec<Avis<'a>> {
    let event = &here.guide().evenements[rank];
    let today = here.world.guides.today;
    if event.fiche.termine.is_some() && !event.fiche.en_cours(today) {
        return vec![here.ended(&event.fiche)];
    }
    if !event.a_venir(today) {
        return vec![here.notice("avis.passe", &[])];
    }
    let state = here.said(rank).state();
    let notice = |state: &'static Term| {
        let call = if phone_of(event).is_some() { "avis.appelez" } else { "avis.renseignez_vous" };
        let moved = state.label == "déplacé" && faits::lieu(here, event).is_some();
        let place = if moved { here.labels().word("avis.deplace") } else { "" };
        let parts = [state.sentence.unwrap_or_default(), place, here.labels().word(call)];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let texte = parts.join(" ");
        Avis { mot: sentence(state.plain).into(), texte: texte.into(), lien: None }
    };
    state.map(notice).into_iter().collect()
}

/// « C’est passé. Cet événement a eu lieu le 3 mars 2026. », and the way to what is to come.
pub(in crate::edition) fn trace<'a>(here: Here<'a>, event: &'a Evenement) -> Avis<'a> {
    if event.fiche.termine.is_some() && !event.fiche.en_cours(here.world.guides.today) {
        return here.ended(&event.fiche);
    }
    let jours = match (event.premier_jour(), event.dernier_jour()) {
        (Some(first), Some(last)) => calendar::range(first, last),
        (None, Some(last)) => {
            here.labels().say("quand.jusqu_au", &[("jour", &calendar::short(last))])
        }
        _ => String::new(),
    };
    let held = !event.etat.is_some_and(stops);
    let key = match (held, jours.is_empty()) {
        (true, false) => "avis.a_eu_lieu",
        (false, false) => "avis.n_a_pas_eu_lieu",
        (_, true) => "avis.passe",
    };
    let mut avis = here.notice(key, &[("jours", &jours)]);
    let agenda = here.fixed(Fixed::Agenda);
    avis.lien = agenda.map(|href| Mot::to(Some(href), here.labels().word("avis.voir_l_agenda")));
    avis
}

/// The number that answers about an event: that of the registration first.
fn phone_of(event: &Evenement) -> Option<&String> {
    let own = event.inscription.as_ref().and_then(|inscription| inscription.telephone.as_ref());
    own.or(event.telephone.as_ref())
        .or(event.en_ligne.as_ref().and_then(|online| online.telephone.as_ref()))
}

/// The one thing to do now: register, call, or open the meeting; nothing for what is over. Nobody registers for
/// what is full: one calls, since a place may be given back.
pub(in crate::edition) fn action<'a>(here: Here<'a>, rank: usize) -> Option<Mot<'a>> {
    let event = &here.guide().evenements[rank];
    let state = here.said(rank).state();
    if state.is_some_and(stops) || !event.a_venir(here.world.guides.today) {
        return None;
    }
    let labels = here.labels();
    let inscription = event.inscription.as_ref().filter(|_| !state.is_some_and(is_full));
    let register = inscription.is_some_and(|inscription| inscription.telephone.is_some());
    if let Some(number) = phone_of(event) {
        let word = if register { "action.inscription_au" } else { "action.appeler" };
        return Some(Mot::to(Some(tel(number)), labels.say(word, &[("numero", &phone(number))])));
    }
    let online = |url: &String, word: &'static str| Mot::to(Some(url.clone()), labels.word(word));
    if let Some(link) = inscription.and_then(|inscription| inscription.lien.as_ref()) {
        return Some(online(link, "action.inscription_en_ligne"));
    }
    if let Some(mail) = inscription.and_then(|inscription| inscription.courriel.as_ref()) {
        let texte = labels.say("action.inscription_courriel", &[("courriel", mail)]);
        return Some(Mot::to(Some(mailto(mail)), texte));
    }
    event.en_ligne.as_ref()?.lien.as_ref().map(|link| online(link, "action.suivre_en_ligne"))
}

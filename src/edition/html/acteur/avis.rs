//! What is to be known before anything else, and the one thing to do now.

use crate::calendar;
use crate::guide::Moment;
use crate::record::Acteur;
use crate::record::acteur::Changement;
use crate::text::{mailto, phone};

use crate::edition::changes;
use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Avis, Mot};

/// What is to be known before anything else: it ended, it changes, nobody checked it.
pub(in crate::edition) fn all<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Avis<'a>> {
    let today = here.world.guides.today;
    let mut avis = Vec::new();
    if !acteur.fiche.en_cours(today) {
        avis.push(here.ended(&acteur.fiche));
        return avis;
    }
    if !acteur.est_un_lieu() {
        avis.push(here.notice("avis.pas_un_lieu", &[]));
    }
    avis.extend(
        acteur
            .changements
            .iter()
            .filter(|change| change.en_cours(today) && change.arret.is_none())
            .map(|change| changement(here, change)),
    );
    if here.world.guides.moment(here.guide(), acteur) == Moment::AConfirmer && acteur.est_un_lieu()
    {
        let call = if acteur.telephone.is_some() { "avis.appelez" } else { "avis.renseignez_vous" };
        let call = here.labels().word(call);
        avis.push(match &acteur.fiche.verifie {
            Some(verifie) => here.notice(
                "avis.perime",
                &[("jour", &calendar::short(verifie.le)), ("conseil", call)],
            ),
            None => here.notice("avis.jamais", &[("conseil", call)]),
        });
    }
    avis
}

/// What changes at some stops of a tour.
pub(in crate::edition) fn of_stops<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Avis<'a>> {
    let today = here.world.guides.today;
    let running = acteur.fiche.en_cours(today);
    let told = |change: &&Changement| running && change.en_cours(today) && change.arret.is_some();
    acteur.changements.iter().filter(told).map(|change| changement(here, change)).collect()
}

/// « Annulé à Trois-Cités, le mardi 8 décembre 2026 : entretien du bus. »
fn changement<'a>(here: Here<'a>, change: &'a Changement) -> Avis<'a> {
    let texte = changes::said(change, here.labels());
    Avis { mot: change.etat.title().into(), texte: texte.into(), lien: None }
}

/// The one thing to do now: call, write, book or read; nothing for what has ended.
pub(in crate::edition) fn action<'a>(here: Here<'a>, acteur: &'a Acteur) -> Option<Mot<'a>> {
    if !acteur.fiche.en_cours(here.world.guides.today) || !acteur.est_un_lieu() {
        return None;
    }
    let labels = here.labels();
    let by_appointment = acteur.sans_rendez_vous.is_some_and(|term| term.label == "non");
    if let Some(number) = &acteur.telephone {
        let word = if by_appointment { "action.rendez_vous_au" } else { "action.appeler" };
        let texte = labels.say(word, &[("numero", &phone(number))]);
        return Some(Mot::to(Some(tel(number)), texte));
    }
    if let Some(page) = &acteur.prise_rdv {
        return Some(Mot::to(Some(page.clone()), labels.word("action.rendez_vous_en_ligne")));
    }
    let write = acteur.courriels.first().map(|address| {
        let texte = labels.say("action.ecrire", &[("courriel", address)]);
        Mot::to(Some(mailto(address)), texte)
    });
    // Nobody to call or write to: the guide's own phone knows, or finds out.
    write.or_else(|| here.help())
}

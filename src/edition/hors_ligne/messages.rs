//! A page of text messages, one for each place and event: who has an old phone is sent where to go.

use serde::Serialize;
use tera::Context;

use crate::calendar;
use crate::diagnostic::Diagnostic;
use crate::edition::html::here::Here;
use crate::plan::{Cible, Sheet};
use crate::text::{slug, sort_key, typography};

use super::super::html::lost;
use super::sms;

/// The page, as its template sees it.
#[derive(Serialize)]
struct Page {
    titre: String,
    /// Of which day it is.
    edition: String,
    groupes: Vec<Groupe>,
}

/// The messages of a commune, or those of the events.
#[derive(Serialize)]
struct Groupe {
    titre: String,
    ancre: String,
    messages: Vec<Message>,
}

/// A message, ready to be sent or copied.
#[derive(Serialize)]
struct Message {
    nom: String,
    texte: String,
    lien: String,
}

/// The page of the whole guide, or of an intercommunalité.
pub(super) fn page(here: Here<'_>, cible: Cible, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let labels = here.labels();
    let guide = here.guide();
    let of = match cible {
        Cible::Intercommunalite(rank) => {
            typography(&guide.intercommunalites[rank].epci.nom_entier())
        }
        _ => typography(&guide.reglages.reglages.titre),
    };
    let day = calendar::short(here.world.guides.today);
    let view = Page {
        titre: labels.say("message.titre", &[("nom", &of)]),
        edition: labels.say("emporter.edition", &[("jour", &day)]),
        groupes: groupes(here, cible),
    };
    let context = Context::from_serialize(&view).map_err(|_| lost(sheet))?;
    let template = "html/messages.html";
    here.theme().remember(template, &view);
    here.theme().render(template, &context).map(String::into_bytes)
}

/// Places by commune in French order, then those of no commune, then events by their first day.
fn groupes(here: Here<'_>, cible: Cible) -> Vec<Groupe> {
    let guides = here.world.guides;
    let guide = here.guide();
    let inside = |code: Option<&str>| match cible {
        Cible::Intercommunalite(rank) => code.is_some_and(|code| {
            let communes = guide.intercommunalites[rank].communes.iter();
            communes.map(|&commune| guide.communes[commune].commune.code).any(|one| one == code)
        }),
        _ => true,
    };
    let mut towns: Vec<Groupe> = Vec::new();
    let mut ranks: Vec<usize> = (0..guide.acteurs.len()).collect();
    ranks.sort_by_cached_key(|&rank| {
        let brief = here.brief(here.at(rank));
        (brief.commune.is_empty(), sort_key(&brief.commune), sort_key(&brief.nom))
    });
    for rank in ranks {
        let acteur = &guide.acteurs[rank];
        let commune = acteur.adresse.commune;
        if !acteur.recoit(guides.today) || !inside(commune.map(|commune| commune.code)) {
            continue;
        }
        let brief = here.brief(here.at(rank));
        let nowhere = here.labels().word("papier.partout");
        let titre = if brief.commune.is_empty() { nowhere } else { brief.commune.as_str() };
        let message = message(brief.nom.clone(), &sms::acteur(here, rank));
        match towns.last_mut().filter(|town| town.titre == titre) {
            Some(town) => town.messages.push(message),
            None => towns.push(groupe(titre.to_owned(), vec![message])),
        }
    }
    let mut events: Vec<usize> = (0..guide.evenements.len()).collect();
    events.retain(|&rank| {
        let event = &guide.evenements[rank];
        let commune = guides.commune_of_event(here.index, event).map(|commune| commune.code);
        event.a_venir(guides.today) && inside(commune)
    });
    events.sort_by_key(|&rank| here.common().evenements[rank].prochain);
    let events = events.into_iter().map(|rank| {
        message(here.common().evenements[rank].titre.clone(), &sms::evenement(here, rank))
    });
    towns.push(groupe(here.labels().word("papier.agenda").to_owned(), events.collect()));
    towns.retain(|town| !town.messages.is_empty());
    towns
}

fn groupe(titre: String, messages: Vec<Message>) -> Groupe {
    Groupe { ancre: slug(&titre), titre, messages }
}

fn message(nom: String, said: &sms::Message) -> Message {
    let texte = said.texte();
    Message { nom, lien: sms::lien(&texte), texte }
}

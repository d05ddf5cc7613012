//! What search engines read in the page of an event to come: its next day, where, at what price, and no more than that.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::calendar::{DAY, Date, TimeSpan};
use crate::edition::donnees::echange::STATES;
use crate::edition::html::here::Here;
use crate::guide::{Lieu, Occurrence};
use crate::record::Evenement;

/// The event in the words of schema.org (JSON-LD 1.1), to stand in a page; nothing once it is over or has no day.
///
/// Only what a list of results shows: each key is bytes on a slow line. The exported file has the rest.
pub(super) fn donnees(here: Here<'_>, index: usize) -> Option<String> {
    let event = &here.guide().evenements[index];
    if !event.a_venir(here.world.guides.today) {
        return None;
    }
    let next = here.guide().jours_des_evenements[index].first()?;
    let mut thing = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            thing.insert(key.into(), value);
        }
    };
    put("@context", json!("https://schema.org"));
    put("@type", json!("Event"));
    put("name", json!(event.fiche.nom));
    put("startDate", json!(start(next)));
    put("endDate", end(next).map_or(Value::Null, Value::from));
    put("eventStatus", status(here, index));
    put("location", location(here, event, next));
    let free = event.frais_a_charge.iter().any(|cost| cost.label == "Gratuit");
    put("isAccessibleForFree", if free { json!(true) } else { Value::Null });
    // « </script> » in a name would end the element.
    Some(Value::Object(thing).to_string().replace('<', "\\u003c"))
}

fn start(next: &Occurrence) -> String {
    match next.horaires.first() {
        Some(span) => moment(next.jour, span.from),
        None => next.jour.to_string(),
    }
}

/// The end of its last hours; one that may last longer, or after midnight, says none.
fn end(next: &Occurrence) -> Option<String> {
    if let Some(last) = next.jusqu_au {
        return Some(last.to_string());
    }
    let TimeSpan { to, open_end, .. } = next.horaires.last()?;
    (!open_end && *to < DAY).then(|| moment(next.jour, *to))
}

/// A local time, as clocks there show it.
fn moment(day: Date, minute: u16) -> String {
    let mut text = day.to_string();
    let _ = write!(text, "T{:02}:{:02}", minute / 60, minute % 60);
    text
}

fn status(here: Here<'_>, index: usize) -> Value {
    let state = here.said(index).state();
    let known = state.and_then(|state| STATES.iter().find(|(word, _)| *word == state.label));
    known.map_or(Value::Null, |(_, is)| json!(is))
}

fn location(here: Here<'_>, event: &Evenement, next: &Occurrence) -> Value {
    let guides = here.world.guides;
    let lieu: Lieu<'_> = guides.lieu_du_jour(here.index, event, next.seance);
    let Some(commune) = lieu.commune else {
        let link = event.en_ligne.as_ref().and_then(|online| online.lien.as_deref());
        return link.map_or(Value::Null, |link| json!({"@type": "VirtualLocation", "url": link}));
    };
    let host = lieu.chez.map(|host| guides.acteur(host).fiche.nom.as_str()).or(lieu.nom);
    let mut address =
        json!({"@type": "PostalAddress", "addressLocality": commune.nom, "addressCountry": "FR"});
    for (key, value) in [("streetAddress", lieu.rue), ("postalCode", lieu.code_postal)] {
        if let Some(value) = value {
            address[key] = json!(value);
        }
    }
    json!({"@type": "Place", "name": host.unwrap_or(commune.nom), "address": address})
}

//! Places and events in the words of schema.org, for search engines (JSON-LD 1.1).

use crate::edition::donnees::champs::{Champs, Valeur};
use crate::edition::donnees::tout::Tout;

use super::{lists, semaine};

/// States of an event, and what schema.org calls them.
pub(in crate::edition) const STATES: [(&str, &str); 3] = [
    ("annulé", "https://schema.org/EventCancelled"),
    ("reporté", "https://schema.org/EventPostponed"),
    ("déplacé", "https://schema.org/EventRescheduled"),
];

/// The file: one graph of all guides; how many things are in it.
pub(super) fn fichier(guides: &[Tout<'_>]) -> (Vec<u8>, usize) {
    let places = guides.iter().flat_map(|tout| &tout.lieux).map(|(_, map)| place(map));
    let to_come = guides.iter().flat_map(|tout| &tout.evenements).filter(|(to_come, _)| *to_come);
    let things: Vec<Champs<'_>> = places.chain(to_come.map(|(_, one)| event(one))).collect();
    let count = things.len();
    let mut file = Champs::default();
    file.text("@context", "https://schema.org/");
    file.put("@graph", Valeur::Objets(things));
    let mut text = String::from("{");
    file.lines(&mut text);
    ((text + "\n}\n").into_bytes(), count)
}

/// A place where people are received.
fn place<'a>(map: &Champs<'a>) -> Champs<'a> {
    let mut thing = Champs::default();
    thing.text("@type", "CivicStructure");
    thing.text("identifier", map.cell("id").into_owned());
    common(map, &mut thing);
    thing.text("telephone", map.cell("telephone").into_owned());
    thing.object("address", address(map));
    if map.cell("precision_du_point") == "adresse" {
        let mut point = Champs::default();
        point.text("@type", "GeoCoordinates");
        for key in ["latitude", "longitude"] {
            if let Some(value) = map.get(key) {
                point.put(key, value.clone());
            }
        }
        thing.object("geo", point);
    }
    let week = semaine::plages(&map.cell("horaires")).unwrap_or_default();
    thing.list("openingHours", week.into_iter().map(|plage| plage.ouverture()));
    thing
}

/// An event to come.
fn event<'a>(whole: &Champs<'a>) -> Champs<'a> {
    let mut thing = Champs::default();
    thing.text("@type", "Event");
    thing.text("identifier", whole.cell("id").into_owned());
    common(whole, &mut thing);
    thing.some("startDate", start(whole));
    thing.text("endDate", whole.cell("dernier_jour").into_owned());
    let state = whole.cell("etat");
    thing.some("eventStatus", STATES.iter().find(|(word, _)| *word == state).map(|(_, is)| *is));
    let costs = lists(whole, "frais_a_charge");
    thing.flag("isAccessibleForFree", costs.iter().any(|cost| cost == "Gratuit").then_some(true));
    if let Some(Valeur::Objet(lieu)) = whole.get("lieu") {
        let mut place = Champs::default();
        place.text("@type", "Place");
        let name =
            [lieu.cell("nom"), lieu.cell("commune")].into_iter().find(|name| !name.is_empty());
        place.some("name", name.map(|name| name.into_owned()));
        place.object("address", address(lieu));
        thing.object("location", place);
    }
    if let Some(Valeur::Objet(organisateur)) = whole.get("organisateur") {
        let mut body = Champs::default();
        body.text("@type", "Organization");
        body.text("name", organisateur.cell("nom").into_owned());
        thing.object("organizer", body);
    }
    thing
}

/// The first day; of what goes on without a written beginning, the next one.
fn start(whole: &Champs<'_>) -> Option<String> {
    let first = whole.cell("premier_jour");
    if !first.is_empty() {
        return Some(first.into_owned());
    }
    match whole.get("prochaines_dates") {
        Some(Valeur::Objets(days)) => days.first().map(|day| day.cell("jour").into_owned()),
        _ => None,
    }
}

/// Name, summary, page.
fn common<'a>(fields: &Champs<'a>, thing: &mut Champs<'a>) {
    thing.text("name", fields.cell("nom").into_owned());
    thing.text("description", fields.cell("presentation_resume").into_owned());
    let page = fields.cell("page").into_owned();
    let page = Some(page).filter(|page| page.contains("://"));
    thing.some("url", page.or_else(|| lists(fields, "site_web").into_iter().next()));
}

fn address<'a>(fields: &Champs<'a>) -> Champs<'a> {
    let mut address = Champs::default();
    address.text("streetAddress", fields.cell("adresse").into_owned());
    address.text("postalCode", fields.cell("code_postal").into_owned());
    address.text("addressLocality", fields.cell("commune").into_owned());
    if address.is_empty() {
        return address;
    }
    let mut typed = Champs::default();
    typed.text("@type", "PostalAddress");
    typed.extend(address);
    typed.text("addressCountry", "FR");
    typed
}

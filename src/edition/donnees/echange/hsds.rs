//! Human Services Data Specification 3.0: services of an organisation, at locations, at times.

use crate::calendar::Horaires;
use crate::edition::donnees::acteur;
use crate::edition::donnees::champs::{Champs, Valeur};
use crate::edition::donnees::national;
use crate::edition::donnees::scribe::Scribe;
use crate::record::Acteur;

use super::{lists, semaine};

/// The file: services, each with its organisation, its place and its hours, as the standard's own examples have it.
pub(super) fn fichier(scribes: &[Scribe<'_>]) -> Vec<u8> {
    let mut services = Vec::new();
    for scribe in scribes {
        for (index, acteur) in scribe.here().acteurs.iter().enumerate() {
            if acteur.recoit(scribe.guides().today) {
                services.push(of_acteur(scribe, index, acteur));
            }
        }
    }
    let mut text = String::from("[");
    for (rank, service) in services.iter().enumerate() {
        text.push_str(if rank == 0 { "\n" } else { ",\n" });
        service.json(&mut text);
    }
    (text + "\n]\n").into_bytes()
}

/// One service a place: what is done there stands as its attributes.
fn of_acteur<'a>(scribe: &Scribe<'a>, index: usize, acteur: &'a Acteur) -> Champs<'a> {
    let whole = acteur::whole(scribe, index, national::columns(scribe, acteur));
    let id = |what: &str| uuid(&scribe.here().dossier, &acteur.fiche.id, what);
    let mut service = Champs::default();
    service.text("id", id("service"));
    service.text("name", &*acteur.fiche.nom);
    let texts = [whole.cell("presentation_resume"), whole.cell("presentation_detail")];
    service.text("description", texts.join("\n\n").trim().to_owned());
    service.some("url", acteur.site_web.first().cloned());
    service.some("email", acteur.courriels.first().cloned());
    service.text("status", "active");
    service.text("fees_description", fees(&whole));
    service.text("application_process", lists(&whole, "modalites_acces").join(", "));
    service.text(
        "eligibility_description",
        lists(&whole, "publics_specifiquement_adresses").join(", "),
    );
    service.said("assured_date", acteur.fiche.verifie.as_ref().map(|one| one.le));
    let mut organization = Champs::default();
    organization.text("id", id("organization"));
    organization.text("name", &*acteur.fiche.nom);
    let said = texts.join("\n\n").trim().to_owned();
    // A description is asked for: without one, the name is all that is known.
    organization.text("description", if said.is_empty() { acteur.fiche.nom.clone() } else { said });
    organization.some("website", acteur.site_web.first().cloned());
    organization.some("email", acteur.courriels.first().cloned());
    service.object("organization", organization);
    service.objects("phones", phones(&whole, &id("phone")));
    service.objects("schedules", schedules(acteur.horaires.as_ref().map(|at| &at.value), &id));
    let mut at = Champs::default();
    at.text("id", id("service_at_location"));
    at.object("location", location(&whole, &id));
    service.objects("service_at_locations", vec![at]);
    service.objects("languages", languages(acteur, &id));
    service.objects("attributes", attributes(&whole, &id));
    service
}

fn fees(whole: &Champs<'_>) -> String {
    let mut words = lists(whole, "frais_a_charge");
    words.extend(Some(whole.cell("tarif").into_owned()).filter(|price| !price.is_empty()));
    words.join(". ")
}

fn phones<'a>(whole: &Champs<'a>, id: &str) -> Vec<Champs<'a>> {
    let number = whole.cell("telephone").into_owned();
    let mut phone = Champs::default();
    if !number.is_empty() {
        phone.text("id", id.to_owned());
        phone.text("number", number);
        phone.text("type", "voice");
    }
    if phone.is_empty() { Vec::new() } else { vec![phone] }
}

/// Where it is; a postal address has its province: the name of the département, and the country.
fn location<'a>(whole: &Champs<'a>, id: &dyn Fn(&str) -> String) -> Champs<'a> {
    let mut location = Champs::default();
    location.text("id", id("location"));
    location.text("location_type", "physical");
    location.text("name", whole.cell("nom").into_owned());
    if whole.cell("precision_du_point") == "adresse" {
        for key in ["latitude", "longitude"] {
            if let Some(value) = whole.get(key) {
                location.put(key, value.clone());
            }
        }
    }
    let insee = whole.cell("code_insee");
    let departement = crate::territory::commune(&insee)
        .and_then(|commune| crate::territory::departement(commune.departement));
    let street = whole.cell("adresse").into_owned();
    let mut address = Champs::default();
    address.text("id", id("address"));
    // The first line is asked for: without street, the town is where the post knows it.
    address.text(
        "address_1",
        if street.is_empty() { whole.cell("commune").into_owned() } else { street },
    );
    address.text("address_2", whole.cell("complement_adresse").into_owned());
    address.text("city", whole.cell("commune").into_owned());
    address.some("state_province", departement.map(|found| found.nom));
    address.text("postal_code", whole.cell("code_postal").into_owned());
    address.text("country", "FR");
    address.text("address_type", "physical");
    let whole_address =
        ["city", "state_province", "postal_code"].iter().all(|key| address.get(key).is_some());
    if whole_address {
        location.objects("addresses", vec![address]);
    }
    location
}

/// A week as rules of calendars; hours that are no plain week are words.
fn schedules<'a>(horaires: Option<&Horaires>, id: &dyn Fn(&str) -> String) -> Vec<Champs<'a>> {
    let Some(horaires) = horaires else { return Vec::new() };
    let schedule = |rank: usize| {
        let mut schedule = Champs::default();
        schedule.text("id", id(&format!("schedule-{rank}")));
        schedule
    };
    let week = horaires.osm().and_then(|osm| semaine::plages(&osm));
    let Some(week) = week else {
        let mut words = schedule(0);
        words.text("description", horaires.sentence());
        words.some("notes", horaires.osm());
        return vec![words];
    };
    let rule = |(rank, plage): (usize, semaine::Plage)| {
        let mut rule = schedule(rank);
        rule.text("freq", "WEEKLY");
        rule.number("interval", Some(1));
        rule.text("byday", plage.jours);
        rule.text("opens_at", plage.de);
        rule.text("closes_at", plage.a);
        rule.text("description", horaires.sentence());
        rule
    };
    week.into_iter().enumerate().map(rule).collect()
}

fn languages<'a>(acteur: &'a Acteur, id: &dyn Fn(&str) -> String) -> Vec<Champs<'a>> {
    let one = |(rank, name): (usize, &'a String)| {
        let mut language = Champs::default();
        language.text("id", id(&format!("language-{rank}")));
        language.text("name", &**name);
        language
    };
    acteur.langues.iter().enumerate().map(one).collect()
}

/// The words of the national schema, as terms of a taxonomy.
fn attributes<'a>(whole: &Champs<'a>, id: &dyn Fn(&str) -> String) -> Vec<Champs<'a>> {
    let mut out = Vec::new();
    for key in
        ["services", "typologie", "dispositif_programmes_nationaux", "modalites_accompagnement"]
    {
        for (rank, word) in lists(whole, key).into_iter().enumerate() {
            let mut term = Champs::default();
            term.text("id", id(&format!("term-{key}-{rank}")));
            term.text("name", word.clone());
            term.text("description", word);
            let mut taxonomy = Champs::default();
            taxonomy.text("id", uuid("", "", key));
            taxonomy.text("name", key);
            taxonomy
                .text("description", format!("Lieux de médiation numérique, colonne « {key} »"));
            taxonomy.text("version", "1.0.2");
            term.object("taxonomy", taxonomy);
            let mut attribute = Champs::default();
            attribute.text("id", id(&format!("attribute-{key}-{rank}")));
            attribute.text("link_id", id("service"));
            attribute.text("link_type", key);
            attribute.text("link_entity", "service");
            attribute.put("taxonomy_term", Valeur::Objet(term));
            out.push(attribute);
        }
    }
    out
}

/// A name of 128 bits, made from what it names: the same at each export (RFC 9562, version 8).
fn uuid(guide: &str, id: &str, what: &str) -> String {
    let hash = blake3::hash([guide, id, what].join("\u{0}").as_bytes());
    let hex = hash.to_hex();
    format!("{}-{}-8{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}

//! Events: when, where, how to come, and what was said of those that are over.

use crate::edition::quand::Said;
use crate::guide::{Lieu, Occurrence, Vie};
use crate::plan::About;
use crate::record::{Evenement, Quand};

use super::acteur::{phone, reserved};
use super::champs::{Champs, day};
use super::scribe::{self, Scribe};

/// The columns of the table of events to come.
pub(super) const COLUMNS: [&str; 40] = [
    "id",
    "nom",
    "sorte",
    "etat",
    "organisateur",
    "organisateur_id",
    "lieu",
    "lieu_id",
    "adresse",
    "ou",
    "code_postal",
    "commune",
    "code_insee",
    "epci",
    "latitude",
    "longitude",
    "precision_du_point",
    "quand",
    "premier_jour",
    "dernier_jour",
    "prochaines_dates",
    "presentation_resume",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "modalites_accompagnement",
    "sans_rendez_vous",
    "inscription_telephone",
    "inscription_lien",
    "inscription_courriel",
    "inscription_avant",
    "places",
    "telephone",
    "site_web",
    "en_ligne",
    "source",
    "date_maj",
    "page",
    "code",
];

/// The events that have a page, each with whether it is to come.
pub(super) fn all<'a>(scribe: &Scribe<'a>) -> Vec<(bool, Champs<'a>)> {
    let today = scribe.guides().today;
    let events = scribe.here().evenements.iter().enumerate();
    let known = events.filter(|(_, event)| event.vie(today) != Vie::Oublie);
    known.map(|(rank, event)| (event.a_venir(today), whole(scribe, rank, event))).collect()
}

fn whole<'a>(scribe: &Scribe<'a>, rank: usize, event: &'a Evenement) -> Champs<'a> {
    let mut fields = Champs::default();
    let fiche = &event.fiche;
    fields.text("id", &*fiche.id);
    fields.some("page", scribe.page(About::Evenement(scribe.at(rank))));
    fields.text("code", fiche.code());
    fields.text("nom", &*fiche.nom);
    scribe::named(&mut fields, fiche);
    fields.term("sorte", event.sorte);
    fields.some("presentation_resume", fiche.presentation_resume.as_deref());
    fields.some("presentation_detail", fiche.presentation_detail.as_ref().map(|at| &*at.value));
    fields.object("organisateur", scribe.reference(event.organisateur.as_ref()));
    fields.some("qui", event.qui.as_deref());
    fields.object("lieu", place(scribe, &scribe.guides().lieu_de(scribe.guide, event), event));
    if let Some(online) = &event.en_ligne {
        let mut told = Champs::default();
        told.some("lien", online.lien.as_deref());
        phone(&mut told, "telephone", online.telephone.as_deref());
        fields.object("en_ligne", told);
    }
    when(scribe, &mut fields, rank, event);
    help(&mut fields, event);
    coming(&mut fields, event);
    fields.object("decline_de", scribe.reference(event.decline_de.as_ref()));
    fields.objects("lieux_visites", scribe.references(&event.lieux_visites));
    fields.list("intervenants", event.intervenants.iter().map(String::as_str));
    fields.some("compte_rendu", event.compte_rendu.as_ref().map(|at| &*at.value));
    fields.some("source", fiche.source.as_deref());
    fields.said("date_maj", fiche.date_maj);
    fields.objects("finance_par", scribe.references(&fiche.finance_par));
    fields.objects("oriente_vers", scribe.references(&fiche.oriente_vers));
    scribe::checked(scribe, &mut fields, fiche);
    fields
}

/// Its rule in words and, where it can be written, in OpenStreetMap's form; then its days.
fn when<'a>(scribe: &Scribe<'a>, fields: &mut Champs<'a>, rank: usize, event: &'a Evenement) {
    let (guides, guide) = (scribe.guides(), scribe.guide);
    let said = Said { guides, guide, rank, labels: scribe.labels() };
    fields.term("etat", said.state().or(event.etat));
    fields.list("quand", said.lines().into_iter().map(|line| line.texte));
    fields.some("regle", event.quand.regle().and_then(|rule| rule.osm()));
    fields.some("premier_jour", day(event.premier_jour()));
    fields.some("dernier_jour", day(event.dernier_jour()));
    if let Quand::Serie { nombre, duree, .. } = &event.quand {
        let mut series = Champs::default();
        series.number("nombre", *nombre);
        series.number("duree_minutes", duree.map(|duree| duree.minutes()));
        fields.object("seances", series);
    }
    let days = &scribe.here().jours_des_evenements[rank];
    let named =
        if event.a_venir(guides.today) { Vec::new() } else { guides.jours_nommes(guide, rank) };
    let key = if named.is_empty() { "prochaines_dates" } else { "dates_passees" };
    let days = if named.is_empty() { days } else { &named };
    let each = days.iter().map(|one| one_day(scribe, event, one));
    fields.objects(key, each.collect());
}

/// A day, with its place when it is not where the others are.
fn one_day<'a>(scribe: &Scribe<'a>, event: &'a Evenement, one: &Occurrence) -> Champs<'a> {
    let mut fields = scribe::day(one);
    let seance = one.seance.and_then(|rank| event.quand.dates().get(rank));
    if let Some(seance) = seance {
        fields.some("raison", seance.raison.as_deref());
        if seance.ailleurs.is_some() {
            let lieu = scribe.guides().lieu_du_jour(scribe.guide, event, one.seance);
            fields.object("lieu", place(scribe, &lieu, event));
        }
    }
    fields
}

/// Where it takes place; nothing when it is followed from home only.
fn place<'a>(scribe: &Scribe<'a>, lieu: &Lieu<'a>, event: &'a Evenement) -> Champs<'a> {
    let mut fields = Champs::default();
    if let Some(host) = lieu.chez {
        fields.extend(scribe.acteur(host));
    }
    fields.some("nom", lieu.nom);
    fields.some("adresse", lieu.rue);
    fields.some("ou", lieu.ou);
    scribe::commune(&mut fields, lieu.code_postal, lieu.commune);
    fields.some("epci", lieu.commune.and_then(|commune| commune.epci));
    let host = lieu.chez.and_then(|host| scribe.guides().acteur(host).adresse.point);
    // Its own point is that of its own address; a day held elsewhere has another.
    let own = event.adresse.point.filter(|_| event.adresse.adresse.as_deref() == lieu.rue);
    scribe::coordinates(&mut fields, scribe::point(own.or(host), lieu.commune));
    fields
}

/// What it is about, for whom, at what price.
fn help<'a>(fields: &mut Champs<'a>, event: &'a Evenement) {
    fields.terms("services", &event.services);
    fields.terms("publics_specifiquement_adresses", &event.publics_specifiquement_adresses);
    fields.terms("prise_en_charge_specifique", &event.prise_en_charge_specifique);
    fields.terms("frais_a_charge", &event.frais_a_charge);
    fields.some("tarif", event.tarif.as_deref());
    fields.terms("modalites_accompagnement", &event.modalites_accompagnement);
    fields.term("sans_rendez_vous", event.sans_rendez_vous);
    fields.object("reserve_a", reserved(event.reserve_a.as_ref()));
    fields.list("langues", event.langues.iter().map(String::as_str));
    fields.some("accessibilite", event.accessibilite.as_deref());
    fields.term("portee", event.portee);
}

/// What to do before, what to bring, what one finds.
fn coming<'a>(fields: &mut Champs<'a>, event: &'a Evenement) {
    if let Some(inscription) = &event.inscription {
        let mut told = Champs::default();
        phone(&mut told, "telephone", inscription.telephone.as_deref());
        told.some("lien", inscription.lien.as_deref());
        told.some("courriel", inscription.courriel.as_deref());
        told.some("avant", day(inscription.avant.as_ref().map(|day| day.value)));
        fields.object("inscription", told);
    }
    fields.number("places", event.places);
    phone(fields, "telephone", event.telephone.as_deref());
    fields.list("site_web", event.site_web.iter().map(String::as_str));
    fields.term("choix_des_seances", event.choix_des_seances);
    fields.some("avant_de_venir", event.avant_de_venir.as_deref());
    fields.list("a_apporter", event.a_apporter.iter().map(String::as_str));
    fields.list("fourni", event.fourni.iter().map(String::as_str));
    fields.some("a_la_fin", event.a_la_fin.as_deref());
}

/// A line of the table: what stands in a thing, each in a column of its own.
pub(super) fn line<'a>(whole: &Champs<'a>) -> Champs<'a> {
    whole.flattened(&[
        ("organisateur", "nom", "organisateur"),
        ("organisateur", "id", "organisateur_id"),
        ("lieu", "nom", "lieu"),
        ("lieu", "id", "lieu_id"),
        ("lieu", "adresse", "adresse"),
        ("lieu", "ou", "ou"),
        ("lieu", "code_postal", "code_postal"),
        ("lieu", "commune", "commune"),
        ("lieu", "code_insee", "code_insee"),
        ("lieu", "epci", "epci"),
        ("lieu", "latitude", "latitude"),
        ("lieu", "longitude", "longitude"),
        ("lieu", "precision_du_point", "precision_du_point"),
        ("inscription", "telephone", "inscription_telephone"),
        ("inscription", "lien", "inscription_lien"),
        ("inscription", "courriel", "inscription_courriel"),
        ("inscription", "avant", "inscription_avant"),
        ("en_ligne", "lien", "en_ligne"),
    ])
}

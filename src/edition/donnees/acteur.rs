//! Everything that a guide says of an actor; never what is for its team only.

use crate::plan::About;
use crate::record::Acteur;
use crate::record::acteur::{Changement, Label, ReserveA};

use super::champs::{Champs, day};
use super::national;
use super::scribe::{self, Scribe};

/// What a map needs of a place; the rest is in the whole guide.
pub(super) const ON_A_MAP: [&str; 30] = [
    "id",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "epci",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "precision_du_point",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "horaires_en_mots",
    "presentation_resume",
    "source",
    "itinerance",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "modalites_acces",
    "sans_rendez_vous",
    "page",
    "code",
];

/// An actor of this guide: the national columns, then ours.
pub(super) fn whole<'a>(scribe: &Scribe<'a>, index: usize, columns: Champs<'a>) -> Champs<'a> {
    let acteur = &scribe.here().acteurs[index];
    let fiche = &acteur.fiche;
    let mut fields = columns;
    fields.some("page", scribe.page(About::Acteur(scribe.at(index))));
    fields.text("code", fiche.code());
    fields.text("sorte", acteur.sorte);
    fields.some("epci", acteur.adresse.commune.and_then(|commune| commune.epci));
    scribe::named(&mut fields, fiche);
    welcome(&mut fields, acteur);
    changing(scribe, &mut fields, acteur);
    links(scribe, &mut fields, acteur);
    scribe::checked(scribe, &mut fields, fiche);
    fields
}

/// How one is received.
fn welcome<'a>(fields: &mut Champs<'a>, acteur: &'a Acteur) {
    fields.term("forme", acteur.forme);
    fields.term("portee", acteur.portee);
    fields.term("sans_rendez_vous", acteur.sans_rendez_vous);
    fields.flag("inconditionnel", acteur.inconditionnel);
    fields.terms("niveau_aide", &acteur.niveau_aide);
    fields.flag("demarches_papier", acteur.demarches_papier);
    let things = acteur.equipements.iter().map(|thing| {
        let mut fields = Champs::default();
        fields.text("nom", &*thing.nom);
        fields.number("nombre", thing.nombre);
        fields
    });
    fields.objects("equipements", things.collect());
    if let Some(free) = &acteur.acces_libre {
        let mut told = Champs::default();
        told.number("postes", free.postes);
        scribe::hours(&mut told, free.horaires.as_ref().map(|at| &at.value));
        fields.object("acces_libre", told);
    }
    fields.list("langues", acteur.langues.iter().map(String::as_str));
    fields.some("accessibilite", acteur.accessibilite.as_deref());
    fields.some("venir", acteur.venir.as_deref());
    fields.some("tarif", acteur.tarif.as_deref());
    fields.object("reserve_a", reserved(acteur.reserve_a.as_ref()));
    fields.list("a_apporter", acteur.a_apporter.iter().map(String::as_str));
    fields.terms("pass_numerique", &acteur.pass_numerique);
}

/// Who may come.
pub(super) fn reserved(reserve_a: Option<&ReserveA>) -> Champs<'_> {
    let mut fields = Champs::default();
    if let Some(only) = reserve_a {
        fields.list("quartiers", only.quartiers.iter().map(String::as_str));
        fields.list("communes", only.communes.iter().map(String::as_str));
        fields.some("texte", only.texte.as_deref());
    }
    fields
}

/// What has an end: labels, closures, a person's agreement to be named.
fn changing<'a>(scribe: &Scribe<'a>, fields: &mut Champs<'a>, acteur: &'a Acteur) {
    let today = scribe.guides().today;
    let labels = acteur.dispositif_programmes_nationaux.iter().chain(&acteur.formations_labels);
    let dated = |label: &&Label| label.depuis.is_some() || label.jusqu_au.is_some();
    fields.objects("labels_dates", labels.filter(dated).map(dated_label).collect());
    let changes = acteur.changements.iter().filter(|change| change.en_cours(today));
    fields.objects("changements", changes.map(change).collect());
    let agreed = acteur.contact_personne.as_ref();
    // The agreement is asked anew at each build: past its day the name is in no file.
    let agreed = agreed.filter(|person| person.accepte(today));
    if let Some((person, nom)) = agreed.and_then(|person| Some((person, person.nom.as_ref()?))) {
        let mut told = Champs::default();
        told.text("nom", &**nom);
        told.some("role", person.role.as_deref());
        told.said("accord_jusqu_au", Some(person.accord_jusqu_au));
        fields.object("contact_personne", told);
    }
}

fn dated_label(label: &Label) -> Champs<'_> {
    let mut fields = Champs::default();
    fields.text("nom", label.term.code);
    fields.some("depuis", label.depuis.map(written));
    fields.some("jusqu_au", day(label.jusqu_au));
    fields
}

/// `2022`, `2022-04`, `2022-04-15`: as exact as it is known.
pub(super) fn written(since: crate::calendar::Since) -> String {
    use crate::calendar::Since;
    match since {
        Since::Year(year) => format!("{year:04}"),
        Since::Month(year, month) => format!("{year:04}-{month:02}"),
        Since::Day(day) => day.to_string(),
    }
}

fn change(change: &Changement) -> Champs<'_> {
    let mut fields = Champs::default();
    fields.said("du", Some(change.du));
    fields.some("au", day(change.au));
    fields.term("etat", Some(change.etat));
    fields.some("arret", change.arret.as_deref());
    fields.times("horaires", &change.horaires);
    fields.some("raison", change.raison.as_deref());
    fields
}

/// Other records and pages that it leads to.
fn links<'a>(scribe: &Scribe<'a>, fields: &mut Champs<'a>, acteur: &'a Acteur) {
    fields.object("parent", scribe.reference(acteur.structure_parente.as_ref()));
    fields.objects("oriente_vers", scribe.references(&acteur.fiche.oriente_vers));
    fields.objects("finance_par", scribe.references(&acteur.fiche.finance_par));
    fields.some("quartier", acteur.quartier.as_ref().map(|id| &*id.value));
    fields.list("reseaux", acteur.reseaux.iter().map(|id| &*id.value));
    if let Some(tour) = &acteur.tournee {
        let mut told = Champs::default();
        told.some("base", tour.base.as_deref());
        told.flag("variable", Some(tour.variable));
        fields.object("tournee", told);
    }
}

/// A phone number in a field of its own.
pub(super) fn phone(fields: &mut Champs<'_>, key: &'static str, number: Option<&str>) {
    fields.some(key, number.map(national::dialled));
}

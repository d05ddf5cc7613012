//! A place under the 32 columns of the national schema, in its order and with its codes.

use std::borrow::Cow;

use crate::calendar::Horaires;
use crate::record::Acteur;
use crate::record::acteur::Label;

use super::champs::Champs;
use super::scribe::{self, Scribe};

/// The columns of « Lieux de médiation numérique », version 1.0.2.
pub(super) const COLUMNS: [&str; 32] = [
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "presentation_resume",
    "presentation_detail",
    "source",
    "itinerance",
    "structure_parente",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
];

/// What upstream files write for a SIRET that nobody knows: the column is required.
const UNKNOWN: &str = "00000000000000";

/// Country codes of overseas départements, with how their numbers begin when dialled from France.
const OVERSEAS: [(&str, &[&str]); 4] = [
    ("590", &["0590", "0690", "0691"]),
    ("594", &["0594", "0694"]),
    ("596", &["0596", "0696", "0697"]),
    ("262", &["0262", "0263", "0269", "0692", "0693"]),
];

/// Numbers left as people dial them: those of Saint-Pierre-et-Miquelon have six figures behind their own
/// code, and those in 06 39 are of Mayotte or of the mainland.
const AS_DIALLED: [&str; 2] = ["0508", "0639"];

/// The columns of an actor that are known, each under its name.
pub(super) fn columns<'a>(scribe: &Scribe<'a>, acteur: &'a Acteur) -> Champs<'a> {
    let mut fields = Champs::default();
    let fiche = &acteur.fiche;
    fields.text("id", &*fiche.id);
    fields.some("pivot", acteur.pivot.as_deref());
    fields.text("nom", &*fiche.nom);
    let adresse = &acteur.adresse;
    scribe::commune(&mut fields, adresse.code_postal.as_deref(), adresse.commune);
    scribe::street(&mut fields, adresse);
    scribe::coordinates(&mut fields, scribe::point(adresse.point, adresse.commune));
    fields.terms("typologie", &acteur.typologie);
    fields.some("telephone", acteur.telephone.as_deref().map(dialled));
    fields.list("courriels", acteur.courriels.iter().map(String::as_str));
    fields.list("site_web", acteur.site_web.iter().map(|url| address(url)));
    scribe::hours(&mut fields, acteur.horaires.as_ref().map(|at| &at.value));
    fields.some("presentation_resume", fiche.presentation_resume.as_deref());
    fields.some("presentation_detail", fiche.presentation_detail.as_ref().map(|at| &*at.value));
    fields.some("source", fiche.source.as_deref());
    fields.list("itinerance", itinerance(acteur));
    fields.some("structure_parente", parent(scribe, acteur));
    fields.said("date_maj", fiche.date_maj);
    fields.terms("services", &acteur.services);
    fields.terms("publics_specifiquement_adresses", &acteur.publics_specifiquement_adresses);
    fields.terms("prise_en_charge_specifique", &acteur.prise_en_charge_specifique);
    fields.terms("frais_a_charge", &acteur.frais_a_charge);
    let in_force = |labels: &'a [Label]| {
        let today = scribe.guides().today;
        let labels = labels.iter();
        labels
            .filter(move |label| label.jusqu_au.is_none_or(|last| last >= today))
            .map(|label| label.term.code)
    };
    let programmes = in_force(&acteur.dispositif_programmes_nationaux);
    fields.list("dispositif_programmes_nationaux", programmes);
    fields.list("formations_labels", in_force(&acteur.formations_labels));
    let others = acteur.autres_formations_labels.iter();
    fields.list("autres_formations_labels", others.map(String::as_str));
    fields.terms("modalites_acces", &acteur.modalites_acces);
    fields.terms("modalites_accompagnement", &acteur.modalites_accompagnement);
    fields.some("fiche_acces_libre", acteur.fiche_acces_libre.as_deref());
    fields.some("prise_rdv", acteur.prise_rdv.as_deref());
    fields
}

/// A line of the table: the same, where the schema asks for something when nothing is known.
///
/// A middle of a commune is no point of a place, and hours that its column cannot say stand there as a
/// remark, which is how OpenStreetMap writes words: `jalon import` reads both back as they were.
pub(super) fn line<'a>(acteur: &'a Acteur, columns: &Champs<'a>) -> Champs<'a> {
    let mut line = Champs::default();
    for key in COLUMNS {
        match (key, columns.get(key)) {
            ("pivot", None) => line.text(key, UNKNOWN),
            ("latitude" | "longitude", _) if acteur.adresse.point.is_none() => {}
            ("horaires", None) => {
                line.some(key, acteur.horaires.as_ref().map(|at| hours(&at.value)));
            }
            (_, Some(value)) => line.put(key, value.clone()),
            (_, None) => {}
        }
    }
    line
}

/// Hours as OpenStreetMap writes them, or as a remark of it.
pub(super) fn hours(horaires: &Horaires) -> String {
    horaires.osm().unwrap_or_else(|| format!("\"{}\"", horaires.sentence().replace('"', "”")))
}

/// Fixed or itinerant, as written; who makes a tour is itinerant.
fn itinerance(acteur: &Acteur) -> Vec<&'static str> {
    match (&*acteur.itinerance, &acteur.tournee) {
        ([], Some(_)) => vec!["Itinérant"],
        (terms, _) => terms.iter().map(|term| term.code).collect(),
    }
}

/// The name of the body it belongs to.
fn parent<'a>(scribe: &Scribe<'a>, acteur: &'a Acteur) -> Option<&'a str> {
    let written = acteur.structure_parente.as_ref()?;
    let known = scribe.guides().find_acteur(&written.value, scribe.guide);
    Some(known.map_or(&*written.value, |at| &*scribe.guides().acteur(at).fiche.nom))
}

/// An address of the web without the sign that parts the values of a list.
fn address(url: &str) -> Cow<'_, str> {
    if url.contains('|') { Cow::Owned(url.replace('|', "%7C")) } else { Cow::Borrowed(url) }
}

/// A phone number with its country's code; a short one, or one of another country, as people dial it.
pub(super) fn dialled(number: &str) -> String {
    let figures: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let national = figures.len() == 10 && figures.starts_with('0');
    if !national || AS_DIALLED.iter().any(|start| figures.starts_with(start)) {
        return match figures.starts_with('+') {
            true => figures,
            false => number.replace(['\u{a0}', '\u{202f}'], " "),
        };
    }
    let overseas = OVERSEAS.iter().find(|(_, starts)| starts.contains(&&figures[..4]));
    let country = overseas.map_or("33", |(country, _)| country);
    format!("+{country}{}", &figures[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_the_schema_writes_them() {
        for (number, expected) in [
            ("05\u{a0}36\u{a0}49\u{a0}12\u{a0}01", "+33536491201"),
            ("0\u{a0}805\u{a0}805\u{a0}817", "+33805805817"),
            ("0590\u{a0}12\u{a0}34\u{a0}56", "+590590123456"),
            ("0692 12 34 56", "+262692123456"),
            ("0508 41 00 00", "0508 41 00 00"),
            ("06\u{a0}39\u{a0}98\u{a0}00\u{a0}00", "06 39 98 00 00"),
            ("+687 12 34 56", "+687123456"),
            ("39\u{a0}39", "39 39"),
            ("3949", "3949"),
        ] {
            assert_eq!(dialled(number), expected);
        }
    }
}

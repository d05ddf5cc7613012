//! The standard order of the keys of a record: what `fmt` puts them in, and where a new one goes.

use crate::source::yaml::Order;

use super::catalogue::Field;
use super::kinds::{Kind, catalogue};

/// The keys of an actor: the columns of the national schema in its order, so that what `import` writes is in
/// order, our own beside what they complete, and last how the record is kept.
#[rustfmt::skip] // By what they say.
const ACTEUR: &[&str] = &[
    "id", "anciens_ids", "pivot", "nom", "autres_noms", "sorte", "forme", "portee",
    "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "quartier", "latitude", "longitude",
    "venir", "accessibilite",
    "typologie", "telephone", "courriels", "site_web", "contact_personne", "horaires", "sans_rendez_vous",
    "presentation_resume", "presentation_detail", "images", "langue",
    "source", "itinerance", "structure_parente", "reseaux", "date_maj",
    "services", "niveau_aide", "demarches_papier", "equipements", "acces_libre", "a_apporter",
    "publics_specifiquement_adresses", "inconditionnel", "reserve_a", "langues", "prise_en_charge_specifique",
    "frais_a_charge", "tarif", "pass_numerique",
    "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels",
    "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv",
    "permanences", "tournee", "changements", "oriente_vers", "finance_par",
    "verifie", "tous_les", "termine", "brouillon", "interne",
];

/// The keys of an event, in the order that `import` writes them, ours beside what they complete.
#[rustfmt::skip] // By what they say.
const EVENEMENT: &[&str] = &[
    "id", "anciens_ids", "nom", "autres_noms", "presentation_resume", "presentation_detail", "images",
    "sorte", "portee", "organisateur", "qui", "intervenants", "decline_de",
    "chez", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude",
    "en_ligne", "lieux_visites",
    "etat", "quand", "seances", "du", "au", "sauf", "dates", "choix_des_seances",
    "avant_de_venir", "a_apporter", "fourni", "a_la_fin", "inscription", "places",
    "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "tarif",
    "modalites_accompagnement", "sans_rendez_vous", "reserve_a", "langues", "accessibilite",
    "telephone", "site_web", "compte_rendu", "oriente_vers", "finance_par",
    "langue", "source", "date_maj", "verifie", "tous_les", "termine", "brouillon", "interne",
];

/// The keys of every other record: who it is first, how it is kept last, its own between the two.
const FIRST: &[&str] = &[
    "id",
    "anciens_ids",
    "nom",
    "titre",
    "autres_noms",
    "presentation_resume",
    "presentation_detail",
    "images",
];
const LAST: &[&str] = &[
    "oriente_vers",
    "finance_par",
    "langue",
    "source",
    "date_maj",
    "verifie",
    "tous_les",
    "termine",
    "brouillon",
    "interne",
];

/// The first keys of the settings of a guide or of the home above several; the others in the order of their reader.
const HEAD: &[&str] = &["titre", "departement", "editeur", "region"];

/// The order of the keys of a kind of record, and of those inside them.
pub fn ordre(kind: Kind) -> Order {
    let mut fields = catalogue(kind);
    let place = |name: &str| match kind {
        Kind::Acteur => (0, rank(ACTEUR, name)),
        Kind::Evenement => (0, rank(EVENEMENT, name)),
        // A calendar, a number and a word say things in the order of their readers.
        Kind::Calendrier | Kind::Numero | Kind::Entree | Kind::Doublon => (0, 0),
        Kind::Guide | Kind::Site => (0, rank(HEAD, name)),
        _ if FIRST.contains(&name) => (0, rank(FIRST, name)),
        _ if LAST.contains(&name) => (2, rank(LAST, name)),
        _ => (1, 0),
    };
    fields.sort_by_key(|field| place(field.name));
    of(&fields)
}

fn rank(keys: &[&str], name: &str) -> usize {
    keys.iter().position(|key| *key == name).unwrap_or(usize::MAX)
}

/// The order of fields as they come.
fn of(fields: &[Field]) -> Order {
    Order(fields.iter().map(|field| (field.name, of(&field.inner))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_readers_has_its_place_and_no_other_has_one() {
        for (kind, keys) in [(Kind::Acteur, ACTEUR), (Kind::Evenement, EVENEMENT)] {
            let mut known: Vec<&str> = catalogue(kind).iter().map(|field| field.name).collect();
            let mut placed = keys.to_vec();
            known.sort_unstable();
            placed.sort_unstable();
            assert_eq!(known, placed);
            assert_eq!(ordre(kind).names(), keys);
        }
    }

    #[test]
    fn what_keeps_a_record_comes_last() {
        let names = ordre(Kind::Territoire).names();
        assert_eq!(names[..2], ["id", "anciens_ids"]);
        assert_eq!(names.last(), Some(&"interne"));
        assert!(names.contains(&"communes"));
    }
}

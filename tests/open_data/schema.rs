//! The schema of the whole guide: its lists are those of the program, its fields those of the file.

use jalon::vocabulary::{self, Vocabulary};
use serde_json::Value;

use crate::support::repository;

const SCHEMA: &str = "src/edition/donnees/guide.schema.json";

/// The lists of the schema, by the name of their definition.
const LISTS: [(&str, &[&Vocabulary]); 21] = [
    ("typologie", &[&vocabulary::TYPOLOGIE]),
    ("itinerance", &[&vocabulary::ITINERANCE]),
    ("services", &[&vocabulary::SERVICES]),
    ("publics_specifiquement_adresses", &[&vocabulary::PUBLICS_SPECIFIQUEMENT_ADRESSES]),
    ("prise_en_charge_specifique", &[&vocabulary::PRISE_EN_CHARGE_SPECIFIQUE]),
    ("frais_a_charge", &[&vocabulary::FRAIS_A_CHARGE]),
    ("dispositif_programmes_nationaux", &[&vocabulary::DISPOSITIF_PROGRAMMES_NATIONAUX]),
    ("formations_labels", &[&vocabulary::FORMATIONS_LABELS]),
    ("modalites_acces", &[&vocabulary::MODALITES_ACCES]),
    ("modalites_accompagnement", &[&vocabulary::MODALITES_ACCOMPAGNEMENT]),
    ("acteur_sorte", &[&vocabulary::ACTEUR_SORTE]),
    ("forme", &[&vocabulary::FORME]),
    ("portee", &[&vocabulary::PORTEE]),
    ("sans_rendez_vous", &[&vocabulary::SANS_RENDEZ_VOUS]),
    ("niveau_aide", &[&vocabulary::NIVEAU_AIDE]),
    ("pass_numerique", &[&vocabulary::PASS_NUMERIQUE]),
    ("changements_etat", &[&vocabulary::CHANGEMENTS_ETAT]),
    ("evenement_sorte", &[&vocabulary::EVENEMENT_SORTE]),
    ("evenement_etat", &[&vocabulary::EVENEMENT_ETAT]),
    // A day of a passage has the state of a change, a day of an event its own.
    ("jour_etat", &[&vocabulary::EVENEMENT_ETAT, &vocabulary::CHANGEMENTS_ETAT]),
    ("choix_des_seances", &[&vocabulary::CHOIX_DES_SEANCES]),
];

/// The schema, as it is written.
pub fn schema() -> Value {
    serde_json::from_slice(&std::fs::read(repository().join(SCHEMA)).unwrap()).unwrap()
}

/// After a change of a list, `JALON_ECRIRE=1 cargo test --test open_data` writes it again.
#[test]
fn the_lists_of_the_schema_are_those_of_the_program() {
    let mut expected = schema();
    let lists = LISTS.iter().map(|(name, lists)| (*name, *lists));
    for (name, lists) in lists.chain([("territoire_sorte", &[&vocabulary::TERRITOIRE_SORTE][..])]) {
        let mut codes: Vec<&str> = Vec::new();
        for term in lists.iter().flat_map(|list| list.terms) {
            if !codes.contains(&term.code) {
                codes.push(term.code);
            }
        }
        expected["$defs"][name]["enum"] = codes.into();
    }
    let text = serde_json::to_string_pretty(&expected).unwrap() + "\n";
    let path = repository().join(SCHEMA);
    if std::env::var_os("JALON_ECRIRE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), text);
}

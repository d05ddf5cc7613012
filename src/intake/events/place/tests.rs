//! Places found among the actors of a guide, and places that nobody may guess.

use super::*;
use crate::territory::commune;

fn host(id: &str, noms: &[&str], adresse: &str, point: Option<(f64, f64)>) -> Host {
    Host {
        id: id.into(),
        noms: noms.iter().map(|nom| (*nom).to_owned()).collect(),
        commune: commune("81004"),
        adresse: adresse.into(),
        point: point.map(|(latitude, longitude)| Point { latitude, longitude }),
    }
}

fn hosts() -> Vec<Host> {
    vec![
        host("theatre", &["Grand Théâtre des Cordeliers"], "", Some((43.9244, 2.144_642))),
        host("tourisme", &["Office de tourisme", "OT"], "42 rue Mariès", None),
        host("amalric", &["Médiathèque Pierre-Amalric"], "Avenue Charles-de-Gaulle", None),
        host("parc", &["Médiathèque du Parc"], "3 avenue du Parc", Some((43.923, 2.1452))),
        host("double-1", &["Salle des fêtes"], "1 rue A", None),
        host("double-2", &["Salle des fêtes"], "2 rue B", None),
    ]
}

/// The id of a sure match, or those of the candidates after a question mark.
fn of(nom: &str, adresse: &str, point: Option<(f64, f64)>) -> String {
    let point = point.map(|(latitude, longitude)| Point { latitude, longitude });
    let hosts = hosts();
    match find(&Sought { nom, adresse, commune: commune("81004"), point }, &hosts) {
        Match::Sure(host) => host.id.clone(),
        Match::Unsure(hosts) => {
            let ids: Vec<&str> = hosts.iter().map(|host| host.id.as_str()).collect();
            format!("? {}", ids.join(" "))
        }
    }
}

#[test]
fn one_sure_place() {
    assert_eq!(of("Office de Tourisme", "", None), "tourisme");
    assert_eq!(of("OT", "", None), "tourisme");
    assert_eq!(of("Bureau des guides", "42, rue Mariès, 81000 Albi", None), "tourisme");
    assert_eq!(of("Grand Théâtre", "", Some((43.9245, 2.1446))), "theatre");
    assert_eq!(of("Salle des fêtes", "2 rue B", None), "double-2");
}

#[test]
fn none_or_two_are_left_to_people() {
    assert_eq!(of("Salle des fêtes", "", None), "? double-1 double-2");
    assert_eq!(of("Grand Théâtre", "", None), "? theatre");
    assert_eq!(of("Salle Arcé", "", Some((43.9244, 2.1446))), "? theatre");
    assert_eq!(of("Office de tourisme", "7 place Lapérouse", None), "? tourisme");
    assert_eq!(of("Gymnase", "5 rue C", None), "? ");
    assert_eq!(of("", "", None), "? ");
}

#[test]
fn a_place_of_another_commune_is_none() {
    let hosts = hosts();
    let sought =
        Sought { nom: "Office de tourisme", adresse: "", commune: commune("81065"), point: None };
    assert_eq!(find(&sought, &hosts), Match::Unsure(Vec::new()));
}

#[test]
fn who_organises_is_known_by_name_alone() {
    let hosts = hosts();
    let sure = named("L’Office de Tourisme d’Albi", &hosts);
    assert!(matches!(sure, Match::Sure(host) if host.id == "tourisme"), "{sure:?}");
    assert!(matches!(named("Salle des fêtes", &hosts), Match::Unsure(all) if all.len() == 2));
}

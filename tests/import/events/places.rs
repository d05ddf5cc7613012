//! Places that an actor is, and the list of those that none surely is.

use super::{calendar, vienne};
use crate::scene::json;
use jalon::intake::report;

/// An event at a place.
fn at(uid: &str, place: &str) -> String {
    format!(
        "UID:{uid}\nSUMMARY:Atelier {uid}\nLOCATION:{place}\nDTSTART:20261215T140000\nDURATION:PT2H"
    )
}

#[test]
fn places_are_matched_or_listed_with_those_they_may_be() {
    let mut scene = vienne();
    for (id, record) in [
        ("salle-1", "nom: Salle des fêtes\ncommune: Vivonne\nadresse: 1 rue A\n"),
        ("salle-2", "nom: Salle des fêtes\ncommune: Vivonne\nadresse: 2 rue B\n"),
        ("fini", "nom: Ancien cyberespace\ncommune: Vivonne\ntermine: {le: 2025-01-01}\n"),
    ] {
        scene.files.insert(format!("86-vienne/acteurs/{id}.yaml"), record.to_owned());
    }
    let events = [
        at("a", "Médiathèque\\, 86600 Lusignan"),
        at("b", "Médiathèque de Lusignan"),
        at("c", "Salle du haut\\, 3 rue de l'Essai\\, 86600 Lusignan"),
        at("d", "Salle des fêtes\\, 86370 Vivonne"),
        at("e", "Salle des fêtes\\, 2 rue B\\, 86370 Vivonne"),
        at("f", "Salle des fêtes\\, 86370 Vivonne"),
        at("g", "Ancien cyberespace\\, 86370 Vivonne"),
    ];
    let events: Vec<&str> = events.iter().map(String::as_str).collect();
    let imported = scene.import("a.ics", calendar(&events));
    assert_eq!(scene.errors(), [] as [String; 0]);
    let hosts: Vec<String> = imported.report.files[0]
        .rows
        .iter()
        .map(|row| {
            let record = scene.record(row.record.as_ref().unwrap());
            let host = record.lines().find_map(|line| line.strip_prefix("chez: "));
            host.unwrap_or("-").to_owned()
        })
        .collect();
    let library = "mediatheque-lusignan";
    assert_eq!(hosts, [library, library, library, "-", "salle-2", "-", "-"]);
    let told = &json(&imported)["fichiers"][0];
    assert_eq!(told["evenements_rattaches"], 4);
    assert_eq!(
        told["lieux_non_reconnus"],
        serde_json::json!([
            {"nom": "Salle des fêtes", "adresse": "", "commune": "Vivonne", "evenements": 2,
             "candidats": [{"id": "salle-1", "nom": "Salle des fêtes"}, {"id": "salle-2", "nom": "Salle des fêtes"}],
             "autres": []},
            {"nom": "Ancien cyberespace", "adresse": "", "commune": "Vivonne", "evenements": 1, "candidats": [], "autres": []},
        ])
    );
    let whole = report::whole(&imported.report);
    assert!(
        whole.contains(
            "LIEUX NON RECONNUS\n  2 × Salle des fêtes, Vivonne ; peut-être : Salle des fêtes [salle-1], Salle des fêtes [salle-2]\n  1 × Ancien cyberespace, Vivonne\n"
        ),
        "{whole}"
    );
    assert!(
        whole.contains(
            "  4 rattachés à une fiche du guide, 2 lieux non reconnus ; 0 passé, non repris\n"
        ),
        "{whole}"
    );
}

#[test]
fn the_departement_of_the_place_decides_the_guide() {
    let mut scene = vienne();
    scene.files.insert(
        "79-deux-sevres/guide.yaml".into(),
        "titre: Guide\ndepartement: \"79\"\nediteur: Essai\n".into(),
    );
    let events =
        [at("a", "Poitiers"), at("b", "Salle\\, 79000 Niort"), at("c", "Médiathèque de Lusignan")];
    let events: Vec<&str> = events.iter().map(String::as_str).collect();
    let imported = scene.import("a.ics", calendar(&events));
    let rows = &imported.report.files[0].rows;
    assert_eq!(rows[0].record.as_deref(), Some("86-vienne/evenements/atelier-a-poitiers.yaml"));
    assert_eq!(rows[1].record.as_deref(), Some("79-deux-sevres/evenements/atelier-b-niort.yaml"));
    // Without a commune, two guides are one too many.
    assert_eq!(rows[2].reason.as_ref().unwrap().0, "guide-inconnu");
}

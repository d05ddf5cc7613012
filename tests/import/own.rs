//! Files that territories keep in their own way: small parts of real ones, with each kind of dirt; whole reports are compared.
//!
//! `JALON_ECRIRE=1 cargo test --test import own` writes what is expected anew, to be read by eye.

use std::path::PathBuf;
use std::sync::Arc;

use jalon::diagnostic::{Diagnostic, Format, Source, report};
use jalon::intake;

use crate::own_rows::mapping_of;
use crate::scene::{Scene, json};

/// Where the parts of files are.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/import/own")
}

/// Compares a text with the one that is kept.
fn kept(name: &str, text: &str) {
    let path = folder().join(name);
    if std::env::var_os("JALON_ECRIRE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{name}");
}

/// Imports a part of a file; its report, its records and the mapping that was guessed are as they are kept.
fn part(file: &str, bytes: &[u8], name: &str) -> Scene {
    let mut scene = Scene::default();
    let imported = scene.import(file, bytes);
    assert_eq!(scene.errors(), [] as [String; 0]);
    kept(&format!("{name}.rapport.txt"), &intake::report::whole(&imported.report));
    let records = scene.files.iter().filter(|(path, _)| path.contains("/acteurs/"));
    let records: Vec<String> = records
        .map(|(path, text)| format!("## {path}\n{}", text.split_once('\n').unwrap().1))
        .collect();
    kept(&format!("{name}.fiches.yaml"), &records.join("\n"));
    let guess = imported.report.files[0].guess.as_ref().unwrap();
    kept(&format!("{name}.correspondance.yaml"), &guess.yaml);
    follows_its_own_guess(file, bytes, &guess.yaml, &scene);
    let again = scene.import(file, bytes);
    assert_eq!(again.outputs, []);
    scene
}

/// The mapping that was guessed, kept and followed, makes the same records, but for what is then said for sure.
fn follows_its_own_guess(file: &str, bytes: &[u8], yaml: &str, guessed: &Scene) {
    let mut scene = Scene { mapping: Some(mapping_of(yaml)), ..Scene::default() };
    let imported = scene.import(file, bytes);
    assert_eq!(scene.files, guessed.files);
    assert_eq!(json(&imported)["fichiers"][0]["correspondance"]["devinee"], false);
    let doubts =
        imported.report.files[0].findings().filter(|(_, one)| one.code == "valeur-devinee");
    assert_eq!(doubts.count(), 0);
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

#[test]
fn the_stops_of_a_bus_are_one_record() {
    let scene = part("bus.json", &bytes("bus.json"), "bus");
    assert_eq!(scene.files.len(), 2);
}

#[test]
fn rows_that_are_services_join_in_the_record_of_their_place() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packer, &bytes("services.json")).unwrap();
    part("services.json.gz", &packer.finish().unwrap(), "services");
}

#[test]
fn a_french_spreadsheet_with_whole_addresses_and_x_for_latitude() {
    part("gironde.csv", &bytes("gironde.csv"), "gironde");
}

#[test]
fn hours_in_one_column_a_day() {
    part("jours.csv", &bytes("jours.csv"), "jours");
}

#[test]
fn answers_to_a_survey_with_ticked_boxes() {
    part("cases.json", &bytes("cases.json"), "cases");
}

#[test]
fn metres_and_lost_zeros() {
    part("lambert.csv", &bytes("lambert.csv"), "lambert");
}

#[test]
fn the_same_file_in_other_letters_makes_the_same_records() {
    let utf8 = encoding_rs::WINDOWS_1252.decode(&bytes("gironde.csv")).0.into_owned();
    let utf16: Vec<u8> =
        format!("\u{feff}{utf8}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut scenes: Vec<Scene> = Vec::new();
    for bytes in [
        bytes("gironde.csv"),
        utf8.clone().into_bytes(),
        format!("\u{feff}{utf8}").into_bytes(),
        utf16,
    ] {
        let mut scene = Scene::default();
        scene.import("gironde.csv", bytes);
        scenes.push(scene);
    }
    assert!(scenes[0].files.len() > 3);
    for scene in &scenes[1..] {
        assert_eq!(scene.files, scenes[0].files);
    }
}

#[test]
fn nested_objects_and_coordinates_in_one_cell() {
    let text = r#"{"date": "2026", "lieux": [
        {"Nom du lieu": "A", "Ville": "Poitiers", "geo": {"lat": 46.58, "lon": 0.340}, "semaine": {"lundi": "9h-12h", "mardi": "fermé"}},
        {"Nom du lieu": "B", "Ville": "Poitiers", "geo_point_2d": "46,59 ; 0,35", "geo": null}]}"#;
    let mut scene = Scene::default();
    scene.import("lieux.json", text);
    assert_eq!(
        scene.record("86-vienne/acteurs/a-poitiers.yaml"),
        "nom: A\ncommune: Poitiers\nlatitude: 46.58\nlongitude: 0.340\nhoraires: lundi 9h-12h\n"
    );
    assert_eq!(
        scene.record("86-vienne/acteurs/b-poitiers.yaml"),
        "nom: B\ncommune: Poitiers\nlatitude: 46.59\nlongitude: 0.35\n"
    );
}

#[test]
fn the_page_of_a_report_is_whole_and_breaks_at_no_sign() {
    let mut scene = Scene::default();
    let text =
        "Lieu;Ville;Note\n<b>A</b> & \"B\";Poitiers;<script>alert(1)</script>\nC;Nulle-Part;x\n";
    let imported = scene.import("a<b>.csv", text);
    kept("page.html", &intake::report::page(&imported.report));
}

/// What is wrong with a mapping, as the user reads it.
fn wrong(text: &str) -> String {
    let source = Arc::new(Source { path: "correspondance.yaml".into(), text: text.into() });
    let said: Vec<Diagnostic> = intake::correspondance(&source).unwrap_err();
    report(&said, Format::Text { colour: false })
}

#[test]
fn every_mistake_of_a_mapping_is_told_where_it_stands() {
    let text = "lignes: maison\ncolones: {}\ncolonnes:\n  Lieu: nomm\n  Ville: [commune]\n  Accueil:\n    valeurs: {x: y}\n  Aide:\n    cle: services\n    valeurs:\n      Oui: Aide aux demarche\n      Non: laisser\n      Bof: {poterie: oui}\n      Rien: {services: {a: b}}\n";
    kept("mapping.messages.txt", &wrong(text));
    kept("mapping-vide.messages.txt", &wrong(""));
}

#[test]
fn a_mapping_says_what_columns_and_values_mean() {
    let mapping = "pour_tous: {source: Département}\ncolonnes:\n  Lieu: nom\n  Ville: commune\n  Pôle: laisser\n  Disparue: telephone\n  Aide:\n    cle: services\n    valeurs:\n      Oui: [Aide aux démarches administratives, Accès internet et matériel informatique]\n      Gratuitement: {services: Aide aux démarches administratives, frais_a_charge: Gratuit}\n      Non: laisser\n";
    let mut scene = Scene { mapping: Some(mapping_of(mapping)), ..Scene::default() };
    let imported = scene.import(
        "lieux.csv",
        "Lieu;Ville;Pôle;Aide;Neuve\nA;Poitiers;Nord;oui;1\nB;Poitiers;Sud;GRATUITEMENT;\nC;Poitiers;;Non;\n",
    );
    let record = |name: &str| scene.record(&format!("86-vienne/acteurs/{name}-poitiers.yaml"));
    assert_eq!(
        record("a"),
        "nom: A\ncommune: Poitiers\nsource: Département\nservices: [Aide aux démarches administratives, Accès internet et matériel informatique]\n"
    );
    assert_eq!(
        record("b"),
        "nom: B\ncommune: Poitiers\nsource: Département\nservices: [Aide aux démarches administratives]\nfrais_a_charge: [Gratuit]\n"
    );
    assert_eq!(record("c"), "nom: C\ncommune: Poitiers\nsource: Département\n");
    let report = json(&imported);
    let file = &report["fichiers"][0];
    assert_eq!(file["correspondance"]["colonnes_disparues"], serde_json::json!(["Disparue"]));
    let said = |row: usize| file["lignes"][row].clone();
    assert_eq!(said(0)["cellules"], serde_json::json!([{"colonne": "Pôle", "valeur": "Nord"}]));
    let neuve = said(0)["champs"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["colonne"] == "Neuve")
        .cloned()
        .unwrap();
    assert_eq!(neuve["code"], "colonne-sans-cle");
    assert_eq!(file["champs_sans_cle"], 1);
}

//! The same file again, a new version of it, several files in one run.

use jalon::intake::Fate;

use crate::scene::{Scene, csv};

const A: [(&str, &str); 4] =
    [("id", "a"), ("nom", "Lieu"), ("commune", "Poitiers"), ("adresse", "1 rue A")];
const B: [(&str, &str); 4] =
    [("id", "b"), ("nom", "Lieu"), ("commune", "POITIERS"), ("adresse", "2 rue B")];
const C: [(&str, &str); 3] = [("id", "c"), ("nom", "Lieu"), ("commune", "Poitiers")];

fn fates(imported: &jalon::intake::Imported) -> Vec<Fate> {
    imported.report.files.iter().flat_map(|file| file.rows.iter().map(|row| row.fate)).collect()
}

#[test]
fn homonyms_of_a_commune_get_their_street_then_a_number() {
    let mut scene = Scene::default();
    scene
        .import("f.csv", csv(&[&A, &B, &C, &[("id", "d"), ("nom", "Lieu"), ("commune", "Niort")]]));
    let paths: Vec<&str> = scene.files.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "79-deux-sevres/acteurs/lieu-niort.yaml",
            "79-deux-sevres/guide.yaml",
            "86-vienne/acteurs/lieu-poitiers-2-rue-b.yaml",
            "86-vienne/acteurs/lieu-poitiers-2.yaml",
            "86-vienne/acteurs/lieu-poitiers.yaml",
            "86-vienne/guide.yaml",
        ]
    );
    assert!(scene.record("86-vienne/acteurs/lieu-poitiers-2.yaml").starts_with("id: c\n"));
}

#[test]
fn the_same_file_again_writes_nothing_whatever_its_name_and_order() {
    let mut scene = Scene::default();
    scene.import("f.csv", csv(&[&A, &B, &C]));
    let again = scene.import("f.csv", csv(&[&A, &B, &C]));
    assert_eq!(again.outputs, []);
    let renamed = scene.import("2027-01-01_f.csv", csv(&[&C, &B, &A]));
    assert_eq!(renamed.outputs, []);
    assert_eq!(fates(&renamed), [Fate::Unchanged; 3]);
}

#[test]
fn rows_without_id_keep_their_file() {
    let rows: [&[(&str, &str)]; 2] = [&A[1..], &B[1..]];
    let mut scene = Scene::default();
    scene.import("f.csv", csv(&rows));
    assert_eq!(scene.files.len(), 3);
    assert_eq!(scene.import("f.csv", csv(&rows)).outputs, []);
}

#[test]
fn a_new_version_changes_what_changed_and_keeps_addresses() {
    let mut scene = Scene::default();
    scene.import("f.csv", csv(&[&A, &B]));
    let renamed = [
        ("id", "a"),
        ("nom", "Lieu rebaptisé"),
        ("commune", "Poitiers"),
        ("telephone", "0549000000"),
    ];
    let imported = scene.import("g.csv", csv(&[&renamed, &B]));
    assert_eq!(fates(&imported), [Fate::Changed, Fate::Unchanged]);
    assert_eq!(
        scene.record("86-vienne/acteurs/lieu-poitiers.yaml"),
        "id: a\nnom: Lieu rebaptisé\ncommune: Poitiers\ntelephone: 05 49 00 00 00\n"
    );
    assert_eq!(scene.files.len(), 3);
}

#[test]
fn several_files_go_to_the_same_guides_and_one_id_stands_once() {
    let mut scene = Scene::default();
    let (first, second) = (csv(&[&A]), csv(&[&A, &B]));
    let imported = scene.import_all(&[("f.csv", first.as_bytes()), ("g.csv", second.as_bytes())]);
    assert_eq!(fates(&imported), [Fate::New, Fate::Refused, Fate::New]);
    let (code, reason, _) = imported.report.files[1].rows[0].reason.clone().unwrap();
    assert_eq!(code, "identifiant-en-double");
    assert_eq!(
        reason,
        "L’identifiant « a » est déjà celui d’une autre ligne de cet import (f.csv, ligne 2)."
    );
    assert_eq!(imported.report.guides.len(), 1);
    assert_eq!(imported.report.guides[0].records, 2);
}

#[test]
fn an_id_of_another_source_is_not_the_same_place() {
    let mut scene = Scene::default();
    let of = |source| [("id", "1"), ("nom", "Lieu"), ("commune", "Poitiers"), ("source", source)];
    scene.import("f.csv", csv(&[&of("Hinaura")]));
    let imported = scene.import("g.csv", csv(&[&of("siao")]));
    assert_eq!(fates(&imported), [Fate::Refused]);
    assert_eq!(imported.outputs, []);
    assert_eq!(
        imported.report.files[0].rows[0].reason.as_ref().unwrap().0,
        "identifiant-autre-source"
    );
}

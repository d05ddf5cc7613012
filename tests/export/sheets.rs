//! Spreadsheets both ways: every key of the readers, the example content, any text.

use std::collections::BTreeSet;

use jalon::intake::feuilles;
use jalon::tableur::{self, Case, Colonne, Feuille};
use proptest::prelude::*;

use crate::scene::{emptied, full, records, run};
use crate::support::{Desk, TODAY, tree};

/// Exports the records of a folder, and imports them where there are none.
fn there_and_back(desk: &Desk, form: &str) -> Desk {
    let back = emptied(desk);
    let output =
        back.path().join(if form == "csv" { "tables".into() } else { format!("guide.{form}") });
    run(desk, &["export", "--format", form, "--output", output.to_str().unwrap()]);
    let files: Vec<String> = match form {
        "csv" => tree(&output).into_keys().map(|name| format!("tables/{name}")).collect(),
        _ => vec![format!("guide.{form}")],
    };
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    run(&back, &[&["import"], files.as_slice()].concat());
    back
}

#[test]
fn every_key_comes_back() {
    let desk = full();
    let before = records(&desk);
    for form in ["xlsx", "ods", "csv"] {
        let after = records(&there_and_back(&desk, form));
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{form}");
        for (path, mut records) in before.clone() {
            if path.ends_with("plusieurs.yaml") {
                // What only its rank named has an id of its own from now on: the same.
                records[0]["id"] = "plusieurs-1".into();
            }
            let same = after[&path].iter().map(sorted).eq(records.iter().map(sorted));
            assert!(same, "{form}, {path}:\n{records:#?}\n{:#?}", after[&path]);
        }
    }
}

/// A value with its keys in the order of letters: their order says nothing.
fn sorted(value: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value as Json;
    match value {
        Json::Object(entries) => {
            let mut keys: Vec<&String> = entries.keys().collect();
            keys.sort();
            Json::Object(keys.into_iter().map(|key| (key.clone(), sorted(&entries[key]))).collect())
        }
        Json::Array(items) => Json::Array(items.iter().map(sorted).collect()),
        other => other.clone(),
    }
}

#[test]
fn the_guide_that_says_everything_fills_every_column() {
    let content: Vec<(String, Vec<u8>)> =
        tree(&full().path().join("content")).into_iter().collect();
    let mut empty = BTreeSet::new();
    for sheet in feuilles::feuilles(&content, |_| true) {
        for (rank, column) in sheet.colonnes.iter().enumerate() {
            if sheet.lignes.iter().all(|line| line[rank] == Case::Vide) {
                empty.insert(format!("{}.{}", sheet.nom, column.nom));
            }
        }
    }
    assert_eq!(empty, BTreeSet::new());
}

#[test]
fn the_examples_come_back_and_make_the_same_site() {
    let desk = Desk::copy_of("content");
    let built = desk.build();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let before = tree(&desk.path().join("output"));
    assert!(before.len() > 100);
    let written = records(&desk);
    for form in ["csv", "xlsx", "ods"] {
        let back = there_and_back(&desk, form);
        let again = records(&back);
        assert_eq!(written.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>(), "{form}");
        for (path, records) in &written {
            assert!(
                records.iter().map(sorted).eq(again[path].iter().map(sorted)),
                "{form}: {path}"
            );
        }
        if form != "ods" {
            continue;
        }
        let built = back.build();
        assert!(built.status.success(), "{form}: {}", String::from_utf8_lossy(&built.stderr));
        let after = tree(&back.path().join("output"));
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{form}");
        for (path, bytes) in &before {
            assert!(after[path] == *bytes, "{form}: {path} is not the same");
        }
    }
}

#[test]
fn the_same_records_give_the_same_bytes_and_come_back_as_what_is_there() {
    let desk = full();
    for form in ["xlsx", "ods"] {
        let one = desk.jalon(&["export", "--format", form, "--today", TODAY]).stdout;
        let other = desk.jalon(&["export", "--format", form, "--today", TODAY]).stdout;
        assert!(one == other && one.starts_with(b"PK"), "{form}");
        desk.write(&format!("guide.{form}"), one);
        let before = tree(&desk.path().join("content"));
        let said = run(&desk, &["import", &format!("guide.{form}")]);
        assert!(
            said.contains("0 fiche écrite (0 nouvelle, 0 changée), 11 inchangées, 0 gardée"),
            "{said}"
        );
        assert_eq!(before, tree(&desk.path().join("content")), "{form}");
    }
}

#[test]
fn a_table_of_the_staff_is_as_french_spreadsheets_expect_it() {
    let desk = Desk::with(&[
        ("86-vienne/acteurs/b.yaml", "nom: B\nsorte: réseau\n"),
        (
            "86-vienne/acteurs/a.yaml",
            "nom: \"=1+1; l'accueil\"\ncommune: Poitiers\ntelephone: 05 36 49 12 01\nservices: [Aide aux démarches administratives, Maîtrise des outils numériques du quotidien]\npermanences: [{de: b, horaires: lundi 9h-12h, du: 2026-09-01}]\n",
        ),
    ]);
    let table = |sheet: &str| {
        let done = desk.jalon(&["export", "--format", "csv", "--feuille", sheet, "--today", TODAY]);
        String::from_utf8(done.stdout).unwrap()
    };
    assert_eq!(
        table("permanences"),
        "\u{feff}guide;fiche;nom_de_la_fiche;chez;de;qui;horaires;services;modalites_accompagnement;sans_rendez_vous;telephone;du;au;sauf\r\n\
         86-vienne;a;\"'=1+1; l'accueil\";;b;;lundi 9h-12h;;;;;2026-09-01;;\r\n"
    );
    let actors = table("acteurs");
    assert_eq!(actors.lines().count(), 3);
    assert!(actors.contains(";\"'=1+1; l'accueil\";"), "{actors}");
    assert!(
        actors.contains(
            ";Aide aux démarches administratives | Maîtrise des outils numériques du quotidien;"
        ),
        "{actors}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text of a cell is the same when other programs' formats give it back.
    #[test]
    fn any_text_comes_back(texts in prop::collection::vec("[ -~àé€ \u{a0}\u{202f}|\\\\{}'=+@_x\n\t]{0,40}", 1..6)) {
        let cells: Vec<Case> = texts.iter().map(|text| Case::texte(text)).collect();
        let sheet = Feuille {
            nom: "essai".into(),
            colonnes: texts.iter().enumerate().map(|(rank, _)| Colonne::new(format!("c{rank}"), 12)).collect(),
            lignes: vec![cells],
        };
        for bytes in [tableur::xlsx(std::slice::from_ref(&sheet)), tableur::ods(std::slice::from_ref(&sheet))] {
            let read = tableur::lire(&bytes.unwrap()).unwrap();
            let mut line = read[0].lignes.get(1).cloned().unwrap_or_default();
            line.resize(texts.len(), String::new());
            prop_assert_eq!(&line, &texts);
        }
    }
}

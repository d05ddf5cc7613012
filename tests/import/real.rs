//! The command on a disk, and on files of one's own.

use std::fs;
use std::path::Path;

use jalon::diagnostic::Diagnostic;

use crate::cells::{self, Files};
use crate::init::jalon;
use crate::scene::csv;

#[test]
fn the_command_writes_records_and_a_report() {
    let folder = tempfile::tempdir().unwrap();
    let rows = csv(&[&[("id", "1"), ("nom", "A"), ("commune", "POITIERS")], &[("nom", "B")]]);
    fs::write(folder.path().join("lieux.csv"), rows).unwrap();
    let run = || jalon(folder.path(), &["import", "lieux.csv", "--today", "2026-11-23"]);
    let said = String::from_utf8(run().stdout).unwrap();
    assert!(said.starts_with("lieux.csv (UTF-8, séparateur « , ») : 2 lignes lues\n  1 fiche écrite (1 nouvelle, 0 changée), 0 inchangée, 0 gardée\n  1 champ corrigé dans 1 fiche, 0 douteux, 0 refusé ; 1 ligne refusée\n"), "{said}");
    assert!(
        said.contains(
            "À regarder :\n  lieux.csv:3 : Cette ligne ne dit pas dans quelle commune est le lieu."
        ),
        "{said}"
    );
    assert!(
        said.ends_with(
            "Rapport entier : rapports/import-2026-11-23-1.html, dans un navigateur (et .txt, et .json pour un programme).\n"
        ),
        "{said}"
    );
    let record = folder.path().join("content/86-vienne/acteurs/a-poitiers.yaml");
    let written = fs::metadata(&record).unwrap().modified().unwrap();
    let again = run();
    assert!(again.status.success());
    assert_eq!(fs::metadata(&record).unwrap().modified().unwrap(), written);
    assert!(folder.path().join("rapports/import-2026-11-23-2.json").is_file());
}

#[test]
fn exit_codes_tell_a_script_what_happened() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("good.csv", "nom,commune\nA,Poitiers\nB,\n");
    write("lost.csv", "nom,commune\nB,\n");
    write("other.csv", "a,b\n1,2\n");
    let big = fs::File::create(folder.path().join("big.csv")).unwrap();
    big.set_len(100 * 1024 * 1024).unwrap();
    for (files, code) in [
        (vec!["good.csv"], 0),
        (vec!["lost.csv"], 1),
        (vec!["good.csv", "other.csv"], 1),
        (vec!["good.csv", "absent.csv"], 1),
        (vec!["big.csv"], 1),
        (vec![], 2),
    ] {
        let run = jalon(folder.path(), &[vec!["import"], files.clone()].concat());
        assert_eq!(run.status.code(), Some(code), "{files:?}");
    }
    let run = jalon(folder.path(), &["import", "big.csv"]);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("Ce fichier pèse 100 Mo"), "{said}");
}

#[test]
fn a_trial_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.csv"), "nom,commune\nA,Poitiers\n").unwrap();
    let run = jalon(folder.path(), &["importer", "a.csv", "--essai"]);
    assert!(run.status.success());
    assert!(String::from_utf8_lossy(&run.stdout).ends_with("Essai : rien n’a été écrit.\n"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn one_guide_takes_all_when_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.csv"), "nom,commune\nA,Poitiers\nB,Niort\n").unwrap();
    let run = jalon(
        folder.path(),
        &["import", "a.csv", "--into", "content/86-vienne", "--format", "json"],
    );
    let report: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(report["guides"][0]["lignes"], 2);
    assert_eq!(report["fichiers"][0]["lignes"][1]["champs"][0]["code"], "hors-departement");
    let guide = folder.path().join("content/86-vienne");
    assert!(guide.join("acteurs/b-niort.yaml").is_file());
    let check = jalon(folder.path(), &["check", "--today", "2026-11-23"]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    let run = jalon(folder.path(), &["import", "a.csv", "--into", "content/nulle-part"]);
    assert_eq!(run.status.code(), Some(2));
}

#[test]
fn a_mapping_is_written_edited_and_followed() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("lieux.csv"), "Endroit;Ville;Note\nA;Poitiers;x\n").unwrap();
    let run = |arguments: &[&str]| {
        let run = jalon(
            folder.path(),
            &[&["import", "lieux.csv", "--today", "2026-11-23"], arguments].concat(),
        );
        let said = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (run.status.code(), said(run.stdout), said(run.stderr))
    };
    // Nothing says what a place is called: the file is refused, and what was understood can be written.
    let (code, said, _) = run(&["--essai", "--ecrire-correspondance", "c.yaml"]);
    assert_eq!(code, Some(1));
    assert!(said.ends_with("\nEssai : aucune fiche n’a été écrite.\nCorrespondance écrite : c.yaml. Relisez-la, puis importez avec --correspondance c.yaml\n"), "{said}");
    assert!(!path("content").exists());
    // It is a working paper: it is not published.
    let (code, _, said) = run(&["--essai", "--ecrire-correspondance", "output/c.yaml"]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with("erreur[rapport-publie]: Ce fichier serait publié avec le guide : « output » est un dossier où jalon publie.\n--> output/c.yaml\n"), "{said}");
    assert!(!path("output").exists());
    // What stands there is never touched.
    let (code, _, said) = run(&["--essai", "--ecrire-correspondance", "c.yaml"]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with("erreur[fichier-deja-la]"), "{said}");
    let written = fs::read_to_string(path("c.yaml")).unwrap();
    assert!(written.contains("\n  Endroit: à placer\n"), "{written}");
    fs::write(path("c.yaml"), written.replace("Endroit: à placer", "Endroit: nom")).unwrap();
    let (code, said, _) = run(&["--correspondance", "c.yaml"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("\n  Correspondance suivie (c.yaml) ; une ligne est un lieu :\n    Endroit → nom (1 cellule)\n"), "{said}");
    assert!(path("content/86-vienne/acteurs/a-poitiers.yaml").is_file());
    let html = fs::read_to_string(path("rapports/import-2026-11-23-1.html")).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    fs::write(path("faux.yaml"), "colonnes: {Endroit: nomm}\n").unwrap();
    let (code, _, said) = run(&["--correspondance", "faux.yaml"]);
    assert_eq!(code, Some(1));
    assert!(
        said.starts_with(
            "erreur[correspondance-cle]: « nomm » n’est pas une clé d’une correspondance."
        ),
        "{said}"
    );
}

/// Files of the national schema (UTF-8, commas), imported into a folder of their own; every cell is looked for
/// and every record checked. `JALON_CSV=a.csv:b.csv cargo test --test import files -- --nocapture` does it with
/// files of one's own instead of the two places written here.
#[test]
fn every_cell_of_whole_files_is_found_again() {
    let own = tempfile::tempdir().unwrap();
    let named = std::env::var_os("JALON_CSV").unwrap_or_else(|| {
        let path = own.path().join("lieux.csv");
        fs::write(&path, csv(&PLACES)).unwrap();
        path.into_os_string()
    });
    let files: Vec<String> =
        std::env::split_paths(&named).map(|path| path.display().to_string()).collect();
    let folder = tempfile::tempdir().unwrap();
    let mut arguments = vec!["import", "--today", "2026-11-23", "--format", "json"];
    arguments.extend(files.iter().map(String::as_str));
    let run = jalon(folder.path(), &arguments);
    let report: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let records = records(folder.path());
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        let found = cells::look(&text, file, &records, &report);
        println!(
            "{file}: {} rows, {} cells: {} in records, {} in the report only, {} missing",
            found.rows,
            found.cells,
            found.in_record,
            found.in_report,
            found.missing.len()
        );
        assert_eq!(found.missing, [] as [String; 0]);
    }
    let order = jalon::Order {
        content: folder.path().join("content"),
        shown: "content".into(),
        themes: folder.path().join("themes"),
        output: folder.path().join("output"),
        grounds: Vec::new(),
        today: crate::scene::TODAY,
        strict: false,
        imprimes: false,
        hors_ligne: false,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
        in_place: false,
    };
    let (guides, _, said) = jalon::verify(&order);
    let acteurs: usize = guides.guides.iter().map(|guide| guide.acteurs.len()).sum();
    println!("{} guides, {acteurs} acteurs, {} files", guides.guides.len(), records.len());
    let mut codes = std::collections::BTreeMap::new();
    said.iter().for_each(|one| *codes.entry(one.code).or_insert(0) += 1);
    println!("{codes:?}");
    let errors: Vec<&Diagnostic> = said.iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Two places, with cells that are kept, corrected and refused.
const PLACES: [&[(&str, &str)]; 2] = [
    &[
        ("id", "1"),
        ("nom", "Médiathèque"),
        ("commune", "LUSIGNAN"),
        ("code_postal", "86600"),
        ("adresse", "3 place du Marché"),
        ("telephone", "0536491214"),
        ("horaires", "Tu,Th 09:00-12:00"),
        ("services", "Aide aux démarches administratives"),
    ],
    &[
        ("id", "2"),
        ("nom", "Tiers-lieu"),
        ("commune", "Poitiers"),
        ("code_postal", "86000"),
        ("telephone", "05 49"),
        ("horaires", "Mo 25:00-26:00"),
    ],
];

/// The YAML of a content folder, by path below it.
fn records(folder: &Path) -> Files {
    let content = folder.join("content");
    let walked = jalon::source::walk(&content, "");
    let read = |entry: jalon::source::Entry| {
        let text = fs::read_to_string(&entry.path).unwrap();
        (entry.relative, text)
    };
    walked.files.into_iter().map(read).collect()
}

//! A new guide builds at once, wherever it is.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jalon::Order;
use jalon::intake::starter;

use crate::scene::TODAY;

/// Runs the program in a folder.
pub fn jalon(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.current_dir(folder).args(arguments).output().unwrap()
}

fn order(folder: &Path) -> Order {
    Order {
        content: folder.join("content"),
        shown: "content".into(),
        themes: folder.join("themes"),
        output: folder.join("output"),
        grounds: Vec::new(),
        today: TODAY,
        strict: true,
        imprimes: false,
        hors_ligne: false,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
        in_place: false,
    }
}

#[test]
fn a_new_guide_has_no_mistake_and_no_doubt_in_any_departement() {
    for departement in jalon::territory::departements() {
        let folder = tempfile::tempdir().unwrap();
        for file in starter::files(departement, TODAY) {
            let path = folder.path().join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.text).unwrap();
        }
        let (guides, _, said) = jalon::verify(&order(folder.path()));
        assert_eq!(said, [], "{}", departement.nom);
        let guide = &guides.guides[0];
        assert_eq!((guide.acteurs.len(), guide.evenements.len(), guide.pages.len()), (2, 1, 1));
    }
}

#[test]
fn init_writes_a_guide_and_touches_nothing_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let init = |code| {
        jalon(folder.path(), &["init", "guide", "--departement", code, "--today", "2026-11-23"])
    };
    assert!(init("86").status.success());
    let guide = folder.path().join("guide");
    for path in ["content/86-vienne/guide.yaml", "content/site.yaml", "LISEZ-MOI.txt", ".gitignore"]
    {
        assert!(guide.join(path).is_file(), "{path}");
    }
    let event = fs::read_to_string(guide.join("content/86-vienne/evenements/exemple-atelier.yaml"))
        .unwrap();
    assert!(event.contains("le: 2026-12-07"), "{event}");
    // Again: refused, and nothing changes.
    fs::write(guide.join("LISEZ-MOI.txt"), "à nous").unwrap();
    let again = init("86");
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("guide-deja-la"));
    // Another département joins it; what is shared stays.
    assert!(init("Deux-Sèvres").status.success());
    assert_eq!(fs::read_to_string(guide.join("LISEZ-MOI.txt")).unwrap(), "à nous");
    let build = jalon(&guide, &["build", "--sans-imprimes", "--strict", "--today", "2026-11-23"]);
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    assert!(guide.join("output/86-vienne/acteurs/exemple-bus.html").is_file());
}

#[test]
fn a_departement_is_asked_for_in_words() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, words) in [
        (
            vec!["init", "g"],
            "Il manque le département. Écrivez par exemple : jalon init mon-guide --departement 86",
        ),
        (vec!["init", "g", "--departement", "Viene"], "Vouliez-vous dire 86 (Vienne) ?"),
        (vec!["init", "g", "--departement", "zz"], "Codes connus : 01 Ain, 02 Aisne"),
    ] {
        let run = jalon(folder.path(), &arguments);
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2));
        assert!(said.contains(words), "{said}");
        assert!(!folder.path().join("g").exists());
    }
}

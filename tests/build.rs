//! What a build promises: the same bytes everywhere, the last good output after any mistake.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use support::{Desk, TODAY, tree};

#[test]
fn the_example_builds_and_warns_of_nothing_but_week_53() {
    let desk = Desk::copy_of("content");
    let built = desk.build();
    let said = String::from_utf8(built.stderr).unwrap();
    // Two stops of the bus alternate by even and odd weeks across the end of 2026, on purpose.
    assert_eq!(said.matches("attention[horaires-semaine-53]").count(), 1, "{said}");
    assert_eq!(said.matches("= à faire:").count(), 1, "{said}");
    assert!(built.status.success());
    let pages = tree(&desk.path().join("output"));
    for page in ["index.html", "86-vienne/index.html", "86-vienne/acteurs/bus-dclics.html"] {
        assert!(pages.contains_key(page), "{page}");
    }
}

#[test]
fn a_build_depends_on_content_and_date_only() {
    let first = Desk::copy_of("content");
    first.build();
    let expected = tree(&first.path().join("output"));
    assert!(expected.len() > 50);
    let again = first.jalon(&["build", "--sans-imprimes", "--today", TODAY, "--output", "encore"]);
    assert!(again.status.success());
    assert!(tree(&first.path().join("encore")) == expected, "a second build differs");
    let elsewhere = Desk::copy_of("content");
    let mut command = elsewhere.command(&["build", "--sans-imprimes", "--today", TODAY]);
    command.envs([
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "tr_TR.UTF-8"),
        ("TZ", "Pacific/Kiritimati"),
    ]);
    assert!(command.env("RAYON_NUM_THREADS", "1").status().unwrap().success());
    assert!(tree(&elsewhere.path().join("output")) == expected, "another desk builds other bytes");
}

#[test]
fn an_unchanged_rebuild_touches_nothing() {
    let desk = Desk::copy_of("content");
    desk.build();
    let dates = |desk: &Desk| -> Vec<_> {
        let output = desk.path().join("output");
        support::paths(&output)
            .iter()
            .map(|path| path.metadata().unwrap().modified().unwrap())
            .collect()
    };
    let before = dates(&desk);
    let again = desk.build();
    assert!(again.status.success());
    assert_eq!(dates(&desk), before);
    let said = String::from_utf8(again.stdout).unwrap();
    assert!(said.contains(": 0 écrit, "), "{said}");
}

#[test]
fn one_edit_changes_few_files_and_a_removed_record_takes_its_page_along() {
    let desk = Desk::copy_of("content");
    desk.build();
    let before = tree(&desk.path().join("output"));
    let path = "content/86-vienne/acteurs/mots-partages.yaml";
    desk.write(path, desk.read(path).replace("nom: Mots partagés", "nom: Mots bien partagés"));
    std::fs::remove_file(desk.path().join("content/86-vienne/acteurs/relais-signes.yaml")).unwrap();
    assert!(desk.build().status.success());
    let after = tree(&desk.path().join("output"));
    assert!(!after.contains_key("86-vienne/acteurs/relais-signes.html"));
    let same = after.iter().filter(|(path, bytes)| before.get(*path) == Some(bytes)).count();
    assert!(same > before.len() / 2, "{same} of {} pages kept their bytes", before.len());
}

#[test]
fn a_mistake_leaves_the_last_good_output() {
    let desk = Desk::copy_of("content");
    desk.build();
    let good = tree(&desk.path().join("output"));
    desk.write(
        "content/86-vienne/acteurs/faute.yaml",
        "nom: Faute\ncommune: Nulle-Part-sur-Rien\n",
    );
    let refused = desk.build();
    assert_eq!(refused.status.code(), Some(1));
    assert!(tree(&desk.path().join("output")) == good);
    assert!(
        String::from_utf8_lossy(&refused.stdout).contains("La dernière version reste en place")
    );
}

#[test]
fn strict_turns_warnings_into_errors() {
    let desk = Desk::with(&[(
        "86-vienne/acteurs/a.yaml",
        "nom: A\ncommune: Poitiers\ncode_postal: 86190\n",
    )]);
    assert!(desk.build().status.success());
    let strict = desk.jalon(&[
        "build",
        "--sans-imprimes",
        "--today",
        TODAY,
        "--strict",
        "--output",
        "strict",
    ]);
    assert_eq!(strict.status.code(), Some(1));
    assert!(!desk.path().join("strict").exists());
}

#[test]
fn drafts_and_staff_notes_are_in_no_output() {
    let record = |key: &str| format!("nom: Lieu visible\ncommune: Poitiers\n{key}\n");
    let desk = Desk::with(&[
        ("86-vienne/acteurs/a.yaml", &record("interne: clé sous le paillasson de la voisine")),
        ("86-vienne/acteurs/b.yaml", "nom: Lieu en brouillon\ncommune: Lusignan\nbrouillon: oui\n"),
    ]);
    assert!(desk.build().status.success());
    for (path, bytes) in tree(&desk.path().join("output")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("paillasson") && !text.contains("brouillon"), "{path}");
    }
}

#[test]
fn a_staff_note_is_found_whatever_typography_and_markup_did_to_it() {
    let record = "nom: Lieu\ncommune: Poitiers\ninterne: \"l'alarme & la porte : code 9h30 de l'été\"\n\
                  presentation_detail: \"Voici *l'alarme* & la **porte** : code 9h30 de l'été, enfin\"\n";
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", record)]);
    let refused = desk.build();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("erreur[note-interne]"), "{said}");
    assert!(!desk.path().join("output").exists());
}

//! What a build promises: the same bytes everywhere, the last good output after any mistake.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

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
}

/// What one machine has and another has not.
struct Machine {
    settings: &'static [(&'static str, &'static str)],
    umask: &'static str,
}

const MACHINES: [Machine; 2] = [
    Machine {
        settings: &[
            ("LC_ALL", "C"),
            ("LANG", "C"),
            ("TZ", "America/Cayenne"),
            ("HOME", "/nulle-part"),
            ("RAYON_NUM_THREADS", "2"),
        ],
        umask: "022",
    },
    Machine {
        settings: &[
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
            ("TZ", "Pacific/Kiritimati"),
            ("HOME", "/"),
            ("RAYON_NUM_THREADS", "1"),
            ("SOURCE_DATE_EPOCH", "1"),
        ],
        umask: "077",
    },
];

/// Every file that a machine publishes, hidden ones too, from a folder of its own.
fn published_by(machine: &Machine, desk: &Desk, more: &[&str]) -> Vec<(PathBuf, Vec<u8>)> {
    let build = desk.command(&[&["build", "--today", TODAY], more].concat());
    let mut command = Command::new("sh");
    command.args(["-c", "umask \"$0\" && exec \"$@\"", machine.umask]);
    command.arg(build.get_program()).args(build.get_args()).current_dir(desk.path());
    let output = command.envs(machine.settings.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let published = desk.path().join("output");
    let files = support::paths(&published).into_iter();
    files
        .map(|path| (path.strip_prefix(&published).unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

/// The names of the files that two machines do not make alike.
fn differences(desks: &[Desk; 2], more: &[&str]) -> (usize, Vec<PathBuf>) {
    let [one, other] = [0, 1].map(|at| published_by(&MACHINES[at], &desks[at], more));
    let pairs = one.iter().zip(&other);
    assert_eq!(one.len(), other.len());
    let differ = pairs.filter(|(one, other)| one != other).map(|(one, _)| one.0.clone());
    (one.len(), differ.collect())
}

#[cfg(unix)]
#[test]
fn two_machines_publish_the_same_bytes() {
    let desks = [Desk::copy_of("content"), Desk::copy_of("content")];
    let (count, differ) = differences(&desks, &["--sans-imprimes", "--precompresse"]);
    assert!(count > 500, "{count}");
    assert_eq!(differ, Vec::<PathBuf>::new());
}

#[cfg(all(unix, feature = "print"))]
#[test]
fn two_machines_print_the_same_bytes() {
    let desk = || {
        let guide = "titre: Essai\ndepartement: \"86\"\nediteur: Essai\n\
                     produits: [guide, commune, affiche]\n";
        let place = "nom: Un\ncommune: Lusignan\ntelephone: 05 36 49 00 01\n";
        Desk::with(&[("86-vienne/guide.yaml", guide), ("86-vienne/acteurs/un.yaml", place)])
    };
    let desks = [desk(), desk()];
    let (_, differ) = differences(&desks, &[]);
    assert_eq!(differ, Vec::<PathBuf>::new());
    assert!(desks[0].path().join("output/86-vienne/imprimer/guide.pdf").exists());
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

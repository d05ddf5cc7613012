//! Ctrl-C in the other commands: each says what it left undone, its code is 130, and all that it wrote is whole.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::Output;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::arret::interrupted;
use crate::kill::moments;
use crate::scene::{Everything, Scene, everything, said};

/// Whether a program was stopped with these words; otherwise it ended as if nobody had pressed anything, or never began.
fn is_stopped(output: &Output, stopped: &str) -> bool {
    match (output.status.code(), output.status.signal()) {
        (Some(130), _) => {
            assert_eq!(said(&output.stderr), stopped);
            assert_eq!(said(&output.stdout), "");
            true
        }
        (Some(0), _) => {
            assert!(!said(&output.stderr).contains("Arrêté"), "{}", said(&output.stderr));
            false
        }
        // Before the program itself began.
        (None, Some(2)) => false,
        _ => panic!("{} {}", output.status, said(&output.stderr)),
    }
}

/// Runs a command whole, then with Ctrl-C at several moments: it wrote all or nothing.
fn all_or_nothing(scene: &Scene, words: &[&str], stopped: &str) {
    let before = everything(scene.path());
    let mend = || {
        for folder in ["rapports", ".jalon"] {
            let _ = fs::remove_dir_all(scene.path().join(folder));
        }
        assert!(everything(scene.path()) == before);
    };
    let start = Instant::now();
    let whole = scene.jalon(words).output().unwrap();
    let (length, after) = (start.elapsed(), everything(scene.path()));
    assert_eq!(whole.status.code(), Some(0), "{}", said(&whole.stderr));
    let mut count = 0;
    for moment in moments(12) {
        mend();
        let output = interrupted(scene.jalon(words), || sleep(length.mul_f64(moment)));
        let found = everything(scene.path());
        if is_stopped(&output, stopped) {
            assert!(found == before, "{words:?}");
            count += 1;
        } else if output.status.success() {
            assert!(found == after, "{words:?}");
        } else {
            assert!(found == before, "{words:?}");
        }
    }
    assert!(count > 0, "no interrupt fell into the work of {words:?}");
    mend();
}

#[test]
fn an_interrupt_says_what_each_command_left_undone() {
    let scene = Scene::published(None).unwrap();
    all_or_nothing(&scene, &["check"], "Arrêté : la vérification n’est pas finie.\n");
    all_or_nothing(&scene, &["bilan"], "Arrêté : le bilan n’a pas été fait.\n");
    let export = ["export", "--format", "xlsx", "--output", "rapports/guide.xlsx"];
    all_or_nothing(&scene, &export, "Arrêté : rien n’a été exporté.\n");
    all_or_nothing(&scene, &["diff"], "Arrêté : rien n’a été comparé.\n");
    all_or_nothing(&scene, &["doublons"], "Arrêté : la recherche de doublons n’est pas finie.\n");
}

#[cfg(feature = "print")]
#[test]
fn an_interrupt_while_something_is_printed_leaves_no_paper() {
    let scene = Scene::published(None).unwrap();
    all_or_nothing(&scene, &["print", "guide"], "Arrêté : rien n’a été imprimé.\n");
    all_or_nothing(&scene, &["edition"], "Arrêté : rien n’a été figé.\n");
}

/// Rows of a table that becomes so many records.
const ROWS: usize = 1_500;
const NOTHING: &str = "Arrêté : aucune fiche n’a été écrite.\n";

/// The records, and what is remembered of their source.
fn records(scene: &Scene) -> Everything {
    let mut all = everything(scene.path());
    all.retain(|path, _| path.starts_with("content") || path.starts_with(".jalon"));
    all
}

/// Ctrl-C once so many records are written.
fn import_until(scene: &Scene, written: usize) -> Output {
    let actors = scene.actors();
    let already = fs::read_dir(&actors).unwrap().count();
    interrupted(scene.jalon(&["import", "lieux.csv"]), || {
        let start = Instant::now();
        while fs::read_dir(&actors).unwrap().count() < already + written {
            assert!(start.elapsed() < Duration::from_secs(120), "nothing was written");
            sleep(Duration::from_millis(1));
        }
    })
}

#[test]
fn an_interrupted_import_leaves_whole_records_and_the_same_one_writes_the_others() {
    let scene = Scene::published(None).unwrap();
    let mut table = "id,nom,commune,code_insee,telephone\n".to_owned();
    for row in 0..ROWS {
        writeln!(
            table,
            "l{row},Lieu {row},Lusignan,86139,05 49 00 {:02} {:02}",
            row / 100,
            row % 100
        )
        .unwrap();
    }
    scene.desk.write("lieux.csv", table);
    let before = records(&scene);
    let start = Instant::now();
    let whole = scene.jalon(&["import", "lieux.csv"]).output().unwrap();
    let length = start.elapsed();
    assert_eq!(whole.status.code(), Some(0), "{}", said(&whole.stderr));
    let after = records(&scene);
    let added = after.keys().filter(|path| !before.contains_key(*path));
    assert_eq!(added.filter(|path| path.starts_with("content")).count(), ROWS);
    // While the table is read: soon after the start, and a little later each time, until one falls into that.
    let early = (1..80).any(|part| {
        forget(&scene);
        let wait = || sleep(length * part / 40);
        let output = interrupted(scene.jalon(&["import", "lieux.csv"]), wait);
        let early = output.status.code() == Some(130) && said(&output.stderr) == NOTHING;
        assert!(!early || records(&scene) == before);
        early
    });
    assert!(early, "no interrupt fell into the reading");
    // While records are written, then again in the rest of them.
    for written in [1, 300] {
        let standing = records(&scene).len();
        let output = import_until(&scene, written);
        let found = records(&scene);
        let counted = found.len() - standing;
        let all = ROWS - (standing - before.len());
        let told = format!(
            "Arrêté : fiches écrites, chacune entière : {counted} sur {all}. Relancez le même import pour écrire les autres.\n"
        );
        assert!(is_stopped(&output, &told), "{}", said(&output.stderr));
        assert!(counted >= written && counted < all);
        let whole = |(path, bytes): (&PathBuf, &Vec<u8>)| after.get(path) == Some(bytes);
        assert!(found.iter().all(whole), "a record is not whole");
    }
    let rest = scene.jalon(&["import", "lieux.csv"]).output().unwrap();
    assert_eq!(rest.status.code(), Some(0), "{}", said(&rest.stderr));
    let (found, wanted): (BTreeSet<_>, BTreeSet<_>) =
        (records(&scene).into_iter().collect(), after.into_iter().collect());
    assert!(
        found == wanted,
        "{:?}",
        found.symmetric_difference(&wanted).map(|one| &one.0).collect::<Vec<_>>()
    );
}

/// Everything that an import wrote goes.
fn forget(scene: &Scene) {
    scene.mend();
    for folder in ["rapports", ".jalon"] {
        let _ = fs::remove_dir_all(scene.path().join(folder));
    }
}

//! Files that stay because nothing they are made from changed: the same, byte for byte, as those of a build from nothing.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod scene;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant, UNIX_EPOCH};

use jalon::calendar::Date;
use jalon::{Order, Precompression, editions};
use scene::{EDITS, as_from_nothing, build, desk, edit, order};
use support::tree;

#[test]
fn whatever_is_edited_the_output_is_as_from_nothing() {
    let desk = desk();
    let kept = order(&desk, "output", Some("essai"));
    build(&kept);
    for one in EDITS {
        edit(&desk, one);
        as_from_nothing(&kept, &format!("{one:?}"));
    }
}

#[test]
fn guides_that_a_change_does_not_touch_keep_their_files() {
    let desk = desk();
    let kept = order(&desk, "output", Some("essai"));
    let (first, _) = build(&kept);
    assert_eq!(first.repris, 0);
    let in_folder = |path: &str, folder: &str| path.split('/').next() == Some(folder);
    let of = |folder: &str| {
        first.rendered.iter().filter(|sheet| in_folder(sheet.address.as_str(), folder)).count()
    };
    let guides = ["75-paris", "92-hauts-de-seine", "93-seine-saint-denis", "94-val-de-marne"];
    let all: usize = guides.map(of).iter().sum();
    assert_eq!(build(&kept).0.repris, all, "nothing changed");
    // A text that no other page shows, an event: the guide alone is made again.
    edit(&desk, EDITS[0]);
    assert_eq!(build(&kept).0.repris, all - of("93-seine-saint-denis"));
    edit(&desk, ("content/94-val-de-marne/evenements/suite.yaml", "10h-12h", "10h-11h"));
    assert_eq!(build(&kept).0.repris, all - of("94-val-de-marne"));
    // A name that comes first now, of a place where another is: which one is found nearest stays as it was.
    let renamed = "content/93-seine-saint-denis/acteurs/bus-3.yaml";
    edit(&desk, (renamed, "nom: Espace public", "nom: Au premier"));
    assert_eq!(build(&kept).0.repris, all - of("93-seine-saint-denis"));
}

#[test]
fn what_somebody_did_to_the_output_is_mended() {
    let desk = desk();
    let kept = order(&desk, "output", Some("essai"));
    let (first, _) = build(&kept);
    let page = desk.path().join("output/75-paris/acteurs/poste.html");
    let good = fs::read(&page).unwrap();
    // As long as it was, at another date; then gone; then another length at the same date.
    fs::write(&page, "x".repeat(good.len())).unwrap();
    assert!(as_from_nothing(&kept, "a page of another") < first.rendered.len());
    fs::remove_file(&page).unwrap();
    as_from_nothing(&kept, "a page removed");
    let date = fs::metadata(&page).unwrap().modified().unwrap();
    fs::write(&page, "court").unwrap();
    fs::File::options().write(true).open(&page).unwrap().set_modified(date).unwrap();
    as_from_nothing(&kept, "a page cut");
    // A date that cannot be told: the guide is made again each time, and no page of it is lost.
    let page = fs::File::options().write(true).open(&page).unwrap();
    page.set_modified(UNIX_EPOCH - Duration::from_secs(3_600)).unwrap();
    for _ in 0..2 {
        assert!(as_from_nothing(&kept, "before 1970") < first.rendered.len());
    }
    // The list of what was published goes: the whole is another's.
    let other = Order { output: desk.path().join("ailleurs"), ..kept.clone() };
    assert_eq!(as_from_nothing(&other, "another folder"), 0);
}

#[test]
fn another_day_another_program_another_order_make_every_file_again() {
    let desk = desk();
    let kept = order(&desk, "output", Some("essai"));
    build(&kept);
    for (what, changed) in [
        ("day", Order { today: Date::constant(2026, 12, 10), ..kept.clone() }),
        ("program", order(&desk, "output", Some("essai 2"))),
        ("without files to take along", Order { hors_ligne: false, ..kept.clone() }),
        ("all anew", order(&desk, "output", None)),
    ] {
        assert_eq!(as_from_nothing(&changed, what), 0, "{what}");
        build(&kept);
    }
}

#[test]
fn what_is_remembered_is_believed_only_where_it_is_whole() {
    let desk = desk();
    let kept = order(&desk, "output", Some("essai"));
    build(&kept);
    let folder = editions::kept(&kept.content).join("construction");
    let one = folder.join("75-paris.json");
    let good = fs::read_to_string(&one).unwrap();
    for bad in [
        &good[..good.len() / 2],
        "",
        "{}",
        "[]",
        &good.replace("75-paris/index.html", "75-paris/autre.html"),
    ] {
        fs::write(&one, bad).unwrap();
        as_from_nothing(&kept, "a memory that somebody spoiled");
    }
    // A folder that cannot be one, then none where jalon keeps things: the build goes on without.
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "pas un dossier").unwrap();
    assert_eq!(as_from_nothing(&kept, "no place to remember"), 0);
    fs::remove_dir_all(editions::kept(&kept.content)).unwrap();
    assert_eq!(as_from_nothing(&kept, "nothing is kept here"), 0);
    assert!(!editions::kept(&kept.content).exists());
}

#[test]
fn killed_at_any_moment_the_next_build_is_as_from_nothing() {
    let desk = desk();
    let run = || {
        let mut command = desk.command(&["build", "--sans-imprimes", "--today", support::TODAY]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let start = Instant::now();
    assert!(run().wait().unwrap().success());
    let length = start.elapsed();
    for turn in 0..40 {
        let title = format!("titre: Paris {turn}\n");
        desk.write("content/75-paris/guide.yaml", title + "departement: \"75\"\nediteur: Essai\n");
        let mut running = run();
        std::thread::sleep(length.mul_f64(1.1 * f64::from(turn) / 40.0));
        running.kill().unwrap();
        running.wait().unwrap();
        if turn % 8 == 7 {
            assert!(run().wait().unwrap().success());
            let program = order(&desk, "output", None);
            let anew = Order { output: desk.path().join("neuf"), ..program };
            build(&anew);
            assert!(tree(&anew.output) == tree(&desk.path().join("output")), "turn {turn}");
        }
    }
}

#[test]
fn compressed_forms_stay_beside_their_files() {
    for force in [Precompression::Normale, Precompression::Finale] {
        let desk = desk();
        let kept = Order { precompression: Some(force), ..order(&desk, "output", Some("essai")) };
        let (first, _) = build(&kept);
        edit(&desk, EDITS[0]);
        let cache = || tree(&editions::kept(&kept.content).join("precompresse")).len();
        let before = cache();
        let stayed = as_from_nothing(&kept, "compressed");
        assert!(stayed > 0 && first.precompresses > 100, "{stayed}");
        assert!(cache().abs_diff(before) < 20, "{} of {before}", cache());
        fs::remove_file(desk.path().join("output/75-paris/acteurs/poste.html.br")).unwrap();
        as_from_nothing(&kept, "a compressed form removed");
    }
}

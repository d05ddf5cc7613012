//! Killed at any moment, a build leaves the last good guide or the new one, whole.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use std::process::Stdio;
use std::time::{Duration, Instant};

use support::{Desk, TODAY, tree};

/// Moments tried, spread over the length of a whole build.
const MOMENTS: u32 = 24;

#[test]
fn kill_9_at_any_moment_leaves_a_whole_guide() {
    let desk = Desk::copy_of("tests/golden/content");
    std::fs::rename(desk.path().join("tests/golden/content"), desk.path().join("content")).unwrap();
    killed(&desk, "titre: Petit guide", "titre: Guide d'à côté", &["--sans-imprimes"], MOMENTS);
}

/// Paper is made before pages, and takes most of a build.
#[cfg(feature = "print")]
#[test]
fn kill_9_while_sheets_are_printed_leaves_a_whole_guide() {
    let place = |nom: &str| format!("nom: {nom}\ncommune: Lusignan\ntelephone: 05 36 49 00 01\n");
    let desk = Desk::with(&[
        ("86-vienne/acteurs/un.yaml", &place("Un")),
        ("86-vienne/acteurs/deux.yaml", &place("Deux")),
    ]);
    let settings = "content/86-vienne/guide.yaml";
    desk.write(settings, format!("{}produits: [guide, commune, affiche]\n", desk.read(settings)));
    killed(&desk, "titre: Guide d'essai", "titre: Guide d'à côté", &[], 12);
    assert!(desk.path().join("output/86-vienne/imprimer/guide.pdf").exists());
}

/// Builds are killed at moments spread over the length of a whole one, each with another title than the last good guide.
fn killed(desk: &Desk, title: &str, other: &str, more: &[&str], moments: u32) {
    let settings = "content/86-vienne/guide.yaml";
    let old_settings = desk.read(settings);
    let new_settings = old_settings.replace(title, other);
    assert_ne!(old_settings, new_settings);
    let output = desk.path().join("output");
    let arguments = [&["build", "--today", TODAY, "--quiet"], more].concat();
    let build = || assert!(desk.jalon(&arguments).status.success());

    desk.write(settings, &new_settings);
    build();
    let new = tree(&output);
    desk.write(settings, &old_settings);
    let start = Instant::now();
    build();
    let length = start.elapsed();
    let old = tree(&output);
    assert!(old != new && old.len() == new.len());

    let mut kept = 0;
    for moment in 0..moments {
        desk.write(settings, &new_settings);
        let mut command = desk.command(&arguments);
        let mut running = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(length * moment / (moments - 4));
        running.kill().unwrap();
        running.wait().unwrap();
        let found = tree(&output);
        assert!(found == old || found == new, "moment {moment}: a mixture was left");
        kept += u32::from(found == old);
        desk.write(settings, &old_settings);
        build();
        assert!(tree(&output) == old, "moment {moment}: the next build is not whole");
        let beside =
            std::fs::read_dir(desk.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> =
            beside.filter(|name| name.to_string_lossy().contains(".jalon-")).collect();
        assert_eq!(left, Vec::<std::ffi::OsString>::new(), "moment {moment}");
    }
    assert!(kept > 0, "no kill fell before the exchange");
    assert!(length > Duration::ZERO);
}

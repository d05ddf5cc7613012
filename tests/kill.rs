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
    let settings = "content/86-vienne/guide.yaml";
    let old_settings = desk.read(settings);
    let new_settings = old_settings.replace("titre: Petit guide", "titre: Guide d'à côté");
    assert_ne!(old_settings, new_settings);
    let output = desk.path().join("output");

    desk.write(settings, &new_settings);
    desk.build();
    let new = tree(&output);
    desk.write(settings, &old_settings);
    let start = Instant::now();
    desk.build();
    let length = start.elapsed();
    let old = tree(&output);
    assert!(old != new && old.len() == new.len());

    let mut kept = 0;
    for moment in 0..MOMENTS {
        desk.write(settings, &new_settings);
        let mut command = desk.command(&["build", "--sans-imprimes", "--today", TODAY, "--quiet"]);
        let mut running = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(length * moment / (MOMENTS - 4));
        running.kill().unwrap();
        running.wait().unwrap();
        let found = tree(&output);
        assert!(found == old || found == new, "moment {moment}: a mixture was left");
        kept += u32::from(found == old);
        desk.write(settings, &old_settings);
        assert!(desk.build().status.success());
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

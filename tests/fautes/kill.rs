//! Killed at any moment, a build leaves the last good guide or the new one, whole.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::scene::{Scene, everything};

/// Shares of the length of a build, the same at each run of the tests: a linear congruential generator with a fixed seed.
pub fn moments(count: usize) -> Vec<f64> {
    let mut seed: u64 = 20_261_123;
    let mut share = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 40) as f64 / (1_u64 << 24) as f64
    };
    (0..count).map(|_| 1.05 * share()).collect()
}

#[test]
fn kill_9_at_two_hundred_moments_leaves_a_whole_guide() {
    // Two guides at a time, each killed half of the moments.
    let moments = moments(200);
    std::thread::scope(|threads| {
        for half in moments.chunks(100) {
            threads.spawn(|| killed(&Scene::published(None).unwrap(), half, 20));
        }
    });
}

/// Paper is made before pages, and takes most of a build.
#[cfg(feature = "print")]
#[test]
fn kill_9_while_sheets_are_printed_leaves_a_whole_guide() {
    let scene = Scene::printed();
    killed(&scene, &moments(12), 1);
    assert!(scene.output.join("86-vienne/imprimer/guide.pdf").exists());
}

/// Builds are killed so many times, each with another title than the guide that is published; after some of them, the
/// next one is let through.
fn killed(scene: &Scene, moments: &[f64], some: usize) {
    let neighbours = scene.neighbours();
    scene.retitle();
    let start = Instant::now();
    assert!(scene.build(&[]).status.success());
    let (length, new) = (start.elapsed(), everything(&scene.output));
    assert!(length > Duration::ZERO && new.len() == scene.good.len() && new != scene.good);
    let (mut kept, mut tried, mut is_new) = (0, 0, true);
    let mut kill_after = |pause: Duration| {
        scene.mend();
        if !is_new {
            scene.retitle();
        }
        let mut command = scene.command(&[]);
        let mut running = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(pause);
        running.kill().unwrap();
        running.wait().unwrap();
        let found = everything(&scene.output);
        assert!(found == new || found == scene.good, "turn {tried}: a mixture was left");
        kept += usize::from((found == new) == is_new);
        is_new = found == new;
        tried += 1;
        if tried % some == 0 {
            scene.mend();
            scene.next_build_is_whole("kill -9");
            is_new = false;
        }
        kept < tried
    };
    let exchanged = moments.iter().filter(|moment| kill_after(length.mul_f64(**moment))).count();
    // A machine that became slower meanwhile needs longer to come to the exchange.
    let late = (1..=12).map(|more| length.mul_f64(1.0 + f64::from(more) / 2.0));
    let reached = exchanged > 0 || late.into_iter().any(&mut kill_after);
    assert!(kept > 0 && reached, "{kept} kills of {tried} fell before the exchange");
    scene.mend();
    scene.next_build_is_whole("kill -9");
    assert!(scene.neighbours() == neighbours);
}

//! `kill -9` at any moment leaves the last good guide or the new one, and the next run cleans up.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::child::{publishing, put_all};
use crate::support::{Scene, destination, tree};

/// When a run is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after its start.
    Started(Duration),
    /// So long after all pages were staged, when the output is about to change.
    Staged(Duration),
    /// So long after the folder that gives way was seen to be another one.
    Swapped(Duration),
}

/// Two editions that differ everywhere.
const WHOLE: [&str; 2] = ["ancienne", "nouvelle"];
/// Two editions that differ in one folder of the output.
const PART: [&str; 2] = ["guide/ancienne", "guide/nouvelle"];

type Tree = BTreeMap<PathBuf, String>;

/// The same moments at each run of the tests: a linear congruential generator with a fixed seed.
fn moments(count: usize, whole: Duration) -> Vec<Moment> {
    let mut seed: u64 = 20_261_123;
    let mut share = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 40) as f64 / (1_u64 << 24) as f64
    };
    (0..count)
        .map(|turn| match turn % 3 {
            0 => Moment::Started(whole.mul_f64(share())),
            1 => Moment::Staged(whole.mul_f64(share() / 3.0)),
            _ => Moment::Swapped(whole.mul_f64(share() / 8.0)),
        })
        .collect()
}

/// Kills a run at a moment; `folder` is the one that it exchanges.
fn kill_at(mut command: Command, moment: Moment, folder: &Path) {
    let inode = || fs::metadata(folder).map(|found| found.ino()).ok();
    let before = inode();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    match moment {
        Moment::Started(delay) => std::thread::sleep(delay),
        Moment::Staged(delay) => {
            wait_for_staging(child.stdout.take().unwrap());
            std::thread::sleep(delay);
        }
        Moment::Swapped(delay) => {
            while inode() == before && is_running(&mut child) {}
            std::thread::sleep(delay);
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

fn wait_for_staging(output: ChildStdout) {
    let lines = BufReader::new(output).lines().map_while(Result::ok);
    for line in lines {
        if line.contains("tout est prêt") {
            return;
        }
    }
    panic!("the child ended before it had staged all pages");
}

fn is_running(child: &mut Child) -> bool {
    child.try_wait().unwrap().is_none()
}

/// A scene whose output holds an edition and files of others.
fn scene(editions: [&str; 2]) -> Scene {
    let scene = Scene::new();
    publish(&scene, editions[0], false);
    scene.add("CNAME", "guide.example");
    scene.add(".git/HEAD", "ref: refs/heads/pages");
    scene
}

fn publish(scene: &Scene, edition: &str, in_place: bool) -> Tree {
    let staging = jalon::publish::Staging::begin(&destination(&scene.output, in_place)).unwrap();
    put_all(&staging, edition, Duration::ZERO);
    staging.publish().unwrap();
    tree(&scene.output)
}

/// Every file of each edition, list included, and how long a child takes to publish one.
fn editions(scene: &Scene, editions: [&str; 2], in_place: bool) -> (Tree, Tree, Duration) {
    let [old, new] = editions;
    let after = publish(scene, new, in_place);
    let before = publish(scene, old, in_place);
    let start = Instant::now();
    let mut child = publishing(&scene.output, new, in_place);
    assert!(child.stdout(Stdio::null()).status().unwrap().success());
    let whole = start.elapsed();
    publish(scene, old, in_place);
    (before, after, whole)
}

/// What an output holds for who reads it by jalon: a list that came with a folder is the one above.
fn read(scene: &Scene, folder: &Path) -> Tree {
    let mut left = tree(&scene.output);
    let within = folder.strip_prefix(&scene.output).unwrap();
    let brought = left.keys().find(|path| {
        path.parent() == Some(within) && path.to_string_lossy().contains("/.jalon-liste-")
    });
    if let Some(brought) = brought.cloned() {
        left.remove(&brought);
        let kept = scene.folder.path().join("envoi");
        jalon::publish::sent(&scene.output, &kept).unwrap();
        left.insert(".jalon-fichiers".into(), fs::read_to_string(&kept).unwrap());
    }
    left
}

#[test]
fn a_killed_build_leaves_a_whole_guide_and_the_next_cleans_up() {
    let scene = scene(WHOLE);
    killed(&scene, WHOLE, &scene.output);
}

#[test]
fn a_killed_build_of_one_folder_leaves_a_whole_guide_and_the_next_cleans_up() {
    let scene = scene(PART);
    let before = scene.identity("");
    killed(&scene, PART, &scene.output.join("guide"));
    assert_eq!(scene.identity("").2, before.2, "the output itself never gave way");
}

/// Kills runs that publish one of two editions over the other; `folder` is the one that they exchange.
fn killed(scene: &Scene, names: [&str; 2], folder: &Path) {
    let (old, new, whole) = editions(scene, names, false);
    let (mut kept, mut changed) = (0, 0);
    for moment in moments(48, whole) {
        let (before, next, edition) = match tree(&scene.output) == old {
            true => (&old, &new, names[1]),
            false => (&new, &old, names[0]),
        };
        kill_at(publishing(&scene.output, edition, false), moment, folder);
        let left = read(scene, folder);
        assert!(left == *before || left == *next, "mixed: {moment:?}");
        *(if left == *before { &mut kept } else { &mut changed }) += 1;
        // What the killed run had locked is free, and opening the folder sweeps what it left.
        drop(scene.begin().unwrap());
        assert_eq!(scene.traces(), [""; 0], "{moment:?}");
        assert_eq!(tree(&scene.output), left, "{moment:?}");
    }
    println!("{kept} kills left the last guide, {changed} the new one");
    assert!(kept > 0 && changed > 0, "{kept} kept, {changed} changed");
}

#[test]
fn a_killed_first_build_leaves_nothing_or_a_whole_guide() {
    let model = Scene::new();
    let whole_guide = publish(&model, "nouvelle", false);
    for moment in moments(12, Duration::from_millis(60)) {
        let scene = Scene::new();
        kill_at(publishing(&scene.output, "nouvelle", false), moment, &scene.output);
        let left = tree(&scene.output);
        assert!(!scene.output.exists() || left == whole_guide, "{moment:?}");
        drop(scene.begin().unwrap());
        assert_eq!(scene.traces(), [""; 0], "{moment:?}");
        assert_eq!(tree(&scene.output), left, "{moment:?}");
    }
}

#[test]
fn where_files_are_replaced_one_by_one_the_next_run_finishes_what_a_kill_stopped() {
    let scene = scene(WHOLE);
    let (old, new, whole) = editions(&scene, WHOLE, true);
    for moment in moments(30, whole) {
        let (before, next, edition) = match tree(&scene.output) == old {
            true => (&old, &new, WHOLE[1]),
            false => (&new, &old, WHOLE[0]),
        };
        kill_at(publishing(&scene.output, edition, true), moment, &scene.output);
        drop(scene.begin().unwrap());
        let left = tree(&scene.output);
        assert!(left == *before || left == *next, "mixed: {moment:?}");
        assert_eq!(scene.traces(), [""; 0], "{moment:?}");
    }
}

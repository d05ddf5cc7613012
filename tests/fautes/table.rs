//! Each case run, judged in the same way, and told as a line of `docs/reliability.md`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Output;

use crate::scene::{Scene, everything, said};
use crate::support::repository;
use crate::{entrees, hostiles, sorties, temps};

/// A fault: its name, the disk where the guide is published (beside the content if nothing is said), and what plants it and
/// builds; nothing where the system does not let it be planted.
pub struct Case {
    pub name: &'static str,
    pub disk: Option<&'static str>,
    pub run: fn(&Scene) -> Option<Output>,
}

impl Case {
    /// A fault while the guide is published beside its content.
    pub const fn new(name: &'static str, run: fn(&Scene) -> Option<Output>) -> Self {
        Self { name, disk: None, run }
    }
}

/// Plants a fault and judges what is left: the output, what is around it, what the next build makes of it.
fn judged(case: &Case) -> Option<String> {
    let scene = Scene::published(case.disk)?;
    let neighbours = scene.neighbours();
    let row = (case.run)(&scene).map(|output| row(case.name, &scene, &output));
    assert!(scene.neighbours() == neighbours, "{}: something around the output changed", case.name);
    scene.mend();
    scene.next_build_is_whole(case.name);
    row
}

/// The line of a fault in the table.
fn row(name: &str, scene: &Scene, output: &Output) -> String {
    let code = output.status.code();
    let errors = said(&output.stderr);
    let kept = everything(&scene.output) == scene.good;
    match code {
        Some(0) => assert!(!errors.contains("erreur["), "{name}: {errors}"),
        Some(1) => {
            assert!(kept, "{name}: the last good guide changed");
            let told = said(&output.stdout);
            assert!(told.contains("La dernière version reste en place."), "{name}: {told}");
        }
        _ => panic!("{name}: {} {errors}", output.status),
    }
    if !kept {
        // Whatever was published is all that a first build of the same content publishes.
        let fresh = tempfile::tempdir().unwrap();
        let whole = scene.build(&["--output", fresh.path().to_str().unwrap()]);
        assert_eq!(whole.status.code(), Some(0), "{name}");
        assert!(everything(fresh.path()) == everything(&scene.output), "{name}: a mixture");
    }
    let what = if kept { "the last good guide stays" } else { "the new guide, whole" };
    format!("| {name} | {what} | {} | {} |\n", code.unwrap(), message(name, &errors))
}

/// The first message with its remedy, and how many others there are.
fn message(name: &str, errors: &str) -> String {
    let remedies: Vec<&str> =
        errors.lines().filter_map(|line| line.trim_start().strip_prefix("= à faire: ")).collect();
    let first = errors
        .lines()
        .find(|line| ["erreur[", "attention["].iter().any(|severity| line.starts_with(severity)));
    let Some((first, remedy)) = first.zip(remedies.first()) else {
        assert_eq!((first, remedies.len()), (None, 0), "{name}: {errors}");
        return "none".into();
    };
    let others = match remedies.len() {
        1 => String::new(),
        count => format!(" (and {} more)", count - 1),
    };
    format!("`{first}` {remedy}{others}").replace('|', "\\|")
}

const HEAD: &str = "# Reliability

What happens to a published guide when something goes wrong. This page is written by the tests that plant each fault under
the program itself, and held equal to what they see: `JALON_ECRIRE=1 cargo test --test fautes`.

After every line of the table the same is judged: the published folder is the last good guide or the new one, byte for byte
with its list; nothing around it changed (content, files of others, links); after the fault is mended the next build ends in
the good guide and leaves nothing of its own behind. Every build runs within limits set by the system: 1 GiB of
address space and 60 seconds of a processor.

| fault | what is published afterwards | exit code | first message, and what to do |
|---|---|---|---|
";

const TAIL: &str = "
Two faults come at any moment, so each is tried at many, drawn with a fixed seed:

- `kill -9` at 200 random moments of a build, and 12 while paper is printed: the last good guide or the new one, never a
  mixture; the next build sweeps what was left.
- Ctrl-C at 20 random moments of a build, and from the keyboard of a terminal: before the folder changes, exit code 130 and
  « Arrêté : rien n’a été publié. La dernière version reste en place. »; while it changes, that is finished first.

Not tried here: a loss of power (the disk is waited for before the change, `docs/adr/0004-publish-all-at-once.md`), and a
clock that goes wrong during a build: the day is read once, at its start.
";

/// The line of a fault that cannot be tried here, as it was written where it could.
fn kept(written: &str, name: &str) -> String {
    println!("sauté : ce système ne permet pas « {name} »");
    let start = format!("| {name} |");
    written
        .lines()
        .filter(|line| line.starts_with(&start))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Every fault that comes alone.
fn cases() -> impl Iterator<Item = &'static Case> {
    let all = [entrees::CASES, hostiles::CASES, sorties::CASES, temps::CASES];
    all.into_iter().flatten()
}

#[test]
fn every_fault_leaves_a_whole_guide_and_says_what_to_do() {
    let path = repository().join("docs/reliability.md");
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    let cases: Vec<&Case> = cases().collect();
    let judge = |cases: &[&Case]| -> Vec<Option<String>> {
        let one = |case: &&Case| {
            // One that fails has said why; the others are run all the same.
            let row = catch_unwind(AssertUnwindSafe(|| judged(case))).ok()?;
            Some(row.unwrap_or_else(|| kept(&written, case.name)))
        };
        cases.iter().map(one).collect()
    };
    // Two at a time: one waits for the disk while the other reckons.
    let (one, other) = cases.split_at(cases.len() / 2);
    let rows = std::thread::scope(|threads| {
        let second = threads.spawn(|| judge(other));
        [judge(one), second.join().unwrap()].concat()
    });
    let names = cases.iter().zip(&rows).filter(|(_, row)| row.is_none()).map(|(case, _)| case.name);
    assert_eq!(names.collect::<Vec<_>>(), [""; 0]);
    let rows: String = rows.into_iter().flatten().collect();
    let expected = format!("{HEAD}{rows}{TAIL}");
    if std::env::var_os("JALON_ECRIRE").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == expected, "docs/reliability.md is behind the program:\n{expected}");
}

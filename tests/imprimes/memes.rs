//! Same content and day, same bytes; what did not change is not set again; a change is told only where it must be.

use std::collections::{BTreeMap, BTreeSet};

use jalon::build;

use crate::poppler::{plat, text};
use crate::scene::{EDITION, SCENE, content, folder, order, silent};
use crate::support::{paths, tree};

type Tree = BTreeMap<String, Vec<u8>>;

/// Names of the files that two trees do not have in common.
fn differences(a: &Tree, b: &Tree) -> BTreeSet<String> {
    let names: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    names.into_iter().filter(|name| a.get(*name) != b.get(*name)).cloned().collect()
}

fn sheets(names: BTreeSet<String>) -> BTreeSet<String> {
    names.into_iter().filter(|name| name.ends_with(".pdf")).collect()
}

/// The record that changes, what it says before and after.
const RECORD: &str = "86-vienne/acteurs/salle-chatellerault.yaml";
const BEFORE: &str = "05 36 49 86 15";
const AFTER: &str = "05 36 49 86 99";

#[test]
fn sheets_are_set_once_and_changed_where_their_record_is_told() {
    let first = tree(&SCENE.publie);
    let desk = folder("memes");
    for path in paths(&content()) {
        let copy = desk.join("content").join(path.strip_prefix(content()).unwrap());
        std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
        std::fs::copy(&path, copy).unwrap();
    }
    let kept = desk.join(EDITION);
    std::fs::create_dir_all(kept.parent().unwrap()).unwrap();
    std::fs::copy(content().with_file_name(EDITION), kept).unwrap();
    let order = order(desk.join("content"), desk.join("output"));
    let poses = || {
        let (built, said) = build(&order);
        silent(&said);
        assert!(built.outcome.is_some());
        built.poses
    };
    // Elsewhere, from nothing: the same bytes.
    let set = poses();
    let pdfs = first.keys().filter(|name| name.ends_with(".pdf")).count();
    assert_eq!(set, pdfs, "every sheet is set once");
    assert_eq!(differences(&first, &tree(&order.output)), BTreeSet::new());
    // Again: nothing is set.
    assert_eq!(poses(), 0);
    assert_eq!(differences(&first, &tree(&order.output)), BTreeSet::new());
    // One phone changes: the sheets that told it, and no other.
    let record = desk.join("content").join(RECORD);
    let yaml = std::fs::read_to_string(&record).unwrap();
    assert!(yaml.contains(BEFORE));
    std::fs::write(&record, yaml.replace(BEFORE, AFTER)).unwrap();
    let set = poses();
    let told = |name: &&String| {
        name.ends_with(".pdf") && plat(&text(&SCENE.publie.join(name))).contains(&plat(BEFORE))
    };
    let mut expected: BTreeSet<String> = first.keys().filter(told).cloned().collect();
    // What changed since the edition is told by a sheet that said nothing of it before.
    assert!(expected.insert("86-vienne/imprimer/errata.pdf".into()));
    assert!(expected.len() > 5 && expected.len() < pdfs / 2, "{expected:?}");
    let second = tree(&order.output);
    assert_eq!(sheets(differences(&first, &second)), expected);
    assert_eq!(set, expected.len());
}

#[test]
fn planted_differences_are_seen() {
    let first = tree(&SCENE.publie);
    let mut second = first.clone();
    second.get_mut("86-vienne/imprimer/guide.pdf").unwrap().push(b'\n');
    second.remove("86-vienne/imprimer/proposer.pdf");
    let expected =
        ["86-vienne/imprimer/guide.pdf", "86-vienne/imprimer/proposer.pdf"].map(str::to_owned);
    assert_eq!(differences(&first, &second), BTreeSet::from(expected));
}

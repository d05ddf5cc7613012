//! Full disks, closed folders and other refusals of the system: a French message, and nothing changes.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use jalon::diagnostic::{Diagnostic, Subject};

use crate::child::{as_somebody, mounting, running, succeed};
use crate::support::{Pages, Scene, expected, tree};

const OLD: Pages = &[("index.html", "un"), ("a/b.html", "un")];

/// Everything in the scene, to compare with what is left after a failure.
fn all(scene: &Scene) -> BTreeMap<PathBuf, String> {
    tree(scene.folder.path())
}

/// A page of 64 KiB after one that is small, in both ways to publish.
fn publish_too_much(scene: &Scene) -> [Diagnostic; 2] {
    let large = "x".repeat(64 * 1024);
    let pages = [("a/b.html", "deux"), ("z/grande.html", large.as_str())];
    [scene.publish(&pages), scene.publish_in_place(&pages)].map(Result::unwrap_err)
}

fn assert_says(refused: &Diagnostic, code: &str, file: &str) {
    assert_eq!(refused.code, code);
    assert!(refused.remedy.ends_with("Le dossier publié n’a pas changé."), "{}", refused.remedy);
    let Subject::File(shown) = &refused.subject else {
        panic!("{:?} names no file", refused.subject);
    };
    assert!(shown.ends_with(file), "{shown}");
}

/// A limit of the system on the size of files cuts a page off as a full disk does; it needs no rights.
#[test]
fn a_write_that_is_cut_off_changes_nothing() {
    if let Some(scene) = Scene::told() {
        return where_files_are_limited(&scene);
    }
    let scene = Scene::with(OLD);
    let inner = running("faults::a_write_that_is_cut_off_changes_nothing");
    // The signal that comes with the limit is ignored, so that the write itself fails.
    let mut command = Command::new("sh");
    command
        .args(["-c", "trap '' XFSZ; ulimit -f 32; exec \"$@\"", "sh"])
        .arg(inner.get_program())
        .args(inner.get_args())
        .env("JALON_SCENE", scene.folder.path());
    succeed(&mut command);
    assert_eq!(scene.pages(), expected(OLD));
    assert_eq!(scene.traces(), [""; 0]);
}

fn where_files_are_limited(scene: &Scene) {
    let before = all(scene);
    for refused in publish_too_much(scene) {
        assert_says(&refused, "fichier-trop-grand", "site/z/grande.html");
        assert_eq!(all(scene), before);
    }
    let path = scene.folder.path().join("bilan.txt");
    let refused = jalon::publish::replace(&path, &[b'x'; 64 * 1024]).unwrap_err();
    assert_eq!(refused.code, "fichier-trop-grand");
    assert_eq!(all(scene), before);
}

#[test]
fn a_full_disk_changes_nothing() {
    if let Some(scene) = Scene::told() {
        return on_a_full_disk(&scene);
    }
    let scene = Scene::new();
    let script = "mount -t tmpfs -o size=48k tmpfs \"$JALON_SCENE\"";
    mounting(&scene, script, "faults::a_full_disk_changes_nothing");
}

fn on_a_full_disk(scene: &Scene) {
    scene.publish(OLD).unwrap();
    let before = all(scene);
    for refused in publish_too_much(scene) {
        assert_says(&refused, "disque-plein", "site/z/grande.html");
        assert_eq!(all(scene), before);
    }
}

#[test]
fn a_disk_that_is_read_only_changes_nothing() {
    if let Some(scene) = Scene::told() {
        return on_a_disk_that_is_read_only(&scene);
    }
    let scene = Scene::with(OLD);
    let script = "mount --bind \"$JALON_SCENE\" \"$JALON_SCENE\" && mount -o remount,bind,ro \"$JALON_SCENE\"";
    mounting(&scene, script, "faults::a_disk_that_is_read_only_changes_nothing");
    assert_eq!(scene.pages(), expected(OLD));
}

fn on_a_disk_that_is_read_only(scene: &Scene) {
    let refused = scene.publish(&[("index.html", "deux")]).unwrap_err();
    assert_says(&refused, "disque-en-lecture-seule", "site/index.html");
}

#[test]
fn an_output_where_this_user_may_not_write_is_said_so() {
    if let Some(scene) = Scene::told() {
        return in_a_folder_that_is_closed(&scene);
    }
    let scene = Scene::with(OLD);
    let rights =
        |mode| fs::set_permissions(&scene.output, PermissionsExt::from_mode(mode)).unwrap();
    rights(0o555);
    as_somebody(&scene, &[], "faults::an_output_where_this_user_may_not_write_is_said_so");
    rights(0o755);
    assert_eq!(scene.pages(), expected(OLD));
    assert_eq!(scene.traces(), [""; 0]);
}

fn in_a_folder_that_is_closed(scene: &Scene) {
    let refused = scene.publish(&[("index.html", "deux")]).unwrap_err();
    assert_says(&refused, "acces-refuse", "site/index.html");
}

/// Somebody swallows the error of one file and publishes the rest.
#[test]
fn half_a_guide_cannot_be_published() {
    let scene = Scene::with(OLD);
    let staging = scene.begin().unwrap();
    let address = |path: &str| jalon::address::Address::new(path).unwrap();
    staging.put(&address("a"), b"une page").unwrap();
    assert_eq!(
        staging.put(&address("a/c.html"), b"sous une page").unwrap_err().code,
        "ecriture-impossible"
    );
    assert_eq!(staging.publish().unwrap_err().code, "publication-incomplete");
    assert_eq!(scene.pages(), expected(OLD));
    assert_eq!(scene.traces(), [""; 0]);
}

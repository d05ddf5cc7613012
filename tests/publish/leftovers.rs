//! What a killed run can leave, state by state, and what the next run makes of it.

use std::fs;
use std::path::Path;

use crate::support::{Pages, Scene, expected, tree};

const OLD: Pages = &[("index.html", "un"), ("vieux.html", "un")];
const NEW: Pages = &[("index.html", "deux")];

/// An output that holds the new guide, and beside it, under a name of ours, the one that gave way.
fn swapped(name: &str) -> Scene {
    let scene = Scene::with(NEW);
    let other = Scene::with(OLD);
    fs::rename(&other.output, beside(&scene, name)).unwrap();
    scene
}

fn beside(scene: &Scene, name: &str) -> std::path::PathBuf {
    scene.folder.path().join(format!("site.jalon-{name}"))
}

/// Opens the output and gives up.
fn sweep(scene: &Scene) {
    drop(scene.begin().unwrap());
    assert_eq!(scene.traces(), [""; 0]);
}

#[test]
fn a_guide_that_was_never_finished_goes() {
    let scene = swapped("nouveau");
    sweep(&scene);
    assert_eq!(scene.pages(), expected(NEW));
}

#[test]
fn a_guide_that_gave_way_goes_even_half_removed() {
    for name in ["passage", "ancien"] {
        let scene = swapped(name);
        fs::remove_file(beside(&scene, name).join("index.html")).unwrap();
        sweep(&scene);
        assert_eq!(scene.pages(), expected(NEW));
    }
}

/// What gave way is being removed, or is one folder only: it is no guide to put back.
#[test]
fn what_gave_way_never_comes_back_in_the_place_of_a_guide_that_was_taken_away() {
    let scene = swapped("passage");
    fs::rename(&scene.output, scene.folder.path().join("ailleurs")).unwrap();
    sweep(&scene);
    assert!(!scene.output.exists());
}

#[test]
fn between_two_renames_the_old_guide_takes_its_place_back() {
    let scene = Scene::with(OLD);
    fs::rename(&scene.output, beside(&scene, "ancien")).unwrap();
    sweep(&scene);
    assert_eq!(scene.pages(), expected(OLD));
}

/// Somebody put files in the output, or changed them, at the very moment it was swapped.
#[test]
fn what_others_did_during_the_swap_is_saved() {
    let scene = swapped("passage");
    let old = beside(&scene, "passage");
    scene.add("CNAME", "d’avant");
    fs::hard_link(scene.output.join("CNAME"), old.join("CNAME")).unwrap();
    scene.add(".git/index", "d’avant");
    std::thread::sleep(std::time::Duration::from_millis(20));
    fs::create_dir_all(old.join(".git/objects")).unwrap();
    fs::write(old.join(".git/index"), "changé").unwrap();
    fs::write(old.join(".git/objects/neuf"), "ajouté").unwrap();
    sweep(&scene);
    let mut wanted = expected(NEW);
    for (path, text) in
        [("CNAME", "d’avant"), (".git/index", "changé"), (".git/objects/neuf", "ajouté")]
    {
        wanted.insert(path.into(), text.into());
    }
    assert_eq!(scene.pages(), wanted);
}

/// One folder was exchanged; its list came within it, and the run was killed before that took its place.
#[test]
fn a_list_that_came_with_a_folder_is_believed_and_gets_its_place() {
    let scene = Scene::with(OLD);
    let list = |scene: &Scene| fs::read_to_string(scene.output.join(".jalon-fichiers")).unwrap();
    let old = [("index.html", "un"), ("a/b.html", "un"), ("a/c.html", "un")];
    let new = [("index.html", "un"), ("a/b.html", "deux")];
    scene.publish(&old).unwrap();
    let other = Scene::with(&new);
    let name = brought_for(&list(&scene));
    fs::rename(other.output.join(".jalon-fichiers"), other.output.join("a").join(&name)).unwrap();
    let gives_way = beside(&scene, "passage");
    fs::create_dir(&gives_way).unwrap();
    fs::copy(scene.output.join(".jalon-fichiers"), gives_way.join(".jalon-fichiers")).unwrap();
    fs::rename(scene.output.join("a"), gives_way.join("a")).unwrap();
    fs::rename(other.output.join("a"), scene.output.join("a")).unwrap();
    let kept = scene.folder.path().join("envoi");
    jalon::publish::sent(&scene.output, &kept).unwrap();
    assert!(!list(&scene).contains(&blake3::hash(b"deux").to_string()));
    assert!(fs::read_to_string(&kept).unwrap().contains(&blake3::hash(b"deux").to_string()));
    sweep(&scene);
    assert_eq!(list(&scene), fs::read_to_string(&kept).unwrap());
    assert_eq!(scene.pages(), expected(&new));
    assert_eq!(scene.publish(&new).unwrap().written, 0);
}

/// The name of a list that came with a folder to take the place of the one whose text this is.
fn brought_for(list: &str) -> String {
    format!(".jalon-liste-{}", &blake3::hash(list.as_bytes()).to_hex()[..32])
}

/// A folder was copied, or saved elsewhere, while its list waited; it is back when other guides have changed.
#[test]
fn a_list_that_comes_back_with_a_copy_of_its_folder_is_not_believed() {
    let scene = Scene::with(OLD);
    let pages = [("index.html", "un"), ("a/b.html", "un"), ("c/d.html", "un")];
    scene.publish(&pages).unwrap();
    let list = || fs::read_to_string(scene.output.join(".jalon-fichiers")).unwrap();
    let (name, stale) = (brought_for(&list()), list());
    let more = [("index.html", "un"), ("a/b.html", "un"), ("c/d.html", "un"), ("c/e.html", "un")];
    scene.publish(&more).unwrap();
    let newest = list();
    scene.add(format!("a/{name}"), &stale);
    scene.add(format!("copie/{}", brought_for(&newest)), &stale);
    assert_eq!(jalon::publish::addresses(&scene.output).unwrap().len(), more.len());
    sweep(&scene);
    assert_eq!(list(), newest);
    // An edit in another folder sweeps what is left of it; what lies in folders of others is not looked at.
    let edited =
        [("index.html", "un"), ("a/b.html", "un"), ("c/d.html", "deux"), ("c/e.html", "un")];
    scene.publish(&edited).unwrap();
    assert!(!scene.output.join("a").join(&name).exists());
    assert_eq!(scene.publish(&edited).unwrap().written, 0);
}

#[test]
fn a_lock_that_nobody_holds_does_not_count() {
    let scene = Scene::with(OLD);
    fs::write(beside(&scene, "verrou"), "").unwrap();
    sweep(&scene);
}

/// The first guide of a mounted disk was stopped: pages are there, the list that makes the folder ours is not.
#[test]
fn files_that_wait_to_be_brought_make_a_folder_ours() {
    let scene = Scene::with(NEW);
    let ready = scene.output.join(".jalon-pret");
    let other = Scene::with(OLD);
    fs::rename(&other.output, &ready).unwrap();
    fs::remove_file(scene.output.join(".jalon-fichiers")).unwrap();
    fs::rename(scene.output.join("index.html"), ready.join("index.html")).unwrap();
    fs::rename(ready.join("vieux.html"), scene.output.join("vieux.html")).unwrap();
    fs::write(ready.join("index.html"), "un").unwrap();
    sweep(&scene);
    assert_eq!(scene.pages(), expected(OLD));
}

/// Files wait to be brought, and meanwhile somebody put one of their own where one of them must go.
#[test]
fn files_that_wait_to_be_brought_never_cover_those_of_others() {
    let scene = Scene::with(NEW);
    let other = Scene::with(OLD);
    fs::rename(&other.output, scene.output.join(".jalon-pret")).unwrap();
    scene.add("vieux.html", "à moi");
    let refused = scene.begin().err().unwrap();
    assert_eq!(refused.code, "fichier-etranger");
    assert_eq!(scene.pages()[Path::new("vieux.html")], "à moi");
    // Once it is moved away, the work is finished.
    fs::remove_file(scene.output.join("vieux.html")).unwrap();
    sweep(&scene);
    assert_eq!(scene.pages(), expected(OLD));
}

/// Names beside the output that only look like ours belong to somebody else.
#[test]
fn other_names_are_left_alone() {
    let scene = Scene::with(OLD);
    let saved = beside(&scene, "sauvegarde");
    fs::create_dir(&saved).unwrap();
    fs::write(saved.join("index.html"), "à moi").unwrap();
    scene.publish(NEW).unwrap();
    assert_eq!(tree(&saved)[Path::new("index.html")], "à moi");
}

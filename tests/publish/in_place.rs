//! Outputs that cannot be swapped: a link, a mounted disk, a folder of somebody else, one in a closed folder.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;

use crate::child::{SOMEBODY, as_somebody, mounting};
use crate::support::{Pages, Scene, destination, expected, publish};

const OLD: Pages = &[("index.html", "un"), ("a/b.html", "un"), ("c.html", "même")];
const NEW: Pages = &[("index.html", "deux"), ("d/e.html", "deux"), ("c.html", "même")];

#[test]
fn a_link_to_a_folder_stays_a_link() {
    let scene = Scene::new();
    let behind = scene.folder.path().join("derriere");
    fs::create_dir(&behind).unwrap();
    symlink("derriere", &scene.output).unwrap();
    // A slash at the end would hide the link from whoever does not look twice.
    let slash = Path::new(&format!("{}/", scene.output.display())).to_owned();
    let folder = fs::metadata(&behind).unwrap().ino();
    publish(&destination(&slash, false), OLD).unwrap();
    assert_eq!(fs::metadata(&behind).unwrap().ino(), folder);
    let same = scene.identity("c.html");
    let outcome = scene.publish(NEW).unwrap();
    assert!(outcome.in_place.unwrap().contains("lien"));
    assert_eq!(outcome.removed, ["a/b.html"]);
    assert_eq!(scene.pages(), expected(NEW));
    assert_eq!(scene.identity("c.html"), same);
    assert!(scene.output.is_symlink());
    assert!(!behind.join("a").exists());
    assert_eq!(scene.traces(), [""; 0]);
}

#[test]
fn a_folder_that_servers_watch_stays_the_same_folder_when_asked() {
    let scene = Scene::with(OLD);
    let folder = scene.identity("").2;
    let outcome = scene.publish_in_place(NEW).unwrap();
    assert!(outcome.in_place.is_some());
    assert_eq!(scene.identity("").2, folder);
    assert_eq!(scene.pages(), expected(NEW));
    assert_eq!(scene.publish_in_place(NEW).unwrap().in_place, None, "nothing was replaced");
}

/// The guide goes into a disk that is mounted at the output, or below it.
#[test]
fn a_mounted_disk_is_filled_file_by_file() {
    if let Some(scene) = Scene::told() {
        return on_a_mounted_disk(&scene);
    }
    for place in ["site", "site/a", "site/photos"] {
        let scene = Scene::with(OLD);
        fs::create_dir_all(scene.folder.path().join(place)).unwrap();
        let script = format!("mount -t tmpfs tmpfs \"$JALON_SCENE/{place}\"");
        mounting(&scene, &script, "in_place::a_mounted_disk_is_filled_file_by_file");
    }
}

fn on_a_mounted_disk(scene: &Scene) {
    let staged = fs::read_dir(&scene.output).unwrap().count();
    scene.publish(OLD).unwrap();
    fs::write(scene.output.join("a/affiche.txt"), "affiche").unwrap();
    let outcome = scene.publish(NEW).unwrap();
    assert!(outcome.in_place.unwrap().contains("mont"), "{staged}");
    let mut wanted = expected(NEW);
    wanted.insert("a/affiche.txt".into(), "affiche".into());
    assert_eq!(scene.pages(), wanted);
    assert_eq!(scene.traces(), [""; 0]);
}

/// As on a web server: the output is ours, the folder that holds it is not.
#[test]
fn where_nothing_can_be_written_beside_it_the_output_changes_inside() {
    if let Some(scene) = Scene::told() {
        return in_a_closed_folder(&scene);
    }
    let scene = Scene::new();
    fs::create_dir(&scene.output).unwrap();
    as_somebody(
        &scene,
        &[&scene.output],
        "in_place::where_nothing_can_be_written_beside_it_the_output_changes_inside",
    );
    assert_eq!(scene.pages(), expected(NEW));
}

fn in_a_closed_folder(scene: &Scene) {
    scene.publish(OLD).unwrap();
    let outcome = scene.publish(NEW).unwrap();
    assert!(outcome.in_place.unwrap().contains("à côté"));
    assert_eq!(scene.traces(), [""; 0]);
}

/// Only root can write in the folder of another user: nobody else can set this scene.
#[test]
fn a_folder_of_another_user_keeps_its_owner() {
    let scene = Scene::with(OLD);
    let ours = fs::metadata(&scene.output).unwrap().uid() == SOMEBODY;
    if ours || std::os::unix::fs::chown(&scene.output, Some(SOMEBODY), None).is_err() {
        println!("sauté : seul root peut donner un dossier à un autre");
        return;
    }
    let outcome = scene.publish(NEW).unwrap();
    assert!(outcome.in_place.unwrap().contains("autre utilisateur"));
    assert_eq!(fs::metadata(&scene.output).unwrap().uid(), SOMEBODY);
    assert_eq!(scene.pages(), expected(NEW));
}

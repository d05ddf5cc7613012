//! Folders that jalon must never take for an output.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use jalon::diagnostic::Subject;
use jalon::publish::{Destination, Staging};

use crate::support::{Scene, destination, expected, publish, tree};

const PAGES: &[(&str, &str)] = &[("index.html", "accueil")];

#[test]
fn the_folder_of_somebody_else_is_refused_and_left_alone() {
    let scene = Scene::new();
    scene.add("photo.txt", "vacances");
    let before = tree(scene.folder.path());
    let refused = scene.publish(PAGES).unwrap_err();
    assert_eq!(refused.code, "dossier-etranger");
    assert_eq!(refused.subject, Subject::File(scene.output.display().to_string()));
    assert!(refused.message.contains("« photo.txt »"), "{}", refused.message);
    assert_eq!(tree(scene.folder.path()), before);
}

#[test]
fn a_folder_that_somebody_fills_while_the_guide_is_made_is_refused() {
    let scene = Scene::new();
    let staging = scene.begin().unwrap();
    scene.add("photo.txt", "vacances");
    assert_eq!(staging.publish().unwrap_err().code, "dossier-etranger");
    assert_eq!(tree(&scene.output), expected(&[("photo.txt", "vacances")]));
    assert_eq!(scene.traces(), [""; 0]);
}

#[test]
fn an_empty_folder_or_one_with_hidden_files_only_is_ours() {
    let scene = Scene::new();
    fs::create_dir(&scene.output).unwrap();
    scene.publish(PAGES).unwrap();
    let scene = Scene::new();
    scene.add(".git/HEAD", "ref: refs/heads/pages");
    scene.add(".gitignore", "*");
    scene.publish(PAGES).unwrap();
    let pages = scene.pages();
    assert_eq!(pages[Path::new(".git/HEAD")], "ref: refs/heads/pages");
    assert_eq!(pages[Path::new(".gitignore")], "*");
    assert_eq!(pages[Path::new("index.html")], "accueil");
}

#[test]
fn a_file_or_a_link_to_nowhere_is_no_output() {
    let scene = Scene::new();
    fs::write(&scene.output, "un fichier").unwrap();
    assert_eq!(scene.publish(PAGES).unwrap_err().code, "sortie-pas-un-dossier");
    assert_eq!(fs::read_to_string(&scene.output).unwrap(), "un fichier");
    let scene = Scene::new();
    symlink("nulle-part", &scene.output).unwrap();
    assert_eq!(scene.publish(PAGES).unwrap_err().code, "sortie-pas-un-dossier");
}

#[test]
fn a_folder_whose_parent_is_missing_is_taken_for_a_mistake() {
    let scene = Scene::new();
    let wanted = scene.output.join("a/b");
    let refused = publish(&destination(&wanted, false), PAGES).unwrap_err();
    assert_eq!(refused.code, "dossier-parent-absent");
    assert_eq!(tree(scene.folder.path()).len(), 0);
}

#[test]
fn what_the_guide_is_made_of_is_never_covered() {
    let scene = Scene::new();
    let project = scene.folder.path();
    let (content, home) = (project.join("content"), project.join("home"));
    for folder in [&content, &home, &content.join("86-vienne"), &project.join("site")] {
        fs::create_dir(folder).unwrap();
    }
    symlink("content", project.join("lien")).unwrap();
    let refused = |output: &Path| {
        let wanted = Destination {
            output,
            sources: &[&content],
            grounds: &[&home, project],
            in_place: false,
        };
        Staging::begin(&wanted).err().map(|refused| refused.code)
    };
    for output in
        ["content", "content/site", "content/86-vienne", "home", "", "site/..", "lien", "lien/neuf"]
    {
        let output = project.join(output);
        assert_eq!(refused(&output), Some("sortie-interdite"), "{}", output.display());
    }
    assert_eq!(refused(Path::new("/")), Some("sortie-interdite"));
    assert_eq!(refused(&project.join("site")), None);
    assert_eq!(refused(&home.join("site")), None);
}

#[test]
fn a_list_that_cannot_be_read_stops_everything() {
    let scene = Scene::with(PAGES);
    scene.add(".jalon-fichiers", "<<<<<<< HEAD\n");
    assert_eq!(scene.publish(PAGES).unwrap_err().code, "liste-illisible");
    assert_eq!(scene.traces(), [""; 0]);
}

#[test]
fn two_builds_at_once_are_refused_and_the_first_goes_on() {
    let scene = Scene::new();
    for _ in 0..2 {
        let first = scene.begin().unwrap();
        assert_eq!(scene.publish(PAGES).unwrap_err().code, "construction-en-cours");
        let in_place = scene.publish_in_place(PAGES);
        if scene.output.exists() {
            assert_eq!(in_place.unwrap_err().code, "construction-en-cours");
        }
        first.publish().unwrap();
        scene.publish(PAGES).unwrap();
    }
}

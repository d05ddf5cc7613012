//! Files of others in our output: kept, counted, never written through.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::support::{Scene, expected, tree};

const OLD: &[(&str, &str)] = &[("index.html", "un"), ("acteurs/bus.html", "un")];
const NEW: &[(&str, &str)] = &[("index.html", "deux"), ("agenda/mai.html", "deux")];

/// Both ways to publish must treat them alike.
fn both(
    scene: impl Fn() -> Scene,
    check: impl Fn(&Scene, Result<jalon::publish::Outcome, jalon::diagnostic::Diagnostic>),
) {
    let swapped = scene();
    check(&swapped, swapped.publish(NEW));
    assert_eq!(swapped.traces(), [""; 0]);
    let in_place = scene();
    check(&in_place, in_place.publish_in_place(NEW));
    assert_eq!(in_place.traces(), [""; 0]);
}

#[test]
fn they_survive_and_are_counted() {
    let scene = || {
        let scene = Scene::with(OLD);
        scene.add("CNAME", "guide.example");
        scene.add("acteurs/affiche.txt", "affiche");
        scene.add(".htaccess", "caché");
        scene.add(".well-known/security.txt", "caché");
        fs::create_dir(scene.output.join("depot")).unwrap();
        symlink("index.html", scene.output.join("accueil")).unwrap();
        scene
    };
    both(scene, |scene, outcome| {
        assert_eq!(outcome.unwrap().foreign, 3);
        let mut wanted = expected(NEW);
        for (path, text) in [
            ("CNAME", "guide.example"),
            ("acteurs/affiche.txt", "affiche"),
            (".htaccess", "caché"),
            (".well-known/security.txt", "caché"),
            ("accueil", "lien vers index.html"),
        ] {
            wanted.insert(path.into(), text.into());
        }
        assert_eq!(scene.pages(), wanted);
        assert!(scene.output.join("depot").is_dir());
    });
}

#[test]
fn names_that_are_not_utf8_survive() {
    let name = OsStr::from_bytes(b"caf\xe9.txt");
    let folder = OsStr::from_bytes(b"\xff");
    let scene = || {
        let scene = Scene::with(OLD);
        scene.add(name, "latin");
        scene.add(Path::new("acteurs").join(folder).join(name), "latin");
        scene
    };
    both(scene, |scene, outcome| {
        assert_eq!(outcome.unwrap().foreign, 2);
        let pages = scene.pages();
        assert_eq!(pages[Path::new(name)], "latin");
        assert_eq!(pages[&Path::new("acteurs").join(folder).join(name)], "latin");
        assert_eq!(pages.len(), NEW.len() + 2);
    });
}

#[test]
fn one_that_stands_where_a_page_must_go_stops_everything() {
    let places: [(&str, &str); 4] = [
        ("agenda", "un fichier à la place d’un dossier"),
        ("agenda/mai.html", "un fichier à la place d’une page"),
        ("agenda/mai.html/notes.txt", "un dossier à la place d’une page"),
        ("agenda/mai.html/.cache", "un dossier à la place d’une page"),
    ];
    for (place, text) in places {
        let scene = || {
            let scene = Scene::with(OLD);
            scene.add(place, text);
            scene
        };
        both(scene, |scene, outcome| {
            let refused = outcome.unwrap_err();
            assert_eq!(refused.code, "fichier-etranger", "{place}");
            let named = format!("{:?}", refused.subject);
            assert!(named.contains("site/agenda"), "{place}: {named}");
            let mut kept = expected(OLD);
            kept.insert(place.into(), text.into());
            assert_eq!(scene.pages(), kept, "{place}");
        });
    }
}

#[test]
fn an_empty_folder_where_a_page_must_go_stops_everything() {
    let scene = || {
        let scene = Scene::with(OLD);
        fs::create_dir_all(scene.output.join("agenda/mai.html")).unwrap();
        scene
    };
    both(scene, |_, outcome| assert_eq!(outcome.unwrap_err().code, "fichier-etranger"));
}

#[test]
fn a_page_may_join_the_files_of_others_in_their_folder() {
    let scene = || {
        let scene = Scene::with(OLD);
        scene.add("agenda/notes.txt", "notes");
        scene
    };
    both(scene, |scene, outcome| {
        assert_eq!(outcome.unwrap().foreign, 1);
        assert_eq!(scene.pages()[Path::new("agenda/notes.txt")], "notes");
    });
}

/// The folder of our pages was replaced by a link to a folder elsewhere, which holds a file of the same name.
#[test]
fn a_link_in_the_output_never_leads_us_outside() {
    let scene = || {
        let scene = Scene::with(OLD);
        let outside = scene.folder.path().join("ailleurs");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("bus.html"), "un").unwrap();
        fs::remove_dir_all(scene.output.join("acteurs")).unwrap();
        symlink("../ailleurs", scene.output.join("acteurs")).unwrap();
        scene
    };
    both(scene, |scene, outcome| {
        // `acteurs/bus.html` is planned no longer: the link stays, what it leads to as well.
        assert_eq!(outcome.unwrap().foreign, 1);
        let outside = tree(&scene.folder.path().join("ailleurs"));
        assert_eq!(outside, expected(&[("bus.html", "un")]));
        assert_eq!(scene.pages()[Path::new("acteurs")], "lien vers ../ailleurs");
        // Nor is anything written through it.
        let refused = scene.publish(&[("acteurs/bus.html", "trois")]).unwrap_err();
        assert_eq!(refused.code, "fichier-etranger");
        let refused = scene.publish_in_place(OLD).unwrap_err();
        assert_eq!(refused.code, "fichier-etranger");
        let outside = tree(&scene.folder.path().join("ailleurs"));
        assert_eq!(outside, expected(&[("bus.html", "un")]));
    });
}

#[test]
fn a_link_in_place_of_a_page_is_not_written_through() {
    let scene = || {
        let scene = Scene::with(OLD);
        fs::write(scene.folder.path().join("dehors"), "un").unwrap();
        fs::remove_file(scene.output.join("index.html")).unwrap();
        symlink("../dehors", scene.output.join("index.html")).unwrap();
        scene
    };
    both(scene, |scene, outcome| {
        assert_eq!(outcome.unwrap_err().code, "fichier-etranger");
        let outside = fs::read_to_string(scene.folder.path().join("dehors")).unwrap();
        assert_eq!(outside, "un");
    });
}

//! What a build writes, keeps and removes.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};

use jalon::address::Address;

use crate::support::{Scene, expected};

const OLD: &[(&str, &str)] = &[
    ("index.html", "accueil"),
    ("acteurs/bus.html", "le bus"),
    ("acteurs/pimms.html", "le PIMMS"),
    ("evenements/cafe.html", "le café"),
];
const NEW: &[(&str, &str)] = &[
    ("index.html", "accueil"),
    ("acteurs/bus.html", "le bus du lundi"),
    ("acteurs/pimms.html", "le PIMMS"),
    ("communes/poitiers.html", "Poitiers"),
];

#[test]
fn a_first_guide_is_a_folder_and_its_list() {
    let scene = Scene::new();
    let outcome = scene.publish(OLD).unwrap();
    assert_eq!((outcome.written, outcome.unchanged), (4, 0));
    assert_eq!(outcome.in_place, None);
    assert_eq!(scene.pages(), expected(OLD));
    assert_eq!(scene.traces(), [""; 0]);
    let list = fs::read_to_string(scene.output.join(".jalon-fichiers")).unwrap();
    let lines: Vec<&str> = list.lines().skip(1).collect();
    let hash = blake3::hash("le bus".as_bytes());
    assert_eq!(lines[0], format!("{hash} 6 acteurs/bus.html"));
    assert!(lines.is_sorted_by_key(|line| line.split(' ').next_back()));
}

#[test]
fn the_next_guide_takes_its_place_whole() {
    let scene = Scene::with(OLD);
    let outcome = scene.publish(NEW).unwrap();
    assert_eq!((outcome.written, outcome.unchanged), (2, 2));
    assert_eq!(outcome.removed, ["evenements/cafe.html"]);
    assert_eq!((outcome.in_place, outcome.leftover), (None, None));
    assert_eq!(scene.pages(), expected(NEW));
    assert!(!scene.output.join("evenements").exists());
    assert_eq!(scene.traces(), [""; 0]);
}

/// All that changes lies in one folder: it alone gives way, and the next one that changes as well.
#[test]
fn a_change_in_one_folder_leaves_all_others_as_they_are() {
    let bus = |text: &'static str| {
        OLD.iter().map(move |(path, old)| (*path, if path.contains("bus") { text } else { *old }))
    };
    let steps: [(Vec<(&str, &str)>, usize); 3] = [
        (bus("le bus du lundi").collect(), 1),
        (bus("le bus du mardi").collect(), 1),
        (OLD.iter().filter(|(path, _)| !path.contains("bus")).copied().collect(), 0),
    ];
    let scene = Scene::with(OLD);
    scene.add("acteurs/affiche.txt", "affiche");
    scene.add("acteurs/.cache/notes", "notes");
    fs::create_dir(scene.output.join("acteurs/depot")).unwrap();
    let places = ["evenements", "evenements/cafe.html", "index.html", "acteurs/pimms.html"];
    let kept = places.map(|place| scene.identity(place));
    let inodes = || ["", "acteurs"].map(|place| scene.identity(place).2);
    for (pages, written) in steps {
        let before = inodes();
        let outcome = scene.publish(&pages).unwrap();
        assert_eq!((outcome.written, outcome.foreign), (written, 1));
        let mut wanted = expected(&pages);
        wanted.insert("acteurs/affiche.txt".into(), "affiche".into());
        wanted.insert("acteurs/.cache/notes".into(), "notes".into());
        assert_eq!(scene.pages(), wanted);
        assert!(scene.output.join("acteurs/depot").is_dir());
        assert_eq!(scene.traces(), [""; 0]);
        assert_eq!(places.map(|place| scene.identity(place)), kept);
        assert_eq!(inodes()[0], before[0]);
        assert_ne!(inodes()[1], before[1]);
        // What was published is known again: nothing is left to do.
        assert_eq!(scene.publish(&pages).unwrap().written, 0);
    }
}

/// A reader that looks as often as it can, while the guide changes again and again.
#[test]
fn nobody_ever_sees_the_output_missing() {
    let scene = Scene::with(OLD);
    let done = AtomicBool::new(false);
    let looks = std::thread::scope(|threads| {
        let reader = threads.spawn(|| {
            let mut looks = 0;
            while !done.load(Ordering::Relaxed) {
                let page = fs::read_to_string(scene.output.join("index.html"));
                assert_eq!(page.unwrap(), "accueil");
                looks += 1;
            }
            looks
        });
        for _ in 0..150 {
            scene.publish(NEW).unwrap();
            scene.publish(OLD).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    assert!(looks > 300, "the reader looked {looks} times");
}

#[test]
fn a_page_that_did_not_change_keeps_its_date_and_its_inode() {
    let scene = Scene::with(OLD);
    let (bus, pimms) = (scene.identity("acteurs/bus.html"), scene.identity("acteurs/pimms.html"));
    scene.publish(NEW).unwrap();
    assert_eq!(scene.identity("acteurs/pimms.html"), pimms);
    assert_ne!(scene.identity("acteurs/bus.html"), bus);
}

#[test]
fn where_nothing_changed_nothing_is_touched() {
    let scene = Scene::with(OLD);
    let places = ["", "acteurs", "index.html", ".jalon-fichiers"];
    let before = places.map(|place| scene.identity(place));
    let outcome = scene.publish(OLD).unwrap();
    assert_eq!((outcome.written, outcome.unchanged), (0, 4));
    assert_eq!(places.map(|place| scene.identity(place)), before);
}

#[test]
fn a_page_that_somebody_edited_or_removed_is_made_good() {
    let scene = Scene::with(OLD);
    fs::write(scene.output.join("index.html"), "ACCUEIL").unwrap();
    fs::remove_file(scene.output.join("acteurs/bus.html")).unwrap();
    let outcome = scene.publish(OLD).unwrap();
    assert_eq!((outcome.written, outcome.unchanged), (2, 2));
    assert_eq!(scene.pages(), expected(OLD));
}

#[test]
fn a_page_may_become_a_folder_and_a_folder_a_page() {
    let (page, folder) = ([("plan", "un")], [("plan/a.html", "deux")]);
    for in_place in [false, true] {
        let scene = Scene::with(&page);
        let publish = |pages| match in_place {
            true => scene.publish_in_place(pages),
            false => scene.publish(pages),
        };
        publish(&folder).unwrap();
        assert_eq!(scene.pages(), expected(&folder), "in place: {in_place}");
        publish(&page).unwrap();
        assert_eq!(scene.pages(), expected(&page), "in place: {in_place}");
    }
}

#[test]
fn a_guide_that_is_given_up_leaves_no_trace() {
    let scene = Scene::with(OLD);
    let root = scene.identity("");
    let staging = scene.begin().unwrap();
    staging.put(&Address::new("index.html").unwrap(), b"autre").unwrap();
    assert_ne!(scene.traces(), [""; 0]);
    drop(staging);
    assert_eq!(scene.pages(), expected(OLD));
    assert_eq!(scene.identity(""), root);
    assert_eq!(scene.traces(), [""; 0]);
}

#[test]
fn pages_may_come_from_several_threads() {
    let scene = Scene::new();
    let staging = scene.begin().unwrap();
    std::thread::scope(|threads| {
        for thread in 0..4 {
            let staging = &staging;
            threads.spawn(move || {
                for page in 0..50 {
                    let address = format!("d{}/p{thread}-{page}.html", page % 7);
                    staging.put(&Address::new(address).unwrap(), b"page").unwrap();
                }
            });
        }
    });
    assert_eq!(staging.publish().unwrap().written, 200);
    assert_eq!(scene.pages().len(), 200);
}

#[test]
fn two_pages_at_one_address_are_refused() {
    let scene = Scene::with(OLD);
    let staging = scene.begin().unwrap();
    let address = Address::new("index.html").unwrap();
    staging.put(&address, b"accueil").unwrap();
    assert_eq!(staging.put(&address, b"autre").unwrap_err().code, "adresse-double");
}

#[test]
fn rights_that_somebody_gave_to_the_folders_stay() {
    use std::os::unix::fs::PermissionsExt;
    let scene = Scene::with(OLD);
    let mode = |place: &str| {
        let found = fs::metadata(scene.output.join(place)).unwrap();
        found.permissions().mode() & 0o7777
    };
    for (place, rights) in [("", 0o2775), ("acteurs", 0o711)] {
        fs::set_permissions(scene.output.join(place), PermissionsExt::from_mode(rights)).unwrap();
    }
    scene.publish(NEW).unwrap();
    assert_eq!((mode(""), mode("acteurs")), (0o2775, 0o711));
}

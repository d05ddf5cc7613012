//! Whose a file is: what somebody wrote, or edited and nothing remembers the source of, is never touched.

use jalon::intake::Fate;

use crate::cells;
use crate::scene::{Scene, csv, json};

const PATH: &str = "86-vienne/acteurs/lieu-poitiers.yaml";

fn row(telephone: &str) -> [(&str, &str); 4] {
    [("id", "a"), ("nom", "Lieu"), ("commune", "Poitiers"), ("telephone", telephone)]
}

/// Imports a new version over what is there, what the source said before being lost; the file must stay, and the row must stand in the report.
fn assert_kept(scene: &mut Scene, path: &str) {
    let before = scene.files.clone();
    scene.sources.clear();
    let text = csv(&[&row("05 49 11 11 11")]);
    let imported = scene.import("g.csv", &text);
    assert_eq!(scene.files, before);
    let kept = &imported.report.files[0].rows[0];
    assert_eq!((kept.fate, kept.record.as_deref()), (Fate::Kept, Some(path)));
    let found = cells::look(&text, "g.csv", &scene.files, &json(&imported));
    assert_eq!(found.missing, [] as [String; 0]);
}

#[test]
fn the_first_line_says_where_a_record_comes_from() {
    let mut scene = Scene::default();
    scene.import("dossier/lieux.csv", csv(&[&row("05 49 00 00 00")]));
    let first = scene.files[PATH].lines().next().unwrap();
    assert!(first.starts_with("# Importé par jalon de « lieux.csv » (empreinte "), "{first}");
}

#[test]
fn an_edited_record_is_kept() {
    let mut scene = Scene::default();
    scene.import("f.csv", csv(&[&row("05 49 00 00 00")]));
    let edited = scene.files[PATH].replace("05 49 00 00 00", "05 49 22 22 22");
    scene.files.insert(PATH.into(), edited);
    assert_kept(&mut scene, PATH);
}

#[test]
fn a_moved_and_edited_record_is_kept_where_it_is() {
    let mut scene = Scene::default();
    scene.import("f.csv", csv(&[&row("05 49 00 00 00")]));
    let text = scene.files.remove(PATH).unwrap() + "# vu avec la mairie\n";
    let moved = "86-vienne/acteurs/poitiers/le-lieu.yml";
    scene.files.insert(moved.into(), text);
    assert_kept(&mut scene, moved);
}

#[test]
fn a_record_written_by_hand_is_kept() {
    for text in [
        "id: a\nnom: Le nôtre\ncommune: Poitiers\n",
        "nom: Le nôtre\ncommune: Poitiers\nanciens_ids: [a]\n",
    ] {
        let path = "86-vienne/acteurs/le-notre.yaml";
        let mut scene = Scene::default();
        scene.files.insert(path.into(), text.into());
        assert_kept(&mut scene, path);
    }
    // The name of a file is an id too.
    let mut scene = Scene::default();
    scene
        .files
        .insert("86-vienne/acteurs/a.yaml".into(), "nom: Le nôtre\ncommune: Poitiers\n".into());
    assert_kept(&mut scene, "86-vienne/acteurs/a.yaml");
}

#[test]
fn a_file_of_another_place_keeps_its_name() {
    let mut scene = Scene::default();
    let hand = "nom: Lieu\ncommune: Poitiers\n";
    scene.files.insert(PATH.into(), hand.into());
    scene.import("f.csv", csv(&[&row("05 49 00 00 00")]));
    assert_eq!(scene.files[PATH], hand);
    assert!(scene.files.contains_key("86-vienne/acteurs/lieu-poitiers-2.yaml"));
}

#[test]
fn a_broken_file_is_somebody_s() {
    let mut scene = Scene::default();
    scene.files.insert(PATH.into(), "nom: [jamais fermé\nid: a\n".into());
    scene.import("f.csv", csv(&[&row("05 49 00 00 00")]));
    assert_eq!(scene.files[PATH], "nom: [jamais fermé\nid: a\n");
}

#[test]
fn a_guide_that_is_there_is_used_whatever_its_name() {
    let mut scene = Scene::default();
    let settings = "titre: Le nôtre\ndepartement: \"86\"\nediteur: Nous\n";
    scene.files.insert("vienne/guide.yaml".into(), settings.into());
    let imported = scene.import("f.csv", csv(&[&row("05 49 00 00 00")]));
    assert_eq!(scene.files["vienne/guide.yaml"], settings);
    assert!(scene.files.contains_key("vienne/acteurs/lieu-poitiers.yaml"));
    assert!(!imported.report.guides[0].made);
}

#[test]
fn a_new_guide_has_settings_that_can_be_read() {
    let mut scene = Scene::default();
    let imported = scene.import("f.csv", csv(&[&row("05 49 00 00 00")]));
    assert!(imported.report.guides[0].made);
    let text = scene.files["86-vienne/guide.yaml"].clone();
    assert!(
        text.contains("\ntitre: Où se faire aider dans la Vienne\ndepartement: \"86\"\n"),
        "{text}"
    );
    let source = std::sync::Arc::new(jalon::diagnostic::Source { path: "guide.yaml".into(), text });
    assert_eq!(jalon::record::read_text(&source, jalon::record::Kind::Guide, None), []);
}

//! A new version of a source over records that somebody edited: nothing of theirs is lost, upstream comes in.

use jalon::intake::{Fate, Imported};

use crate::cells;
use crate::scene::{Scene, csv, json};

const PATH: &str = "86-vienne/acteurs/lieu-poitiers.yaml";

type Row<'a> = Vec<(&'a str, &'a str)>;

/// A place, with what differs from one version to the next.
fn row<'a>(more: &[(&'a str, &'a str)]) -> Row<'a> {
    let mut row = vec![
        ("id", "a"),
        ("nom", "Lieu"),
        ("commune", "Poitiers"),
        ("telephone", "05 49 00 00 00"),
        ("services", "Maîtrise des outils numériques du quotidien"),
        ("date_maj", "2026-01-05"),
    ];
    row.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    row.extend(more.iter().filter(|(_, value)| !value.is_empty()));
    row
}

/// A scene where a place was imported, then edited by somebody.
fn edited(by: impl Fn(&str) -> String) -> Scene {
    let mut scene = Scene::default();
    scene.import("lieux-2026-01.csv", csv(&[&row(&[])]));
    let text = by(&scene.files[PATH]);
    scene.files.insert(PATH.into(), text);
    scene
}

fn fates(imported: &Imported) -> Vec<Fate> {
    imported.report.files[0].rows.iter().map(|row| row.fate).collect()
}

/// Code, key and reason of what was said of the first row.
fn said(imported: &Imported) -> Vec<String> {
    let findings = imported.report.files[0].rows[0].findings.iter();
    let merging = findings.filter(|one| {
        ["valeur-en-conflit", "fusion-impossible", "modification-refusee"]
            .contains(&one.code.as_str())
    });
    merging.map(|one| format!("{} {} : {}", one.code, one.column, one.reason)).collect()
}

/// Imports a new version; the file must be as said, and no cell may be lost.
fn again(scene: &mut Scene, rows: &[Row<'_>], file: &str) -> Imported {
    let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
    let text = csv(&rows);
    let imported = scene.import("lieux-2026-11.csv", &text);
    assert_eq!(scene.files[PATH].split_once('\n').unwrap().1, file);
    assert_eq!(scene.errors(), [] as [String; 0]);
    let found = cells::look(&text, "lieux-2026-11.csv", &scene.files, &json(&imported));
    assert_eq!(found.missing, [] as [String; 0]);
    imported
}

#[test]
fn local_edits_stay_and_upstream_changes_come_in() {
    let mut scene = edited(|text| {
        text.replace("commune: Poitiers\n", "commune: Poitiers   # rive gauche\n")
            .replace("nom: Lieu\n", "# le nom que tout le monde dit\nnom: Le Lieu\n")
            + "verifie: {le: 2026-03-01, par: hub}\n"
    });
    let new = row(&[
        ("telephone", "05 49 11 11 11"),
        ("adresse", "1 rue Neuve"),
        ("date_maj", "2026-10-05"),
    ]);
    let imported = again(
        &mut scene,
        std::slice::from_ref(&new),
        "id: a\n# le nom que tout le monde dit\nnom: Le Lieu\ncommune: Poitiers   # rive gauche\nadresse: 1 rue Neuve\ntelephone: 05 49 11 11 11\n\
         date_maj: 2026-10-05\nservices: [Maîtrise des outils numériques du quotidien]\nverifie: {le: 2026-03-01, par: hub}\n",
    );
    assert_eq!((fates(&imported), said(&imported)), (vec![Fate::Changed], vec![]));
    // The same again writes nothing, not even in what is remembered.
    let text = csv(&[&new]);
    let imported = scene.import("lieux-2026-12.csv", &text);
    assert_eq!(
        (fates(&imported), imported.outputs.len(), imported.sources.len()),
        (vec![Fate::Unchanged], 0, 0)
    );
}

#[test]
fn a_conflict_is_told_each_time_until_somebody_decides() {
    let local = "id: a\nnom: Lieu\ncommune: Poitiers\ntelephone: 05 49 22 22 22 # celui de l’accueil\ndate_maj: 2026-01-05\n\
                 services: [Maîtrise des outils numériques du quotidien]\n";
    let scene =
        || edited(|text| text.replace("05 49 00 00 00", "05 49 22 22 22 # celui de l’accueil"));
    let new = || row(&[("telephone", "05 49 11 11 11")]);
    let told = "valeur-en-conflit telephone : La fiche dit « 05 49 22 22 22 », le fichier dit maintenant « 05 49 11 11 11 » ; il disait « 05 49 00 00 00 ». La fiche n’a pas changé.";

    let mut waiting = scene();
    for _ in 0..2 {
        let imported = again(&mut waiting, &[new()], local);
        assert_eq!(
            (fates(&imported), said(&imported)),
            (vec![Fate::Unchanged], vec![told.to_owned()])
        );
    }
    // Whoever types the source's value has decided.
    let mut typed = waiting;
    let text = typed.files[PATH].replace("05 49 22 22 22", "05 49 11 11 11");
    typed.files.insert(PATH.into(), text);
    let imported = again(&mut typed, &[new()], &local.replace("05 49 22 22 22", "05 49 11 11 11"));
    assert_eq!(said(&imported), [] as [String; 0]);

    let mut kept = scene();
    kept.decided[0] = vec!["a:telephone".into()];
    assert_eq!(said(&again(&mut kept, &[new()], local)), [] as [String; 0]);
    kept.decided = Default::default();
    assert_eq!(said(&again(&mut kept, &[new()], local)), [] as [String; 0]);

    let mut taken = scene();
    taken.decided[1] = vec!["lieu-poitiers".into()];
    let imported = again(&mut taken, &[new()], &local.replace("05 49 22 22 22", "05 49 11 11 11"));
    assert_eq!((fates(&imported), said(&imported)), (vec![Fate::Changed], vec![]));
}

#[test]
fn lists_take_what_each_side_changed() {
    let mut scene = edited(|text| {
        text.replace(
            "services: [Maîtrise des outils numériques du quotidien]",
            "services:\n  - Maîtrise des outils numériques du quotidien # le jeudi\n  - Aide aux démarches administratives",
        )
    });
    let services =
        "Maîtrise des outils numériques du quotidien|Accès internet et matériel informatique";
    let imported = again(
        &mut scene,
        &[row(&[("services", services)])],
        "id: a\nnom: Lieu\ncommune: Poitiers\ntelephone: 05 49 00 00 00\ndate_maj: 2026-01-05\nservices:\n\
         \x20 - Maîtrise des outils numériques du quotidien # le jeudi\n  - Aide aux démarches administratives\n  - Accès internet et matériel informatique\n",
    );
    assert_eq!((fates(&imported), said(&imported)), (vec![Fate::Changed], vec![]));
}

#[test]
fn what_somebody_took_away_stays_away_and_what_the_source_takes_away_goes() {
    let mut scene = edited(|text| text.replace("telephone: 05 49 00 00 00\n", "") + "# à suivre\n");
    let imported = again(
        &mut scene,
        &[row(&[("date_maj", "")])],
        "id: a\nnom: Lieu\ncommune: Poitiers\nservices: [Maîtrise des outils numériques du quotidien]\n# à suivre\n",
    );
    assert_eq!((fates(&imported), said(&imported)), (vec![Fate::Changed], vec![]));
}

#[test]
fn a_record_that_was_never_met_is_kept_once_then_follows() {
    let mut scene = edited(|text| text.replace("nom: Lieu\n", "nom: Le Lieu\n"));
    scene.sources.clear();
    let body = scene.files[PATH].split_once('\n').unwrap().1.to_owned();
    let imported = again(&mut scene, &[row(&[])], &body);
    assert_eq!(fates(&imported), [Fate::Kept]);
    let imported = again(
        &mut scene,
        &[row(&[("telephone", "05 49 11 11 11")])],
        &body.replace("05 49 00 00 00", "05 49 11 11 11"),
    );
    assert_eq!(fates(&imported), [Fate::Changed]);
}

#[test]
fn who_moved_a_place_takes_no_other_part_of_its_address() {
    // Somebody says Lusignan; the source now gives a code and a street that are of Poitiers.
    let mut scene = edited(|text| text.replace("commune: Poitiers\n", "commune: Lusignan\n"));
    let body = scene.files[PATH].split_once('\n').unwrap().1.to_owned();
    let new = row(&[
        ("code_insee", "86194"),
        ("adresse", "1 rue Neuve"),
        ("telephone", "05 49 11 11 11"),
    ]);
    let expected = body.replace("05 49 00 00 00", "05 49 11 11 11");
    let imported = again(&mut scene, &[new], &expected);
    assert_eq!(fates(&imported), [Fate::Changed]);
    let told = |key: &str, value: &str| {
        format!(
            "valeur-en-conflit {key} : La fiche dit rien, le fichier dit maintenant « {value} » ; il disait rien. La fiche n’a pas changé."
        )
    };
    assert_eq!(said(&imported), [told("code_insee", "86194"), told("adresse", "1 rue Neuve")]);
}

#[test]
fn two_records_of_one_file_take_their_changes() {
    let of = |id, nom, phone| row(&[("id", id), ("nom", nom), ("telephone", phone)]);
    let mut scene = Scene::default();
    scene.import(
        "lieux.csv",
        csv(&[&of("a", "Lieu", "05 49 00 00 00"), &of("b", "Autre", "05 49 00 00 01")]),
    );
    let list: String = ["lieu-poitiers", "autre-poitiers"]
        .map(|name| {
            let text = scene.files.remove(&format!("86-vienne/acteurs/{name}.yaml")).unwrap();
            let body = text.split_once('\n').unwrap().1;
            format!("- {}\n", body.trim_end().replace('\n', "\n  "))
        })
        .concat();
    scene.files.insert("86-vienne/acteurs/lieux.yaml".into(), format!("# Les deux.\n{list}"));
    let new = csv(&[&of("a", "Lieu", "05 49 11 11 11"), &of("b", "Autre", "05 49 22 22 22")]);
    let imported = scene.import("lieux.csv", new);
    assert_eq!(fates(&imported), [Fate::Changed, Fate::Changed]);
    assert_eq!(
        scene.files["86-vienne/acteurs/lieux.yaml"],
        format!(
            "# Les deux.\n{}",
            list.replace("05 49 00 00 00", "05 49 11 11 11")
                .replace("05 49 00 00 01", "05 49 22 22 22")
        )
    );
}

/// Three places; the third vanishes from the next version.
fn three() -> (Scene, [Row<'static>; 3]) {
    let of = |id, nom| row(&[("id", id), ("nom", nom)]);
    let rows = [of("a", "Lieu"), of("b", "Autre"), of("c", "Parti")];
    let mut scene = Scene::default();
    scene.import("lieux-2026-01.csv", csv(&[&rows[0], &rows[1], &rows[2]]));
    (scene, rows)
}

#[test]
fn what_vanished_is_proposed_and_closed_when_it_is_wanted() {
    let (mut scene, rows) = three();
    let path = "86-vienne/acteurs/parti-poitiers.yaml";
    let before = scene.files.clone();
    let text = csv(&[&rows[0], &rows[1]]);
    let imported = scene.import("lieux-2026-11.csv", &text);
    assert_eq!(scene.files, before);
    let whole = jalon::intake::report::whole(&imported.report);
    assert!(
        whole.contains(
            "\n\nDISPARUES DE LEUR FICHIER\n  Parti (86-vienne/acteurs/parti-poitiers.yaml) n’est plus dans « lieux ». \
             Vérifiez ; pour la fermer : --fermer c ; pour la garder sans qu’il en soit plus question : --garder c.\n"
        ),
        "{whole}"
    );
    assert_eq!(json(&imported)["fiches_disparues"][0]["id"], "c");
    scene.decided[2] = vec!["c".into()];
    let imported = scene.import("lieux-2026-11.csv", &text);
    assert!(imported.report.vanished[0].closed);
    assert!(scene.files[path].ends_with("\ntermine: {le: 2026-11-23}\n"), "{}", scene.files[path]);
    assert_eq!(scene.errors(), [] as [String; 0]);
    // What is closed is proposed no more.
    scene.decided = Default::default();
    assert_eq!(scene.import("lieux-2026-11.csv", &text).report.vanished, []);
}

#[test]
fn what_somebody_keeps_or_deleted_is_proposed_no_more() {
    let (mut scene, rows) = three();
    let text = csv(&[&rows[0], &rows[1]]);
    scene.decided[0] = vec!["c".into()];
    assert_eq!(scene.import("lieux-2026-11.csv", &text).report.vanished, []);
    scene.decided = Default::default();
    assert_eq!(scene.import("lieux-2026-11.csv", &text).report.vanished, []);

    let (mut scene, _) = three();
    scene.files.remove("86-vienne/acteurs/parti-poitiers.yaml");
    assert_eq!(scene.import("lieux-2026-11.csv", &text).report.vanished, []);
    // A row that is refused is still a row of its place; a file of few of the places is another file.
    let (mut scene, rows) = three();
    let bad: Row<'_> = vec![("id", "c"), ("nom", "Parti"), ("commune", "Nulle-Part-du-Tout")];
    assert_eq!(scene.import("lieux.csv", csv(&[&rows[0], &rows[1], &bad])).report.vanished, []);
    assert_eq!(scene.import("lieux.csv", csv(&[&rows[0]])).report.vanished, []);
    // Another source says nothing of this one.
    assert_eq!(scene.import("autres.csv", csv(&[&rows[0], &rows[1]])).report.vanished, []);
}

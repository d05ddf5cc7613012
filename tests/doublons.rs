//! Records that look like one: listed with the reason, decided by a person, remembered.
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_methods, clippy::panic)]

mod support;

use support::Desk;

fn said(desk: &Desk) -> String {
    let said = desk.jalon(&["doublons", "--today", support::TODAY]);
    assert_eq!(String::from_utf8(said.stderr).unwrap(), "");
    String::from_utf8(said.stdout).unwrap()
}

/// Places of one commune, each with what differs.
fn desk(places: &[(&str, &str)]) -> Desk {
    let desk = Desk::with(&[]);
    for (id, keys) in places {
        let text =
            format!("commune: Poitiers\nservices: [Aide aux démarches administratives]\n{keys}\n");
        desk.write(&format!("content/86-vienne/acteurs/{id}.yaml"), text);
    }
    desk
}

const TWO: [(&str, &str); 2] = [
    (
        "ccas",
        "nom: CCAS de Poitiers\ntelephone: 05 36 49 12 01\nlatitude: 46.5802\nlongitude: 0.3404",
    ),
    (
        "social",
        "nom: Action sociale\ntelephone: 05 36 49 12 01\nlatitude: 46.5803\nlongitude: 0.3404",
    ),
];

#[test]
fn two_signs_make_a_pair_and_a_decision_ends_it() {
    let desk = desk(&TWO);
    assert_eq!(
        said(&desk),
        "Action sociale (Poitiers) [social], content/86-vienne/acteurs/social.yaml\n\
         CCAS de Poitiers (Poitiers) [ccas], content/86-vienne/acteurs/ccas.yaml\n  à 11 m l’un de l’autre, même téléphone\n\n\
         1 paire à décider. Écrivez dans content/doublons.yaml, pour chacune :\n  - {fiches: [une, autre], decision: différents}\nou « decision: même lieu ».\n"
    );
    desk.write(
        "content/doublons.yaml",
        "- {fiches: [86-vienne/ccas, social], decision: différents, raison: deux guichets}\n",
    );
    assert_eq!(said(&desk), "Aucun doublon à décider.\n");
    assert_eq!(desk.messages(), "");
}

#[test]
fn what_could_not_be_read_is_not_said_to_hold_no_pair() {
    let said = Desk::empty().jalon(&["doublons"]);
    assert_eq!(said.status.code(), Some(1));
    assert_eq!(String::from_utf8(said.stdout).unwrap(), "");
}

#[test]
fn what_is_one_place_is_said_until_one_record_is_left() {
    let desk = desk(&TWO);
    desk.write("content/doublons.yaml", "- {fiches: [ccas, social], decision: même lieu}\n");
    assert_eq!(said(&desk), "Aucun doublon à décider.\n");
    assert_eq!(
        desk.messages().replace('\u{a0}', " "),
        "attention[doublon-a-fondre]: Ces fiches sont un seul lieu, et les deux sont publiées : « Action sociale », « CCAS de Poitiers ».\n \
         --> content/doublons.yaml:1:4\n  |\n1 | - {fiches: [ccas, social], decision: même lieu}\n  |    ^^^^^^\n  |\n  \
         = à faire: Gardez-en une, ajoutez-lui dans « anciens_ids » l’identifiant de l’autre, et effacez l’autre fichier.\n\n"
    );
    std::fs::remove_file(desk.path().join("content/86-vienne/acteurs/social.yaml")).unwrap();
    let kept = desk.read("content/86-vienne/acteurs/ccas.yaml") + "anciens_ids: [social]\n";
    desk.write("content/86-vienne/acteurs/ccas.yaml", kept);
    assert_eq!(desk.messages(), "");
}

#[test]
fn a_decision_names_records_that_are_there() {
    let desk = desk(&TWO);
    desk.write(
        "content/doublons.yaml",
        "- {fiches: [ccas, socail], decision: différents}\n- {fiches: [ccas, social]}\n",
    );
    let said = desk.messages();
    assert!(
        said.contains("attention[doublon-inconnu]: Aucun acteur n’a l’identifiant « socail »."),
        "{said}"
    );
    assert!(said.contains("erreur[champ-manquant]: Il manque « decision »."), "{said}");
}

#[test]
fn one_sign_is_not_enough_but_for_a_name_that_nothing_contradicts() {
    let point = "latitude: 46.5802\nlongitude: 0.3404";
    let far = "latitude: 46.5902\nlongitude: 0.3404";
    for (one, other, pairs) in [
        // One name, and nothing against it.
        ("nom: Médiathèque".to_owned(), "nom: La médiathèque de Poitiers".to_owned(), 1),
        (
            "nom: Médiathèque\nadresse: 1 rue A".into(),
            "nom: Médiathèque\nadresse: 2 rue B".into(),
            0,
        ),
        (format!("nom: Médiathèque\n{point}"), format!("nom: Médiathèque\n{far}"), 0),
        // One sign of another sort.
        (
            "nom: A un\ntelephone: 05 36 49 12 01".into(),
            "nom: B deux\ntelephone: 05 36 49 12 01".into(),
            0,
        ),
        (format!("nom: A un\n{point}"), format!("nom: B deux\n{point}"), 0),
        (
            "nom: A un\npivot: \"21860194600013\"".into(),
            "nom: B deux\npivot: \"21860194600013\"".into(),
            0,
        ),
        // Two.
        (
            "nom: A un\npivot: \"21860194600013\"\ntelephone: 05 36 49 12 01".into(),
            "nom: B deux\npivot: \"21860194600013\"\ntelephone: 05 36 49 12 01".into(),
            1,
        ),
        (
            "nom: Grand Théâtre\ntelephone: 05 36 49 12 01".into(),
            "nom: Grand Théâtre des Cordeliers\ntelephone: 05 36 49 12 01".into(),
            1,
        ),
        // What has ended is nobody's double.
        ("nom: Médiathèque\ntermine: {le: 2026-01-01}".into(), "nom: Médiathèque".into(), 0),
    ] {
        let desk = desk(&[("a", &one), ("b", &other)]);
        let found = said(&desk)
            .matches(" m l’un de l’autre")
            .count()
            .max(usize::from(said(&desk).contains("1 paire")));
        assert_eq!(found, pairs, "{one} / {other}: {}", said(&desk));
    }
}

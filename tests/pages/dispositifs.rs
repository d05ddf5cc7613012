//! Schemes and labels: who carries them, until when, and those that are a thing of the past.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::reading::{fact, headings, lines, links, listed, part, under, vienne, words};

const FILES: [(&str, &str); 14] = [
    (
        "dispositifs/france-services.yaml",
        "nom: France services\nen_six_mots: Dix services publics au même guichet\nterme_national: France Services\nporte_par: État\ndepuis: 2019\n",
    ),
    ("dispositifs/aidants-connect.yaml", "nom: Aidants Connect\nterme_national: Aidants Connect\n"),
    ("dispositifs/charte.yaml", "nom: Charte du Clain\nautres_noms: [Label Clain]\n"),
    (
        "dispositifs/pass-numerique.yaml",
        "nom: Pass numérique\ntermine: {le: 2024-01-31, raison: L'émetteur est en liquidation.}\n",
    ),
    (
        "86-vienne/acteurs/a.yaml",
        "nom: Agora\ncommune: Poitiers\ndispositif_programmes_nationaux: [France Services]\npass_numerique: [accepte]\n",
    ),
    (
        "86-vienne/acteurs/b.yaml",
        "nom: Bureau\ncommune: Poitiers\ndispositif_programmes_nationaux: [{nom: France Services, jusqu_au: 2026-11-22}]\npass_numerique: [prescripteur]\n",
    ),
    (
        "86-vienne/acteurs/c.yaml",
        "nom: Comptoir\ncommune: Poitiers\ndispositif_programmes_nationaux: [{nom: France Services, jusqu_au: 2026-11-23}]\n",
    ),
    (
        "86-vienne/acteurs/d.yaml",
        "nom: Disparu\ncommune: Poitiers\ndispositif_programmes_nationaux: [France Services]\ntermine: {le: 2026-01-01}\n",
    ),
    (
        "86-vienne/acteurs/e.yaml",
        "nom: Espace\ncommune: Lusignan\nautres_formations_labels: [label clain]\n",
    ),
    (
        "86-vienne/acteurs/f.yaml",
        "nom: Département\nsorte: financeur\ncommune: Poitiers\npass_numerique: [commanditaire]\n",
    ),
    (
        "86-vienne/acteurs/g.yaml",
        "nom: Galerie\ncommune: Poitiers\ndispositif_programmes_nationaux: [{nom: France Services, jusqu_au: 2025-12-31}, {nom: France Services, depuis: 2026-01}]\n",
    ),
    ("86-vienne/acteurs/h.yaml", "nom: Halle\ncommune: Poitiers\n"),
    ("86-vienne/acteurs/i.yaml", "nom: Maison France Services\ncommune: Loudun\n"),
    ("86-vienne/pages/aide.md", "---\ntitre: Aide\n---\n\nUn texte.\n"),
];

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| vienne(&FILES));

fn page(id: &str) -> &'static str {
    &PAGES[&format!("dispositifs/{id}.html")]
}

#[test]
fn it_says_what_it_means_and_who_carries_it() {
    let page = page("france-services");
    assert_eq!(words(part(page, "h1")), "France services");
    assert_eq!(lines(part(page, "main"))[1], "Dix services publics au même guichet.");
    assert_eq!(fact(page, "Porté par").unwrap(), "État");
    assert_eq!(fact(page, "Depuis").unwrap(), "2019");
}

#[test]
fn it_lists_those_that_bear_the_national_term_today() {
    let listed = listed(page("france-services"), "Où en trouver dans ce guide");
    let has = |name: &str| listed.iter().any(|listed| listed == name);
    assert!(has("Agora"), "{listed:?}");
    assert!(has("Comptoir"), "its label holds until tonight: {listed:?}");
    assert!(!has("Bureau"), "its label ended on the day before: {listed:?}");
    assert!(!has("Disparu"), "it has ended: {listed:?}");
    assert!(!has("Halle") && !has("Maison France Services"), "no label is written: {listed:?}");
}

#[test]
fn a_label_that_was_renewed_is_listed() {
    let listed = listed(page("france-services"), "Où en trouver dans ce guide");
    assert!(listed.contains(&"Galerie".to_owned()), "{listed:?}");
}

#[test]
fn labels_outside_the_standard_are_found_by_their_names() {
    assert_eq!(listed(page("charte"), "Où en trouver dans ce guide"), ["Espace"]);
}

#[test]
fn one_that_nobody_carries_says_so() {
    assert_eq!(
        lines(under(page("aidants-connect"), "Où en trouver dans ce guide")),
        ["Aucun lieu de ce guide ne le propose pour l’instant."]
    );
}

#[test]
fn those_that_ended_are_listed_apart() {
    let list = &PAGES["dispositifs/index.html"];
    assert_eq!(headings(list), ["Ce qui n’existe plus"]);
    assert_eq!(
        lines(under(list, "Ce qui n’existe plus")),
        ["Pass numérique", "Fini depuis le 31 janvier 2024."]
    );
    let names: Vec<String> = links(part(list, "main")).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["Aidants Connect", "Charte du Clain", "France services", "Pass numérique"]);
}

#[test]
fn the_roles_in_the_pass_are_in_the_past_tense_once_it_ended() {
    let page = page("pass-numerique");
    assert!(
        words(part(page, "main"))
            .contains("Fini depuis le 31 janvier 2024. L’émetteur est en liquidation.")
    );
    assert_eq!(headings(page), ["Qui le commandait", "Qui le donnait", "Qui l’acceptait"]);
    assert_eq!(listed(page, "Qui le commandait"), ["Département"]);
    assert_eq!(listed(page, "Qui le donnait"), ["Bureau"]);
    assert_eq!(listed(page, "Qui l’acceptait"), ["Agora"]);
}

#[test]
fn and_in_the_present_as_long_as_it_lives() {
    let mut files = FILES;
    files[3] = ("dispositifs/pass-numerique.yaml", "nom: Pass numérique\n");
    let page = &vienne(&files)["dispositifs/pass-numerique.html"];
    assert_eq!(headings(page), ["Qui le commande", "Qui le donne", "Qui l’accepte"]);
    assert!(!words(page).contains("Fini depuis"));
}

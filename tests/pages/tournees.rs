//! Tours: stops in their order, the next days of each, what is cancelled, no hour where none is fixed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::reading::{fact, href, lines, links, part, under, vienne, words};

const FILES: [(&str, &str); 3] = [
    (
        "86-vienne/acteurs/bus.yaml",
        "nom: Bus\ncommune: Poitiers\ntelephone: 05 36 49 12 01\nchangements: [{le: 2026-12-08, arret: Trois-Cités, etat: annulé, raison: entretien}]\nverifie: {le: 2026-11-03, comment: téléphone}\ntournee:\n  base: quartier de La Blaiserie\n  sauf: [jours fériés, du 24 décembre 2026 au 3 janvier 2027]\n  arrets:\n    - {nom: Trois-Cités, commune: Poitiers, ou: place centrale, horaires: \"mardi 9h30-12h, semaines paires\"}\n    - {nom: Couronneries, commune: Poitiers, ou: devant la médiathèque, horaires: lundi 9h30-12h}\n    - {nom: Lusignan, commune: Lusignan, ou: place du marché, horaires: 1er et 3e jeudi du mois 9h30-12h30}\n",
    ),
    (
        "86-vienne/acteurs/velo.yaml",
        "nom: Vélo\ncommune: Poitiers\ntelephone: 05 36 49 12 09\ntournee:\n  regularite: variable\n  arrets: [{nom: Marché, commune: Vivonne, ou: sous la halle}]\n",
    ),
    (
        "86-vienne/acteurs/ancien.yaml",
        "nom: Ancien bus\ncommune: Poitiers\ntermine: {le: 2025-06-30}\ntournee: {arrets: [{nom: Gare, commune: Vivonne, horaires: lundi 9h-12h}]}\n",
    ),
];

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| vienne(&FILES));

#[test]
fn stops_stand_in_the_order_of_the_tour_each_with_its_next_days() {
    let page = &PAGES["tournees/bus.html"];
    assert_eq!(words(part(page, "h1")), "Les passages : Bus");
    // Even weeks from 23 November 2026: 48, 50 and 52, whose Tuesday is 22 December.
    assert_eq!(
        lines(part(under(page, "Où et quand"), "ol")),
        [
            "Trois-Cités, Poitiers",
            "Place centrale",
            "Mardi de 9 h 30 à 12 h, les semaines paires.",
            "Prochaines dates : 24 novembre, 8 décembre (annulé), 22 décembre.",
            "Couronneries, Poitiers",
            "Devant la médiathèque",
            "Lundi de 9 h 30 à 12 h.",
            "Prochaines dates : 23 novembre, 30 novembre, 7 décembre.",
            "Lusignan",
            "Place du marché",
            "Le 1er et le 3e jeudi du mois de 9 h 30 à 12 h 30.",
            "Prochaines dates : 3 décembre, 17 décembre, 7 janvier 2027.",
        ]
    );
}

#[test]
fn what_holds_for_the_whole_tour_is_said_once_and_its_phone_comes_first() {
    let page = &PAGES["tournees/bus.html"];
    let said = words(part(page, "main"));
    let rule = "Pas de passage les jours fériés, ni du 24 décembre 2026 au 3 janvier 2027.";
    assert_eq!(said.matches("Pas de passage").count(), 1);
    assert!(said.contains(rule), "{said}");
    assert!(said.contains("Point de départ : quartier de La Blaiserie."));
    assert_eq!(href(part(page, "main"), "Appeler le 05 36 49 12 01"), "tel:+33536491201");
    assert_eq!(href(under(page, "Où et quand"), "Bus"), "../acteurs/bus.html");
}

#[test]
fn its_box_says_when_it_passes_next_and_when_that_was_verified() {
    let page = &PAGES["tournees/bus.html"];
    // Monday 23 November is today; 48 is an even week.
    assert_eq!(
        fact(page, "Prochains passages").unwrap(),
        "Lundi 23 novembre, de 9 h 30 à 12 h, Couronneries / Mardi 24 novembre, de 9 h 30 à 12 h, Trois-Cités / Lundi 30 novembre, de 9 h 30 à 12 h, Couronneries"
    );
    assert_eq!(fact(page, "Fiche").unwrap(), "vérifiée le 3 novembre 2026 par téléphone");
    let said = words(part(page, "main"));
    assert_eq!(said.to_lowercase().matches("vérifiée").count(), 1, "once: {said}");
    assert!(said.contains("Dates à partir du 23 novembre 2026."), "{said}");
    assert_eq!(fact(&PAGES["tournees/velo.html"], "Prochains passages"), None);
}

#[test]
fn a_variable_tour_says_no_hour_at_all() {
    let page = &PAGES["tournees/velo.html"];
    let said = words(part(page, "main"));
    assert!(said.contains("Les lieux et les horaires changent : appelez pour savoir où et quand."));
    assert!(said.contains("Marché, Vivonne") && said.contains("Sous la halle"), "{said}");
    assert!(!said.contains("Prochaines dates"), "{said}");
    assert!(!said.contains("Dates à partir du"), "no date follows: {said}");
    let hour = said.split(' ').zip(said.split(' ').skip(1)).find(|(number, word)| {
        number.chars().all(|c| c.is_ascii_digit()) && word.trim_end_matches([',', '.']) == "h"
    });
    assert_eq!(hour, None, "{said}");
}

#[test]
fn the_list_of_tours_leaves_out_those_that_ended() {
    let page = &PAGES["tournees/index.html"];
    let names: Vec<String> = links(part(page, "main")).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["Bus", "Vélo"]);
    let others = lines(under(&PAGES["tournees/bus.html"], "Les autres tournées"));
    assert_eq!(others[0], "Vélo");
    let said = words(part(&PAGES["tournees/ancien.html"], "main"));
    assert!(said.contains("Fini depuis le 30 juin 2025."), "{said}");
    assert!(!said.contains("Prochaines dates"), "{said}");
}

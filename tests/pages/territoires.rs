//! Quartiers, priority districts and networks: members, stops, events kept for them, dated links.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::reading::{fact, headings, href, lines, links, listed, part, under, vienne, words};

const FILES: [(&str, &str); 14] = [
    (
        "territoires/saint-eloi.yaml",
        "nom: Saint-Éloi\nautres_noms: [St Eloi]\nsorte: quartier\ncommunes: [Poitiers]\ncoordinateur: maison\nqpv: {nom: QPV Saint-Éloi, depuis: 2015-01-01}\n",
    ),
    (
        "territoires/qpv.yaml",
        "nom: Quartier prioritaire Saint-Éloi\nautres_noms: [QPV Saint-Éloi]\nsorte: qpv\ncommunes: [Poitiers]\ncontrat_de_ville: {periode: 2024-2030}\n",
    ),
    ("territoires/bel-air.yaml", "nom: Bel-Air\nsorte: quartier\ncommunes: [Poitiers]\n"),
    (
        "territoires/reseau.yaml",
        "nom: Réseau du Clain\nsorte: réseau local\ncommunes: [Poitiers, Lusignan]\ncoordinateur: maison\n",
    ),
    ("territoires/ailleurs.yaml", "nom: Les Aubiers\nsorte: quartier\ncommunes: [Bordeaux]\n"),
    (
        "86-vienne/acteurs/maison.yaml",
        "nom: Maison de quartier\ncommune: Poitiers\nquartier: saint-eloi\nreseaux: [reseau]\n",
    ),
    (
        "86-vienne/acteurs/fini.yaml",
        "nom: Ancien cyber-espace\ncommune: Poitiers\nquartier: saint-eloi\nreseaux: [reseau]\ntermine: {le: 2025-06-30}\n",
    ),
    (
        "86-vienne/acteurs/ville.yaml",
        "nom: Ville\nsorte: collectivité\ncommune: Poitiers\nreseaux: [reseau]\n",
    ),
    ("86-vienne/acteurs/loin.yaml", "nom: Bureau\ncommune: Lusignan\nreseaux: [reseau]\n"),
    (
        "86-vienne/acteurs/bus.yaml",
        "nom: Bus\ncommune: Poitiers\ntournee:\n  arrets:\n    - {nom: St Éloi, commune: Poitiers, ou: place du marché, horaires: mardi 9h-12h}\n    - {nom: Saint-Éloi, commune: Lusignan, ou: devant l'école, horaires: jeudi 9h-12h}\n    - {nom: Bel-Air, commune: Poitiers, ou: parking, horaires: vendredi 9h-12h}\n",
    ),
    (
        "86-vienne/acteurs/ancien-bus.yaml",
        "nom: Ancien bus\ncommune: Poitiers\ntermine: {le: 2025-06-30}\ntournee: {arrets: [{nom: Saint-Éloi, commune: Poitiers, horaires: lundi 9h-12h}]}\n",
    ),
    (
        "86-vienne/evenements/ici.yaml",
        "nom: Atelier ici\nchez: maison\ndates: [{le: 2026-12-03, horaires: 9h-12h}]\n",
    ),
    (
        "86-vienne/evenements/reserve.yaml",
        "nom: Parcours gardé\ncommune: Poitiers\nreserve_a: {quartiers: [st eloi]}\ndates: [{le: 2026-12-04, horaires: 9h-12h}]\n",
    ),
    (
        "86-vienne/evenements/passe.yaml",
        "nom: Fête passée\nchez: maison\ndates: [{le: 2026-10-03, horaires: 9h-12h}]\n",
    ),
];

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| vienne(&FILES));

fn page(id: &str) -> &'static str {
    &PAGES[&format!("territoires/{id}.html")]
}

#[test]
fn the_list_says_each_kind_apart_and_leaves_those_of_elsewhere_out() {
    let list = &PAGES["territoires/index.html"];
    assert_eq!(headings(list), ["Quartiers", "Quartiers prioritaires", "Réseaux locaux"]);
    assert_eq!(listed(list, "Quartiers"), ["Bel-Air", "Saint-Éloi"]);
    assert_eq!(listed(list, "Quartiers prioritaires"), ["Quartier prioritaire Saint-Éloi"]);
    assert_eq!(listed(list, "Réseaux locaux"), ["Réseau du Clain"]);
    assert!(!PAGES.contains_key("territoires/ailleurs.html"));
}

#[test]
fn a_quartier_has_its_places_and_its_coordinator() {
    let page = page("saint-eloi");
    assert_eq!(words(part(page, "title")), "Saint-Éloi, Poitiers – Guide d’essai");
    assert_eq!(lines(part(page, "main"))[1], "Quartier : Poitiers");
    assert_eq!(listed(page, "Où aller"), ["Maison de quartier"]);
    assert_eq!(fact(page, "Qui coordonne").unwrap(), "Maison de quartier");
    assert_eq!(listed(page, "Les autres"), ["Bel-Air"]);
}

#[test]
fn the_link_from_a_quartier_to_a_priority_district_is_dated() {
    let said = "QPV Saint-Éloi, depuis le 1er janvier 2015";
    assert_eq!(fact(page("saint-eloi"), "Quartier prioritaire").unwrap(), said);
    assert_eq!(href(part(page("saint-eloi"), "main"), said), "qpv.html");
    assert_eq!(fact(page("bel-air"), "Quartier prioritaire"), None);
    assert_eq!(lines(part(page("qpv"), "main"))[1], "Quartier prioritaire : Poitiers");
    assert_eq!(fact(page("qpv"), "Contrat de ville").unwrap(), "2024-2030");
}

#[test]
fn stops_that_bear_the_name_of_a_quartier_of_their_commune_are_on_its_page() {
    let stops = |id| lines(under(page(id), "Ils passent ici"));
    let at = |line: &[String]| line.join(" / ");
    assert!(at(&stops("saint-eloi")).contains("Bus / Place du marché. / Mardi de 9 h à 12 h."));
    assert!(!at(&stops("saint-eloi")).contains("école"), "a stop of Lusignan");
    assert!(at(&stops("bel-air")).contains("Bus / Parking. / Vendredi de 9 h à 12 h."));
}

#[test]
fn the_stops_of_a_bus_that_ended_are_on_no_page_of_a_quartier() {
    let hrefs = links(part(page("saint-eloi"), "main"));
    assert!(
        !hrefs.iter().any(|(href, _)| href == "../acteurs/ancien-bus.html"),
        "the page sends people to a bus that comes no more: {hrefs:?}"
    );
}

#[test]
fn events_at_its_places_or_kept_for_its_people_are_on_its_page() {
    assert_eq!(listed(page("saint-eloi"), "Événements"), ["Atelier ici", "Parcours gardé"]);
    assert!(!headings(page("bel-air")).contains(&"Événements".to_owned()));
}

#[test]
fn a_network_tells_places_from_other_members() {
    let page = page("reseau");
    assert_eq!(listed(page, "Où aller"), ["Bureau", "Maison de quartier"]);
    assert_eq!(listed(page, "Les autres membres"), ["Ville"]);
    assert_eq!(
        fact(&PAGES["acteurs/maison.html"], "Réseau").unwrap(),
        "Réseau du Clain",
        "and its members lead back to it"
    );
    let back = href(part(&PAGES["acteurs/maison.html"], "main"), "Réseau du Clain");
    assert_eq!(back, "../territoires/reseau.html");
}

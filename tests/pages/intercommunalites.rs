//! Intercommunalités: an address from the short name, what the staff says of each, its communes.

use std::collections::BTreeMap;

use crate::reading::{
    built, fact, facts, headings, href, lines, links, listed, part, under, vienne, words,
};
use crate::support::{Desk, TODAY};
use jalon::{territory, text::slug};

/// Two places in Grand Poitiers, one of which coordinates, one in Vienne et Gartempe.
fn guide(record: &str) -> BTreeMap<String, String> {
    vienne(&[
        ("86-vienne/acteurs/a.yaml", "nom: Agora\ncommune: Poitiers\n"),
        ("86-vienne/acteurs/hub.yaml", "nom: Hub\nsorte: coordination\ncommune: Poitiers\n"),
        ("86-vienne/acteurs/b.yaml", "nom: Bureau\ncommune: Lusignan\n"),
        ("86-vienne/acteurs/c.yaml", "nom: Comptoir\ncommune: Saint-Savin\n"),
        (
            "86-vienne/acteurs/d.yaml",
            "nom: Disparu\ncommune: Lusignan\ntermine: {le: 2026-01-01}\n",
        ),
        (
            "86-vienne/evenements/e.yaml",
            "nom: Essai\ncommune: Lusignan\ndates: [{le: 2026-12-03, horaires: 9h-12h}]\n",
        ),
        ("territoires/epci.yaml", record),
    ])
}

const RECORD: &str = "nom: Grand Poitiers\nsorte: epci\ncode: \"200069854\"\npresentation_resume: Quarante communes.\ncoordinateur: hub\nlabels: [Territoire numérique inclusif]\nstrategie: Un lieu à moins de 20 minutes.\ncontrat_de_ville: {periode: 2024-2030, signataires: [État, Grand Poitiers], axes: [emploi, transitions]}\ncouverture: {valeur: 92 logements sur 100, date: 2026-06-30, source: Arcep}\n";

#[test]
fn its_address_is_its_short_name_and_its_title_asks_for_help() {
    let pages = guide(RECORD);
    let all: Vec<&str> =
        pages.keys().filter_map(|path| path.strip_prefix("intercommunalites/")).collect();
    // Those where nothing is have a page too: their communes say what is near.
    assert_eq!(
        all,
        [
            "civraisien-en-poitou.html",
            "grand-chatellerault.html",
            "grand-poitiers.html",
            "haut-poitou.html",
            "index.html",
            "pays-loudunais.html",
            "vallees-du-clain.html",
            "vienne-et-gartempe.html"
        ]
    );
    let empty = &pages["intercommunalites/haut-poitou.html"];
    assert_eq!(headings(empty), ["Les autres communes", "Les autres intercommunalités"]);
    let page = &pages["intercommunalites/grand-poitiers.html"];
    assert_eq!(words(part(page, "h1")), "Se faire aider : Grand Poitiers");
    assert_eq!(lines(part(page, "main"))[1], "Communauté urbaine du Grand Poitiers");
    assert_eq!(href(part(page, "main"), "Vienne et Gartempe"), "vienne-et-gartempe.html");
}

#[test]
fn it_says_what_the_record_says() {
    let page = &guide(RECORD)["intercommunalites/grand-poitiers.html"];
    // Where to go comes first.
    assert_eq!(
        headings(page),
        [
            "Les communes",
            "Les lieux",
            "Ce qui a lieu le 3 décembre 2026",
            "Événements",
            "Ce qui se fait ici",
            "Les autres communes",
            "Les autres intercommunalités"
        ]
    );
    let said = facts(page);
    let said: Vec<(&str, &str)> =
        said.iter().map(|(name, said)| (name.as_str(), said.as_str())).collect();
    assert_eq!(
        said,
        [
            ("Qui coordonne", "Hub"),
            ("Labels", "Territoire numérique inclusif"),
            ("Ce qui est décidé", "Un lieu à moins de 20 minutes."),
            ("Contrat de ville", "2024-2030"),
            ("Signé par", "État, Grand Poitiers"),
            ("Sujets du contrat", "emploi, transitions"),
            ("Internet", "92 logements sur 100 (30 juin 2026, Arcep)."),
        ]
    );
    assert_eq!(href(under(page, "Ce qui se fait ici"), "Hub"), "../acteurs/hub.html");
    assert!(words(page).contains("Quarante communes."));
}

#[test]
fn it_lists_its_communes_its_places_and_its_events() {
    let page = &guide(RECORD)["intercommunalites/grand-poitiers.html"];
    assert_eq!(
        links(under(page, "Les communes")),
        [
            ("../communes/lusignan.html".to_owned(), "Lusignan".to_owned()),
            ("../communes/poitiers.html".into(), "Poitiers".into()),
        ]
    );
    // Neither the hub, which receives nobody, nor what has ended.
    assert_eq!(listed(page, "Les lieux"), ["Bureau", "Agora"]);
    assert_eq!(listed(page, "Événements"), ["Essai"]);
}

#[test]
fn without_record_it_says_only_what_is_known() {
    let pages = guide(&RECORD.replace("200069854", "248600413"));
    let page = &pages["intercommunalites/grand-poitiers.html"];
    assert_eq!(fact(page, "Qui coordonne"), None);
    assert!(!headings(page).contains(&"Ce qui se fait ici".to_owned()));
    assert_eq!(listed(page, "Les lieux"), ["Bureau", "Agora"]);
}

#[test]
fn communes_of_one_name_are_each_in_their_own() {
    let pages = vienne(&[
        ("86-vienne/acteurs/a.yaml", "nom: Comptoir\ncommune: Saint-Savin\n"),
        (
            "86-vienne/acteurs/b.yaml",
            "nom: Bureau\ncommune: Saint-Savin\ncode_insee: \"38455\"\ncode_postal: \"38300\"\n",
        ),
    ]);
    let of = |name: &str| {
        let page = &pages[&format!("intercommunalites/{name}.html")];
        (links(under(page, "Les communes")), listed(page, "Les lieux"))
    };
    let commune = |code: &str| {
        vec![(format!("../communes/saint-savin-{code}.html"), "Saint-Savin".to_owned())]
    };
    assert_eq!(of("vienne-et-gartempe"), (commune("86246"), vec!["Comptoir".to_owned()]));
    let of_isere = territory::commune("38455").and_then(|commune| commune.epci);
    let other = slug(territory::epci(of_isere.unwrap()).unwrap().nom_propre());
    assert_eq!(of(&other), (commune("38455"), vec!["Bureau".to_owned()]));
    let titles: Vec<String> = ["86246", "38455"]
        .iter()
        .map(|code| words(part(&pages[&format!("communes/saint-savin-{code}.html")], "title")))
        .collect();
    assert_ne!(titles[0], titles[1], "a reader cannot tell them apart");
}

#[test]
fn those_of_one_short_name_take_their_siren() {
    // CC des Quatre Rivières: 247000623 in Haute-Saône (Dampierre-sur-Salon), 247400666 in Haute-Savoie (Viuz-en-Sallaz).
    let desk = Desk::with(&[
        ("70-haute-saone/guide.yaml", "titre: G\ndepartement: \"70\"\nediteur: E\n"),
        ("70-haute-saone/acteurs/a.yaml", "nom: A\ncommune: Dampierre-sur-Salon\n"),
        (
            "70-haute-saone/acteurs/b.yaml",
            "nom: B\ncommune: Viuz-en-Sallaz\ncode_insee: \"74311\"\n",
        ),
    ]);
    let pages = built(&desk, TODAY);
    for (siren, place) in [("247000623", "A"), ("247400666", "B")] {
        let page =
            &pages[&format!("70-haute-saone/intercommunalites/quatre-rivieres-{siren}.html")];
        assert_eq!(listed(page, "Les lieux"), [place]);
    }
}

//! Where each kind of page leads: the territories of a place, what is near an event, what a word means.

use std::collections::BTreeSet;

use crate::SITES;
use crate::reading::{fact, href, lines, links, listed, part, under, words};

fn page(path: &str) -> &'static str {
    SITES[0].page(&format!("{path}.html"))
}

#[test]
fn a_place_belongs_to_its_commune_its_intercommunalite_its_quartier_and_its_networks() {
    let lusignan = page("86-vienne/acteurs/france-services-lusignan");
    assert_eq!(href(lusignan, "Grand Poitiers"), "../intercommunalites/grand-poitiers.html");
    assert_eq!(href(lusignan, "Lusignan"), "../communes/lusignan.html");
    let network = "Réseau d’entraide numérique du Clain";
    assert_eq!(fact(lusignan, "Réseau").as_deref(), Some(network));
    let town_hall = page("86-vienne/acteurs/mairie-de-quartier-couronneries");
    assert_eq!(href(town_hall, "Couronneries"), "../territoires/quartier-couronneries.html");
    let district = "Quartier prioritaire Couronneries, depuis le 1er janvier 2015";
    assert_eq!(fact(town_hall, "Quartier prioritaire").as_deref(), Some(district));
    assert_eq!(href(town_hall, district), "../territoires/qpv-couronneries.html");
}

#[test]
fn territories_lead_to_each_other() {
    let epci = page("86-vienne/intercommunalites/grand-poitiers");
    assert_eq!(fact(epci, "Qui coordonne").as_deref(), Some("Grand Poitiers"));
    let active = listed(epci, "Quartiers et réseaux");
    for wanted in
        ["Saint-Éloi", "Quartier prioritaire Couronneries", "Réseau d’entraide numérique du Clain"]
    {
        assert!(active.iter().any(|name| name == wanted), "{active:?}");
    }
    let network = page("86-vienne/territoires/reseau-du-clain");
    assert_eq!(fact(network, "Qui coordonne").as_deref(), Some("PIMMS Médiation Grand Poitiers"));
    assert_eq!(
        listed(network, "Les communes"),
        ["Poitiers", "Buxerolles", "Saint-Benoît", "Ligugé", "Vivonne", "Lusignan"]
    );
    // Nothing is said of what a commune has not.
    assert_eq!(lines(under(network, "Les communes"))[3], "Ligugé");
    let district = page("86-vienne/territoires/qpv-couronneries");
    assert_eq!(fact(district, "Quartiers").as_deref(), Some("Couronneries"));
    assert_eq!(fact(district, "Commune").as_deref(), Some("Poitiers"));
    assert_eq!(href(district, "Poitiers"), "../communes/poitiers.html");
    // The département names its coordination on the home of its guide.
    assert_eq!(fact(page("86-vienne/index"), "Qui coordonne").as_deref(), Some("PQN-A"));
    assert_eq!(fact(page("40-landes/index"), "Qui coordonne").as_deref(), Some("ALPI40"));
}

#[test]
fn a_label_of_a_territory_leads_to_what_it_means_and_back() {
    let sicoval = page("31-haute-garonne/intercommunalites/sicoval");
    let label = |start: &str| {
        let found = links(sicoval).into_iter().find(|(_, said)| said.starts_with(start));
        found.unwrap_or_else(|| panic!("no label « {start} »")).0
    };
    assert_eq!(
        label("Territoire d’action pour un numérique inclusif (TANI), depuis"),
        "../dispositifs/territoire-action-numerique-inclusif.html"
    );
    assert_eq!(
        label("Charte « Territoire France connectée"),
        "../pages/charte-france-connectee.html"
    );
    let scheme = page("31-haute-garonne/dispositifs/territoire-action-numerique-inclusif");
    assert_eq!(listed(scheme, "Les territoires qui l’ont"), ["Sicoval"]);
}

#[test]
fn an_event_leads_to_those_near_it_and_to_its_town() {
    let cafe = page("86-vienne/evenements/cafe-numerique-seve");
    assert_eq!(
        lines(under(cafe, "À voir aussi"))[..3],
        [
            // Of the same organiser, at the same place, both in the same town: by day. Then that organiser elsewhere.
            "Tablettes et téléphones, à bord du bus, 9 décembre 2026, Poitiers",
            "Parcours numérique de Saint-Éloi, 14 janvier 2027, Poitiers",
            "Premiers pas sur l’ordinateur, à bord du bus, 17 décembre 2026, Lusignan",
        ]
    );
    assert_eq!(href(cafe, "86000 Poitiers"), "../communes/poitiers.html");
    // Nobody asked whom it is for: nothing is said of it.
    assert_eq!(
        fact(page("33-gironde/evenements/reunion-publique-aubiers"), "Qui peut venir"),
        None
    );
    let past = page("86-vienne/evenements/rentree-de-la-ressourcerie");
    assert_eq!(fact(past, "Où").as_deref(), Some("86000 Poitiers"));
    let moved = page("33-gironde/evenements/reunion-publique-aubiers");
    assert!(words(moved).contains(
        "Déplacé. Le lieu a changé. Le nouveau lieu est sous « Où ». Renseignez-vous avant de vous déplacer."
    ));
    // Three at most, whatever the guide.
    for site in &*SITES {
        for path in site.all().filter(|path| path.contains("/evenements/")) {
            let others = site.page(path).split_once("<h2>À voir aussi</h2>");
            let others =
                others.map_or(0, |(_, rest)| links(rest.split("</ul>").next().unwrap()).len());
            assert!(others <= 3, "{path}: {others}");
        }
    }
}

#[test]
fn a_page_to_read_leads_to_others() {
    let chiffres = page("86-vienne/pages/chiffres");
    let others = listed(chiffres, "À lire aussi");
    assert_eq!(others.len(), 3, "{others:?}");
    assert!(!others.contains(&words(part(chiffres, "h1"))));
}

/// Where a page leads in the glossary.
fn explained(page: &str) -> Vec<String> {
    let all = links(part(page, "main")).into_iter();
    all.filter_map(|(href, _)| Some(href.split_once("glossaire.html#")?.1.to_owned())).collect()
}

#[test]
fn a_word_is_explained_once_a_page_and_never_in_a_name() {
    let mut met = BTreeSet::new();
    for site in &*SITES {
        // A list of names holds the words themselves.
        let list = |path: &&String| ["/a-z", "/recherche"].iter().any(|name| path.contains(name));
        for path in site.all().filter(|path| !list(path)) {
            let page = site.page(path);
            let all = explained(page);
            let once: BTreeSet<&String> = all.iter().collect();
            assert_eq!(once.len(), all.len(), "{path}: {all:?}");
            for name in ["h1", "h2", "h3", "dt", "th", "title"] {
                for part in page.split(&format!("<{name}")).skip(1) {
                    let inner = part.split(&format!("</{name}>")).next().unwrap();
                    assert!(!inner.contains("glossaire.html#"), "{path}: <{name}{inner}");
                }
            }
            met.extend(all);
        }
    }
    for word in ["mot-atelier", "mot-wifi", "mot-mot-de-passe", "mot-ccas", "mot-pimms"] {
        assert!(met.contains(word), "{word} is explained nowhere: {met:?}");
    }
    let advice = page("38-isere/glossaire");
    assert_eq!(href(advice, "Voir aussi : Me protéger des arnaques"), "besoins/me-proteger.html");
}

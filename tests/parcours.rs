//! Every page is reached: from the home in a few taps, from the plan of the site in two links, by every kind of way.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod reading;
mod support;

#[path = "parcours/crawl.rs"]
mod crawl;
#[path = "parcours/guide.rs"]
mod guide;

use std::sync::LazyLock;

use crawl::Site;
use reading::{links, part};
use support::{Desk, TODAY};

/// Taps from the home of a guide to any page, and to a commune.
const MOST_TAPS: usize = 3;
const MOST_TO_A_COMMUNE: usize = 2;

/// Links from the plan of the site to any page: one to a list, one more.
const MOST_FROM_PLAN: usize = 2;

/// The example guides, and a guide with more places than one list holds.
static SITES: LazyLock<[Site; 2]> = LazyLock::new(|| {
    [Site::built(&Desk::copy_of("content"), TODAY), Site::built(&guide::large(), TODAY)]
});

#[test]
fn from_its_home_every_page_of_a_guide_is_a_few_taps_away() {
    for site in &*SITES {
        for guide in site.guides() {
            let taps = site.taps_from(&format!("{guide}/index.html"));
            let far = |path: &&String| {
                let most = if is_commune(path) { MOST_TO_A_COMMUNE } else { MOST_TAPS };
                taps.get(*path).is_none_or(|taps| *taps > most)
            };
            let far: Vec<&String> = site.pages_of(&guide).filter(far).collect();
            assert!(far.is_empty(), "{guide}: {far:#?}\n{}", site.histogram(&guide, &taps));
        }
    }
}

/// Whether a page is that of a commune, not a list of communes.
fn is_commune(path: &str) -> bool {
    let name = path.split_once("/communes/").map(|(_, name)| name);
    name.is_some_and(|name| name != "index.html" && !name.starts_with("lettre-"))
}

#[test]
fn the_plan_of_the_site_leads_everywhere() {
    for site in &*SITES {
        for guide in site.guides() {
            let taps = site.taps_from(&format!("{guide}/plan-du-site.html"));
            let far = |path: &&String| taps.get(*path).is_none_or(|taps| *taps > MOST_FROM_PLAN);
            let far: Vec<&String> = site.pages_of(&guide).filter(far).collect();
            assert!(far.is_empty(), "{guide}: {far:#?}\n{}", site.histogram(&guide, &taps));
        }
    }
}

#[test]
fn no_page_is_an_orphan_and_every_link_finds_its_page_and_its_anchor() {
    for site in &*SITES {
        let taps = site.taps_from("index.html");
        let lost: Vec<&String> = site.all().filter(|path| !taps.contains_key(*path)).collect();
        assert!(lost.is_empty(), "{lost:#?}");
        assert_eq!(site.dead_links(), [""; 0]);
    }
}

#[test]
fn above_every_page_stand_its_home_and_pages_that_lead_back_to_it() {
    for site in &*SITES {
        for guide in site.guides() {
            for path in site.pages_of(&guide).filter(|path| !path.ends_with("/plan-du-site.html")) {
                let above = site.breadcrumb(path);
                if *path == format!("{guide}/index.html") {
                    assert_eq!(above, [""; 0], "{path}");
                    continue;
                }
                assert_eq!(above[0], format!("{guide}/index.html"), "{path}");
                assert!(!above.contains(path), "{path} is above itself");
            }
        }
    }
}

/// The pages above some of each kind, by the words of their links.
#[test]
fn the_pages_above_a_page_are_those_of_its_kind() {
    let site = &SITES[0];
    let above = |path: &str| -> Vec<String> {
        let page = site.page(&format!("86-vienne/{path}.html"));
        let fil = page.split_once("Vous êtes ici\">").unwrap().1.split("</nav>").next().unwrap();
        links(fil).into_iter().map(|(_, said)| said).collect()
    };
    for (path, expected) in [
        ("acteurs/france-services-lusignan", &["Accueil", "Grand Poitiers", "Lusignan"][..]),
        ("evenements/cafe-numerique-seve", &["Accueil", "Événements"]),
        ("evenements/rencontre-pqn-a-2020", &["Accueil", "Plan du site"]),
        ("tournees/bus-dclics", &["Accueil", "Tournées", "Bus numérique D’Clics"]),
        ("communes/lusignan", &["Accueil", "Communes"]),
        ("intercommunalites/grand-poitiers", &["Accueil", "Intercommunalités"]),
        ("territoires/quartier-saint-eloi", &["Accueil", "Quartiers et réseaux"]),
        ("territoires/reseau-du-clain", &["Accueil", "Quartiers et réseaux"]),
        ("dispositifs/aidants-connect", &["Accueil", "Labels et dispositifs"]),
        ("besoins/apprendre", &["Accueil", "Besoins"]),
        ("agenda/acteurs/bus-dclics", &["Accueil", "Agenda", "Bus numérique D’Clics"]),
        ("pages/chiffres", &["Accueil"]),
        ("glossaire", &["Accueil"]),
    ] {
        assert_eq!(above(path), expected, "{path}");
    }
    assert!(!part(site.page("86-vienne/index.html"), "body").contains("Vous êtes ici"));
}

//! Random guides: on each page stand the places, and only the places, that say they pass its criterion; every page that
//! the rule calls for exists, and no other.

use std::collections::{BTreeMap, BTreeSet};

use jalon::guide::{self, Guides, LONGUE};
use jalon::record;
use jalon::vocabulary::{BESOINS, Besoin};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::any_place::{Hours, Passage, Place, places};
use crate::reading::{links, under};
use crate::support::{Desk, TODAY};

/// Names listed, and how many others say nothing.
type Page = (BTreeSet<String>, usize);

/// Criteria that are crossed with needs.
const CROISES: [&str; 8] = [
    "sans-rendez-vous",
    "gratuit",
    "a-votre-place",
    "a-distance",
    "pres-de-chez-vous",
    "samedi",
    "soir",
    "midi",
];
/// The others that these places may pass.
const SEULS: [&str; 16] = [
    "jeunes",
    "etudiants",
    "familles",
    "seniors",
    "femmes",
    "en-anglais",
    "en-basque",
    "en-langue-des-signes",
    "autres-langues",
    "lire-et-ecrire",
    "sourds",
    "acces-decrit",
    "malvoyants",
    "handicap-moteur",
    "handicap-mental",
    "facile-a-lire",
];

impl Place {
    fn is_listed(&self) -> bool {
        self.sorte.is_none() && !self.ended
    }

    fn answers(&self, besoin: &Besoin) -> bool {
        self.services.iter().any(|service| besoin.services.contains(service))
    }

    /// Whether it passes a criterion; nothing when it does not say.
    fn passes(&self, slug: &str, besoin: Option<&Besoin>) -> Option<bool> {
        let among =
            |list: &[&str], wanted: &str| (!list.is_empty()).then(|| list.contains(&wanted));
        let tongue = |name: &str| among(&self.langues, name);
        match slug {
            "sans-rendez-vous" => self.rendez_vous.map(|said| said == "oui"),
            "gratuit" => (!self.frais.is_empty()).then(|| self.frais == ["Gratuit"]),
            "a-votre-place" => among(&self.niveau, "faire à la place"),
            "a-distance" => among(&self.modalites, "À distance"),
            "pres-de-chez-vous" => Some(self.moves || !self.stops.is_empty()),
            "samedi" => self.open(besoin, |hours| hours.samedi),
            "soir" => self.open(besoin, |hours| hours.soir),
            "midi" => self.open(besoin, |hours| hours.midi),
            "jeunes" => among(&self.publics, "Jeunes"),
            "etudiants" => among(&self.publics, "Étudiants"),
            "familles" => among(&self.publics, "Familles et/ou enfants"),
            "seniors" => among(&self.publics, "Seniors"),
            "femmes" => among(&self.publics, "Femmes"),
            "en-anglais" if self.prise.contains(&"Langues étrangères (anglais)") => Some(true),
            "en-anglais" => tongue("anglais"),
            "en-basque" => tongue("basque"),
            "en-langue-des-signes" => tongue("langue des signes française (LSF)"),
            "autres-langues" => among(&self.prise, "Langues étrangères (autres)"),
            "lire-et-ecrire" => among(&self.prise, "Illettrisme"),
            "sourds" => among(&self.prise, "Surdité"),
            "facile-a-lire" => tongue("facile à lire et à comprendre (FALC)"),
            "handicap-moteur" => among(&self.prise, "Handicaps moteurs"),
            "handicap-mental" => among(&self.prise, "Handicaps mentaux"),
            "malvoyants" => among(&self.prise, "Déficience visuelle"),
            "acces-decrit" => self.entrance.then_some(true),
            _ => panic!("{slug}"),
        }
    }

    /// Its own hours, the stops of its tour, the permanences held there; those for the need alone.
    fn open(&self, besoin: Option<&Besoin>, at: impl Fn(&Hours) -> bool) -> Option<bool> {
        let helps = |passage: &&Passage| {
            let for_it = |besoin: &Besoin| {
                passage.services.iter().any(|service| besoin.services.contains(service))
            };
            !passage.ended && besoin.is_none_or(for_it)
        };
        let held = self.permanences.iter().filter(helps).filter_map(|passage| passage.hours);
        let stops = self.stops.iter().copied().flatten();
        let all: Vec<Hours> = self.hours.into_iter().chain(held).chain(stops).collect();
        (!all.is_empty()).then(|| all.iter().any(at))
    }
}

/// The places of a list that pass a criterion.
fn page(list: &[(usize, &Place)], slug: &str, besoin: Option<&Besoin>) -> Page {
    let said = |wanted: Option<bool>| {
        list.iter().filter(move |(_, place)| place.passes(slug, besoin) == wanted)
    };
    let names = said(Some(true)).map(|(rank, _)| Place::name(*rank));
    (names.collect(), said(None).count())
}

/// Every page, by its path, as the rule in words calls for it.
fn expected(places: &[Place]) -> BTreeMap<String, Page> {
    let all: Vec<(usize, &Place)> =
        places.iter().enumerate().filter(|(_, place)| place.is_listed()).collect();
    let mut pages = BTreeMap::new();
    for slug in CROISES.iter().chain(&SEULS) {
        let (names, silent) = page(&all, slug, None);
        if !names.is_empty() && names.len() < all.len() {
            pages.insert(format!("criteres/{slug}"), (names, silent));
        }
    }
    for besoin in &BESOINS {
        let list: Vec<(usize, &Place)> =
            all.iter().copied().filter(|(_, place)| place.answers(besoin)).collect();
        if list.len() < LONGUE {
            continue;
        }
        for slug in CROISES {
            let (names, silent) = page(&list, slug, Some(besoin));
            let narrows = names.len() >= 2 && names.len() * 2 <= list.len();
            if narrows && names != page(&all, slug, None).0 {
                pages.insert(format!("besoins/{}/{slug}", besoin.slug), (names, silent));
            }
        }
    }
    pages
}

fn desk(places: &[Place]) -> Desk {
    let desk = Desk::with(&[]);
    for (rank, place) in places.iter().enumerate() {
        let path = format!("content/86-vienne/acteurs/lieu-{rank:02}.yaml");
        desk.write(&path, place.yaml(rank));
    }
    desk
}

fn linked(desk: &Desk) -> Guides {
    let (records, said) = record::read(&desk.path().join("content"), "content");
    assert_eq!(said, []);
    guide::link(records, jalon::calendar::parse_date(TODAY).unwrap())
}

fn planned(guides: &Guides) -> BTreeMap<String, Page> {
    let guide = &guides.guides[0];
    let page = |one: &guide::Selection| {
        let name = |&index: &usize| guide.acteurs[index].fiche.nom.clone();
        (one.chemin(), (one.acteurs.iter().map(name).collect(), one.non_precise))
    };
    guide.selections.iter().map(page).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_place_stands_where_its_record_says(places in places()) {
        prop_assert_eq!(planned(&linked(&desk(&places))), expected(&places));
    }

    #[test]
    fn no_page_is_empty_or_its_parent(places in places()) {
        let guides = linked(&desk(&places));
        let guide = &guides.guides[0];
        let visited = guide.acteurs.iter().filter(|one| one.recoit(guides.today)).count();
        for one in &guide.selections {
            let parent = one.besoin().map_or(visited, |need| guides.for_besoin(guide, need).len());
            prop_assert!(!one.acteurs.is_empty() && one.acteurs.len() < parent, "{}", one.chemin());
        }
    }
}

/// What is published is what was planned: some guides whole, with their pages.
#[test]
fn pages_list_the_places_of_their_criterion() {
    let mut runner = TestRunner::deterministic();
    let mut crossed = 0;
    for _ in 0..3 {
        let places = prop::collection::vec(places(), 2).new_tree(&mut runner).unwrap().current();
        let places = places.concat();
        let pages = crate::reading::built(&desk(&places), TODAY);
        let mut found = BTreeSet::new();
        for (path, (names, _)) in expected(&places) {
            let page = &pages[&format!("86-vienne/{path}.html")];
            let title = match names.len() {
                1 => "Où aller".to_owned(),
                many => format!("Où aller : {many} lieux"),
            };
            let listed = links(under(page, &title)).into_iter();
            let listed = listed.filter(|(href, _)| href.contains("acteurs/")).map(|(_, text)| text);
            assert_eq!(listed.collect::<BTreeSet<_>>(), names, "{path}");
            crossed += usize::from(path.starts_with("besoins/"));
            found.insert(format!("86-vienne/{path}.html"));
        }
        let told = |path: &&String| {
            let path = path.trim_start_matches("86-vienne/");
            let crossed = path.starts_with("besoins/") && path.matches('/').count() == 2;
            crossed || path.starts_with("criteres/")
        };
        let made = pages.keys().filter(told).cloned();
        assert_eq!(made.collect::<BTreeSet<_>>(), found);
    }
    assert!(crossed > 10, "{crossed} pages of a need and a criterion were looked at");
}

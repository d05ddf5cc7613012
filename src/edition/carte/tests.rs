//! Maps are well formed, light, the same each time; numbers do not overlap; names break nothing.

use std::io::Write as _;

use super::*;
use crate::territory::{
    Zone, communes_of_departement, communes_of_epci, departement, departements,
    epcis_of_departement,
};

/// The départements of Nouvelle-Aquitaine.
const TWELVE: [&str; 12] = ["16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87"];

/// The EPCI of a département, each at its middle there.
fn places(code: &str) -> Vec<Point> {
    let here = |siren: &str| {
        let communes = communes_of_epci(siren).into_iter();
        milieu(communes.filter(|commune| commune.departement == code))
    };
    epcis_of_departement(code).iter().filter_map(|epci| here(epci.siren)).collect()
}

/// The map of the list of intercommunalités: a number each, a dot for one commune in `every`.
fn numbered(code: &str, every: usize) -> (Carte, Vec<Boite>) {
    let mut carte = Carte::departement(code).unwrap();
    let dots = communes_of_departement(code).iter().step_by(every);
    carte.points(dots.filter_map(|commune| commune.point), 9, Marque::Pleine);
    let places = places(code);
    let texts: Vec<String> = (1..=places.len()).map(|rank| rank.to_string()).collect();
    let numbers: Vec<(&str, (i32, i32))> = texts
        .iter()
        .map(String::as_str)
        .zip(places.iter().map(|at| carte.cadre.place(*at)))
        .collect();
    let boxes = carte.placed(&numbers);
    carte.numeros(texts.iter().map(String::as_str).zip(places));
    (carte, boxes)
}

fn brotli(text: &str) -> usize {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(text.as_bytes()).unwrap();
    packed.len()
}

/// Tags are closed in order, attributes quoted, no sign left unescaped.
fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains(['>', '"']), "{}", &rest[..start]);
        let end = start + rest[start..].find('>').unwrap();
        let tag = &rest[start + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        assert!(!tag.contains('<'), "{tag}");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap()),
        }
        rest = &rest[end + 1..];
    }
    assert_eq!(open, Vec::<&str>::new());
    for (at, _) in svg.match_indices('&') {
        let entity = &svg[at..];
        let known = ["&amp;", "&lt;", "&gt;", "&quot;"];
        assert!(known.iter().any(|one| entity.starts_with(one)), "{entity:.20}");
    }
}

#[test]
fn no_two_numbers_overlap_and_all_are_on_the_map() {
    for code in TWELVE {
        let (carte, boxes) = numbered(code, 3);
        assert_eq!(boxes.len(), epcis_of_departement(code).len());
        for (rank, one) in boxes.iter().enumerate() {
            assert!((0..WIDTH).contains(&one.middle.0), "{code}");
            assert!((0..carte.cadre.height).contains(&one.middle.1), "{code}");
            for other in &boxes[rank + 1..] {
                assert!(!one.touches(other), "{code}: {one:?} {other:?}");
            }
        }
    }
}

#[test]
fn maps_are_well_formed_and_the_same_each_time() {
    for departement in departements().iter().filter(|one| one.zone != Zone::Collectivite) {
        let (carte, _) = numbered(departement.code, 2);
        let svg = carte.svg(Some("Carte « & <g> \" »"));
        assert_well_formed(&svg);
        assert_eq!(svg, numbered(departement.code, 2).0.svg(Some("Carte « & <g> \" »")));
    }
}

#[test]
fn maps_are_light() {
    let mut bare: Vec<usize> = Vec::new();
    let mut whole: Vec<usize> = Vec::new();
    for departement in departements().iter().filter(|one| one.zone != Zone::Collectivite) {
        bare.push(brotli(&Carte::departement(departement.code).unwrap().svg(None)));
        whole.push(brotli(&numbered(departement.code, 2).0.svg(None)));
    }
    println!("bare {bare:?}\nwhole {whole:?}");
    assert!(bare.iter().all(|bytes| *bytes <= 4_000), "{bare:?}");
    assert!(whole.iter().all(|bytes| *bytes <= 6_000), "{whole:?}");
}

#[test]
fn nothing_written_breaks_a_map() {
    let mut carte = Carte::departement("86").unwrap();
    let point = places("86")[0];
    carte.numeros([("</svg><script>alert(1)</script>", point), ("&\"", point)]);
    let svg = carte.svg(Some("\"><script>"));
    assert_well_formed(&svg);
    assert!(!svg.contains("<script"), "{svg}");
}

#[test]
fn a_locator_weighs_little_and_says_where() {
    let vienne = Repere::of(departement("86").unwrap()).unwrap();
    let lusignan = Point { latitude: 46.435, longitude: 0.122 };
    let svg = vienne.svg(lusignan);
    assert_well_formed(&svg);
    assert!(svg.contains(r#" aria-label="Dans le sud-ouest de la Vienne""#), "{svg}");
    assert_eq!(vienne.ou(Point { latitude: 46.55, longitude: 0.55 }), "Au centre de la Vienne");
    assert_eq!(vienne.ou(Point { latitude: 46.6, longitude: 1.15 }), "Dans l’est de la Vienne");
    for departement in departements().iter().filter(|one| one.zone != Zone::Collectivite) {
        let svg = Repere::of(departement).unwrap().svg(lusignan);
        assert!(svg.len() <= 400, "{} {}", svg.len(), departement.nom);
    }
}

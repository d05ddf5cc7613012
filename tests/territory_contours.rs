//! The contours of départements and EPCI: all there, of the right size, around their communes, shared.

use std::collections::BTreeMap;

use jalon::territory::{
    Commune, Contour, Point, Zone, communes, communes_of_departement, communes_of_epci,
    contour_departement, contour_epci, departements, epcis, silhouette,
};

/// Departements looked at commune by commune: coast, islands, mountains, overseas, the smallest.
const SIX: [&str; 6] = ["86", "17", "29", "974", "38", "75"];

#[test]
fn every_departement_and_every_epci_has_a_contour() {
    for departement in departements() {
        let found = contour_departement(departement.code, 0.0);
        let has = departement.zone != Zone::Collectivite;
        assert_eq!(found.is_some(), has, "{}", departement.code);
    }
    for epci in epcis() {
        assert!(contour_epci(epci.siren, 0.0).is_some(), "{}", epci.nom);
    }
}

#[test]
fn rings_are_closed_and_large_ones_first() {
    for epci in epcis() {
        for fineness in [0.0, 0.01] {
            let Contour { anneaux, .. } = contour_epci(epci.siren, fineness).unwrap();
            for ring in &anneaux {
                assert_eq!(ring.first(), ring.last(), "{}", epci.nom);
            }
            for pair in anneaux.windows(2) {
                assert!(km2(&pair[0]) >= km2(&pair[1]) * 0.99, "{}", epci.nom);
            }
        }
    }
}

#[test]
fn areas_are_those_that_everybody_knows() {
    // Square kilometres of the cadastre, as INSEE publishes them: lakes and estuaries are not counted.
    let known = [
        ("86", 6_990.0),
        ("79", 5_999.0),
        ("17", 6_864.0),
        ("23", 5_565.0),
        ("33", 9_976.0),
        ("40", 9_243.0),
        ("75", 105.4),
        ("90", 609.0),
        ("974", 2_504.0),
        ("973", 83_846.0),
    ];
    for (code, km2_known) in known {
        let contour = contour_departement(code, 0.0).unwrap();
        let found: f64 = contour.anneaux.iter().map(|ring| km2(ring)).sum();
        let off = (found / km2_known - 1.0).abs();
        assert!(off < 0.04, "{code}: {found:.1} km² for {km2_known}");
    }
}

#[test]
fn communes_are_in_their_departement_and_their_epci() {
    for code in SIX {
        let contour = contour_departement(code, 0.0).unwrap();
        for commune in communes_of_departement(code) {
            assert_inside(&contour, commune, code);
        }
    }
    for epci in epcis() {
        let contour = contour_epci(epci.siren, 0.0).unwrap();
        for commune in communes_of_epci(epci.siren) {
            assert_inside(&contour, commune, epci.nom);
        }
    }
}

#[test]
fn a_commune_is_in_no_other_departement() {
    let contours = SIX.map(|code| (code, contour_departement(code, 0.0).unwrap()));
    for commune in communes() {
        let Some(point) = commune.point else { continue };
        for (code, contour) in &contours {
            if *code != commune.departement && inside(contour, point) {
                assert!(km_to(contour, point) < 0.5, "{} in {code}", commune.nom);
            }
        }
    }
}

/// Neighbours have the same line between them, one in each direction, simplified or not.
#[test]
fn borders_are_shared() {
    for fineness in [0.0, 0.005] {
        let mut edges: BTreeMap<[u64; 4], (&str, usize)> = BTreeMap::new();
        for epci in epcis() {
            let contour = contour_epci(epci.siren, fineness).unwrap();
            for pair in contour.anneaux.iter().flat_map(|ring| ring.windows(2)) {
                edges.entry(edge(pair[0], pair[1])).or_insert((epci.siren, 0)).1 += 1;
            }
        }
        let (mut shared, mut all) = (0, 0);
        for departement in departements() {
            let Some(contour) = contour_departement(departement.code, fineness) else { continue };
            for pair in contour.interieurs.iter().flat_map(|line| line.windows(2)) {
                all += 1;
                let both = [edge(pair[0], pair[1]), edge(pair[1], pair[0])];
                shared += usize::from(both.iter().all(|edge| edges.contains_key(edge)));
            }
        }
        // Borders with the communes that have no EPCI are all in the sea: every inner one has two EPCI.
        // Where a simplified enclave has become flat (four edges), its line is drawn and encloses nothing.
        assert!(all > 5_000, "{all} edges");
        assert!(all - shared <= if fineness == 0.0 { 0 } else { 4 }, "{shared} of {all}");
    }
}

#[test]
fn silhouettes_have_forty_points_at_most() {
    for departement in departements() {
        let Some(rings) = silhouette(departement.code, 40) else { continue };
        let points: usize = rings.iter().map(Vec::len).sum();
        assert!((8..=40).contains(&points), "{}: {points} points", departement.nom);
        let whole = contour_departement(departement.code, 0.0).unwrap();
        let of = |rings: &[Vec<Point>]| rings.iter().map(|ring| km2(ring)).sum::<f64>();
        let kept = of(&rings) / of(&whole.anneaux);
        assert!((0.8..1.2).contains(&kept), "{}: {kept:.2} of its area", departement.nom);
    }
}

#[test]
fn the_table_is_light() {
    let table =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/territory/data/contours.tsv.br");
    let bytes = std::fs::metadata(table).unwrap().len();
    assert!(bytes <= 250_000, "{bytes} bytes");
}

fn edge(a: Point, b: Point) -> [u64; 4] {
    [a.longitude, a.latitude, b.longitude, b.latitude].map(f64::to_bits)
}

/// The middle of a commune may stand a little outside, where the lines are simplified.
fn assert_inside(contour: &Contour, commune: &Commune, of: &str) {
    let Some(point) = commune.point else { return };
    let good = inside(contour, point) || km_to(contour, point) < 0.5;
    assert!(good, "{} is {:.2} km out of {of}", commune.nom, km_to(contour, point));
}

fn inside(contour: &Contour, point: Point) -> bool {
    let crosses = |pair: &[Point]| {
        let (a, b) = (pair[0], pair[1]);
        let across = (a.latitude > point.latitude) != (b.latitude > point.latitude);
        let at = (point.latitude - a.latitude) / (b.latitude - a.latitude);
        across && a.longitude + at * (b.longitude - a.longitude) > point.longitude
    };
    let edges = contour.anneaux.iter().flat_map(|ring| ring.windows(2));
    edges.filter(|pair| crosses(pair)).count() % 2 == 1
}

fn km_to(contour: &Contour, point: Point) -> f64 {
    let edges = contour.anneaux.iter().flat_map(|ring| ring.windows(2));
    edges.map(|pair| km_to_edge(point, pair[0], pair[1])).fold(f64::INFINITY, f64::min)
}

fn km_to_edge(point: Point, a: Point, b: Point) -> f64 {
    let shrink = point.latitude.to_radians().cos();
    let flat = |p: Point| ((p.longitude - point.longitude) * shrink, p.latitude - point.latitude);
    let (a, b) = (flat(a), flat(b));
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let along = (-(a.0 * dx + a.1 * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
    (a.0 + along * dx).hypot(a.1 + along * dy) * 111.2
}

/// Square kilometres in a ring, each edge shortened by its own latitude.
fn km2(ring: &[Point]) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let flat = |p: Point| {
        let middle = f64::midpoint(p.latitude, origin.latitude).to_radians();
        ((p.longitude - origin.longitude) * middle.cos(), p.latitude - origin.latitude)
    };
    let twice: f64 = ring
        .windows(2)
        .map(|pair| {
            let (a, b) = (flat(pair[0]), flat(pair[1]));
            a.0 * b.1 - b.0 * a.1
        })
        .sum();
    twice.abs() / 2.0 * 111.2 * 111.2
}

//! The nearest answer, held against a computation that looks through everything.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use jalon::guide::{self, Guides, Ou, Ref};
use jalon::record;
use jalon::territory::{Point, communes_of_departement, distance_km};
use jalon::vocabulary::BESOINS;
use proptest::prelude::*;
use support::Desk;

const SERVICES: [&str; 4] = [
    "Aide aux démarches administratives",
    "Maîtrise des outils numériques du quotidien",
    "Accès internet et matériel informatique",
    "Insertion professionnelle via le numérique",
];

/// A place drawn at random: where, what for, in which of the two guides.
type Drawn = (f64, f64, usize, bool, bool);

fn place() -> impl Strategy<Value = Drawn> {
    // Steps of a hundredth of a degree: points that coincide, distances that are equal.
    let degrees = |from: i32, to: i32| (from..to).prop_map(|n| f64::from(n) / 100.0);
    (degrees(4510, 4580), degrees(-130, -20), 0..SERVICES.len(), any::<bool>(), any::<bool>())
}

/// Water drawn at random: its line, and where it is crossed.
type Water = (Vec<(f64, f64)>, Option<(f64, f64)>);

fn line() -> impl Strategy<Value = Water> {
    let point = || (45.1..45.8_f64, -1.3..-0.2_f64);
    (prop::collection::vec(point(), 2..5), prop::option::of(point()))
}

fn guides(places: &[Drawn], lines: &[Water]) -> Guides {
    let mut files: Vec<(String, String)> = vec![
        ("17-a/guide.yaml".into(), "titre: A\ndepartement: \"17\"\nediteur: E\n".into()),
        ("33-b/guide.yaml".into(), "titre: B\ndepartement: \"33\"\nediteur: E\n".into()),
    ];
    for (index, (latitude, longitude, service, of_17, tours)) in places.iter().enumerate() {
        let (folder, commune) = if *of_17 { ("17-a", "Royan") } else { ("33-b", "Blaye") };
        let tour = format!(
            "tournee: {{arrets: [{{nom: Place, commune: {commune}, horaires: lundi 9h-12h}}]}}\n"
        );
        files.push((
            format!("{folder}/acteurs/n{index}.yaml"),
            format!(
                "nom: N{index}\ncommune: {commune}\nlatitude: {latitude}\nlongitude: {longitude}\nservices: [{}]\n{}",
                SERVICES[*service],
                if *tours { &tour } else { "" }
            ),
        ));
    }
    let mut written = String::from("nom: Eaux\nsorte: région\ncode: \"75\"\nobstacles:\n");
    for (index, (trace, crossing)) in lines.iter().enumerate() {
        written += &format!("  - nom: l'eau {index}\n    trace:\n");
        for (latitude, longitude) in trace {
            written += &format!("      - {latitude}, {longitude}\n");
        }
        if let Some((latitude, longitude)) = crossing {
            written += &format!(
                "    traversees: [{{nom: le pont {index}, point: \"{latitude}, {longitude}\"}}]\n"
            );
        }
    }
    if !lines.is_empty() {
        files.push(("territoires/eaux.yaml".into(), written));
    }
    let desk = Desk::empty();
    for (path, text) in &files {
        desk.write(&format!("content/{path}"), text);
    }
    let (records, said) = record::read(&desk.path().join("content"), "content");
    assert!(said.iter().all(|one| !one.is_error()), "{said:?}");
    guide::link(records, jiff::civil::date(2026, 11, 26))
}

/// Which side of a line a point is on, written otherwise than in the program.
fn turns(a: Point, b: Point, c: Point) -> f64 {
    a.longitude * (b.latitude - c.latitude)
        + b.longitude * (c.latitude - a.latitude)
        + c.longitude * (a.latitude - b.latitude)
}

/// The way from a point to another: straight, or by the best crossing of the worst obstacle.
fn way(guides: &Guides, from: Point, to: Point) -> f64 {
    let mut longest = distance_km(from, to);
    for obstacle in guides.territoires.iter().flat_map(|one| &one.obstacles) {
        let between = obstacle.trace.windows(2).any(|part| {
            let sides = turns(from, to, part[0]) * turns(from, to, part[1]);
            let others = turns(part[0], part[1], from) * turns(part[0], part[1], to);
            sides < 0.0 && others < 0.0
        });
        if between {
            let by = |at: Point| distance_km(from, at) + distance_km(at, to);
            let ways = obstacle.traversees.iter().map(|one| by(one.point));
            longest = longest.max(ways.fold(f64::INFINITY, f64::min));
        }
    }
    longest
}

/// Every place that answers a need, with its way, the nearest first.
fn brute(guides: &Guides, ou: Ou, need: usize, from: Point) -> Vec<(f64, Ref)> {
    let mut all = Vec::new();
    for (guide, here) in guides.guides.iter().enumerate() {
        for (index, acteur) in here.acteurs.iter().enumerate() {
            let besoin = &BESOINS[need];
            let answers = acteur.services.iter().any(|one| besoin.services.contains(&one.label));
            let inside = match ou {
                Ou::Partout => true,
                Ou::Epci(siren) => acteur.adresse.commune.and_then(|one| one.epci) == Some(siren),
            };
            if answers && inside && acteur.tournee.is_none() {
                let point = acteur.adresse.point().unwrap();
                all.push((way(guides, from, point), Ref { guide, index }));
            }
        }
    }
    all.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_nearest_is_that_of_a_look_at_everything(
        places in prop::collection::vec(place(), 0..60),
        lines in prop::collection::vec(line(), 0..4),
    ) {
        let guides = guides(&places, &lines);
        let communes = communes_of_departement("17").iter().chain(communes_of_departement("33"));
        for commune in communes.step_by(37) {
            let from = commune.centre().unwrap();
            let each = guides.plus_proche_de_chacun(u16::MAX, from);
            let alone = |need| Some((need, guides.plus_proche(Ou::Partout, need, from)?));
            prop_assert_eq!(each, (0..BESOINS.len()).filter_map(alone).collect::<Vec<_>>());
            let everywhere = [Ou::Partout, Ou::Epci("200041523"), Ou::Epci("241700640")];
            for (need, ou) in (0..BESOINS.len()).flat_map(|need| everywhere.map(|ou| (need, ou))) {
                let expected = brute(&guides, ou, need, from);
                let found = guides.plus_proche(ou, need, from);
                prop_assert_eq!(found.is_some(), !expected.is_empty());
                if let (Some(found), Some((way, _))) = (found, expected.first()) {
                    // Where several are as near, any of them is right.
                    prop_assert!((found.chemin() - way).abs() < 1e-9 || found.chemin() == *way);
                    prop_assert!(expected.iter().any(|(km, at)| *at == found.at && km == way));
                }
                let Ou::Partout = ou else { continue };
                let several = guides.plus_proches(1 << need, from, 3, &[]);
                let ways: Vec<f64> = several.iter().map(|one| one.chemin()).collect();
                let wanted: Vec<f64> = expected.iter().take(3).map(|(km, _)| *km).collect();
                prop_assert_eq!(ways, wanted);
            }
        }
    }
}

/// Le Verdon-sur-Mer and Royan face each other across the mouth of the Gironde.
#[test]
fn the_far_shore_is_not_next_door() {
    let shore = |commune: &str, folder: &str| {
        (
            format!("{folder}/acteurs/{folder}.yaml"),
            format!(
                "nom: Lieu\ncommune: {commune}\nservices: [Aide aux démarches administratives]\n"
            ),
        )
    };
    let desk = Desk::empty();
    for (folder, code) in [("17-a", "17"), ("33-b", "33")] {
        let text = format!("titre: G\ndepartement: \"{code}\"\nediteur: E\n");
        desk.write(&format!("content/{folder}/guide.yaml"), &text);
    }
    for (path, text) in [shore("Royan", "17-a"), shore("Lesparre-Médoc", "33-b")] {
        desk.write(&format!("content/{path}"), &text);
    }
    let link = || {
        let (records, _) = record::read(&desk.path().join("content"), "content");
        guide::link(records, jiff::civil::date(2026, 11, 26))
    };
    let verdon = jalon::territory::find("Le Verdon-sur-Mer", None, None, None).unwrap();
    let from = verdon.centre().unwrap();
    let need = BESOINS.iter().position(|one| one.slug == "faire-une-demarche").unwrap();
    let nearest = |guides: &Guides| {
        let found = guides.plus_proche(Ou::Partout, need, from).unwrap();
        (found.at.guide, found.km.round())
    };
    assert_eq!(nearest(&link()), (0, 9.0));
    let water = jalon_example("nouvelle-aquitaine.yaml");
    desk.write("content/territoires/nouvelle-aquitaine.yaml", &water);
    assert_eq!(nearest(&link()), (1, 29.0));
}

/// A territory of the examples.
fn jalon_example(name: &str) -> String {
    std::fs::read_to_string(support::repository().join("content/territoires").join(name)).unwrap()
}

/// A line of one point, a point with French commas: where, and what to write.
#[test]
fn an_obstacle_that_cannot_be_drawn_is_told() {
    let desk = Desk::empty();
    desk.write("content/86-vienne/guide.yaml", "titre: G\ndepartement: \"86\"\nediteur: E\n");
    let territoire = "nom: Eaux\nsorte: région\ncode: \"75\"\nobstacles:\n  - nom: le lac\n    trace: [\"46.5, 0.3\"]\n  - nom: la mer\n    trace:\n      - 46,5 0,3\n      - 46.6, 0.4\n      - 46.7, 0.5\n";
    desk.write("content/territoires/eaux.yaml", territoire);
    assert_eq!(
        desk.messages(),
        "\
erreur[trace-trop-court]: Un seul point ne fait pas un tracé : rien ne serait contourné.
 --> content/territoires/eaux.yaml:6:13
  |
6 |     trace: [\"46.5, 0.3\"]
  |             ^^^^^^^^^^^
  |
  = à faire: Ajoutez au moins un deuxième point, sur la ligne suivante.

erreur[coordonnee-invalide]: « 46,5 0,3 » n’est pas un point.
 --> content/territoires/eaux.yaml:9:9
  |
9 |       - 46,5 0,3
  |         ^^^^^^^^
  |
  = à faire: Écrivez la latitude, une virgule, la longitude, avec des points dans les nombres : 45.57, -1.06.

"
    );
}

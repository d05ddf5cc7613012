//! Maps of pages: their numbers are those of the list after them, where the list says they are.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jalon::territory::{communes_of_departement, communes_of_epci, epcis_of_departement};

use crate::reading::{built, lines, links, part, under, vienne, words};
use crate::support::{Desk, TODAY};

/// A place in each of some communes of the Vienne, one of the list in `step`.
fn places(step: usize) -> String {
    let mut csv = String::from("nom,commune,code_insee\n");
    for commune in communes_of_departement("86").iter().step_by(step) {
        writeln!(csv, "Lieu {0},\"{1}\",\"{0}\"", commune.code, commune.nom).unwrap();
    }
    csv
}

fn guide(step: usize) -> BTreeMap<String, String> {
    let records: Vec<(String, String)> = places(step)
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('"').collect();
            let code = cells[3];
            let name = format!("86-vienne/acteurs/l{code}.yaml");
            let text =
                format!("nom: Lieu {code}\ncommune: \"{}\"\ncode_insee: \"{code}\"\n", cells[1]);
            (name, text)
        })
        .collect();
    let records: Vec<(&str, &str)> =
        records.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    vienne(&records)
}

/// The texts of the first map of a page, with where they are.
fn numbers(page: &str) -> Vec<(String, f64, f64)> {
    let map = page.split("<svg class=\"carte\"").nth(1).unwrap().split("</svg>").next().unwrap();
    let value = |tag: &str, name: &str| -> f64 {
        tag.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    map.split("<text ")
        .skip(1)
        .map(|text| {
            let (tag, said) = text.split_once('>').unwrap();
            (said.split('<').next().unwrap().to_owned(), value(tag, "x"), value(tag, "y"))
        })
        .collect()
}

/// Names of the numbered list.
fn numbered(page: &str) -> Vec<String> {
    links(page.split("<ol class=\"court num\">").nth(1).unwrap().split("</ol>").next().unwrap())
        .into_iter()
        .map(|(_, name)| name)
        .collect()
}

/// Numbers from 1, as many as the list has lines; of two, the more northern is the higher one.
fn assert_same(page: &str, latitude: impl Fn(&str) -> f64) {
    let (numbers, names) = (numbers(page), numbered(page));
    let said: Vec<&str> = numbers.iter().map(|(said, ..)| said.as_str()).collect();
    let expected: Vec<String> = (1..=names.len()).map(|rank| rank.to_string()).collect();
    assert_eq!(said, expected);
    for (a, (_, _, y_a)) in names.iter().zip(&numbers) {
        for (b, (_, _, y_b)) in names.iter().zip(&numbers) {
            if latitude(a) > latitude(b) + 0.15 {
                assert!(y_a < y_b, "{a} is north of {b}");
            }
        }
    }
}

#[test]
fn the_map_of_the_departement_has_the_numbers_of_the_list() {
    let pages = guide(5);
    let page = &pages["intercommunalites/index.html"];
    assert_eq!(numbered(page).len(), epcis_of_departement("86").len());
    assert_same(page, |name| {
        let all = epcis_of_departement("86");
        let epci = all.into_iter().find(|epci| epci.nom_propre().replace('\'', "’") == name);
        let communes = communes_of_epci(epci.unwrap().siren);
        let all = communes.iter().filter_map(|commune| commune.point);
        all.map(|point| point.latitude).sum::<f64>() / communes.len() as f64
    });
    assert!(page.contains(
        "role=\"img\" aria-label=\"Carte de la Vienne\u{a0}: les intercommunalités, avec les numéros de la liste qui suit.\""
    ));
    // One dot a commune where something is.
    let dots = page.split("stroke-linecap=\"round\" d=\"").nth(1).unwrap().split('"').next();
    assert_eq!(dots.unwrap().matches("h0").count(), places(5).lines().count() - 1);
}

#[test]
fn the_map_of_an_intercommunalite_has_the_numbers_of_its_communes() {
    let pages = guide(3);
    let page = &pages["intercommunalites/grand-poitiers.html"];
    assert!(numbered(page).len() > 10);
    assert_same(page, |name| {
        let all = communes_of_epci("200069854").into_iter();
        let mut named = all.filter(|commune| commune.nom.replace('\'', "’") == name);
        named.next().unwrap().point.unwrap().latitude
    });
    assert_eq!(
        lines(under(page, "Les communes"))[..2],
        [
            "Voici les communes où l’on peut se faire aider.",
            "Les numéros de la carte sont ceux de la liste."
        ]
    );
}

#[test]
fn the_home_leads_to_the_map_by_a_small_one() {
    let pages = guide(40);
    let home = &pages["index.html"];
    let place = under(home, "Où êtes-vous ?");
    let link = place.split("<a ").find(|link| link.contains("<svg")).unwrap();
    assert!(link.starts_with("href=\"intercommunalites/index.html\""), "{link}");
    assert!(link.contains("aria-hidden=\"true\""), "{link}");
    assert!(words(link).contains("Choisir un groupe de communes"), "{link}");
    let svg = part(link, "svg");
    assert!(svg.len() < 1_400, "{} bytes", svg.len());
}

#[test]
fn the_site_draws_the_departements_of_its_guides() {
    let desk = Desk::with(&[
        ("86-vienne/guide.yaml", "titre: A\ndepartement: \"86\"\nediteur: E\n"),
        ("17-mer/guide.yaml", "titre: B\ndepartement: \"17\"\nediteur: E\n"),
        ("974-ile/guide.yaml", "titre: C\ndepartement: \"974\"\nediteur: E\n"),
    ]);
    let pages = built(&desk, TODAY);
    let said: Vec<String> = numbers(&pages["index.html"]).into_iter().map(|one| one.0).collect();
    assert_eq!(said, ["17", "86"]);
    let listed = words(&pages["index.html"]);
    for name in ["Charente-Maritime (17)", "Vienne (86)", "La Réunion (974)"] {
        assert!(listed.contains(name), "{listed}");
    }
}

#[test]
fn one_guide_has_no_map_of_departements() {
    let desk =
        Desk::with(&[("86-vienne/guide.yaml", "titre: A\ndepartement: \"86\"\nediteur: E\n")]);
    assert!(!built(&desk, TODAY)["index.html"].contains("<svg class=\"carte\""));
}

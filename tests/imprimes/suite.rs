//! What a document says, in the order of its data: names, then the date of each.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::poppler::{plat, texts};
use crate::scene::Imprime;

/// How each date begins or ends, letters alone.
pub const MARKS: [&str; 3] =
    ["Informationvérifiéeen", "dernièrevérificationen", "personnenelaencorevérifié"];

/// Something that the text must say after what came before it.
#[derive(Debug)]
pub struct Etape {
    pub nom: String,
    /// The date of an entry.
    pub verifie: Option<String>,
    /// The name that indexes point at; may be empty.
    pub ancre: String,
}

impl Etape {
    pub fn new(nom: impl Into<String>) -> Self {
        Self { nom: nom.into(), verifie: None, ancre: String::new() }
    }
}

fn string(value: &Json, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// What a piece of the data says first, and when it was verified.
fn etapes(bloc: &Json) -> Vec<Etape> {
    let un = |key: &str| Etape { ancre: string(bloc, "ancre"), ..Etape::new(string(bloc, key)) };
    match bloc["bloc"].as_str().unwrap() {
        "titre" => vec![un("texte")],
        "fiche" | "renvoi" | "rendezvous" | "passage" | "appel" => {
            vec![Etape { verifie: Some(string(bloc, "verifie")), ..un("nom") }]
        }
        "numero" => vec![un("nom")],
        "champ" => vec![un("libelle")],
        "index" => list(bloc, "entrees").iter().map(|one| Etape::new(string(one, "nom"))).collect(),
        "glossaire" => {
            list(bloc, "mots").iter().map(|one| Etape::new(one[0].as_str().unwrap())).collect()
        }
        _ => Vec::new(),
    }
}

pub fn list<'a>(value: &'a Json, key: &str) -> &'a [Json] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// All that a document says, in its order; from the `first` part on.
pub fn suite(data: &Json, first: usize) -> Vec<Etape> {
    let part = |part: &Json| {
        let titre = string(part, "titre");
        // The panel of a leaflet may have nothing to say.
        let says = !titre.is_empty() && !list(part, "blocs").is_empty();
        let titre = says.then(|| Etape::new(titre));
        titre.into_iter().chain(list(part, "blocs").iter().flat_map(etapes)).collect::<Vec<_>>()
    };
    let mut all: Vec<Etape> = list(data, "parties").iter().skip(first).flat_map(part).collect();
    // The days of a week are told twice, by day then by town: the first time says who checked them.
    let twice = data["produit"] == "semaine";
    for at in 0..all.len() {
        let (before, rest) = all.split_at_mut(at);
        let undated = rest[0].verifie.as_ref().is_some_and(String::is_empty);
        if twice
            && undated
            && before.iter().any(|one| one.nom == rest[0].nom && one.verifie.is_some())
        {
            rest[0].verifie = None;
        }
    }
    all
}

/// The first date said after a place of a text: where it begins.
pub fn next_date(said: &str, from: usize) -> Option<usize> {
    MARKS.iter().filter_map(|mark| said[from..].find(mark)).min().map(|at| at + from)
}

/// What a poster says, in its order.
pub fn affiche(data: &Json) -> Vec<Etape> {
    let a = &data["affiche"];
    let of = |keys: [&str; 2]| keys.map(|key| Etape::new(string(a, key)));
    let visits = list(a, "rendezvous").iter().map(|one| Etape::new(string(one, "nom")));
    let all = of(["accroche", "lieu"]).into_iter().chain(visits).chain(of(["valable", "verifie"]));
    all.filter(|etape| !etape.nom.is_empty()).collect()
}

/// The page on which each name that an index points at is told: the first after all that stands before it.
pub fn told_on(one: &Imprime) -> BTreeMap<String, usize> {
    let pages: Vec<String> = texts(&one.chemin).iter().map(|page| plat(page)).collect();
    let said = pages.concat();
    let page = |at: usize| {
        let ends = pages.iter().scan(0, |end, page| {
            *end += page.len();
            Some(*end)
        });
        ends.take_while(|end| *end <= at).count() + 1
    };
    let mut from = 0;
    let mut found = BTreeMap::new();
    for etape in suite(one.data(), 0) {
        let Some(at) = said[from..].find(&plat(&etape.nom)) else { continue };
        if !etape.ancre.is_empty() {
            found.entry(etape.ancre).or_insert_with(|| page(from + at));
        }
        from += at + plat(&etape.nom).len();
        // What an entry says of others ends with its date.
        from = etape.verifie.and_then(|_| next_date(&said, from)).unwrap_or(from);
    }
    found
}

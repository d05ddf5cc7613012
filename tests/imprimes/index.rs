//! Page numbers are right: in the contents, in the indexes, beside what is told whole elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::poppler::{plat, text, texts, traits};
use crate::scene::{Imprime, SCENE, clean, faults};
use crate::structure::dit;
use crate::suite::told_on;

/// The pages on which each heading stands: it alone has the colour of headings.
fn headings(one: &Imprime) -> BTreeMap<String, BTreeSet<usize>> {
    let accent = one.data()["guide"]["accent"].as_str().unwrap();
    let all = traits(&one.chemin);
    let mut found: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    // Lines of one heading follow one another and have one look.
    for lines in all.chunk_by(|a, b| (a.page, &a.police) == (b.page, &b.police)) {
        if lines[0].couleur == accent {
            let said: String = lines.iter().map(|line| plat(&line.texte)).collect();
            found.entry(said).or_default().insert(lines[0].page);
        }
    }
    found
}

/// What each name that an index points at is called.
fn anchors(data: &Json) -> BTreeMap<String, String> {
    let blocs = data["parties"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|part| part["blocs"].as_array().unwrap());
    let of = |bloc: &Json| {
        let name = match bloc["bloc"].as_str()? {
            "titre" => &bloc["texte"],
            "fiche" | "renvoi" => &bloc["nom"],
            _ => return None,
        };
        let anchor = bloc["ancre"].as_str().filter(|anchor| !anchor.is_empty())?;
        Some((anchor.to_owned(), name.as_str()?.to_owned()))
    };
    blocs.filter_map(of).collect()
}

/// A text on one line, without white or hyphen.
fn serre(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            !letter.is_whitespace() && !"-\u{2010}\u{2011}\u{200b}\u{2060}".contains(*letter)
        })
        .collect()
}

/// Numbers that follow the first place, from another on, where a text is said; and where they end.
fn numbers_after(said: &str, from: usize, words: &str) -> (BTreeSet<usize>, usize) {
    let Some(at) = said[from..].find(words) else { return (BTreeSet::new(), from) };
    let start = from + at + words.len();
    let numbers = |letter: char| letter.is_ascii_digit() || letter == ',';
    let end = said[start..].find(|letter| !numbers(letter)).map_or(said.len(), |at| start + at);
    let pages = said[start..end].split(',').filter_map(|number| number.parse().ok());
    (pages.collect(), end)
}

fn pages_of(known: &BTreeMap<String, BTreeSet<usize>>, names: &[&str]) -> BTreeSet<usize> {
    names.iter().flat_map(|name| known.get(&plat(name)).cloned().unwrap_or_default()).collect()
}

fn parts(one: &Imprime) -> &[Json] {
    one.data()["parties"].as_array().unwrap()
}

fn blocs(part: &Json) -> impl Iterator<Item = &Json> {
    part["blocs"].as_array().unwrap().iter()
}

/// Every index of a document: each name in its order, then the page of its heading.
///
/// An entry that a document tells at two places has two headings: one of them is enough. In a few lines, it has none.
fn indexes(one: &Imprime) -> Vec<String> {
    let known = headings(one);
    let anchors = anchors(one.data());
    let told = told_on(one);
    let pages = texts(&one.chemin);
    let mut faults = Vec::new();
    for part in parts(one).iter().filter(|part| blocs(part).any(|bloc| bloc["bloc"] == "index")) {
        let titre = part["titre"].as_str().unwrap();
        let Some(&first) = pages_of(&known, &[titre]).first() else {
            faults.push(format!("« {titre} » has no heading"));
            continue;
        };
        let said = serre(&pages[first - 1..].join("\n"));
        // The part before it may end on the same page.
        let mut from = said.find(&serre(titre)).unwrap_or(0);
        let all = blocs(part).filter(|bloc| bloc["bloc"] == "index");
        for entry in all.flat_map(|bloc| bloc["entrees"].as_array().unwrap()) {
            let targets = entry["vers"].as_array().unwrap().iter();
            let targets: Vec<&str> =
                targets.filter_map(|to| anchors.get(to.as_str()?)).map(String::as_str).collect();
            let anchors = entry["vers"].as_array().unwrap().iter();
            let own = anchors.filter_map(|to| told.get(to.as_str()?)).copied();
            let expected = own.chain(pages_of(&known, &targets)).collect();
            let words = words(entry);
            let (printed, end) = numbers_after(&said, from, &format!("{}—", serre(&words)));
            from = end;
            if printed.is_empty() || !printed.is_subset(&expected) {
                faults
                    .push(format!("« {words} » says {printed:?}, its heading is on {expected:?}"));
            }
        }
    }
    faults
}

/// A name as an index prints it.
fn words(entry: &Json) -> String {
    let parts = ["nom", "suite"].map(|key| entry[key].as_str().unwrap());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The contents: parts, and the names an index points at.
fn contents(one: &Imprime) -> Vec<String> {
    let known = headings(one);
    let said = serre(&dit(&one.chemin));
    let names = parts(one).iter().flat_map(|part| {
        let towns = blocs(part).filter(|bloc| bloc["bloc"] == "titre" && bloc["ancre"] != "");
        [&part["titre"]]
            .into_iter()
            .chain(towns.map(|bloc| &bloc["texte"]))
            .filter_map(Json::as_str)
    });
    let mut from = said.find("Sommaire").unwrap_or(said.len());
    let mut faults = Vec::new();
    for name in names {
        let expected = pages_of(&known, &[name]);
        let (printed, end) = numbers_after(&said, from, &serre(name));
        from = end;
        if printed.is_empty() || printed != expected {
            faults.push(format!("« {name} » says {printed:?}, its heading is on {expected:?}"));
        }
    }
    faults
}

/// « (page 4) » beside a place that is told whole in the same document: the page of the other one.
fn references(one: &Imprime) -> Vec<String> {
    let known = headings(one);
    let anchors = anchors(one.data());
    let told = told_on(one);
    let said = serre(&text(&one.chemin));
    let fault = |bloc: &Json| {
        let target = anchors.get(bloc["vers"].as_str()?)?;
        let names = [bloc["nom"].as_str()?, bloc["ou"].as_str()?];
        // Under the heading of its commune, an entry does not say it.
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let words = serre(&format!("{} (page", names.join(", ")));
        let (printed, _) = numbers_after(&said, 0, &words);
        let own = told.get(bloc["vers"].as_str()?).copied();
        let expected = own.into_iter().chain(pages_of(&known, &[target])).collect();
        let right = !printed.is_empty() && printed.is_subset(&expected);
        (!right).then(|| format!("« {target} »: {printed:?}, its heading is on {expected:?}"))
    };
    parts(one)
        .iter()
        .flat_map(blocs)
        .filter(|bloc| bloc["bloc"] == "renvoi")
        .filter_map(fault)
        .collect()
}

fn with_index(one: &&Imprime) -> bool {
    one.data().to_string().contains("\"bloc\":\"index\"")
}

fn with_cover(one: &&Imprime) -> bool {
    one.data()["couverture"] == true
}

#[test]
fn indexes_tell_the_pages_of_their_names() {
    assert!(SCENE.lus().filter(with_index).count() >= 10);
    clean(faults(SCENE.lus().filter(with_index), indexes));
}

#[test]
fn contents_tell_the_pages_of_their_parts() {
    assert!(SCENE.lus().filter(with_cover).count() >= 3);
    clean(faults(SCENE.lus().filter(with_cover), contents));
}

#[test]
fn references_tell_the_pages_of_what_they_point_at() {
    clean(faults(SCENE.lus().filter(|one| one.data()["affiche"].is_null()), references));
}

/// The data of an index that points at somebody else: the sheet is right, so the judge must say no.
#[test]
fn planted_pages_are_caught() {
    let guide = SCENE.un("guide");
    let text = guide.data().to_string();
    assert!(indexes(guide).is_empty() && contents(guide).is_empty());
    let anchors = anchors(guide.data());
    let (a, _) = anchors.iter().find(|(_, nom)| *nom == "Relais des démarches").unwrap();
    let (b, _) = anchors.iter().find(|(_, nom)| *nom == "Atelier des Cordeliers").unwrap();
    let wrong = text.replace(&format!("\"vers\":[\"{a}\"]"), &format!("\"vers\":[\"{b}\"]"));
    assert_ne!(wrong, text);
    assert!(indexes(&guide.avec(serde_json::from_str(&wrong).unwrap())).len() >= 2);
    let mut renamed = guide.data().clone();
    renamed["parties"][1]["titre"] = renamed["parties"][4]["titre"].clone();
    renamed["parties"][4]["titre"] = "Chapitre oublié".into();
    assert!(!contents(&guide.avec(renamed)).is_empty());
}

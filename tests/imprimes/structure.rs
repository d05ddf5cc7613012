//! Everybody may read it: tags, language, title, headings in order, table headings, pictures in words, fonts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use crate::faute::plant;
use crate::poppler::{catalogue, info, objects, plat, resolved, run};
use crate::scene::{Imprime, SCENE, clean, faults};

/// An element of the structure that `pdfinfo` tells: its depth, its kind, the text in it.
struct Element {
    depth: usize,
    sorte: String,
    texte: String,
}

/// The tree of tags, in reading order; each element with all the text below it.
fn elements(told: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for line in told.lines() {
        let depth = line.len() - line.trim_start().len();
        let inside = line.trim();
        if let Some(text) = inside.strip_prefix('"') {
            for &at in &open {
                all[at].texte.push_str(text.strip_suffix('"').unwrap_or(text));
            }
        } else if inside.starts_with(char::is_alphabetic) && !inside.starts_with("Object ") {
            open.retain(|&at| all[at].depth < depth);
            let kind = inside.split([' ', ':']).next().unwrap_or_default();
            open.push(all.len());
            all.push(Element { depth, sorte: kind.to_owned(), texte: String::new() });
        }
    }
    all
}

/// What `pdfinfo` says of the tags of a file: it takes seconds over a long one, so it is asked once.
fn structure(path: &Path) -> Arc<String> {
    static KNOWN: Mutex<BTreeMap<PathBuf, Arc<OnceLock<Arc<String>>>>> =
        Mutex::new(BTreeMap::new());
    let place = Arc::clone(KNOWN.lock().unwrap().entry(path.to_owned()).or_default());
    Arc::clone(place.get_or_init(|| Arc::new(run("pdfinfo", &["-struct-text"], path).0)))
}

/// The text in the order in which a screen reader says it.
///
/// The program loses the end of a piece from the first letters that others say in their place (a narrow space, a place
/// to break, « fi » drawn as one).
pub fn dit(path: &Path) -> String {
    let lines = structure(path);
    let quoted = lines.lines().filter_map(|line| line.trim().strip_prefix('"'));
    quoted.map(|text| text.strip_suffix('"').unwrap_or(text)).collect()
}

/// Headings begin at 1 and go down one by one; none is empty.
fn headings(told: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut last = 0;
    for one in elements(told) {
        let Some(level) = one.sorte.strip_prefix('H').and_then(|n| n.parse::<usize>().ok()) else {
            continue;
        };
        if level > last + 1 {
            faults.push(format!("« {} » is of level {level}, after {last}", one.texte));
        }
        if plat(&one.texte).is_empty() {
            faults.push(format!("an empty heading of level {level}"));
        }
        last = level;
    }
    if last == 0 {
        faults.push("no heading".into());
    }
    faults
}

/// Each table has headings in its first row, and cells in all others.
fn tables(told: &str) -> Vec<String> {
    let all = elements(told);
    let starts = all.iter().enumerate().filter(|(_, one)| one.sorte == "Table");
    let fault = |(at, table): (usize, &Element)| {
        let inside: Vec<&Element> =
            all[at + 1..].iter().take_while(|one| one.depth > table.depth).collect();
        let first = inside.iter().position(|one| one.sorte == "TR")?;
        let row = inside[first + 1..].iter().take_while(|one| one.depth > inside[first].depth);
        let cells: Vec<&str> =
            row.map(|one| one.sorte.as_str()).filter(|kind| kind.starts_with('T')).collect();
        let good = !cells.is_empty() && cells.iter().all(|kind| *kind == "TH");
        (!good).then(|| {
            format!(
                "a table without headings: {}",
                table.texte.chars().take(40).collect::<String>()
            )
        })
    };
    starts.filter_map(fault).collect()
}

/// Language, title shown, alternative texts.
fn catalogued(path: &Path) -> Vec<String> {
    let objects = objects(path);
    let root = catalogue(&objects);
    let mut faults = Vec::new();
    if root["/Lang"] != "u:fr" {
        faults.push(format!("language {}", root["/Lang"]));
    }
    if resolved(&objects, &root["/ViewerPreferences"])["/DisplayDocTitle"] != true {
        faults.push("the title is not shown".into());
    }
    let all = objects.as_object().into_iter().flat_map(|all| all.values());
    let figures = all.map(|one| &one["value"]).filter(|one| one["/S"] == "/Figure");
    let mute = figures.filter(|one| one["/Alt"].as_str().is_none_or(|alt| plat(alt).len() < 10));
    faults.extend(mute.map(|_| "a picture without words".into()));
    faults
}

/// All letters come with the file, and can be copied.
fn fonts(told: &str) -> Vec<String> {
    let rows: Vec<&str> = told.lines().skip(2).collect();
    let bad = |row: &&str| {
        let marks: Vec<&str> = row.split_whitespace().rev().skip(2).take(3).collect();
        !row.contains("+AtkinsonHyperlegibleNext-") || marks != ["yes"; 3]
    };
    let none = rows.is_empty().then(|| "no font".to_owned());
    rows.iter().copied().filter(bad).map(|row| format!("font: {row}")).chain(none).collect()
}

/// Everything that is asked of a file that is read.
fn judge(one: &Imprime) -> Vec<String> {
    let path = &one.chemin;
    let told = structure(path);
    let mut faults = marks(path, one.data()["titre"].as_str().unwrap());
    faults.extend(headings(&told));
    faults.extend(tables(&told));
    faults.extend(catalogued(path));
    faults.extend(fonts(&run("pdffonts", &[], path).0));
    faults.extend(sound(path));
    faults
}

/// What `pdfinfo` says of the file.
fn marks(path: &Path, titre: &str) -> Vec<String> {
    let meta = run("pdfinfo", &["-meta"], path).0;
    let has = |said: &str| meta.contains(said);
    let asked = [
        ("not tagged", info(path, "Tagged") == "yes"),
        ("another title", info(path, "Title") == titre && !titre.is_empty()),
        ("not PDF/UA-1", has("<pdfuaid:part>1<")),
        ("not PDF/A-2a", has("<pdfaid:part>2<") && has("<pdfaid:conformance>A<")),
        ("no language in its metadata", has("<dc:language><rdf:Bag><rdf:li>fr</rdf:li>")),
    ];
    asked.into_iter().filter(|(_, good)| !good).map(|(fault, _)| fault.to_owned()).collect()
}

/// The file is whole.
pub fn sound(path: &Path) -> Vec<String> {
    let (said, good) = run("qpdf", &["--check"], path);
    if good { Vec::new() } else { vec![format!("qpdf: {said}")] }
}

#[test]
fn everybody_may_read_what_is_printed() {
    clean(faults(SCENE.lus(), judge));
}

/// A table is somewhere, or its judge saw nothing.
#[test]
fn tables_are_there() {
    let sheet = structure(&SCENE.un("demande/feuille-d-appel").chemin);
    assert!(elements(&sheet).iter().any(|one| one.sorte == "TH"));
}

#[test]
fn planted_faults_of_structure_are_caught() {
    let guide = SCENE.un("guide");
    let folded = SCENE.un("livret-grand-poitiers-a-plier");
    let titre = guide.data()["titre"].as_str().unwrap();
    assert_eq!(marks(&guide.chemin, "Autre titre"), ["another title"]);
    let of_folded = marks(&folded.chemin, titre);
    assert!(
        of_folded.contains(&"not tagged".to_owned())
            && of_folded.contains(&"not PDF/UA-1".to_owned())
    );
    let told = structure(&guide.chemin);
    let skipped = headings(&told.replace("  H2 ", "  H4 "));
    assert!(!skipped.is_empty() && skipped.iter().all(|fault| fault.contains("is of level 4")));
    let sheet = structure(&SCENE.un("demande/feuille-d-appel").chemin);
    assert!(!tables(&sheet.replace("TH ", "TD ")).is_empty());
    let bare = plant("= Titre\n#table(columns: 2)[Jour][Heures][Lundi][9 h]");
    assert_eq!(tables(&structure(&bare)), ["a table without headings: JourHeuresLundi9 h"]);
    let english = plant("#set text(lang: \"en\")\n= Title");
    assert_eq!(catalogued(&english), ["language \"u:en\""]);
    let own = run("pdffonts", &[], &guide.chemin).0;
    assert_eq!(fonts(&own.replacen("yes yes yes", "no  yes yes", 1)).len(), 1);
    assert_eq!(fonts(&own.replacen("AtkinsonHyperlegibleNext", "Helvetica", 1)).len(), 1);
    assert_eq!(fonts(""), ["no font"]);
}

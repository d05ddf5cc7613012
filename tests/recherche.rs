//! Searching: the hard questions of `tests/recherche/` by the reference of the build, and what the page and its file hold.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use jalon::calendar::Date;
use jalon::text::code;
use jalon::text::search::{Target, find, joined};
use jalon::{Order, Pages};
use serde_json::Value;

mod support;

const TODAY: Date = Date::constant(2026, 11, 26);

/// The pages of a content folder, made in memory.
fn pages_of(content: &Path) -> Pages {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let order = Order {
        content: content.to_owned(),
        shown: "content".into(),
        themes: root.join("themes"),
        output: PathBuf::new(),
        grounds: Vec::new(),
        in_place: false,
        today: TODAY,
        strict: false,
        imprimes: false,
        hors_ligne: false,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
    };
    let (pages, said) = jalon::make(&order);
    pages.unwrap_or_else(|| panic!("{said:?}"))
}

fn text(pages: &Pages, address: &str) -> Option<String> {
    let bytes = &pages.iter().find(|(at, _)| at.as_str() == address)?.1;
    Some(String::from_utf8((*bytes).clone()).unwrap())
}

/// The page of search of a guide.
fn page(pages: &Pages, guide: &str) -> String {
    text(pages, &format!("{guide}/recherche.html")).unwrap()
}

/// What search knows of a thing: its name, what stands beside it, its short codes.
type Entry = (String, String, Vec<String>);

/// The short codes of a thing: those written for it, or that of its address where it is an actor or an event.
fn codes(written: Option<&str>, address: &str) -> Vec<String> {
    let id = |folder: &str| address.strip_prefix(folder)?.strip_suffix(".html");
    let given = || id("acteurs/").or_else(|| id("evenements/")).map(code);
    match written {
        Some(written) => written.split(',').map(str::to_owned).collect(),
        None => given().into_iter().collect(),
    }
}

/// What search knows of each entry of the list of a page.
fn listed(page: &str) -> Vec<Entry> {
    let list = page.split_once("<div id=\"liste\">").unwrap().1.split_once("</div>").unwrap().0;
    let plain = |html: &str| {
        let quotes = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        quotes
            .replace("&#x27;", "'")
            .replace("&#39;", "'")
            .replace("&#x2F;", "/")
            .replace("&amp;", "&")
    };
    let entries = list.split("<li").skip(1);
    let read = |entry: &str| {
        let (own, entry) = entry.split_once("><a href=\"").unwrap();
        let own = own.strip_prefix(" data-codes=\"").map(|own| own.trim_end_matches('"'));
        let (address, entry) = entry.split_once("\">").unwrap();
        let (name, beside) = entry.split_once("</a>").unwrap();
        (plain(name), plain(beside.split("<li").next().unwrap()), codes(own, address))
    };
    entries.map(read).collect()
}

/// A name as an address, as the script of the file makes it.
fn simple(name: &str) -> String {
    let folded = jalon::text::fold(name);
    let parts = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// What search knows of each entry of the file of a guide: communes first, then actors.
fn held(file: &str) -> Vec<Entry> {
    let lines =
        file.lines().find_map(|line| line.strip_suffix(".split(\"\\n\").forEach(ligne => {"));
    let lines: String = serde_json::from_str(lines.unwrap()).unwrap();
    let (mut communes, mut actors, mut here) = (Vec::new(), Vec::new(), "");
    for line in lines.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match fields[..] {
            ["", name, ref rest @ ..] => {
                let away = if name.contains(here) { String::new() } else { format!(", {here}") };
                let (short, end) = (simple(name), simple(here));
                let guess = if short.ends_with(&end) { short } else { format!("{short}-{end}") };
                let id = rest.get(1).filter(|id| !id.is_empty()).map_or(guess.as_str(), |id| id);
                let codes = codes(rest.get(2).copied(), &format!("acteurs/{id}.html"));
                actors.push((name.to_owned(), away + rest.first().unwrap_or(&""), codes));
            }
            [commune, ref rest @ ..] => {
                here = commune;
                let named = |rest: &&str| (commune.to_owned(), format!(" {rest}"), Vec::new());
                communes.extend(rest.first().map(named));
            }
            [] => {}
        }
    }
    communes.extend(actors);
    communes
}

/// What a guide's search knows.
fn known(pages: &Pages, guide: &str) -> Vec<Entry> {
    let mut known = listed(&page(pages, guide));
    known.extend(
        text(pages, &format!("{guide}/recherche-liste.js")).iter().flat_map(|file| held(file)),
    );
    known
}

/// What a question finds in a list, the best first; nothing when it is no question yet.
fn answers<'a>(listed: &'a [Entry], asked: &str) -> Option<Vec<&'a str>> {
    let target = |(name, beside, codes): &Entry| {
        Target::new(name, beside).coded(codes.iter().map(String::as_str))
    };
    let targets: Vec<Target> = listed.iter().map(target).collect();
    Some(find(&targets, asked)?.into_iter().map(|at| listed[at].0.as_str()).collect())
}

/// A name as lists show it: homonyms carry their commune.
fn is(shown: &str, name: &str) -> bool {
    shown == name || shown.strip_prefix(name).is_some_and(|rest| rest.starts_with(", "))
}

fn words(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .map(|all| all.iter().map(|one| one.as_str().unwrap()).collect())
        .unwrap_or_default()
}

/// What is wrong with the answers to a question.
fn faults(listed: &[Entry], question: &Value) -> Vec<String> {
    let asked = question["cherche"].as_str().unwrap();
    let Some(found) = answers(listed, asked) else {
        return if question["tout"] == true { Vec::new() } else { vec!["no question".into()] };
    };
    let mut faults = Vec::new();
    if question["tout"] == true || (question["rien"] == true) != found.is_empty() {
        faults.push(format!("{} answers", found.len()));
    }
    if let Some(first) = question["premier"].as_str()
        && !found.first().is_some_and(|shown| is(shown, first))
    {
        faults.push(format!("first is {:?}, not {first}", found.first()));
    }
    let there = |name: &str| found.iter().any(|shown| is(shown, name));
    faults.extend(
        words(&question["trouve"])
            .into_iter()
            .filter(|name| !there(name))
            .map(|n| format!("no {n}")),
    );
    faults.extend(
        words(&question["pas"]).into_iter().filter(|name| there(name)).map(|n| format!("{n}!")),
    );
    faults.into_iter().map(|fault| format!("{asked}: {fault}")).collect()
}

#[test]
fn hard_questions_are_answered() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let questions = std::fs::read_to_string(root.join("tests/recherche/questions.json")).unwrap();
    let questions: Value = serde_json::from_str(&questions).unwrap();
    let (mut asked, mut wrong) = (0, Vec::new());
    for part in questions.as_array().unwrap() {
        let pages = pages_of(&root.join(part["contenu"].as_str().unwrap()));
        for (guide, questions) in part["guides"].as_object().unwrap() {
            let listed = known(&pages, guide);
            for question in questions.as_array().unwrap() {
                asked += 1;
                wrong.extend(faults(&listed, question));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(asked >= 30, "{asked} questions");
}

#[test]
fn words_that_are_the_same_for_who_searches() {
    for (one, other) in [
        ("Œuvre", "oeuvre"),
        ("D’Clics", "dclic"),
        ("Saint-Éloi", "st eloi"),
        ("Médiathèques", "mediateque"),
        ("numérique", "numerike"),
        ("Les locaux", "local"),
        ("Réseaux", "reseau"),
        ("Jonzac", "jonsac"),
    ] {
        assert_eq!(joined(one), joined(other));
    }
    for (one, other) in [("bus", "bu"), ("86600", "8660"), ("Caf", "café"), ("Pau", "Peau")] {
        assert_ne!(joined(one), joined(other));
    }
}

/// What a text weighs on the line.
fn packed(text: &str) -> usize {
    let parameters =
        brotli::enc::BrotliEncoderParams { size_hint: text.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut packed, &parameters).unwrap()
}

/// The code at the foot of a page, as it is printed.
fn printed(page: &str) -> Option<&str> {
    let foot = page.split_once("<footer>")?.1;
    let code = foot.split_once("Dites le code ")?.1.split_once('.')?.0;
    Some(code)
}

#[test]
fn the_code_of_each_page_leads_to_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = pages_of(&root.join("content"));
    let mut counted = 0;
    for guide in ["86-vienne", "17-charente-maritime", "31-haute-garonne"] {
        let known = known(&pages, guide);
        let list = text(&pages, &format!("{guide}/codes.html")).unwrap();
        for (at, bytes) in &pages {
            let Some(at) = at.as_str().strip_prefix(guide).map(|at| &at[1..]) else { continue };
            // Beside the page of an actor stands a card, which has no foot.
            if at.ends_with(".vcf") {
                continue;
            }
            let page = String::from_utf8_lossy(bytes);
            let record = at.starts_with("acteurs/") || at.starts_with("evenements/");
            let Some(code) = printed(&page) else {
                assert!(!record || at.ends_with("/index.html") || page.contains("refresh"), "{at}");
                continue;
            };
            assert!(record, "{at}");
            counted += 1;
            let line = format!("<li><a href=\"{at}\">{code}\u{a0}: ");
            assert!(list.contains(&line), "{guide}/codes.html: no {line}");
            let heading = page.split_once("<h1>").unwrap().1.split_once("</h1>").unwrap().0;
            // Past events are in no list of search.
            let listed = known.iter().any(|(name, ..)| is(name, heading));
            let found = answers(&known, code).unwrap();
            assert!(!listed || found.iter().any(|shown| is(shown, heading)), "{at}: {code}");
        }
    }
    assert!(counted > 80, "{counted}");
}

#[test]
fn the_script_is_light() {
    let pages = pages_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recherche/content"));
    let page = page(&pages, "40-essai");
    let script = page.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
    assert!(packed(script) <= 1_000, "{} B", packed(script));
}

/// Kinds of places, as départements name them.
const KINDS: [&str; 12] = [
    "France services de",
    "Médiathèque de",
    "Mairie de",
    "Espace numérique de",
    "Centre social de",
    "Point info de",
    "Maison des associations de",
    "Cyberbase de",
    "CCAS de",
    "Foyer rural de",
    "Agence postale de",
    "Tiers-lieu de",
];

/// A guide of so many places, over the communes of the Vienne.
fn places(count: usize) -> (support::Desk, Pages) {
    let desk = support::Desk::with(&[]);
    // One letter of so long a list from A to Z may be more than a page usually is.
    desk.write(
        "content/86-vienne/guide.yaml",
        "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\nbudget: 20000\n",
    );
    let communes = jalon::territory::communes_of_departement("86");
    for rank in 0..count {
        let (kind, commune) = (KINDS[rank * 7 % 12], communes[rank * 31 % communes.len()].nom);
        // One in three bears a name of its own: the commune does not say it all.
        let own = ["du Clain", "Jean-Moulin", "des Lavoirs", "Marie-Curie", "du Pré"][rank % 5];
        let name = if rank % 3 == 0 {
            format!("{} {own} {}", &kind[..kind.len() - 3], rank % 97)
        } else {
            format!("{kind} {commune}")
        };
        let other =
            if rank % 4 == 0 { format!("autres_noms: [MSAP {commune}]\n") } else { String::new() };
        let text = format!(
            "nom: {name}\n{other}commune: {commune}\nservices: [Aide aux démarches administratives]\n"
        );
        let file = jalon::text::slug_of(&[&name, commune]);
        desk.write(&format!("content/86-vienne/acteurs/{file}.yaml"), text);
    }
    let pages = pages_of(&desk.path().join("content"));
    (desk, pages)
}

#[test]
fn a_long_list_is_in_a_light_file() {
    let (_desk, pages) = places(3_000);
    let file = text(&pages, "86-vienne/recherche-liste.js").unwrap();
    let known = known(&pages, "86-vienne");
    let actors = pages.keys().filter(|at| at.as_str().starts_with("86-vienne/acteurs/")).count();
    let communes = jalon::territory::communes_of_departement("86").len();
    assert!(actors > 2_700, "{actors}");
    assert!(known.len() >= actors + communes, "{} of {actors} + {communes}", known.len());
    eprintln!(
        "{actors} actors, {} entries, file {} B, page {} B",
        known.len(),
        packed(&file),
        packed(&page(&pages, "86-vienne"))
    );
    assert!(packed(&file) <= 25_000, "{} B", packed(&file));
    assert!(packed(&page(&pages, "86-vienne")) <= 14_600);
    let codes: Vec<usize> = pages
        .iter()
        .filter(|(at, _)| at.as_str().starts_with("86-vienne/codes"))
        .map(|(_, bytes)| packed(&String::from_utf8_lossy(bytes)))
        .collect();
    eprintln!("pages of codes: {codes:?}");
    // The first step never comes back to the first sign: 15 begin a code.
    assert!(codes.len() == 1 + 15 && codes.iter().all(|weight| *weight <= 14_600), "{codes:?}");
    assert_eq!(
        answers(&known, "msap lusignan").unwrap().len(),
        known.iter().filter(|(_, beside, _)| beside.contains("MSAP Lusignan")).count()
    );
}

#[test]
fn a_page_never_holds_more_than_a_line_carries_at_once() {
    for count in [60, 130, 999] {
        let (_desk, pages) = places(count);
        let page = page(&pages, "86-vienne");
        eprintln!(
            "{count} places: page {} B, file {:?}",
            packed(&page),
            text(&pages, "86-vienne/recherche-liste.js").map(|file| packed(&file))
        );
        assert!(packed(&page) <= 10_000, "{count}: {} B", packed(&page));
    }
}

//! Searching: the hard questions of `tests/recherche/` by the reference of the build, and what the page and its file hold.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use jalon::calendar::Date;
use jalon::text::search::{Target, find, joined};
use jalon::{Order, Pages};
use serde_json::Value;

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

/// A name and what stands beside it, for each entry of the list of a page.
fn listed(page: &str) -> Vec<(String, String)> {
    let list = page.split_once("<div id=\"liste\">").unwrap().1.split_once("</div>").unwrap().0;
    let plain = |html: &str| {
        let quotes = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        quotes
            .replace("&#x27;", "'")
            .replace("&#39;", "'")
            .replace("&#x2F;", "/")
            .replace("&amp;", "&")
    };
    let entries = list.split("<li><a href=\"").skip(1);
    let read = |entry: &str| {
        let (name, beside) = entry.split_once("\">").unwrap().1.split_once("</a>").unwrap();
        (plain(name), plain(beside.split_once("</li>").unwrap().0))
    };
    entries.map(read).collect()
}

/// What a question finds in a list, the best first; nothing when it is no question yet.
fn answers<'a>(listed: &'a [(String, String)], asked: &str) -> Option<Vec<&'a str>> {
    let targets: Vec<Target> =
        listed.iter().map(|(name, beside)| Target::new(name, beside)).collect();
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
fn faults(listed: &[(String, String)], question: &Value) -> Vec<String> {
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
            let listed = listed(&page(&pages, guide));
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

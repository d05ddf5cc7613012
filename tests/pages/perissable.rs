//! Pages are read weeks after they were made: none says « demain » or « cette semaine » without a date beside it.

use std::collections::BTreeMap;

use crate::evenements::{RULE, guide};
use crate::reading::{built, lines, part};
use crate::support::{Desk, TODAY, repository, tree};

/// What is only true of the day it is said.
const RELATIVE: [&str; 31] = [
    "aujourd’hui",
    "demain",
    "après-demain",
    "hier",
    "avant-hier",
    "ce matin",
    "cet après-midi",
    "ce soir",
    "cette nuit",
    "cette semaine",
    "ce week-end",
    "ce mois",
    "ce mois-ci",
    "cette année",
    "prochain",
    "prochaine",
    "prochains",
    "prochaines",
    "prochainement",
    "semaine dernière",
    "mois dernier",
    "an dernier",
    "année dernière",
    "semaine passée",
    "bientôt",
    "sous peu",
    "en ce moment",
    "actuellement",
    "maintenant",
    "tout à l’heure",
    "à l’instant",
];

/// What a length of time is measured from today after: « il y a 3 jours ».
const BEFORE_LENGTHS: [&str; 3] = ["il y a", "dans", "d’ici"];
const NUMBERS: [&str; 8] = ["un", "une", "deux", "trois", "quatre", "cinq", "dix", "quelques"];
const UNITS: [&str; 9] =
    ["heure", "heures", "jour", "jours", "semaine", "semaines", "mois", "an", "ans"];

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The words of a text, in small letters, without the signs around them.
fn tokens(text: &str) -> Vec<String> {
    let sign = |c: char| !c.is_alphanumeric();
    let words = text.split_whitespace().map(|word| word.trim_matches(sign));
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| word.to_lowercase().replace('\'', "’")).collect()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// « 23 novembre », « 1er décembre ».
fn is_dated(line: &str) -> bool {
    tokens(line)
        .windows(2)
        .any(|pair| MONTHS.contains(&pair[1].as_str()) && (is_number(&pair[0]) || pair[0] == "1er"))
}

/// Where the words of a phrase stand.
fn places(words: &[String], phrase: &str) -> Vec<(usize, usize)> {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let found = words.windows(phrase.len()).enumerate();
    let found = found.filter(|(_, window)| window.iter().eq(phrase.iter()));
    found.map(|(at, _)| (at, at + phrase.len())).collect()
}

/// Where a line says something relative to the day it is read.
fn relative(words: &[String]) -> Vec<(usize, usize)> {
    let said = RELATIVE.iter().flat_map(|phrase| places(words, phrase));
    let counted = BEFORE_LENGTHS.iter().flat_map(|phrase| places(words, phrase));
    let counted = counted.filter(|(_, end)| match &words[*end..] {
        [number, unit, ..] => {
            (is_number(number) || NUMBERS.contains(&number.as_str()))
                && UNITS.contains(&unit.as_str())
        }
        _ => false,
    });
    said.chain(counted).collect()
}

/// Lines that say a day relative to the one they are read on, with no date in them nor in the next one, in words
/// that no record has: `known` is every word of the records, in order.
fn perishable<'a>(lines: &'a [String], known: &str) -> Vec<&'a str> {
    let is_bad = |(at, line): (usize, &'a String)| {
        let dated = lines[at..].iter().take(2).any(|line| is_dated(line));
        let words = tokens(line);
        let of_records = |(start, end): &(usize, usize)| {
            let around = &words[start.saturating_sub(2)..(end + 2).min(words.len())];
            around.len() > end - start && known.contains(&format!(" {} ", around.join(" ")))
        };
        let found = relative(&words);
        (!dated && found.iter().any(|place| !of_records(place))).then_some(line.as_str())
    };
    lines.iter().enumerate().filter_map(is_bad).collect()
}

#[test]
fn the_reader_sees_what_grows_old() {
    let judged = |said: &[&str], known: &str| -> Vec<String> {
        let said: Vec<String> = said.iter().map(|line| (*line).to_owned()).collect();
        perishable(&said, known).into_iter().map(str::to_owned).collect()
    };
    for bad in [
        "Fermé aujourd'hui.",
        "Revenez demain",
        "Cette semaine",
        "La semaine prochaine : trois ateliers",
        "Publié il y a 3 jours.",
        "Le bus passe dans deux semaines",
        "Le mois prochain, en mars 2027",
        "Prochaines dates",
    ] {
        assert_eq!(judged(&[bad], ""), [bad]);
    }
    for good in [
        "Prochaines dates : 30 novembre, 7 décembre.",
        "Demander",
        "Dans une salle voisine",
        "Il y a deux ordinateurs.",
        "Vérifiée dans les deux mois",
        "Le hiérarque",
    ] {
        assert_eq!(judged(&[good], ""), [""; 0], "{good}");
    }
    // The dates stand below; or a line further, which is too far.
    assert_eq!(judged(&["Prochains passages", "Lundi 23 novembre, de 9 h à 12 h"], ""), [""; 0]);
    assert_eq!(judged(&["Prochains passages", "Lundi", "23 novembre"], ""), ["Prochains passages"]);
    // Somebody wrote it in a record.
    let known = " appelez pour savoir où il est cette semaine merci ";
    assert_eq!(judged(&["Appelez pour savoir où il est cette semaine."], known), [""; 0]);
    assert_eq!(judged(&["Il est là cette semaine."], known), ["Il est là cette semaine."]);
}

/// Every word of the records of a folder, in order.
fn words_of(desk: &Desk) -> String {
    let files = tree(&desk.path().join("content")).into_values();
    let texts = files.filter_map(|bytes| String::from_utf8(bytes).ok());
    texts.map(|text| format!(" {} ", tokens(&text).join(" "))).collect()
}

/// What no page should say, each once with one of its pages.
fn found(pages: &BTreeMap<String, String>, known: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (path, page) in pages {
        let said: Vec<String> =
            ["title", "body"].iter().flat_map(|name| lines(part(page, name))).collect();
        for line in perishable(&said, known) {
            found.insert(line.to_owned(), path.clone());
        }
    }
    found
}

#[test]
fn no_page_of_the_examples_grows_old_unseen() {
    let examples = Desk::copy_of("content");
    let golden = Desk::empty();
    for (path, bytes) in tree(&repository().join("tests/golden/content")) {
        golden.write(&format!("content/{path}"), bytes);
    }
    for desk in [examples, golden] {
        let pages = built(&desk, TODAY);
        assert!(pages.len() > 30);
        assert_eq!(found(&pages, &words_of(&desk)), BTreeMap::new());
    }
}

#[test]
fn nor_does_an_event_with_days_of_every_kind() {
    assert_eq!(found(&guide(RULE), ""), BTreeMap::new());
}

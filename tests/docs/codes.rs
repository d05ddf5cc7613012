//! Every message the program can say has its heading, and no heading is left for one it no longer says.

use std::collections::BTreeSet;

use jalon::check::{CHECKS, OUTPUT_CHECKS};

use crate::manual;
use crate::support::{paths, repository};

/// What stands before a literal that is given as the code of a message.
const OPENERS: [&str; 12] = [
    "error(",
    "warning(",
    "warn(",
    "about_file(",
    "Diagnostic::new(",
    "fault(",
    "corrected(",
    "doubtful(",
    "refused(",
    "code:",
    "about(page,",
    "refuse(&cells,",
];

/// Where every literal of several words joined by hyphens is a code: these modules name nothing else so.
const HOMES: [&str; 9] = [
    "source/",
    "record/",
    "check/",
    "theme/",
    "publish/",
    "intake/",
    "picture/fault.rs",
    "calendar/hours/lint.rs",
    "typeset/mistake.rs",
];

/// What is joined by hyphens in these modules and is the code of nothing: names of files, HTML, CSS, content policy.
const NO_CODES: [&str; 14] = [
    "numeros-utiles",
    "mediatheque-lusignan",
    "aria-label",
    "background-color",
    "base-uri",
    "default-src",
    "forced-colors",
    "form-action",
    "frame-ancestors",
    "img-src",
    "prefers-color-scheme",
    "prefers-contrast",
    "script-src",
    "style-src",
];

/// Codes given in the source of the program, tests left out.
fn codes() -> BTreeSet<String> {
    let root = repository().join("src");
    let mut codes = BTreeSet::new();
    for path in paths(&root) {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        if !name.ends_with(".rs") || name.ends_with("tests.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("\nmod tests {").next().unwrap_or_default();
        let home = HOMES.iter().any(|home| name.starts_with(home));
        for (before, literal) in literals(text) {
            let given = OPENERS.iter().any(|opener| before.ends_with(opener));
            let joined = literal.contains('-')
                && (home || name.starts_with("command/") && begins_an_answer(before));
            if is_kebab(literal) && (given || joined) && !NO_CODES.contains(&literal) {
                codes.insert(literal.to_owned());
            }
        }
    }
    codes
}

/// Whether what comes is the first of a pair or triple that a branch gives: `NotFound => ("code", …)`.
fn begins_an_answer(before: &str) -> bool {
    let opened = before.strip_suffix('(').map(str::trim_end);
    opened.is_some_and(|branch| branch.ends_with("=>") || branch.ends_with('{'))
}

/// Each string literal of a source, with the code before it.
fn literals(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['"', '/', '\'']).map(|offset| at + offset) {
        let rest = &text[start..];
        at = start + 1;
        if rest.starts_with("//") {
            at = start + rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("'\"'") {
            at = start + 3;
        } else if rest.starts_with('"') {
            let end = start + 1 + closing(&text[start + 1..]);
            found.push((text[..start].trim_end(), &text[start + 1..end]));
            at = (end + 1).min(text.len());
        }
    }
    found
}

/// Where the quote that closes a literal stands.
fn closing(text: &str) -> usize {
    let mut escaped = false;
    for (offset, c) in text.char_indices() {
        match c {
            '\\' => escaped = !escaped,
            '"' if !escaped => return offset,
            _ => escaped = false,
        }
    }
    text.len()
}

/// `reference-inconnue`, `encodage`.
fn is_kebab(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.split('-').all(part)
}

/// Headings of the chapters of messages that are names of messages.
fn headings() -> Vec<String> {
    let pages = manual::chapters(&["4"]);
    let all = pages.into_iter().flat_map(|page| page.headings);
    all.filter(|(level, ..)| *level == 3).map(|(_, words, _)| words).collect()
}

#[test]
fn the_scanner_sees_codes_however_they_are_given() {
    let codes = codes();
    for code in [
        "encodage",           // Diagnostic::error(
        "telephone-invalide", // self.error(
        "horaires-24-7",      // a pair
        "disque-plein",       // a triple
        "fiche-gardee",       // Some((…
        "vide",               // notes.corrected(
        "page-impossible",    // far from the modules of rules
        "commune-ancienne",   // if … else …
    ] {
        assert!(codes.contains(code), "{code} is not seen");
    }
    assert!(!codes.contains("mercredi"), "words of people are no codes");
}

#[test]
fn every_message_of_the_program_has_its_heading() {
    let headings = headings();
    let missing: Vec<String> =
        codes().into_iter().filter(|code| !headings.contains(code)).collect();
    assert!(missing.is_empty(), "without heading: {missing:#?}");
}

#[test]
fn every_rule_has_its_heading() {
    let headings = headings();
    let rules = CHECKS.iter().map(|(name, _)| *name);
    let missing: Vec<&str> = rules
        .chain(OUTPUT_CHECKS.iter().map(|(name, _)| *name))
        .filter(|name| !headings.iter().any(|heading| heading == name))
        .collect();
    assert!(missing.is_empty(), "without heading: {missing:#?}");
}

#[test]
fn no_heading_is_left_for_a_message_that_is_gone() {
    let mut known = codes();
    known.extend(CHECKS.iter().map(|(name, _)| (*name).to_owned()));
    known.extend(OUTPUT_CHECKS.iter().map(|(name, _)| (*name).to_owned()));
    let gone: Vec<String> =
        headings().into_iter().filter(|heading| !known.contains(heading)).collect();
    assert!(gone.is_empty(), "no such message: {gone:#?}");
    let mut seen = BTreeSet::new();
    let twice: Vec<String> =
        headings().into_iter().filter(|heading| !seen.insert(heading.clone())).collect();
    assert!(twice.is_empty(), "told twice: {twice:#?}");
}

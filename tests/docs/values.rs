//! The pages of values: the lists of the national standard, then those of jalon.

use std::fmt::Write as _;
use std::ops::Range;

use jalon::text::slug;
use jalon::vocabulary::{self, Vocabulary};

use crate::manual;
use crate::reference::{head, held};

/// Files of the lists of values, with the lists that each holds.
#[rustfmt::skip] // One line a page.
const VALUES: [(&str, &str, Range<usize>); 3] = [
    ("31-valeurs-typologie.md", "Les valeurs : types de structure", 0..1),
    ("32-valeurs-norme.md", "Les valeurs : autres listes de la norme", 1..NATIONAL),
    ("33-valeurs-jalon.md", "Les valeurs : listes propres à jalon", NATIONAL..vocabulary::ALL.len()),
];

/// The lists of the national standard come first.
const NATIONAL: usize = 10;

/// Where a list of values stands.
pub fn address(list: &Vocabulary) -> String {
    let index = vocabulary::ALL.iter().position(|known| known.name == list.name).unwrap();
    let (file, ..) = VALUES.iter().find(|(_, _, lists)| lists.contains(&index)).unwrap();
    format!("{file}#{}", slug(list.name))
}

#[test]
fn the_pages_of_values_are_what_the_program_knows() {
    for (file, title, lists) in VALUES {
        let mut text = head(title, &format!("{title}, avec ce que le lecteur lit pour chacune."));
        let _ = writeln!(
            text,
            "Page écrite par jalon lui-même. Les listes de la norme sont celles du schéma national « Lieux de médiation \
             numérique », version {}.",
            vocabulary::SCHEMA_VERSION
        );
        for list in &vocabulary::ALL[lists] {
            values(&mut text, list);
        }
        held(file, &text);
    }
}

fn values(text: &mut String, list: &Vocabulary) {
    let _ = write!(text, "\n## {}\n", list.name);
    if list.open {
        text.push_str("\nD’autres mots sont acceptés.\n");
    }
    text.push_str("\n| à écrire | ce que le lecteur lit |\n|---|---|\n");
    for term in list.terms {
        let code =
            if term.code == term.label { String::new() } else { format!("`{}` ou ", term.code) };
        let _ = writeln!(text, "| {code}{} | {} |", term.label, term.plain);
    }
}

#[test]
fn every_value_of_every_list_is_in_the_manual() {
    let pages = manual::chapters(&["31-", "32-", "33-"]);
    for list in vocabulary::ALL {
        let section = pages.iter().find_map(|page| page.section(list.name)).unwrap();
        for term in list.terms {
            assert!(section.words.contains(term.label), "{} : {}", list.name, term.label);
        }
    }
}

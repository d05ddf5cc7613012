//! The page of the words of the interface: every key that a guide may change, with its wording.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::sync::Arc;

use jalon::diagnostic::Source;
use jalon::theme::Labels;

use crate::manual;
use crate::reference::{head, held};
use crate::support::repository;

/// Files, titles, and the first letters of the groups that each holds: one page would be heavy.
const PAGES: [(&str, &str, RangeInclusive<char>); 3] = [
    ("34-mots-du-theme-a-d.md", "Le thème : les mots, de A à D", 'a'..='d'),
    ("35-mots-du-theme-e-l.md", "Le thème : les mots, de E à L", 'e'..='l'),
    ("35-mots-du-theme-m-z.md", "Le thème : les mots, de M à Z", 'm'..='z'),
];

/// The words of the base theme.
fn words() -> Labels {
    let path = "themes/base/labels/fr.yaml";
    let text = std::fs::read_to_string(repository().join(path)).unwrap();
    let mut faults = Vec::new();
    let labels = Labels::read(&Arc::new(Source { path: path.into(), text }), &mut faults);
    assert_eq!(faults, []);
    labels
}

/// Keys by their first part.
fn groups(labels: &Labels) -> BTreeMap<&str, Vec<&str>> {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for key in labels.keys() {
        groups.entry(key.split('.').next().unwrap_or_default()).or_default().push(key);
    }
    groups
}

#[test]
fn the_pages_of_words_are_what_the_theme_says() {
    let labels = words();
    for (file, title, letters) in PAGES {
        let mut text = head(title, &format!("{title}, avec la clé qui permet de les changer."));
        text.push_str(
            "Page écrite par jalon lui-même. Le chapitre [Le thème](12-theme.md) dit où changer ces mots. Un point sépare \
             les niveaux : `menu.besoins` est la clé `besoins` à l’intérieur de `menu`.\n",
        );
        let own = groups(&labels)
            .into_iter()
            .filter(|(group, _)| group.starts_with(|initial| letters.contains(&initial)));
        for (group, keys) in own {
            let _ = write!(text, "\n## Groupe {group}\n\n| clé | mots |\n|---|---|\n");
            for key in keys {
                let _ = writeln!(text, "| `{key}` | {} |", cell(labels.word(key)));
            }
        }
        held(file, &text);
    }
}

/// A wording as it is typed, fit for a cell of a table.
fn cell(word: &str) -> String {
    let typed = word.replace(['\u{a0}', '\u{202f}'], " ").replace('|', "\\|");
    if typed.is_empty() { "(rien)".into() } else { format!("« {typed} »") }
}

#[test]
fn every_word_of_the_theme_is_in_the_manual() {
    let pages = manual::chapters(&PAGES.map(|(file, ..)| file));
    let sections = pages.iter().flat_map(|page| &page.sections);
    let told: Vec<&String> = sections.flat_map(|section| &section.code).collect();
    let missing: Vec<String> = words()
        .keys()
        .filter(|key| !told.iter().any(|code| code == key))
        .map(str::to_owned)
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

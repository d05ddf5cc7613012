//! What the manual shows is true: its records are read without a word, its hours are said as it says.

use jalon::calendar::Horaires;

use crate::manual;
use crate::support::{Desk, repository};

/// First line of a block that is a whole file: where it goes.
fn file(block: &(String, String)) -> Option<(&str, &str)> {
    let (language, text) = block;
    let first = text.lines().next()?.strip_prefix("# ")?;
    let path = first.split(' ').next()?;
    (language == "yaml" && path.starts_with("content/")).then_some((path, text.as_str()))
}

#[test]
fn every_whole_file_of_the_manual_is_read_without_a_message() {
    let desk = Desk::with(&[]);
    let pages = manual::pages();
    let files: Vec<(&str, &str)> =
        pages.iter().flat_map(|page| page.blocks.iter().filter_map(file)).collect();
    assert!(files.len() >= 8, "only {} files were read", files.len());
    for (path, text) in &files {
        assert!(files.iter().filter(|(other, _)| other == path).count() == 1, "{path} comes twice");
        desk.write(path, text);
    }
    assert_eq!(desk.messages(), "");
}

/// The rows of two cells of a chapter's tables whose second column has this name.
fn rows(file: &str, column: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(repository().join(manual::PAGES).join(file)).unwrap();
    let mut wanted = false;
    let mut found = Vec::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        match cells[..] {
            [_, "vous écrivez", name, _] => wanted = name == column,
            [_, written, said, _] if wanted && written.starts_with('`') => {
                found.push((written.trim_matches('`').to_owned(), said.to_owned()));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn hours_are_read_as_the_manual_says() {
    let said = rows("08-horaires.md", "le lecteur lit");
    assert!(said.len() >= 10, "{said:?}");
    for (written, told) in said {
        let sentence = Horaires::parse(&written).unwrap().sentence();
        assert_eq!(sentence.replace(['\u{a0}', '\u{202f}'], " "), told, "{written}");
    }
    let refused = rows("08-horaires.md", "il manque");
    assert!(refused.len() >= 5, "{refused:?}");
    for (written, _) in refused {
        assert!(Horaires::parse(&written).is_err(), "{written}");
    }
    for (_, block) in manual::chapters(&["08-"]).remove(0).blocks {
        let lines = block.lines().filter(|line| line.contains("9h") && !line.contains(": "));
        for line in lines {
            assert!(Horaires::parse(line).is_ok(), "{line}");
        }
    }
}

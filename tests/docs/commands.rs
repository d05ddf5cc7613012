//! Every command, alias and option of the program stands in the chapter of the commands, and no other.

use std::collections::BTreeSet;

use crate::manual::{self, Section, Text};
use crate::support::Desk;

/// The help of the program or of one command.
fn help(arguments: &[&str]) -> String {
    let said = Desk::empty().jalon(&[arguments, &["--help"]].concat());
    assert_eq!(said.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(said.stdout).unwrap()
}

/// Commands and their French names, as the help lists them.
fn commands() -> Vec<(String, String)> {
    let help = help(&[]);
    let list = help.split_once("Commandes:").unwrap().1.split_once("Options:").unwrap().0;
    // A long line is folded: the alias may stand on the next one.
    let list = list.split_whitespace().collect::<Vec<_>>().join(" ");
    let found: Vec<(String, String)> = list
        .split_inclusive(')')
        .filter_map(|one| {
            let (about, alias) = one.trim().split_once("(alias : ")?;
            let name = about.split(' ').next()?;
            Some((name.to_owned(), alias.trim_end_matches(')').to_owned()))
        })
        .collect();
    assert!(found.len() >= 4, "{help}");
    found
}

/// `--content`, `-o`… of a help text.
fn options(help: &str) -> BTreeSet<String> {
    let words = help.split(|c: char| c.is_whitespace() || "(),;.[=".contains(c));
    let option = |word: &&str| {
        word.strip_prefix("--").is_some_and(|name| {
            name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !name.is_empty()
        }) || word
            .strip_prefix('-')
            .is_some_and(|name| name.len() == 1 && name.chars().all(char::is_alphabetic))
    };
    words.filter(option).map(str::to_owned).collect()
}

fn chapter() -> Text {
    manual::chapters(&["11-"]).remove(0)
}

/// Options that a section speaks of.
fn spoken(section: &Section) -> BTreeSet<String> {
    section.code.iter().flat_map(|code| options(code)).collect()
}

#[test]
fn every_command_and_option_of_the_program_is_in_the_manual() {
    let chapter = chapter();
    let mut missing = Vec::new();
    for (name, alias) in commands() {
        let heading = format!("{name}, ou {alias}");
        let Some(section) = chapter.section(&heading) else {
            missing.push(heading);
            continue;
        };
        let known = spoken(section);
        let common = options(&help(&[])).into_iter().collect::<BTreeSet<_>>();
        let own = options(&help(&[&name]));
        missing.extend(
            own.iter()
                .filter(|one| !known.contains(*one) && !common.contains(*one))
                .map(|one| format!("{name} {one}")),
        );
        missing.extend(
            known
                .iter()
                .filter(|one| !own.contains(*one))
                .map(|one| format!("{name} n’a pas {one}")),
        );
        assert_eq!(help(&[&alias]), help(&[&name]), "{alias} is not {name}");
    }
    let general = chapter.section("Pour toutes les commandes").map(spoken).unwrap_or_default();
    missing.extend(options(&help(&[])).difference(&general).cloned());
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_command_of_the_manual_is_one_that_the_program_does_not_have() {
    let known: BTreeSet<String> =
        commands().into_iter().map(|(name, alias)| format!("{name}, ou {alias}")).collect();
    for (_, words, _) in chapter().headings {
        assert!(!words.contains(", ou ") || known.contains(&words), "{words}");
    }
}

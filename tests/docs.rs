//! The tables of the manual come from the program: every key and every value has its place.
//!
//! After a change of keys or values, `JALON_ECRIRE=1 cargo test --test docs` writes the tables again.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use std::fmt::Write as _;

use jalon::record::catalogue::Field;
use jalon::record::{Kind, catalogue};
use jalon::vocabulary;
use support::repository;

fn held(path: &str, expected: &str) {
    let path = repository().join(path);
    if std::env::var_os("JALON_ECRIRE").is_some() {
        std::fs::write(&path, expected).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == expected,
        "{} is behind the program: see the head of tests/docs.rs",
        path.display()
    );
}

#[test]
fn every_key_is_in_the_manual() {
    let mut text = String::from(
        "# Les clés\n\nTableau écrit par jalon lui-même : une clé par ligne, telle que le programme la lit.\n",
    );
    for (kind, name) in Kind::WRITTEN {
        let _ = write!(text, "\n## {name}\n\n| clé | valeur | sens |\n|---|---|---|\n");
        rows(&mut text, &catalogue(kind), "");
    }
    held("docs/cles.md", &text);
}

fn rows(text: &mut String, fields: &[Field], above: &str) {
    for field in fields {
        let name = format!("{above}{}", field.name);
        let shape = match vocabulary::ALL.iter().any(|list| list.name == field.shape) {
            true => format!("[valeurs](valeurs.md#{})", field.shape.replace('.', "")),
            false => field.shape.to_owned(),
        };
        let _ = writeln!(text, "| `{name}` | {shape} | {} |", field.about);
        rows(text, &field.inner, &format!("{name}."));
    }
}

#[test]
fn every_value_is_in_the_manual() {
    let mut text = format!(
        "# Les valeurs\n\nTableau écrit par jalon lui-même. Les listes de la norme sont celles du schéma national \
         « Lieux de médiation numérique », version {}.\n",
        vocabulary::SCHEMA_VERSION
    );
    for list in vocabulary::ALL {
        let _ = write!(text, "\n## {}\n", list.name);
        if list.open {
            text.push_str("\nD’autres mots sont acceptés.\n");
        }
        text.push_str("\n| à écrire | ce que le lecteur lit |\n|---|---|\n");
        for term in list.terms {
            let code = if term.code == term.label {
                String::new()
            } else {
                format!("`{}` ou ", term.code)
            };
            let _ = writeln!(text, "| {code}{} | {} |", term.label, term.plain);
        }
    }
    held("docs/valeurs.md", &text);
}

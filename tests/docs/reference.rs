//! The reference pages of the manual, written by the program itself and held equal to what it says.

use crate::manual::PAGES;
use crate::support::repository;

/// A page is as the program would write it now; `JALON_ECRIRE=1` writes it.
pub fn held(file: &str, expected: &str) {
    let path = repository().join(PAGES).join(file);
    if std::env::var_os("JALON_ECRIRE").is_some() {
        std::fs::write(&path, expected).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == expected,
        "{file} is behind the program: see the head of tests/docs/main.rs"
    );
}

/// The head of a page.
pub fn head(title: &str, summary: &str) -> String {
    format!("---\ntitre: \"{title}\"\npresentation_resume: \"{summary}\"\n---\n\n")
}

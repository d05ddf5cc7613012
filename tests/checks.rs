//! What is said of events that can be read and are probably not as they were meant: whole messages.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

#[path = "checks/closures.rs"]
mod closures;
#[path = "checks/days.rs"]
mod days;
#[path = "checks/holidays.rs"]
mod holidays;
#[path = "checks/series.rs"]
mod series;

use support::Desk;

/// A library that hosts, and a town hall elsewhere.
const PLACES: [(&str, &str); 2] = [
    ("86-vienne/acteurs/lieu.yaml", "nom: Médiathèque\ncommune: Lusignan\n"),
    ("86-vienne/acteurs/mairie.yaml", "nom: Mairie\ncommune: Vivonne\n"),
];

/// The messages of a guide with one event; today is Monday 23 November 2026.
pub fn said(event: &str) -> String {
    said_with(&[("86-vienne/evenements/e.yaml", &format!("nom: Parcours\nchez: lieu\n{event}"))])
}

/// The messages of a guide with these files beside the two places, with plain spaces.
pub fn said_with(files: &[(&str, &str)]) -> String {
    Desk::with(&[&PLACES[..], files].concat()).messages().replace('\u{a0}', " ")
}

/// The sentences and remedies of messages, without their excerpts.
pub fn told(said: &str) -> Vec<&str> {
    let is_told = |line: &&str| line.starts_with("attention[") || line.starts_with("  = à faire");
    said.lines().filter(is_told).collect()
}

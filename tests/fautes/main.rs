//! Faults of every kind, planted under the program itself: the last good guide stays whole, or the new one is, and the
//! message says what to do. What each does is the table of `docs/reliability.md`, written by these tests:
//! `JALON_ECRIRE=1 cargo test --test fautes` writes it again.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests set the scene on a disk of their own and run the program itself"
)]

mod arret;
mod arrets;
mod entrees;
mod hostiles;
mod kill;
mod scene;
mod sorties;
#[path = "../support/mod.rs"]
#[allow(missing_docs, reason = "shared by several tests")]
mod support;
mod table;
mod temps;

//! The manual says what the program does: every key, value, command, rule and message has its place in it.
//!
//! After a change of keys or values, `JALON_ECRIRE=1 cargo test --test docs` writes the reference pages again.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the repository and run the program itself"
)]

mod codes;
mod commands;
mod data;
mod examples;
mod keys;
mod links;
mod manual;
mod paper;
mod reference;
#[path = "../support/mod.rs"]
#[allow(missing_docs, reason = "shared by several tests")]
mod support;
mod values;
mod words;

//! Pages of criteria: who stands on them, what they say, and which of them exist.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod reading;
mod support;

#[path = "criteres/addresses.rs"]
mod addresses;
#[path = "criteres/any_place.rs"]
mod any_place;
#[path = "criteres/naive.rs"]
mod naive;
#[path = "criteres/said.rs"]
mod said;

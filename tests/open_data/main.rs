//! Open data: what is written is what the records say, whoever reads it, and nothing that is not to be published.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at the first surprise"
)]

mod full;
mod schema;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod texts;
mod whole;

//! Exports: what leaves comes back the same, is read by others, and hurts no file that is there.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at the first surprise"
)]

mod back;
mod files;
#[path = "../open_data/full.rs"]
#[allow(dead_code)]
mod full;
mod handed;
mod national;
mod revised;
mod scene;
mod sheets;
#[path = "../support/mod.rs"]
mod support;

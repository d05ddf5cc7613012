//! The press alone, with small themes: same bytes, closed to the world, mistakes in French, any text printed.
//!
//! With `JALON_PAPIER` (a folder), PDFs and what they must say are handed to the foreign judges of `tests/browser`.
#![cfg(feature = "print")]
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

#[path = "typeset/closed.rs"]
mod closed;
#[path = "typeset/handed.rs"]
mod handed;
#[path = "typeset/hostile.rs"]
mod hostile;
#[path = "typeset/mistakes.rs"]
mod mistakes;
#[path = "typeset/press.rs"]
mod press;
#[path = "typeset/same.rs"]
mod same;

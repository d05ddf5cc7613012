//! Finding by what was typed: the same words, the same order of answers in the build and in the browser.
//!
//! The script of the page of search says the same in its own language (`src/edition/html/recherche/recherche.js`);
//! its tables are written from [`table`], and both answer the questions of `tests/recherche/`.

mod rank;
pub mod table;
mod words;

pub use rank::{Query, Target, find};
pub use words::{joined, words};

//! Words and letters: slugs, French order, French spaces, near misses.

pub mod clair;
mod code;
mod foreign;
mod formula;
mod gsm;
mod likeness;
mod markup;
mod nearest;
mod number;
mod order;
pub mod pack;
mod percent;
mod personal;
mod readable;
pub mod search;
mod slug;
mod typography;
mod urn;

pub use code::{SIGNS, code};
pub use foreign::foreign;
pub use formula::{add_cell, defended, undefended};
pub use gsm::{SEPTETS, gsm, septets};
pub use likeness::{Likeness, Name, is_telling, likeness};
pub use markup::escaped;
pub use nearest::nearest;
pub use number::{decimal, thousands};
pub use order::{fold, sort_key};
pub use percent::{has_scheme, mailto, on_the_web, percent};
pub use personal::{emails, is_mobile, is_nominative};
pub use readable::{blanked, readable};
pub use slug::{slug, slug_of};
pub use typography::{capital, phone, sentence, typography};
pub use urn::urn;

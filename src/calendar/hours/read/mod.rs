//! A text of hours cut into pieces, and what the pieces mean.

mod clock;
mod cursor;
mod items;
mod lex;
mod phrases;
mod piece;
mod sense;
mod unknown;

pub(super) use cursor::{Cursor, parts};
pub(super) use items::{Item, What, clauses};
pub(super) use lex::{LONGEST_REMARK, Raw, Token, lex};
pub(super) use piece::means;
pub(super) use sense::Sense;

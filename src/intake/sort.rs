//! What sort of record is being made: its keys in order, and what the file calls each of them.

use std::sync::LazyLock;

use crate::record::{Kind, ordre};

/// The keys of an actor, in the order that `fmt` puts them in: what is imported is in order.
pub(super) static ACTEUR: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| ordre(Kind::Acteur).names());

/// A sort of record on its way from one file.
pub(super) struct Sort<'a> {
    /// What the reader of records reads it as.
    pub kind: Kind,
    /// Its keys, in the order they are written; those of one map follow each other.
    pub keys: &'a [&'static str],
    /// What the file calls a key.
    pub column: &'a dyn Fn(&str) -> String,
}

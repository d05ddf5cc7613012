//! What sort of record is being made: its keys in order, and what the file calls each of them.

use crate::record::Kind;

/// A sort of record on its way from one file.
pub(super) struct Sort<'a> {
    /// What the reader of records reads it as.
    pub kind: Kind,
    /// Its keys, in the order they are written; those of one map follow each other.
    pub keys: &'a [&'static str],
    /// What the file calls a key.
    pub column: &'a dyn Fn(&str) -> String,
}

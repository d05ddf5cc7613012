//! Hostile texts stay texts: in every key of every record, in every file that is published.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod everywhere;
mod found;
mod guide;
mod imported;
mod imports;
mod judge;
mod named;
mod nasty;
mod records;

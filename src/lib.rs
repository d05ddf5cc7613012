//! jalon turns YAML records of the actors and events of a French département into a guide.
//!
//! Data flows one way: content → records → guide → checks → plan → bytes → published.
//! [`build`] reads as that sentence; each module says on its first line what it is for.

pub mod address;
mod archive;
pub mod bilan;
mod build;
pub mod calendar;
pub mod check;
pub mod command;
pub mod compare;
pub mod diagnostic;
pub mod edition;
pub mod guide;
pub mod intake;
pub mod picture;
pub mod plan;
pub mod publish;
pub mod record;
pub mod schema;
pub mod source;
pub mod tableur;
pub mod territory;
pub mod text;
pub mod theme;
pub mod typeset;
pub mod vocabulary;

pub use build::{Built, Order, Pages, Precompression, build, editions, make, verify};

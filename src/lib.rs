//! jalon turns YAML records of the actors and events of a French département into a guide.
//!
//! Data flows one way: content → records → guide → checks → plan → bytes → published.

pub mod address;
pub mod calendar;
pub mod diagnostic;
pub mod publish;
pub mod source;
pub mod territory;
pub mod text;
pub mod vocabulary;

//! What the staff's year asks of jalon besides the guide itself: begin a record, set an editor up, keep people's secrets.
#![cfg(feature = "print")]
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used, clippy::panic)]

#[path = "staff/blank.rs"]
mod blank;
#[path = "staff/campaign.rs"]
mod campaign;
#[path = "open_data/full.rs"]
mod full;
#[path = "staff/here.rs"]
mod here;
#[path = "staff/memory.rs"]
mod memory;
#[path = "staff/options.rs"]
mod options;
#[path = "staff/paper.rs"]
mod paper;
#[path = "staff/people.rs"]
mod people;
#[path = "staff/schemas.rs"]
mod schemas;
#[path = "staff/spread.rs"]
mod spread;
#[path = "support/mod.rs"]
mod support;

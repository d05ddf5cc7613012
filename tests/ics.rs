//! Calendar files and feeds: read again by a small strict reader of the tests' own, and held to the agenda.
//!
//! With `JALON_JOURS` (a file) and `JALON_ICS` (a folder), what they must say is handed to the foreign judges of
//! `tests/browser`.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod support;

#[path = "agenda/almanac.rs"]
#[allow(dead_code)]
mod almanac;
#[path = "agenda/any_guide.rs"]
mod any_guide;
#[path = "ics/any_text.rs"]
mod any_text;
#[path = "ics/contents.rs"]
mod contents;
#[path = "ics/expand.rs"]
mod expand;
#[path = "ics/expected.rs"]
mod expected;
#[path = "agenda/facts.rs"]
mod facts;
#[path = "ics/feeds.rs"]
mod feeds;
#[path = "ics/handed.rs"]
mod handed;
#[path = "ics/printed.rs"]
mod printed;
#[path = "ics/reader.rs"]
mod reader;
#[path = "agenda/records.rs"]
mod records;
#[path = "ics/same_days.rs"]
mod same_days;
#[path = "ics/stay.rs"]
mod stay;
#[path = "ics/strict.rs"]
mod strict;
#[path = "agenda/years.rs"]
#[allow(dead_code)]
mod years;

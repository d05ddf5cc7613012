//! The agenda: rules become days, one by one, and days become the pages of weeks.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod reading;
mod support;

#[path = "agenda/almanac.rs"]
mod almanac;
#[path = "agenda/changes.rs"]
mod changes;
#[path = "agenda/days.rs"]
mod days;
#[path = "agenda/events.rs"]
mod events;
#[path = "agenda/holidays.rs"]
mod holidays;
#[path = "agenda/particular.rs"]
mod particular;
#[path = "agenda/rules.rs"]
mod rules;
#[path = "agenda/weeks.rs"]
mod weeks;
#[path = "agenda/window.rs"]
mod window;

//! The agenda: rules become days, one by one, and days become the pages of weeks.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod reading;
mod support;

#[path = "agenda/almanac.rs"]
mod almanac;
#[path = "agenda/any_guide.rs"]
mod any_guide;
#[path = "agenda/changes.rs"]
mod changes;
#[path = "agenda/days.rs"]
mod days;
#[path = "agenda/events.rs"]
mod events;
#[path = "agenda/facts.rs"]
mod facts;
#[path = "agenda/holidays.rs"]
mod holidays;
#[path = "agenda/naive.rs"]
mod naive;
#[path = "agenda/particular.rs"]
mod particular;
#[path = "agenda/records.rs"]
mod records;
#[path = "agenda/rules.rs"]
mod rules;
#[path = "agenda/weeks.rs"]
mod weeks;
#[path = "agenda/window.rs"]
mod window;
#[path = "agenda/years.rs"]
mod years;

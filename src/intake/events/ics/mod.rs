//! Calendar files (RFC 5545): each event, with the days of its series, becomes one happening.

mod cells;
mod component;
mod fields;
mod lines;
mod location;
mod recur;
mod series;
mod stamp;

use std::collections::BTreeMap;
use std::rc::Rc;

pub(super) use location::is_street;

use component::Component;
use series::Series;
use stamp::Zones;

use super::happening::Happening;
use crate::intake::table::{self, TableFault, decode};

/// What a calendar file holds.
pub(super) struct Calendar {
    /// How its bytes were read.
    pub form: String,
    /// Whether its letters had to be guessed.
    pub guessed_letters: bool,
    /// Its events, in the order of the file.
    pub events: Vec<Happening>,
}

/// Whether bytes begin as a calendar does.
pub(super) fn is_calendar(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(200)];
    let letters: Vec<u8> = start.iter().copied().filter(|b| b.is_ascii_graphic()).collect();
    let text = String::from_utf8_lossy(&letters).to_ascii_uppercase();
    text.starts_with("BEGIN:VCALENDAR") || text.starts_with("BEGIN:VEVENT")
}

/// Reads a calendar file.
pub(super) fn read(bytes: &[u8]) -> Result<Calendar, TableFault> {
    // Two bytes a letter: folds are between letters, and are undone on the text.
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let (bytes, encoding) = match wide {
        true => {
            let decoded = decode(bytes)?;
            (decoded.text.into_bytes(), Some(decoded.encoding))
        }
        false => (bytes.to_vec(), None),
    };
    let (unfolded, numbers) = lines::unfolded(&bytes);
    let decoded = decode(&unfolded)?;
    let file = component::read(lines::lines(&decoded.text, &numbers));
    let mut events = Vec::new();
    let calendars = file.parts.iter().filter(|part| part.name == "VCALENDAR");
    let bare = Component { parts: file.parts.clone(), ..Component::default() };
    for calendar in calendars.chain(Some(&bare)) {
        let zones = Rc::new(Zones::of(calendar));
        events.extend(series(calendar, &zones).into_iter().map(fields::happening));
    }
    if events.is_empty() {
        return Err(table::fault(
            None,
            "Ce calendrier ne contient aucun événement.",
            "Exportez de nouveau l’agenda, en choisissant ses événements.",
        ));
    }
    Ok(Calendar {
        form: format!("{}, calendrier iCalendar", encoding.unwrap_or(decoded.encoding)),
        guessed_letters: decoded.guessed,
        events,
    })
}

/// The events of a calendar, those of one identifier together, in the order of the file.
fn series(calendar: &Component, zones: &Rc<Zones>) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for event in calendar.parts.iter().filter(|part| part.name == "VEVENT") {
        let uid = event.value("UID");
        let changed = event.property("RECURRENCE-ID").is_some();
        match known.get(uid).map(|index| &mut found[*index]).filter(|_| !uid.is_empty()) {
            Some(series) if changed => series.changed.push(event.clone()),
            // Its changed days came first.
            Some(series) if series.event.property("RECURRENCE-ID").is_some() => {
                let first = std::mem::replace(&mut series.event, event.clone());
                series.changed.insert(0, first);
            }
            _ => {
                known.insert(uid, found.len());
                let zones = Rc::clone(zones);
                found.push(Series { event: event.clone(), changed: Vec::new(), zones });
            }
        }
    }
    found
}

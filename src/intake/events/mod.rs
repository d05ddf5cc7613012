//! Events of foreign files become records: calendars (`.ics`) and exports of OpenAgenda.

mod address;
mod days;
mod happening;
mod ics;
mod keys;
mod links;
mod openagenda;
mod people;
mod place;
mod record;
mod rhythm;
mod role;
mod said;
mod setting;
mod told;
mod written;
mod zone;

use std::collections::BTreeMap;

pub(super) use days::hours;
use happening::Happening;
use record::Recording;

use super::report::{FileReport, Matter};
use super::settle::Settling;
use super::{Foreign, Order};

/// Reads a file of events; nothing when it is a table.
pub(super) fn file(
    file: &Foreign,
    order: &Order<'_>,
    settling: &mut Settling,
    rows_of: &mut BTreeMap<usize, usize>,
) -> Option<FileReport> {
    let mut report =
        FileReport { name: file.name.clone(), matter: Matter::Events, ..FileReport::default() };
    let events: Vec<Happening> = if ics::is_calendar(&file.bytes) {
        match ics::read(&file.bytes) {
            Ok(calendar) => {
                report.form = calendar.form;
                report.guessed_letters = calendar.guessed_letters;
                calendar.events
            }
            Err(fault) => return Some(FileReport { fault: Some(fault), ..report }),
        }
    } else {
        match openagenda::read(&file.bytes)? {
            Ok(export) => {
                report.form = export.form;
                report.guessed_letters = export.guessed_letters;
                export.events
            }
            Err(fault) => return Some(FileReport { fault: Some(fault), ..report }),
        }
    };
    let mut recording = Recording::over(order, settling, &file.name);
    for event in events {
        let (row, guide) = recording.one(event, settling);
        if let Some(guide) = guide {
            *rows_of.entry(guide).or_default() += 1;
        }
        report.rows.push(row);
    }
    recording.tell(&mut report);
    Some(report)
}

//! Hours as a map by day: `lundi: 9h-12h, 14h-17h`, `mardi: fermé`, `sauf: vacances scolaires`.

use std::ops::Range;

use super::fault::{DayFault, HoursFault};
use super::{EXAMPLES, Form, Horaires, staff};

impl Horaires {
    /// Reads a map by day: each entry is read as the clause « key value », so that any key that
    /// begins a clause is good (`du lundi au vendredi`, `samedi et dimanche`, `sauf`).
    pub fn from_days(days: &[(&str, &str)]) -> Result<Self, Vec<DayFault>> {
        let mut text = String::new();
        let mut entries = Vec::with_capacity(days.len());
        for (key, value) in days {
            let start = text.len();
            text.push_str(key);
            text.push(' ');
            text.push_str(value);
            entries.push(start..text.len());
            text.push('\n');
        }
        match staff::parse(&text) {
            Ok(rules) if rules.is_empty() => Err(vec![empty()]),
            Ok(rules) => Ok(Self { rules, form: Form::French }),
            Err(faults) => {
                Err(faults.into_iter().map(|fault| place(fault, days, &entries)).collect())
            }
        }
    }
}

fn empty() -> DayFault {
    DayFault {
        entry: 0,
        in_key: true,
        fault: HoursFault::new(0..0, "les horaires sont vides", EXAMPLES),
    }
}

/// The entry, and the bytes of its key or value, where a fault of the joined text is.
fn place(mut fault: HoursFault, days: &[(&str, &str)], entries: &[Range<usize>]) -> DayFault {
    let before = entries.partition_point(|entry| entry.start <= fault.span.start);
    let entry = before.saturating_sub(1);
    let start = entries.get(entry).map_or(0, |entry| entry.start);
    let (key, value) = days.get(entry).copied().unwrap_or_default();
    let in_key = fault.span.start < start + key.len();
    let (from, length) =
        if in_key { (start, key.len()) } else { (start + key.len() + 1, value.len()) };
    let within = |byte: usize| byte.saturating_sub(from).min(length);
    fault.span = within(fault.span.start)..within(fault.span.end);
    DayFault { entry, in_key, fault }
}

//! Exports of OpenAgenda in JSON: a list of events, or an object that holds it.

mod contacts;
mod fields;
mod said;
mod timings;
mod values;

use serde_json::Value;
use serde_json::value::RawValue;

use super::happening::Happening;
use crate::intake::table::{self, Lines, TableFault, decode};

/// What an export holds.
pub(super) struct Export {
    /// How its bytes were read.
    pub form: String,
    /// Whether its letters had to be guessed.
    pub guessed_letters: bool,
    /// Its events, in the order of the file.
    pub events: Vec<Happening>,
}

/// Keys that every event of OpenAgenda has and no place of the national schema.
const KEYS: [&str; 3] = ["uid", "title", "timings"];

/// Reads an export; nothing when the bytes are something else.
pub(super) fn read(bytes: &[u8]) -> Option<Result<Export, TableFault>> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = start.iter().find(|b| !b.is_ascii_whitespace());
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if !wide && !matches!(first, Some(b'[' | b'{')) {
        return None;
    }
    let decoded = decode(bytes).ok()?;
    let text = decoded.text.as_str();
    let items = match items(text) {
        Ok(items) => items?,
        // A file that was cut still looks like what it is.
        Err(error) => return looks_like_one(text).then(|| Err(malformed(&error))),
    };
    let lines = Lines::of(text);
    let line = |item: &RawValue| {
        // A part of `text`: where it begins tells its line.
        lines.at((item.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize))
    };
    let values: Vec<(usize, Value)> = items
        .into_iter()
        .map(|item| (line(item), serde_json::from_str(item.get()).unwrap_or_default()))
        .collect();
    if !values.iter().any(|(_, value)| is_event(value)) {
        return None;
    }
    Some(Ok(Export {
        form: format!("{}, export OpenAgenda", decoded.encoding),
        guessed_letters: decoded.guessed,
        events: values.iter().map(|(line, value)| fields::happening(*line, value)).collect(),
    }))
}

/// The elements of the list, still as text.
fn items(text: &str) -> Result<Option<Vec<&RawValue>>, serde_json::Error> {
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text).map(Some);
    }
    let whole: std::collections::BTreeMap<String, &RawValue> = serde_json::from_str(text)?;
    match whole.get("events").or_else(|| whole.get("event")) {
        Some(events) if events.get().starts_with('[') => {
            serde_json::from_str(events.get()).map(Some)
        }
        Some(event) => Ok(Some(vec![event])),
        None => Ok(None),
    }
}

fn is_event(value: &Value) -> bool {
    KEYS.iter().all(|key| value.get(key).is_some())
}

fn looks_like_one(text: &str) -> bool {
    KEYS.iter().all(|key| text.contains(&format!("\"{key}\"")))
}

fn malformed(error: &serde_json::Error) -> TableFault {
    table::fault(
        Some(error.line()),
        format!("Le JSON est mal formé, colonne {}.", error.column()),
        "Téléchargez de nouveau l’export.",
    )
}

//! Values of an export: texts in several languages, and every cell of an event with its path.

use serde_json::Value;

use crate::intake::events::happening::Cell;

/// A text in French, or else in the first language it has, with the path and the language.
pub(super) fn text(event: &Value, key: &str) -> Option<(Cell, String)> {
    let of = |column: String, value: &str, language: &str| {
        let value = value.trim().to_owned();
        let good = !value.is_empty();
        good.then(|| (Cell { column, value }, language.to_owned()))
    };
    match event.get(key)? {
        Value::String(value) => of(key.to_owned(), value, "fr"),
        Value::Object(languages) => {
            let french = languages.iter().filter(|(language, _)| *language == "fr");
            let all = french.chain(languages.iter());
            all.filter_map(|(language, value)| {
                of(format!("{key}.{language}"), value.as_str()?, language)
            })
            .next()
        }
        _ => None,
    }
}

/// A text or a number under a path of two keys; empty when there is none.
pub(super) fn of_place(event: &Value, key: &str) -> Cell {
    let value = event.get("location").and_then(|place| place.get(key));
    let value = match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    Cell { column: format!("location.{key}"), value }
}

/// A number, written as one or as a text.
pub(super) fn number(event: &Value, key: &str) -> Option<i64> {
    match event.get(key)? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        Value::Bool(flag) => Some(i64::from(*flag)),
        _ => None,
    }
}

/// The texts of a list, each with its path; a text alone is parted at its commas.
pub(super) fn texts(event: &Value, key: &str) -> Vec<Cell> {
    let (path, value) = match event.get(key) {
        Some(Value::Object(languages)) => match languages.get("fr") {
            Some(value) => (format!("{key}.fr"), value),
            None => return Vec::new(),
        },
        Some(value) => (key.to_owned(), value),
        None => return Vec::new(),
    };
    let cell = |column: String, value: &str| Cell { column, value: value.trim().to_owned() };
    let cells: Vec<Cell> = match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| Some(cell(format!("{path}[{index}]"), item.as_str()?)))
            .collect(),
        Value::String(text) => text.split(',').map(|one| cell(path.clone(), one)).collect(),
        _ => Vec::new(),
    };
    cells.into_iter().filter(|cell| !cell.value.is_empty()).collect()
}

/// Every value of an event that says something, with its path: `location.city`, `timings[0].begin`.
pub(super) fn cells(event: &Value) -> Vec<Cell> {
    let mut cells = Vec::new();
    walk(event, "", &mut cells);
    cells
}

fn walk(value: &Value, path: &str, cells: &mut Vec<Cell>) {
    let leaf = |value: String| Cell { column: path.to_owned(), value };
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::Bool(true) => cells.push(leaf("true".into())),
        Value::Number(number) => cells.push(leaf(number.to_string())),
        Value::String(text) if text.trim().is_empty() => {}
        Value::String(text) => cells.push(leaf(text.trim().to_owned())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{path}[{index}]"), cells);
            }
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                walk(value, &path, cells);
            }
        }
    }
}

//! One value of a record in one cell, and back: lists are parted by bars, maps stand between braces.

use std::sync::Arc;

use crate::calendar;
use crate::diagnostic::Source;
use crate::intake::yaml_text::scalar;
use crate::record::catalogue::Field;
use crate::source::yaml::{self, Node, Value};
use crate::tableur::Case;

/// What parts the values of a list.
const BAR: &str = " | ";

/// A part of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Morceau {
    /// A text.
    Texte(String),
    /// Keys and values between braces.
    Cles(String),
}

/// The cell of a value.
pub(super) fn ecrire(node: &Node, champ: &Field) -> Case {
    if champ.many {
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let parts: Vec<String> = items.iter().filter_map(part).collect();
        return Case::texte(&parts.join(BAR));
    }
    match &node.value {
        Value::Text(text) => typed(text.trim(), champ.shape),
        Value::Map(entries) if !entries.is_empty() => Case::texte(&flow(node)),
        Value::Empty | Value::List(_) | Value::Map(_) => Case::Vide,
    }
}

/// A day and a number are what they are only where they read back as they were written.
fn typed(text: &str, shape: &str) -> Case {
    let number = || text.parse::<f64>().ok().filter(|number| number.to_string() == text);
    match shape {
        "date AAAA-MM-JJ" => {
            calendar::parse_date(text).map_or_else(|_| Case::texte(text), Case::Jour)
        }
        "nombre entier" | "degrés décimaux" => {
            number().map_or_else(|| Case::texte(text), Case::Nombre)
        }
        _ => Case::texte(text),
    }
}

/// An item of a list; a text that could be taken for keys says that it is none.
fn part(item: &Node) -> Option<String> {
    let barred = |text: &str| text.replace('\\', "\\\\").replace('|', "\\|");
    match &item.value {
        Value::Text(text) if text.trim().is_empty() => None,
        Value::Text(text) if text.trim().starts_with('{') => {
            Some(format!("\\{}", barred(text.trim())))
        }
        Value::Text(text) => Some(barred(text.trim())),
        Value::Empty => None,
        Value::List(_) | Value::Map(_) => Some(barred(&flow(item))),
    }
}

/// A value on one line, as YAML writes it between braces and brackets.
fn flow(node: &Node) -> String {
    match &node.value {
        Value::Empty => String::new(),
        Value::Text(text) => scalar(text, true),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", scalar(&key.name, true), flow(value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// The parts of a cell; one that does not take several values has one part.
pub(super) fn lire(cell: &str, champ: &Field) -> Vec<Morceau> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Vec::new();
    }
    if !champ.many {
        let keys = champ.shape == "horaires" && cell.starts_with('{');
        return vec![if keys {
            Morceau::Cles(cell.to_owned())
        } else {
            Morceau::Texte(cell.to_owned())
        }];
    }
    let parts = bars(cell).into_iter().map(|part| part.trim().to_owned());
    let piece = |part: String| {
        if part.starts_with('{') && !champ.inner.is_empty() {
            return Morceau::Cles(plain(&part));
        }
        Morceau::Texte(plain(&part))
    };
    parts.filter(|part| !part.is_empty()).map(piece).collect()
}

/// The text between bars; one behind a backslash is a bar.
fn bars(cell: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, c) in cell.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '|' => {
                parts.push(&cell[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&cell[start..]);
    parts
}

/// A part without its backslashes; one that stands before no sign of ours is a backslash.
fn plain(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut signs = part.chars().peekable();
    while let Some(c) = signs.next() {
        match (c, signs.peek()) {
            ('\\', Some(&next)) if matches!(next, '\\' | '|' | '{') => {
                out.push(next);
                signs.next();
            }
            _ => out.push(c),
        }
    }
    out
}

/// Whether keys between braces can be read at all.
pub(super) fn se_lit(cles: &str) -> bool {
    let source = Arc::new(Source { path: "cellule".into(), text: format!("cellule: {cles}\n") });
    let read = yaml::documents(&source);
    let whole = |node: &Node| match &node.value {
        Value::Map(entries) => entries.len() == 1 && matches!(entries[0].1.value, Value::Map(_)),
        _ => false,
    };
    !cles.contains('\n')
        && read.diagnostics.is_empty()
        && read.nodes.len() == 1
        && whole(&read.nodes[0])
}

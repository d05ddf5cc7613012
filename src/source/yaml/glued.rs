//! A key glued to its value, `telephone:05…`: without a space after the colon, YAML takes both for one text.

use super::advice::Fault;
use super::{Node, Value};

/// The code of a missing space.
pub const CODE: &str = "espace-manquante";

/// The key and the value that a text glues together.
pub fn parts(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.trim_start().trim_start_matches("- ").split_once(':')?;
    let named = key.starts_with(char::is_alphabetic)
        && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    // « https:// » begins an address.
    let glued = !value.starts_with(char::is_whitespace) && !value.starts_with("//");
    (named && glued && !value.is_empty()).then(|| (key, value.trim_end()))
}

/// What to say of them, and what to write.
pub fn said((key, value): (&str, &str)) -> (String, String) {
    let message = format!("Il manque une espace après « {key}: ».");
    (message, format!("Écrivez « {key}: {value} »."))
}

/// The mistake of a line or of the last one written above it: the parser may notice it one line late.
pub(super) fn above(text: &str, line_start: usize) -> Option<Fault> {
    let mut end = text[line_start..].find('\n').map_or(text.len(), |length| line_start + length);
    let lines = text[..end].rsplit('\n').map(|line| {
        let start = end - line.len();
        end = start.saturating_sub(1);
        (start, line)
    });
    let written = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    lines.filter(|(_, line)| written(line)).take(2).find_map(|(start, line)| fault(start, line))
}

/// The mistake of a document that is nothing but such lines: YAML reads it as a text.
pub(super) fn whole(documents: &[Node], text: &str) -> Option<Fault> {
    let start = documents.iter().find(|node| matches!(node.value, Value::Text(_)))?.span.start;
    fault(start, text[start..].lines().next()?)
}

/// The mistake of one line, given where it starts.
fn fault(start: usize, line: &str) -> Option<Fault> {
    let glued = parts(line)?;
    let key = start + line.find(glued.0)?;
    let (message, remedy) = said(glued);
    Some(Fault::new(CODE, key..key + glued.0.len() + 1, message, remedy))
}

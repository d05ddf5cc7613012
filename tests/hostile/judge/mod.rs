//! What no text of a record may do to a file, whatever its kind: judged without the code that made it.
#![allow(dead_code, reason = "each of the tests and of the searches asks for some of these")]

pub mod addresses;
pub mod feeds;
pub mod html;
pub mod lines;
pub mod tables;
pub mod urls;

use std::collections::BTreeMap;

/// What texts did to published files, by their addresses.
pub fn all(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let one = |(address, bytes): (&String, &Vec<u8>)| {
        addresses::fault(address).into_iter().chain(file(address, bytes)).collect::<Vec<_>>()
    };
    files.iter().flat_map(one).collect()
}

/// What a text did to a published file; nothing when it stayed a text.
pub fn file(address: &str, bytes: &[u8]) -> Vec<String> {
    let Some(text) = utf8(bytes) else { return binary(address, bytes) };
    let end = address.rsplit('.').next().unwrap_or_default();
    let mut found = match end {
        "html" => html::page(text),
        "ics" => lines::calendar(text),
        "vcf" => lines::card(text),
        "csv" => tables::csv(text),
        "json" | "geojson" => tables::json(text),
        "js" => tables::script(text),
        "atom" => feeds::atom(text),
        "xml" => html::xml(text),
        _ => Vec::new(),
    };
    found.extend(controls(text));
    found.into_iter().map(|fault| format!("{address}: {fault}")).collect()
}

fn utf8(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// Bytes that are no text are those of pictures, archives and compressed files.
fn binary(address: &str, bytes: &[u8]) -> Vec<String> {
    let known = [&b"PK"[..], b"%PDF", b"\x89PNG", b"\xff\xd8", b"\x1f\x8b"];
    match known.iter().any(|start| bytes.starts_with(start)) {
        true => Vec::new(),
        false => vec![format!("{address}: no text, and nothing else that is known")],
    }
}

/// Signs that end a text, move a cursor, ring a bell or turn the reading round stand in no file.
fn controls(text: &str) -> Vec<String> {
    let turns =
        |c: char| ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
    let bad = |c: char| turns(c) || c.is_control() && !"\n\r\t".contains(c);
    let found = text.char_indices().find(|(_, c)| bad(*c));
    found
        .map(|(at, c)| format!("the control {c:?} in {:?}", around(text, at)))
        .into_iter()
        .collect()
}

#[test]
fn signs_that_are_not_seen_are_found_out() {
    for bad in ["a\u{1}", "\u{9b}31m", "\u{202e}05", "a\u{2066}b", "\u{7f}"] {
        assert_eq!(controls(bad).len(), 1, "{bad:?}");
    }
    assert!(controls("é\t\r\n\u{200f}\u{202f}").is_empty());
}

/// What stands around a place of a text, for a message.
pub fn around(text: &str, at: usize) -> String {
    let start = (0..=at.saturating_sub(60)).rev().find(|&at| text.is_char_boundary(at));
    text[start.unwrap_or_default()..].chars().take(120).collect()
}

//! Where the sentences of a French paragraph begin and end.

use std::ops::Range;

/// Abbreviations whose full stop ends no sentence, folded to lower case.
const ABBREVIATIONS: [&str; 47] = [
    "adr", "all", "apr", "art", "assoc", "av", "bat", "bât", "bd", "boul", "cf", "ch", "chap",
    "dép", "dept", "dr", "env", "ex", "fg", "fig", "hab", "imp", "inf", "int", "lieut", "max",
    "me", "mgr", "min", "mlle", "mm", "mme", "mr", "n", "no", "num", "p", "pl", "pr", "qq", "rte",
    "sq", "st", "ste", "sup", "tél", "tel",
];

/// The bytes of every sentence of a block, without the spaces around it.
///
/// A full stop inside a number, an address, initials or an abbreviation ends nothing, nor does one before a small
/// letter; a line that stops and whose next one begins with a capital or a mark of list is a sentence of its own.
pub(super) fn sentences(block: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(c) = block[at..].chars().next() {
        let end = at + c.len_utf8();
        let stops = match c {
            '.' => is_full_stop(block, start, at),
            '!' | '?' | '…' => !goes_on(&block[end..]),
            '\n' => begins_anew(&block[start..at], &block[end..]),
            _ => false,
        };
        at = end;
        if stops {
            at += closing(&block[at..]);
            found.push(trimmed(block, start..at));
            start = at;
        }
    }
    found.push(trimmed(block, start..block.len()));
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// Bytes of the signs that close what a sentence ends: « Il a dit : “Venez.” »
fn closing(rest: &str) -> usize {
    let is_sign = |c: char| ".!?…»”\")’".contains(c);
    let mut length = 0;
    let mut gap = 0;
    for c in rest.chars() {
        match c {
            '\u{a0}' | '\u{202f}' | ' ' if gap == 0 => gap = c.len_utf8(),
            _ if is_sign(c) && (gap == 0 || matches!(c, '»' | '!' | '?')) => {
                length += gap + c.len_utf8();
                gap = 0;
            }
            _ => break,
        }
    }
    length
}

/// Whether a full stop at some byte ends a sentence that began before.
fn is_full_stop(block: &str, start: usize, at: usize) -> bool {
    let after = &block[at + 1..];
    if after.starts_with(|c: char| c.is_alphanumeric() || "-_/@.,:;".contains(c)) || goes_on(after)
    {
        return false;
    }
    let before = &block[start..at];
    let word =
        before.rsplit(|c: char| c.is_whitespace() || "'’(«".contains(c)).next().unwrap_or_default();
    let last = word.rsplit('.').next().unwrap_or_default();
    let is_last = after.trim().is_empty();
    // « J. Moulin », « C.C.A.S. »; « plan B. » at the end of a block still ends it.
    let is_initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    let is_abbreviation = ABBREVIATIONS.contains(&last.to_lowercase().as_str());
    // « 1. » that begins a block is the number of an item.
    let is_item =
        before.trim() == last && !last.is_empty() && last.chars().all(|c| c.is_ascii_digit());
    !last.is_empty() && (is_last || !(is_initial || is_abbreviation || is_item))
}

/// Whether what follows a sign is the same sentence: a small letter comes next.
fn goes_on(after: &str) -> bool {
    let next = after.trim_start_matches(|c: char| c.is_whitespace() || "»”\").!?…".contains(c));
    next.starts_with(char::is_lowercase)
}

/// Characters of a line below which nobody was made to go to the next one.
const FULL: usize = 60;

/// Whether a line is a sentence of its own: the next one is an item, or begins with a capital after a sign or a line
/// that had room left.
fn begins_anew(said: &str, after: &str) -> bool {
    let next = after.trim_start_matches([' ', '\t', '\r']);
    let line = said.rsplit('\n').next().unwrap_or_default().trim();
    let ended = line.ends_with([':', ';', '.', '!', '?', '…']) || line.chars().count() < FULL;
    next.starts_with(['\n', '•', '·', '–', '—', '*'])
        || next.starts_with("- ")
        || (ended && next.starts_with(char::is_uppercase))
}

fn trimmed(block: &str, range: Range<usize>) -> Range<usize> {
    let text = &block[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

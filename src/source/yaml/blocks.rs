//! Top-level blocks of a text, so that one broken block does not hide the others.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Source};

/// The block around an offset: from a line that starts at the margin to the next one that does.
pub(super) fn around(text: &str, offset: usize) -> Range<usize> {
    let mut offset = offset.min(text.len());
    // A fault reported at the end of the text, or at a blank, belongs to what was written before it.
    offset = text[..offset].trim_end().len().max(usize::from(offset == 0));
    let mut start = 0;
    let mut end = text.len();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > offset && begins_block(line) {
            end = at;
            break;
        }
        if at <= offset && begins_block(line) {
            start = at;
        }
        at += line.len();
    }
    start..end
}

/// Whether a line starts at the margin with something that is not a comment.
fn begins_block(line: &str) -> bool {
    line.chars().next().is_some_and(|c| !c.is_whitespace() && c != '#' && c != ']' && c != '}')
}

/// The key a block begins with.
pub(super) fn key_of(block: &str) -> Option<String> {
    let line = block.lines().next()?.trim_start_matches("- ").trim_start_matches('{');
    line.split_once(':').map(|(key, _)| key.trim().to_owned())
}

/// Replaces a block by spaces of the same length; says whether anything was there.
pub(super) fn blank(text: &mut String, block: Range<usize>) -> bool {
    let blanked: String = text[block.clone()]
        .bytes()
        .map(|byte| if byte == b'\n' || byte == b'\r' { char::from(byte) } else { ' ' })
        .collect();
    let something = text[block.clone()].bytes().any(|byte| !byte.is_ascii_whitespace());
    text.replace_range(block, &blanked);
    something
}

/// Lines indented by a tab, or by a character that looks like a space and is none (copied from a web
/// page or from Word), with the text as it would be with plain spaces: what follows is still judged.
pub(super) fn plain_indentation(source: &Arc<Source>) -> (String, Vec<Diagnostic>) {
    let mut text = String::with_capacity(source.text.len());
    let mut found = Vec::new();
    for line in source.text.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        let indent = line.len() - line.trim_start().len();
        let strange = line[..indent].char_indices().find(|(_, c)| *c == '\t' || !c.is_ascii());
        match strange.filter(|_| !blank) {
            Some((offset, c)) => {
                let at = text.len() + offset;
                found.push(strange_space(source.at(at..at + c.len_utf8()), c));
                text.push_str(&" ".repeat(indent));
                text.push_str(&line[indent..]);
            }
            None => text.push_str(line),
        }
    }
    (text, found)
}

fn strange_space(place: Place, c: char) -> Diagnostic {
    if c == '\t' {
        return Diagnostic::error(
            "yaml-tabulation",
            place,
            "Cette ligne commence par une tabulation ; YAML ne connaît que les espaces.",
            "Remplacez la tabulation par deux espaces.",
        );
    }
    Diagnostic::error(
        "espace-insecable",
        place,
        "Le début de cette ligne contient une espace insécable, que YAML ne lit pas comme une espace.",
        "Effacez les espaces du début de la ligne et retapez-les avec la barre d’espace.",
    )
}

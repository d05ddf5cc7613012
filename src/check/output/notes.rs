//! Notes for the staff (`interne`) stay with the staff.

use crate::diagnostic::{Diagnostic, Severity};
use crate::guide::Guides;

use super::say::{Rule, say};
use super::{Made, Rendered};

const RULE: Rule = Rule {
    code: "note-interne",
    severity: Severity::Error,
    remedy: "Enlevez ce texte des champs publics de la fiche.",
};

/// A note for the staff is in no output.
pub(super) fn staff_notes(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let message = |note: &String| format!("Une note interne serait publiée : « {note} ».");
    say(made, &RULE, |page: &Rendered| page.faults().note.iter().map(message).collect(), out);
}

/// Every note for the staff, long enough to be told from ordinary words: its letters, and as written.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<(String, String)>);

/// Shortest note looked for, in letters and digits: « à voir » could stand anywhere.
const SHORTEST_NOTE: usize = 10;

impl Notes {
    /// The notes of every record.
    pub fn of(guides: &Guides) -> Self {
        let per_guide = guides.guides.iter().flat_map(|guide| {
            let acteurs = guide.acteurs.iter().map(|acteur| &acteur.fiche);
            let pages = guide.pages.iter().map(|page| &page.fiche);
            acteurs.chain(guide.evenements.iter().map(|event| &event.fiche)).chain(pages)
        });
        let shared = guides.dispositifs.iter().map(|found| &found.fiche);
        let fiches =
            per_guide.chain(shared).chain(guides.territoires.iter().map(|found| &found.fiche));
        let notes = fiches.filter_map(|fiche| fiche.interne.as_deref()).map(str::trim);
        // A note is no page: its own signs < and & begin neither tag nor escape.
        let notes = notes.map(|note| (letters(&note.replace(['<', '&'], " ")), note.to_owned()));
        Self(notes.filter(|(letters, _)| letters.chars().count() >= SHORTEST_NOTE).collect())
    }

    /// The note that stands in a text, whatever typography, escapes and tags came between its letters.
    pub fn found_in(&self, text: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let text = letters(text);
        self.0.iter().find(|(note, _)| text.contains(note.as_str())).map(|(_, note)| note.clone())
    }
}

/// Longest escape of a character in a page, such as `&quot;` or `&#39;`.
const LONGEST_ESCAPE: usize = 8;

/// Letters and digits of a text, without tags and escapes.
fn letters(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '<' => rest.find('>').map_or(1, |end| end + 1),
            '&' => {
                rest.bytes().take(LONGEST_ESCAPE).position(|b| b == b';').map_or(1, |end| end + 1)
            }
            _ => c.len_utf8(),
        };
        if c.is_alphanumeric() {
            kept.extend(c.to_lowercase());
        }
        rest = &rest[skipped..];
    }
    kept
}

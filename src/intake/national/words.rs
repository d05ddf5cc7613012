//! Words and texts: tags, odd blanks and hidden characters go, the rest stays letter for letter.

use super::super::finding::Notes;
use super::super::html::{Into, without_tags};

/// Cells that say « nothing » in a spreadsheet's or a form's own way.
const NOTHING: [&str; 22] = [
    "#n/d",
    "#n/a",
    "#ref!",
    "#valeur!",
    "#value!",
    "#nom?",
    "#name?",
    "n/a",
    "n.a.",
    "nc",
    "n.c.",
    "nr",
    "null",
    "none",
    "nan",
    "undefined",
    "néant",
    "non renseigné",
    "non renseignée",
    "non communiqué",
    "non concerné",
    "sans objet",
];

/// Whether a cell only says that there is nothing to say.
pub(in crate::intake) fn says_nothing(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    NOTHING.contains(&lower.as_str()) || cell.chars().all(|c| "-–—_./?*|;,:".contains(c))
}

/// Words on one line.
pub(in crate::intake) fn line(cell: &str, notes: &mut Notes<'_>) -> Option<String> {
    let words = without_tags(cell, Into::Words);
    let shown: String = words.chars().filter(|c| c.is_whitespace() || !is_hidden(*c)).collect();
    let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    tell(cell, &words, &line, notes);
    Some(line).filter(|line| !line.is_empty())
}

/// Text of one or several lines, as Markdown; several end with a line break, as YAML blocks do.
pub(in crate::intake) fn text(cell: &str, notes: &mut Notes<'_>) -> Option<String> {
    let written = cell.replace("\r\n", "\n");
    let words = without_tags(&written, Into::Markdown);
    let shown: String = words.chars().filter_map(shown).collect();
    let text = lines(&shown);
    tell(&written, &words, &text, notes);
    match text {
        empty if empty.is_empty() => None,
        several if several.contains('\n') => Some(several + "\n"),
        one => Some(one),
    }
}

/// A character that is seen; other ends of lines become the usual one, a tab a space.
fn shown(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        c => Some(c).filter(|c| !is_hidden(*c)),
    }
}

/// Lines without blanks that only fill them, two empty ones at most between two others.
fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.trim().split('\n') {
        let blank = line.trim().is_empty();
        empty = if blank { empty + 1 } else { 0 };
        if empty < 3 {
            out.push_str(if blank { "" } else { line });
            out.push('\n');
        }
    }
    out.trim_end().to_owned()
}

/// Says what was changed in a text, and which letters were lost before it came here.
fn tell(cell: &str, words: &str, became: &str, notes: &mut Notes<'_>) {
    if words != cell {
        notes.corrected(
            "html-enleve",
            cell,
            became,
            "Les balises HTML sont enlevées, leurs lettres remises en clair.",
        );
    } else if cell.chars().any(|c| is_hidden(c) && !c.is_whitespace()) {
        notes.corrected(
            "caracteres-invisibles",
            cell,
            became,
            "Des caractères invisibles sont enlevés.",
        );
    } else if became != cell {
        notes.corrected(
            "espaces",
            cell,
            became,
            "Des espaces ou des sauts de ligne en trop sont enlevés.",
        );
    }
    if became.contains('\u{fffd}') {
        notes.doubtful(
            "lettres-perdues",
            cell,
            None,
            "Des lettres accentuées ont été perdues avant l’import (« \u{fffd} »).",
            "Réécrivez le mot, ou demandez le fichier d’origine.",
        );
    }
}

/// Characters that show nothing: controls, soft hyphen, zero-width signs, marks of direction.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

//! Diagnostics as people and programs read them.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde_json::{Value, json};

use crate::text::blanked;

use super::{Diagnostic, Place, Position, Severity, Source, Subject};

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: an excerpt with a caret; with or without terminal colours.
    Text {
        /// Whether terminal colours are used.
        colour: bool,
    },
    /// One JSON array for editors and scripts.
    Json,
}

/// All diagnostics in the order of their files and places, each once.
pub fn sorted(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_cached_key(|diagnostic| rank(diagnostic));
    sorted.dedup();
    sorted
}

/// All diagnostics as one text, sorted by file and place, each said once.
pub fn report(diagnostics: &[Diagnostic], format: Format) -> String {
    let sorted = sorted(diagnostics);
    let mut lines = Lines::default();
    match format {
        Format::Json => {
            let array: Vec<Value> =
                sorted.into_iter().map(|diagnostic| as_json(diagnostic, &mut lines)).collect();
            format!("{}\n", Value::Array(array))
        }
        Format::Text { colour } => {
            let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
            let text = |diagnostic| as_text(diagnostic, &renderer, &mut lines) + "\n\n";
            sorted.into_iter().map(text).collect()
        }
    }
}

/// Files in order, places in order; what has no place comes last.
fn rank(diagnostic: &Diagnostic) -> (u8, String, usize, Severity, String) {
    let (group, path, offset) = match &diagnostic.subject {
        Subject::Written(place) => (0, place.source.path.clone(), place.span.start),
        Subject::File(path) => (0, path.clone(), 0),
        Subject::Sheet(address) => (1, address.to_string(), 0),
        Subject::Whole => (2, String::new(), 0),
    };
    (group, path, offset, diagnostic.severity, diagnostic.message.clone())
}

/// Lines counted on from the last place: messages come in the order of their places, and a long file with many of them
/// is not counted from its start each time.
#[derive(Default)]
struct Lines<'a> {
    source: Option<&'a Source>,
    offset: usize,
    before: usize,
}

impl<'a> Lines<'a> {
    /// The number, from 1, of the line of a byte of a text.
    fn of(&mut self, source: &'a Source, offset: usize) -> usize {
        let offset = offset.min(source.text.len());
        let known = self.source.is_some_and(|known| std::ptr::eq(known, source));
        if !known || offset < self.offset {
            *self = Self { source: Some(source), offset: 0, before: 0 };
        }
        let passed = &source.text.as_bytes()[self.offset..offset];
        self.before += passed.iter().filter(|byte| **byte == b'\n').count();
        self.offset = offset;
        self.before + 1
    }
}

fn as_text<'a>(diagnostic: &'a Diagnostic, renderer: &Renderer, lines: &mut Lines<'a>) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name("erreur"),
        Severity::Warning => Level::WARNING.with_name("attention"),
        Severity::Advice => Level::NOTE.with_name("conseil"),
    };
    let title = level.primary_title(blanked(&diagnostic.message)).id(diagnostic.code);
    let help = Level::HELP.with_name("à faire").message(blanked(&diagnostic.remedy));
    match &diagnostic.subject {
        Subject::Written(place) => {
            let group = title.element(excerpt(place, lines)).element(help);
            renderer.render(&[group])
        }
        Subject::File(path) => renderer
            .render(&[title.element(annotate_snippets::Origin::path(blanked(path))).element(help)]),
        Subject::Sheet(address) => renderer.render(&[title
            .element(annotate_snippets::Origin::path(address.as_str()))
            .element(help)]),
        Subject::Whole => renderer.render(&[title.element(help)]),
    }
}

/// Line and column of a place.
fn position<'a>(place: &'a Place, lines: &mut Lines<'a>) -> Position {
    let start = place.span.start;
    Position { line: lines.of(&place.source, start), column: place.source.column(start) }
}

/// The line of the place with its caret; a place of several lines shows the first.
fn excerpt<'a>(
    place: &'a Place,
    lines: &mut Lines<'a>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = &place.source.text;
    let start = place.span.start.min(text.len());
    let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let end = place.span.end.clamp(start, line_end.max(start));
    // The line and the one above it: what draws an excerpt reads all it is given, at each message.
    let line = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let above = text[..line.saturating_sub(1)].rfind('\n').map_or(0, |newline| newline + 1);
    // Signs of one byte are drawn as signs; those of two are orders to some terminals.
    let shown = text[above..line_end].replace(|c: char| c.is_control() && !c.is_ascii(), "\u{a0}");
    Snippet::source(shown)
        .path(blanked(&place.source.path))
        .line_start(lines.of(&place.source, above))
        .annotation(AnnotationKind::Primary.span(start - above..end - above))
}

fn as_json<'a>(diagnostic: &'a Diagnostic, lines: &mut Lines<'a>) -> Value {
    let (file, position) = match &diagnostic.subject {
        Subject::Written(place) => (Some(place.source.path.as_str()), Some(position(place, lines))),
        Subject::File(path) => (Some(path.as_str()), None),
        Subject::Sheet(address) => (Some(address.as_str()), None),
        Subject::Whole => (None, None),
    };
    json!({
        "code": diagnostic.code,
        "gravite": match diagnostic.severity {
            Severity::Error => "erreur",
            Severity::Warning => "attention",
            Severity::Advice => "conseil",
        },
        "fichier": file,
        "ligne": position.map(|position| position.line),
        "colonne": position.map(|position| position.column),
        "message": diagnostic.message,
        "remede": diagnostic.remedy,
    })
}

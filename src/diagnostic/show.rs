//! Diagnostics as people and programs read them.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Place, Severity, Subject};

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
    sorted.sort_by_key(|diagnostic| rank(diagnostic));
    sorted.dedup();
    sorted
}

/// All diagnostics as one text, sorted by file and place, each said once.
pub fn report(diagnostics: &[Diagnostic], format: Format) -> String {
    let sorted = sorted(diagnostics);
    match format {
        Format::Json => {
            let array: Vec<Value> = sorted.into_iter().map(as_json).collect();
            format!("{}\n", Value::Array(array))
        }
        Format::Text { colour } => {
            let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
            sorted.into_iter().map(|diagnostic| as_text(diagnostic, &renderer) + "\n\n").collect()
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

fn as_text(diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name("erreur"),
        Severity::Warning => Level::WARNING.with_name("attention"),
        Severity::Advice => Level::NOTE.with_name("conseil"),
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code);
    let help = Level::HELP.with_name("à faire").message(diagnostic.remedy.as_str());
    match &diagnostic.subject {
        Subject::Written(place) => {
            let group = title.element(excerpt(place)).element(help);
            renderer.render(&[group])
        }
        Subject::File(path) => renderer
            .render(&[title.element(annotate_snippets::Origin::path(path.as_str())).element(help)]),
        Subject::Sheet(address) => renderer.render(&[title
            .element(annotate_snippets::Origin::path(address.as_str()))
            .element(help)]),
        Subject::Whole => renderer.render(&[title.element(help)]),
    }
}

/// The line of the place with its caret; a place of several lines shows the first.
fn excerpt(place: &Place) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let text = &place.source.text;
    let start = place.span.start.min(text.len());
    let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let end = place.span.end.clamp(start, line_end.max(start));
    Snippet::source(text.as_str())
        .path(place.source.path.as_str())
        .annotation(AnnotationKind::Primary.span(start..end))
}

fn as_json(diagnostic: &Diagnostic) -> Value {
    let (file, position) = match &diagnostic.subject {
        Subject::Written(place) => (Some(place.source.path.as_str()), Some(place.position())),
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

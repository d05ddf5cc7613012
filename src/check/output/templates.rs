//! Names that a guide's own templates use and no page gives them.

use crate::diagnostic::{Diagnostic, Subject};

use super::Made;

/// A misspelt name in `if`, `for` or a filter, where the engine says nothing.
pub(super) fn unknown_names(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    for theme in &made.themes.guides {
        let unknown = theme.unknown_names();
        // What the engine stumbled over while a page was made is not told again.
        let told = |one: &Diagnostic| out.iter().any(|other| starts(other) == starts(one));
        let new: Vec<Diagnostic> = unknown.into_iter().filter(|one| !told(one)).collect();
        out.extend(new);
    }
}

/// The file and the byte a diagnostic points at.
fn starts(diagnostic: &Diagnostic) -> Option<(&str, usize)> {
    match &diagnostic.subject {
        Subject::Written(place) => Some((place.source.path.as_str(), place.span.start)),
        _ => None,
    }
}

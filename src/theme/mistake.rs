//! Mistakes of templates: what the engine says, after a French sentence, where it speaks of.

use tera::{Error, ErrorKind, ReportError};

use crate::diagnostic::{Diagnostic, Severity, Subject};

use super::load::Overlay;

/// Every mistake the engine speaks of.
pub(super) fn all(error: &Error, sources: &Overlay, template: Option<&str>) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![reported(report, sources)]
        }
        // Names that do not exist are reported all at once, as one text.
        ErrorKind::Msg(text) if text.starts_with("error: ") && text.contains("\n --> ") => {
            let reports =
                text.split("\n\nerror: ").map(|report| report.trim_start_matches("error: "));
            reports.map(|report| written(report, sources)).collect()
        }
        other => {
            let file = template.and_then(|name| sources.get(name));
            let subject = file.map_or(Subject::Whole, |source| Subject::File(source.path.clone()));
            vec![diagnostic(subject, &other.to_string())]
        }
    }
}

/// The first mistake met when a page is made.
pub(super) fn first(error: &Error, sources: &Overlay, template: &str) -> Diagnostic {
    let mut found = all(error, sources, Some(template));
    found.swap_remove(0)
}

fn reported(report: &ReportError, sources: &Overlay) -> Diagnostic {
    let source = sources.get(report.filename());
    let place = source.map(|source| source.at(report.span().range.clone()));
    diagnostic(place.map_or(Subject::Whole, Subject::Written), report.message())
}

/// A report as the engine prints it: the message, then ` --> file:line:column`, columns from 1.
fn written(report: &str, sources: &Overlay) -> Diagnostic {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or_default();
    let place = lines.next().and_then(|line| {
        let mut parts = line.trim().strip_prefix("--> ")?.rsplitn(3, ':');
        let column: usize = parts.next()?.parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let source = sources.get(parts.next()?)?;
        let start: usize =
            source.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let within = source.text[start..].char_indices().nth(column.checked_sub(1)?)?.0;
        Some(source.at(start + within..start + within + 1))
    });
    diagnostic(place.map_or(Subject::Whole, Subject::Written), message)
}

fn diagnostic(subject: Subject, said: &str) -> Diagnostic {
    let words: Vec<&str> = said.split_whitespace().collect();
    let said = words.join(" ");
    Diagnostic::new(
        "modele-invalide",
        Severity::Error,
        subject,
        format!(
            "Ce modèle de page ne peut pas être suivi ; le moteur dit : {}.",
            said.trim_end_matches('.')
        ),
        "Corrigez cette ligne du thème, ou effacez le fichier pour reprendre celui de jalon.",
    )
}

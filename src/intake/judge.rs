//! The reader of records has the last word: what it refuses leaves the record and is told in its words.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source, Subject};
use crate::record;

use super::draft::{Draft, Spans};
use super::finding::{Notes, Verdict};
use super::national::Refusal;
use super::sort::Sort;

/// The YAML of a record that jalon reads without any mistake.
///
/// Each pass takes out at least one value, so that there are as many passes as values at most.
pub(super) fn judge(
    draft: &mut Draft,
    sort: &Sort<'_>,
    departement: &str,
) -> Result<String, Refusal> {
    loop {
        let (text, spans) = draft.yaml(sort);
        let source = Arc::new(Source { path: "fiche.yaml".into(), text });
        let said = record::read_text(&source, sort.kind, Some(departement));
        let mut mistakes: Vec<(usize, usize, &Diagnostic)> = Vec::new();
        for diagnostic in said.iter().filter(|diagnostic| diagnostic.is_error()) {
            let (field, value) = place(diagnostic, &spans).ok_or_else(|| unplaced(diagnostic))?;
            if !mistakes.iter().any(|known| (known.0, known.1) == (field, value)) {
                mistakes.push((field, value, diagnostic));
            }
        }
        if mistakes.is_empty() {
            doubts(draft, sort, &said, &spans);
            return Ok(source.text.clone());
        }
        // From the last to the first, so that places stay true.
        mistakes.sort_by_key(|(field, value, _)| std::cmp::Reverse((*field, *value)));
        for (field, value, diagnostic) in mistakes {
            refuse(draft, sort, (field, value), diagnostic)?;
        }
        draft.sweep();
    }
}

/// Takes out a value that the reader refuses; without its name or commune there is no record.
fn refuse(
    draft: &mut Draft,
    sort: &Sort<'_>,
    (field, value): (usize, usize),
    diagnostic: &Diagnostic,
) -> Result<(), Refusal> {
    let key = draft.fields[field].key;
    if matches!(key, "nom" | "commune" | "dates" | "quand" | "du" | "au" | "sauf") {
        return Err(unplaced(diagnostic));
    }
    let taken = draft.take(field, value);
    let (message, remedy) = (diagnostic.message.as_str(), diagnostic.remedy.as_str());
    Notes::about(&(sort.column)(key), &mut draft.findings).refused(
        diagnostic.code,
        &taken,
        message,
        remedy,
    );
    Ok(())
}

/// What the reader finds doubtful stays in the record and is told.
fn doubts(draft: &mut Draft, sort: &Sort<'_>, said: &[Diagnostic], spans: &Spans) {
    for diagnostic in said {
        let Some((field, value)) = place(diagnostic, spans) else { continue };
        let field = &draft.fields[field];
        let (name, value) = ((sort.column)(field.key), field.values[value].trim_end().to_owned());
        let told = |finding: &super::finding::Finding| {
            finding.column == name && finding.verdict == Verdict::Refuse
        };
        if !draft.findings.iter().any(told) {
            let (message, remedy) = (diagnostic.message.as_str(), diagnostic.remedy.as_str());
            Notes::about(&name, &mut draft.findings).doubtful(
                diagnostic.code,
                &value,
                None,
                message,
                remedy,
            );
        }
    }
}

/// The value a diagnostic speaks of.
fn place(diagnostic: &Diagnostic, spans: &Spans) -> Option<(usize, usize)> {
    let Subject::Written(place) = &diagnostic.subject else { return None };
    let (start, end) = (place.span.start, place.span.end.max(place.span.start + 1));
    let over =
        |span: &std::ops::Range<usize>| span.start < end && start < span.end.max(span.start + 1);
    spans.iter().find(|(span, _, _)| over(span)).map(|(_, field, value)| (*field, *value))
}

/// A mistake of no value in particular: nothing known leads here, and nothing wrong is written.
fn unplaced(diagnostic: &Diagnostic) -> Refusal {
    Refusal {
        code: diagnostic.code,
        reason: diagnostic.message.clone(),
        remedy: diagnostic.remedy.clone(),
    }
}

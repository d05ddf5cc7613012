//! What readers would miss in how hours are written: a comment that YAML drops, two spans as one.

use std::ops::Range;

use crate::calendar::{Horaires, Lint, speaks_of_hours};
use crate::diagnostic::Diagnostic;
use crate::record::{At, Fiche};
use crate::text::sentence;

/// Looks at the bytes of hours, up to the end of their last line.
pub(super) fn judge(fiche: &Fiche, hours: &At<Horaires>, out: &mut Vec<Diagnostic>) {
    let text = &fiche.fichier.text;
    let Some(written) = text.get(hours.span.clone()) else { return };
    for (part, lint) in Lint::unparted_spans(written) {
        let place = fiche.place(&shifted(&part, hours.span.start));
        let (message, remedy) = (sentence(&lint.message), sentence(&lint.remedy));
        out.push(Diagnostic::warning(lint.code, place, message, remedy));
    }
    // A folded or literal text keeps its « # ».
    if written.starts_with(['|', '>']) {
        return;
    }
    let end =
        text[hours.span.end..].find(['\n', '\r']).map_or(text.len(), |end| hours.span.end + end);
    for comment in comments(&text[hours.span.start..end]) {
        let comment = shifted(&comment, hours.span.start);
        let words = text[comment.clone()].trim_start_matches('#').trim();
        if speaks_of_hours(words) {
            out.push(Diagnostic::warning(
                "horaires-commentaire",
                fiche.place(&comment),
                format!("« {words} » est un commentaire : le lecteur ne le verra pas."),
                "Enlevez le signe # et écrivez-le comme la suite de l’horaire, ou dans « venir » ; laissez-le s’il n’est que pour vous.",
            ));
        }
    }
}

fn shifted(part: &Range<usize>, by: usize) -> Range<usize> {
    part.start + by..part.end + by
}

/// The comments of some YAML, from their `#` on: one that follows a blank, outside quotation marks.
fn comments(yaml: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in yaml.char_indices() {
        if found.last().is_some_and(|comment| at < comment.end) {
            continue;
        }
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '#' && before.is_whitespace() => {
                let length = yaml[at..].find(['\n', '\r']).unwrap_or(yaml.len() - at);
                found.push(at..at + yaml[at..at + length].trim_end().len());
            }
            // A quotation mark inside a word opens nothing: `jusqu'au`.
            None if matches!(c, '"' | '\'') && is_edge(before) => quote = Some(c),
            None => {}
        }
        before = c;
    }
    found
}

/// Whether a value may begin after a character.
fn is_edge(before: char) -> bool {
    before.is_whitespace() || matches!(before, '{' | '[' | ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(yaml: &str) -> Vec<&str> {
        comments(yaml).into_iter().map(|comment| &yaml[comment]).collect()
    }

    #[test]
    fn comments_stand_after_a_blank_and_outside_quotation_marks() {
        assert_eq!(found("lundi 9h-12h # fermé l'été"), ["# fermé l'été"]);
        assert_eq!(found("lundi 9h-12h#fermé"), [""; 0]);
        assert_eq!(found("\"lundi # 9h\" # fermé  "), ["# fermé"]);
        assert_eq!(found("lundi jusqu'au 3 mars 2027 # fermé"), ["# fermé"]);
        assert_eq!(found("lundi: '9h # x' # un\n  mardi: 9h-12h # deux"), ["# un", "# deux"]);
    }
}

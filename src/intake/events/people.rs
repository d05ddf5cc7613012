//! Addresses that may be a person's go out of texts: none is in a record.

use std::ops::Range;

use super::role::is_role;
use crate::text::emails;

/// What stands where an address was in the middle of a sentence.
const LEFT_OUT: &str = "(courriel non publié)";
/// So many words before a colon at most are the label of an address.
const LABEL: usize = 5;

/// The addresses in a text that may be a person's, each once.
pub(super) fn named(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for span in spans(text) {
        if !found.contains(&&text[span.clone()]) {
            found.push(&text[span]);
        }
    }
    found
}

/// A text without the addresses that may be a person's.
pub(super) fn without(text: &str) -> String {
    let mut out = text.to_owned();
    // From the last to the first, so that places stay true.
    for span in spans(text).collect::<Vec<_>>().into_iter().rev() {
        let (span, became) = cut(&out, span);
        out.replace_range(span, became);
    }
    match out.trim() {
        whole if whole == text.trim() => text.to_owned(),
        several if several.contains('\n') => format!("{several}\n"),
        one => one.to_owned(),
    }
}

fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    emails(text).filter(|span| !is_role(&text[span.clone()]))
}

/// What goes with an address, and what stands there instead.
fn cut(text: &str, span: Range<usize>) -> (Range<usize>, &'static str) {
    let span = wrapped(text, span, "mailto:", "");
    let span = wrapped(text, span, "<", ">");
    let aside = wrapped(text, span.clone(), "(", ")");
    if aside != span {
        let start = text[..aside.start].trim_end_matches(' ').len();
        return (start..aside.end, "");
    }
    match labelled(text, &span) {
        Some(whole) => (whole, ""),
        None => (span, LEFT_OUT),
    }
}

/// A span with the signs around it, where both are there.
fn wrapped(text: &str, span: Range<usize>, before: &str, after: &str) -> Range<usize> {
    match text[..span.start].ends_with(before) && text[span.end..].starts_with(after) {
        true => span.start - before.len()..span.end + after.len(),
        false => span,
    }
}

/// An address with its label, « Contact : », when nothing follows it on its line.
fn labelled(text: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let rest = text[span.end..].lines().next().unwrap_or_default();
    let before = text[..span.start].trim_end().strip_suffix(':')?;
    let start = before.rfind(['\n', '.', '!', '?', '…', ';', ',', '|']);
    let start = start.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let words = before[start..].split_whitespace().count();
    let alone = rest.trim_matches(['.', ' ']).is_empty() && (1..=LABEL).contains(&words);
    let start = text[..start].trim_end_matches([' ', ',', ';', '|']).len();
    alone.then(|| start..span.end + rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_of_people_go_with_what_announces_them() {
        for (text, expected) in [
            ("Venez… Contact : jean.exemple@mail.example", "Venez…"),
            ("Venez.\nMail : <jean@mail.example>.\nMerci.\n", "Venez.\n\nMerci.\n"),
            ("Demandez Jean (jean@mail.example) à l’accueil.", "Demandez Jean à l’accueil."),
            (
                "Écrire à jean@mail.example avant lundi",
                "Écrire à (courriel non publié) avant lundi",
            ),
            (
                "jean@mail.example ou a.b@mail.example",
                "(courriel non publié) ou (courriel non publié)",
            ),
            ("Contact : accueil@mail.example\n", "Contact : accueil@mail.example\n"),
            ("Contact : jean@mail.example", ""),
            ("Sur inscription, contact : jean@mail.example.", "Sur inscription"),
        ] {
            assert_eq!(without(text), expected, "{text}");
        }
        assert_eq!(named("a@b.example, accueil@b.example, a@b.example"), ["a@b.example"]);
    }
}

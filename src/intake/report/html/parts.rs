//! What the page of a report is made of.

use crate::text::{escaped, typography};

/// Longest value shown, in characters: the report for programs has it whole.
const LONGEST: usize = 400;

pub(super) fn folded(title: &str, body: &str) -> String {
    format!("<details>\n<summary>{}</summary>\n{body}</details>\n", dit(title))
}

/// A table in a part of the page that scrolls by itself, with the keyboard too.
pub(super) fn scrolled(caption: &str, rows: &str) -> String {
    let caption = dit(caption);
    format!(
        "<div class=\"large\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n\
         <caption>{caption}</caption>\n{rows}\n</table>\n</div>\n"
    )
}

/// Our own words, with French spaces, in HTML.
pub(super) fn dit(text: &str) -> String {
    escaped(&typography(text))
}

pub(super) fn short(value: &str) -> String {
    let cut: String = value.chars().take(LONGEST).collect();
    if cut.len() < value.len() { cut + "…" } else { cut }
}

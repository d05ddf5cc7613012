//! Where a cell that holds several values is cut.

use crate::text::fold;

/// Separators of values in a cell, the surest first.
const SEPARATORS: [&str; 6] = ["|", ";", "\n", " / ", ",", "/"];

/// What two ways of writing one value share.
pub(super) fn bare(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values of a cell, and what parts them: the whole when it is known, else by the separator that gives most known parts.
pub(super) fn parts(
    cell: &str,
    is_known: impl Fn(&str) -> bool,
) -> (Vec<&str>, Option<&'static str>) {
    if is_known(cell) {
        return (vec![cell], None);
    }
    if let Some(inside) = cell.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        return (braces(inside), Some("{}"));
    }
    let cut = |sign: &'static str| {
        let parts: Vec<&str> =
            split(cell, sign).into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
        let known = parts.iter().filter(|part| is_known(part)).count();
        (parts, sign, known)
    };
    // Commas and slashes stand inside values too: there every part must be known.
    let good = |(parts, sign, known): &(Vec<&str>, &str, usize)| {
        let all = *known == parts.len();
        parts.len() > 1
            && match *sign {
                "," | "/" => all,
                " / " => *known > 0,
                _ => true,
            }
    };
    // Of equals the surest separator stands: it comes last here.
    let best = SEPARATORS.into_iter().rev().map(cut).filter(good);
    let share = |(parts, _, known): &(Vec<&str>, &str, usize)| known * 1000 / parts.len().max(1);
    match best.max_by_key(share) {
        Some((parts, sign, _)) => (parts, Some(sign)),
        None => (vec![cell], None),
    }
}

/// The parts of a text at a sign that stands outside brackets.
fn split<'a>(text: &'a str, sign: &str) -> Vec<&'a str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start && text[at..].starts_with(sign) => {
                parts.push(&text[start..at]);
                start = at + sign.len();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// The items of a PostgreSQL array, `{a,"b, c"}`.
fn braces(inside: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, c) in inside.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                items.push(&inside[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(&inside[start..]);
    let clean = items.into_iter().map(|item| item.trim().trim_matches('"').trim());
    clean.filter(|item| !item.is_empty()).collect()
}

//! What the words of a tag say before any of them is followed.

use super::super::tags::{Kind, Word};

/// Words of the language that are no names.
pub(super) const WORDS: [&str; 14] = [
    "and", "or", "not", "in", "is", "if", "else", "for", "true", "false", "True", "False", "none",
    "null",
];

/// The words of a tag, without the minus signs that take the spaces around it.
pub(super) fn trimmed<'w, 'a>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    let words = match words {
        [minus, words @ ..] if minus.is("-") => words,
        words => words,
    };
    match words {
        [words @ .., minus] if minus.is("-") => words,
        words => words,
    }
}

/// Names among some words.
pub(super) fn names<'a>(words: &[Word<'a>]) -> impl Iterator<Item = &'a str> {
    words.iter().filter(|word| word.kind == Kind::Name).map(|word| word.text)
}

/// Words with nothing between them.
pub(super) fn joined(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.text).collect()
}

/// Whether a parameter has a value of its own: `= …`, perhaps after its type.
pub(super) fn has_default(after: &[Word<'_>]) -> bool {
    let mut after = after.iter().take_while(|word| !word.is(",") && !word.is(")"));
    after.any(|word| word.is("="))
}

/// The rank of what closes the bracket at a rank; the end when nothing does.
pub(super) fn closing(words: &[Word<'_>], start: usize) -> usize {
    let mut depth = 0_usize;
    for (rank, word) in words.iter().enumerate().skip(start) {
        match word.text {
            "[" | "{" | "(" if word.kind == Kind::Sign => depth += 1,
            "]" | "}" | ")" if word.kind == Kind::Sign => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return rank;
        }
    }
    words.len()
}

/// Names that `[… for a in …]` gives inside an expression.
pub(super) fn comprehended<'w, 'a>(
    words: &'w [Word<'a>],
) -> impl Iterator<Item = &'a str> + use<'w, 'a> {
    let starts = words.iter().enumerate().filter(|(_, word)| word.is("for"));
    starts.flat_map(|(at, _)| {
        let end = words.iter().skip(at).position(|word| word.is("in")).map_or(at, |end| at + end);
        names(&words[(at + 1).min(end)..end])
    })
}

/// Paths that a tag tests with `is defined`, `is not defined` or `is undefined`.
pub(super) fn tested(words: &[Word<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    for (rank, _) in words.iter().enumerate().filter(|(_, word)| word.is("is")) {
        let test = words[rank + 1..].iter().find(|word| !word.is("not"));
        if test.is_some_and(|test| test.is("defined") || test.is("undefined")) {
            let signs = |word: &&Word<'_>| {
                word.is(".")
                    || word.is("?.")
                    || word.kind == Kind::Name && !WORDS.contains(&word.text)
            };
            let mut path: Vec<&str> =
                words[..rank].iter().rev().take_while(signs).map(|word| word.text).collect();
            path.reverse();
            found.push(path.concat().replace("?.", "."));
        }
    }
    found
}

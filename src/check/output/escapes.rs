//! Texts of a page as readers see them: escapes read, idle spaces gone.

use std::borrow::Cow;

use super::tokens::{Token, Tokens};

/// Escapes that our templates and Markdown write.
const ESCAPES: [(&str, char); 6] =
    [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{a0}')];

/// Longest escape that is read, in bytes without `&`.
const LONGEST_ESCAPE: usize = 10;

/// A text with its escapes read.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.bytes().take(LONGEST_ESCAPE).position(|byte| byte == b';');
        match end.and_then(|end| Some((escape(&rest[..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => out.push('&'),
        }
    }
    Cow::Owned(out + rest)
}

fn escape(name: &str) -> Option<char> {
    let number = |digits: &str| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    };
    match name.strip_prefix('#') {
        Some(digits) => number(digits).and_then(char::from_u32),
        None => ESCAPES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c),
    }
}

/// The words of a part of a page, one space between them.
pub(super) fn words(html: &str) -> String {
    let mut text = String::new();
    for (_, token) in Tokens::of(html) {
        match token {
            Token::Text(piece) => text.push_str(&decoded(piece)),
            // A tag of a block parts words; one of a line does not.
            Token::Open(tag) if !IN_LINE.contains(&tag.name.as_ref()) => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const IN_LINE: [&str; 6] = ["a", "b", "em", "i", "strong", "span"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read() {
        assert_eq!(decoded("l&#39;&eacute; &amp;lt; &#x27; & b"), "l'&eacute; &lt; ' & b");
        assert_eq!(words("<li><a>Café</a>,<p>Poitiers\n </p></li>"), "Café, Poitiers");
    }
}

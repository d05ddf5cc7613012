//! Tags and texts of a page, one after the other: a small, tolerant reader of our own HTML.

use std::borrow::Cow;

use super::escapes::decoded;

/// A piece of a page, and where it begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<a href="…">`.
    Open(Tag<'a>),
    /// `</a>`: its name.
    Close(Cow<'a, str>),
    /// What readers see, escapes included.
    Text(&'a str),
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name, in lower case.
    pub name: Cow<'a, str>,
    /// What stands between its name and `>`.
    attributes: &'a str,
}

/// The pieces of a page, each with the byte it begins at.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// The element whose content is no HTML, until its end.
    raw: Option<&'static str>,
}

/// The element itself, when its content holds no tags.
fn raw(name: &str) -> Option<&'static str> {
    match name {
        "style" => Some("style"),
        "script" => Some("script"),
        "title" => Some("title"),
        "textarea" => Some("textarea"),
        _ => None,
    }
}

impl<'a> Tokens<'a> {
    /// The pieces of a whole page, or of a part that begins outside any tag.
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0, raw: None }
    }

    /// The next `end` bytes, or all that is left; goes past them.
    fn until(&mut self, end: usize) -> &'a str {
        let taken = &self.text[self.at..(self.at + end).min(self.text.len())];
        self.at += taken.len();
        taken
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = &self.text[self.at..];
            let start = self.at;
            if rest.is_empty() {
                return None;
            }
            if let Some(name) = self.raw.take() {
                let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
                return Some((start, Token::Text(self.until(end))));
            }
            let after = rest.as_bytes().get(1).copied().unwrap_or_default();
            if !rest.starts_with('<') || !(after.is_ascii_alphabetic() || b"/!?".contains(&after)) {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let end = rest[first..].find('<').map_or(rest.len(), |end| end + first);
                return Some((start, Token::Text(self.until(end))));
            }
            if rest.starts_with("<!--") {
                self.until(rest.find("-->").map_or(rest.len(), |end| end + 3));
                continue;
            }
            let whole = self.until(length_of_tag(rest));
            match after {
                b'!' | b'?' => {}
                b'/' => return Some((start, Token::Close(name_of(&whole[2..]).0))),
                _ => {
                    let (name, attributes) = name_of(&whole[1..]);
                    self.raw = raw(&name);
                    return Some((start, Token::Open(Tag { name, attributes })));
                }
            }
        }
    }
}

/// Bytes of the tag a text begins with: a `>` in quotes does not end it.
fn length_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The name a tag begins with, and the rest without its last `>`.
fn name_of(tag: &str) -> (Cow<'_, str>, &str) {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/');
    let (name, rest) = tag.split_at(end.unwrap_or(tag.len()));
    let name = match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    };
    (name, rest.strip_suffix('>').unwrap_or(rest))
}

impl<'a> Tag<'a> {
    /// The value of an attribute, as readers of HTML understand it; empty when it has none.
    pub fn value(&self, attribute: &str) -> Option<Cow<'a, str>> {
        self.raw(attribute).map(decoded)
    }

    /// The value of an attribute, as it is written.
    pub fn raw(&self, attribute: &str) -> Option<&'a str> {
        let mut all = self.attributes();
        all.find(|(name, _)| name.eq_ignore_ascii_case(attribute)).map(|(_, value)| value)
    }

    /// Every attribute with its value, as they are written.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            loop {
                rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
                if rest.is_empty() {
                    return None;
                }
                let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=');
                let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
                let (value, after) = value_of(after);
                if after.len() < rest.len() {
                    rest = after;
                    return Some((name, value));
                }
                // A sign that begins no attribute is passed over.
                rest = after.get(1..).unwrap_or_default();
            }
        })
    }
}

/// The value after the name of an attribute, and what follows it.
fn value_of(after: &str) -> (&str, &str) {
    let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
        return ("", after);
    };
    match value.chars().next().filter(|c| ['"', '\''].contains(c)) {
        Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
        None => {
            value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(html: &str) -> String {
        let piece = |(at, token): (usize, Token<'_>)| match token {
            Token::Open(tag) => format!("{at}<{} {:?}>", tag.name, tag.value("href")),
            Token::Close(name) => format!("{at}</{name}>"),
            Token::Text(text) => format!("{at}{text}"),
        };
        Tokens::of(html).map(piece).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn tags_and_texts_come_in_order() {
        assert_eq!(
            said("<!DOCTYPE html><p>é <A class=x href='a&amp;b'>c</A><!-- <p> --><br/>"),
            "15<p None>|18é |21<a Some(\"a&b\")>|47c|48</a>|64<br None>"
        );
        assert_eq!(said("<style>a > b</style>"), "0<style None>|7a > b|12</style>");
    }

    #[test]
    fn broken_pages_are_read_to_the_end() {
        assert_eq!(said("1 < 2"), "01 |2< 2");
        assert_eq!(said("é<é"), "0é|2<é");
        assert_eq!(said("<a href=\"b"), "0<a Some(\"b\")>");
        assert_eq!(said("<a / href=b>"), "0<a Some(\"b\")>");
        assert_eq!(said("<!-- never closed"), "");
        assert_eq!(said("<"), "0<");
    }
}

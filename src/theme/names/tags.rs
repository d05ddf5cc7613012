//! What stands between `{{ }}` and `{% %}` in a template, word by word.

/// A tag: `{{ … }}` or `{% … %}`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Whether it is `{% … %}`.
    pub is_block: bool,
    /// Its words.
    pub words: Vec<Word<'a>>,
}

/// A word or a sign of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// What it is.
    pub kind: Kind,
    /// As it is written.
    pub text: &'a str,
    /// Its first byte in the template.
    pub at: usize,
}

/// Kinds of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or a word of the language.
    Name,
    /// A text in quotes.
    Quoted,
    /// A number.
    Number,
    /// `.`, `==`, `|`…
    Sign,
}

impl<'a> Word<'a> {
    /// Whether it is a name or sign written so.
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Quoted && self.text == text
    }

    /// What stands in the quotes.
    pub fn unquoted(&self) -> Option<&'a str> {
        (self.kind == Kind::Quoted).then(|| self.text.get(1..self.text.len() - 1)).flatten()
    }
}

/// The tags of a template that compiles; comments and raw parts have none.
pub(super) fn tags(template: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = template[at..].find('{').map(|start| at + start) {
        let rest = &template[start..];
        if rest.starts_with("{#") {
            at = start + rest.find("#}").map_or(rest.len(), |end| end + 2);
            continue;
        }
        let (is_block, end) = match rest.get(..2) {
            Some("{{") => (false, "}}"),
            Some("{%") => (true, "%}"),
            _ => {
                at = start + 1;
                continue;
            }
        };
        let (words, after) = words(template, start + 2, end);
        at = after;
        if is_block && words.first().is_some_and(|word| word.is("raw")) {
            at += template[at..].find("endraw").unwrap_or(template.len() - at);
        }
        found.push(Tag { is_block, words });
    }
    found
}

/// Signs of several characters, longest first.
const LONG_SIGNS: [&str; 9] = ["...", "?.", "==", "!=", "<=", ">=", "/>", "</", "//"];

/// The words from a byte to the end of the tag, and the byte after it.
fn words<'a>(template: &'a str, mut at: usize, end: &str) -> (Vec<Word<'a>>, usize) {
    let mut words = Vec::new();
    loop {
        let rest = &template[at..];
        let Some(first) = rest.chars().next() else { return (words, at) };
        if rest.starts_with(end) {
            return (words, at + end.len());
        }
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = word(rest, first);
        words.push(Word { kind, text: &rest[..length], at });
        at += length;
    }
}

/// The kind and the length of the word a text begins with.
fn word(rest: &str, first: char) -> (Kind, usize) {
    let while_ = |good: fn(char) -> bool| rest.find(|c| !good(c)).unwrap_or(rest.len());
    match first {
        '"' | '\'' | '`' => (Kind::Quoted, quoted(rest, first)),
        '0'..='9' => (Kind::Number, while_(|c| c.is_ascii_digit())),
        c if c.is_alphabetic() || c == '_' => {
            (Kind::Name, while_(|c| c.is_alphanumeric() || c == '_'))
        }
        c => {
            let long = LONG_SIGNS.into_iter().find(|sign| rest.starts_with(sign));
            (Kind::Sign, long.map_or(c.len_utf8(), str::len))
        }
    }
}

/// Bytes of a text in quotes; a backslash keeps the sign after it.
fn quoted(rest: &str, quote: char) -> usize {
    let mut kept = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if kept => kept = false,
            '\\' => kept = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_tags() {
        let template = "é {% if a.b == \"x }}\" -%}{# {{ no }} #}{{ <c d={e?.f} /> }}{% raw %}{{ no }}{% endraw %}{";
        let said: Vec<String> = tags(template)
            .iter()
            .map(|tag| {
                let words: Vec<&str> = tag.words.iter().map(|word| word.text).collect();
                assert!(tag.words.iter().all(|word| template[word.at..].starts_with(word.text)));
                format!("{} {}", tag.is_block, words.join(" "))
            })
            .collect();
        assert_eq!(
            said,
            ["true if a . b == \"x }}\" -", "false < c d = { e ?. f } />", "true raw"]
        );
    }
}

//! Rules of a style sheet, each with its media and the place of its declarations.

use std::ops::Range;

/// A rule: what it speaks of, where it holds, what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Its selectors, one by one.
    pub selectors: Vec<String>,
    /// The conditions around it, in lower case: `print`, `(prefers-color-scheme: dark)`.
    pub media: Vec<String>,
    /// What it says.
    pub declarations: Vec<Declaration>,
}

/// `color: #333 !important`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The property, in lower case.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether it ends with `!important`.
    pub important: bool,
    /// Its bytes in the source.
    pub span: Range<usize>,
}

/// What a brace opened.
enum Frame {
    /// A condition on the rules inside.
    Media(String),
    /// Something without colours of elements: `@font-face`, `@page`.
    Other,
    /// A rule.
    Rule(Rule),
}

/// The rules of a style sheet, in the order of their ends; what cannot be read is passed over.
pub fn rules(source: &str) -> Vec<Rule> {
    let text = without_comments(source);
    let mut found = Vec::new();
    let mut frames: Vec<Frame> = Vec::new();
    let mut start = 0;
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None, b'{' | b'}' | b';') => {
                if byte == b'{' {
                    frames.push(frame(&text[start..at], &frames));
                } else if let Some(Frame::Rule(rule)) = frames.last_mut() {
                    rule.declarations.extend(declaration(&text, start..at));
                }
                if byte == b'}'
                    && let Some(Frame::Rule(rule)) = frames.pop()
                {
                    found.push(rule);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// The same bytes, with spaces for comments.
fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find("/*") {
        let end = rest[at + 2..].find("*/").map_or(rest.len(), |end| at + end + 4);
        out.push_str(&rest[..at]);
        out.push_str(&" ".repeat(end - at));
        rest = &rest[end..];
    }
    out + rest
}

fn frame(prelude: &str, around: &[Frame]) -> Frame {
    let prelude = prelude.trim();
    let Some(query) = prelude.strip_prefix('@') else {
        let media = |frame: &Frame| match frame {
            Frame::Media(query) => Some(query.clone()),
            Frame::Other | Frame::Rule(_) => None,
        };
        return Frame::Rule(Rule {
            selectors: prelude.split(',').map(|one| one.trim().to_owned()).collect(),
            media: around.iter().filter_map(media).collect(),
            declarations: Vec::new(),
        });
    };
    let query = query.to_ascii_lowercase();
    match query.split_once(|c: char| c.is_whitespace() || c == '(') {
        Some(("media", _)) => Frame::Media(query["media".len()..].trim().to_owned()),
        Some(("supports" | "layer" | "container", _)) => Frame::Media(String::new()),
        _ => Frame::Other,
    }
}

fn declaration(text: &str, span: Range<usize>) -> Option<Declaration> {
    let written = &text[span.clone()];
    let (name, value) = written.split_once(':')?;
    let value = value.trim();
    let plain = value.strip_suffix("!important").map(str::trim_end);
    let start = span.start + written.len() - written.trim_start().len();
    Some(Declaration {
        name: name.trim().to_ascii_lowercase(),
        value: plain.unwrap_or(value).to_owned(),
        important: plain.is_some(),
        span: start..start + written.trim().len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_with_their_media() {
        let source = "/* é { } */ a, .b:hover { color: red; background : #fff !important }\n\
                      @media print { @page { margin: 0 } p { content: \"}\"; color: #000 } }\n\
                      @font-face { src: url(a) } i { }";
        let said: Vec<String> = rules(source)
            .iter()
            .map(|rule| {
                let said =
                    |one: &Declaration| format!("{}={}", &source[one.span.clone()], one.important);
                let declarations: Vec<String> = rule.declarations.iter().map(said).collect();
                format!("{:?} {:?} {declarations:?}", rule.selectors, rule.media)
            })
            .collect();
        assert_eq!(
            said,
            [
                r##"["a", ".b:hover"] [] ["color: red=false", "background : #fff !important=true"]"##,
                r##"["p"] ["print"] ["content: \"}\"=false", "color: #000=false"]"##,
                r##"["i"] [] []"##,
            ]
        );
    }

    #[test]
    fn a_broken_sheet_is_read_as_far_as_it_goes() {
        assert_eq!(rules("a { color: red").len(), 0);
        assert_eq!(rules("} a { color } b { color: red }").len(), 2);
        assert_eq!(rules("a { /* never closed").len(), 0);
    }
}

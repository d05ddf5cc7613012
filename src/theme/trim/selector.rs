//! One selector of a style, and the names it asks a page for.

/// One selector, and the names it asks a page for.
#[derive(Debug)]
pub(super) struct Selector {
    pub text: String,
    pub names: Vec<String>,
}

/// The selectors of a list: a comma between brackets parts nothing.
pub(super) fn listed(head: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_i32, 0, Vec::new());
    for (at, c) in head.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&head[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&head[start..]);
    found
}

impl Selector {
    /// Reads `.fiches li>a:focus` as the names `.fiches`, `li`, `a`, and `[lang]` as itself.
    pub fn read(text: &str) -> Self {
        let mut names = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let length = match c {
                '[' => {
                    let end = rest.find(']').map_or(rest.len(), |end| end + 1);
                    names.push(rest[..end].to_owned());
                    end
                }
                // What stands in brackets asks for nothing: `:not(.x)`, `:nth-child(2n+1)`.
                '(' => closing_bracket(rest),
                ':' | '#' => {
                    let ends = [' ', '>', '.', '[', '+', '~', ':', '#', '('];
                    rest[1..].find(ends).map_or(rest.len(), |end| end + 1)
                }
                _ if c == '.' || c.is_alphanumeric() => {
                    let name = |c: char| !(c.is_alphanumeric() || c == '-' || c == '_');
                    let end = rest[1..].find(name).map_or(rest.len(), |end| end + 1);
                    names.push(rest[..end].to_owned());
                    end
                }
                _ => c.len_utf8(),
            };
            rest = &rest[length..];
        }
        // Every page has these, before the place where its body is read.
        names.retain(|name| !["html", "body"].contains(&name.as_str()));
        Self { text: text.to_owned(), names }
    }
}

/// Where the bracket that opens a text is closed, past it.
fn closing_bracket(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return at + 1,
            ')' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// What a page holds, after a space, where `[href^=http]` or `[aria-current]` speaks of it.
pub(super) fn attribute(selector: &str) -> String {
    let inner = selector.trim_start_matches('[').trim_end_matches(']');
    match inner.split_once("^=") {
        Some((name, value)) => format!("{name}=\"{}", value.trim_matches('"')),
        None => inner.split(['=', '~', '*', '$', '|']).next().unwrap_or(inner).to_owned(),
    }
}

//! One value on one line: plain where it cannot be misread, else between quotation marks.

/// Words that YAML, or a person, takes for something else than text.
const WORDS: [&str; 19] = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "none", "nan", ".nan", ".inf",
    "oui", "non", "vrai", "faux", "o", "~",
];

/// A text on one line: plain where it cannot be misread, else between quotation marks.
///
/// `inside` says whether it stands between brackets or braces, where commas part values.
pub fn scalar(text: &str, inside: bool) -> String {
    if is_plain(text, inside) {
        text.to_owned()
    } else if text.contains(['"', '\\']) && !text.contains('\'') && !text.chars().any(is_hidden) {
        format!("'{text}'")
    } else {
        quoted(text)
    }
}

/// Between double quotation marks, where everything can be said.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) => out.push_str(&escaped(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn escaped(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xff => format!("\\x{code:02x}"),
        code @ 0x100..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// Characters that end lines, show nothing or turn the text around: never written as they are.
pub(in crate::source::yaml) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether a text without quotation marks reads back as itself, by any reader and by a person.
fn is_plain(text: &str, inside: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let signs = if inside { "[]{},?" } else { "" };
    text.trim() == text
        && !"-?:,[]{}#&*!|>'\"%@`=<+".contains(first)
        && !text.chars().any(|c| is_hidden(c) || signs.contains(c))
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(inside && text.contains(':') && !text.contains("://"))
        && !WORDS.contains(&text.to_lowercase().as_str())
        && !is_like_a_number(text)
}

/// Figures that some reader would take for a number, a date or an hour, and lose a zero of.
fn is_like_a_number(text: &str) -> bool {
    let figures = |c: char| c.is_ascii_digit() || ".,_:+-/eExXoObBaAcCdDfFtTzZ".contains(c);
    let after_point = text.strip_prefix('.').unwrap_or(text);
    after_point.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(figures)
}

//! Content lines of a calendar file (RFC 5545): escaped, folded at 75 bytes, ended by CRLF.

use crate::text::readable;

/// Bytes after which a line is folded, its end not counted (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The lines of a calendar file, one after the other.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value is written as it is: a date, a rule, an address; `name` may hold parameters.
    pub fn raw(&mut self, name: &str, value: &str) {
        // Nothing may end a line but this function.
        self.folded(&readable(&format!("{name}:{value}")).replace('\n', " "));
    }

    /// A line whose value is a text; one without text is not written.
    pub fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.raw(name, &escaped(value));
        }
    }

    /// What stands between `BEGIN` and `END` of a component.
    pub fn component(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.raw("BEGIN", name);
        inside(self);
        self.raw("END", name);
    }

    /// The whole file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    /// Writes a line, broken where it is too long, never inside a letter and never before spaces alone: readers take
    /// such a line for an empty one.
    fn folded(&mut self, line: &str) {
        let mut rest = line;
        let mut room = LONGEST;
        while rest.len() > room {
            let whole = rest.trim_end_matches(' ');
            let last = whole.char_indices().next_back().map_or(0, |(at, _)| at);
            let room = if whole.len() > room || last == 0 { room } else { last };
            let (head, tail) = rest.split_at(rest.floor_char_boundary(room));
            self.0.push_str(head);
            self.0.push_str("\r\n ");
            rest = tail;
            // The space that begins a folded line counts.
            room = LONGEST - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

/// A text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in readable(text).chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, text: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, text);
        String::from_utf8(lines.into_bytes()).unwrap()
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(
            written("SUMMARY", "Thé, café ; « a\\b »\nsuite\r\u{7}"),
            "SUMMARY:Thé\\, café \\; « a\\\\b »\\nsuite\r\n"
        );
        assert_eq!(written("SUMMARY", ""), "");
    }

    #[test]
    fn no_folded_line_is_made_of_spaces() {
        let text = format!("{}x  ", "é".repeat(33));
        let file = written("SUMMARY", &text);
        assert_eq!(file.replace("\r\n ", "").trim_end_matches("\r\n"), format!("SUMMARY:{text}"));
        assert!(file.trim_end_matches("\r\n").split("\r\n").all(|line| !line.trim().is_empty()));
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let long = "é".repeat(100);
        let file = written("SUMMARY", &long);
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(file.replace("\r\n ", "").trim_end(), format!("SUMMARY:{long}"));
    }
}

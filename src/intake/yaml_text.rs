//! Readable YAML: quotes only where a value could be misread, and what is written reads back the same.

use std::fmt::Write;
use std::ops::Range;

/// Longest line of a list written between brackets, in characters; a longer one gets a line an item.
const LONGEST_INLINE: usize = 100;

/// Words that YAML, or a person, takes for something else than text.
const WORDS: [&str; 19] = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "none", "nan", ".nan", ".inf",
    "oui", "non", "vrai", "faux", "o", "~",
];

/// A YAML text on its way: keys and values in the order they are added.
#[derive(Debug, Default)]
pub struct Sheet {
    text: String,
}

impl Sheet {
    /// Adds a comment: one line, whatever the words hold.
    pub fn comment(&mut self, words: &str) {
        let line: String = words.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
        self.text.push_str("# ");
        self.text.push_str(line.trim());
        self.text.push('\n');
    }

    /// Adds a key with a text; returns the bytes of the value.
    pub fn text(&mut self, key: &str, value: &str) -> Range<usize> {
        if is_block(value) { self.block(key, value) } else { self.line(key, &scalar(value, false)) }
    }

    /// Adds a key with a value that is no text: a date, a number; returns the bytes of the value.
    pub fn bare(&mut self, key: &str, value: &str) -> Range<usize> {
        self.line(key, value)
    }

    /// Adds a key with a list, on one line when it is short; returns the bytes of each item.
    pub fn list(&mut self, key: &str, items: &[&str]) -> Vec<Range<usize>> {
        let inline: Vec<String> = items.iter().map(|item| scalar(item, true)).collect();
        let width: usize = inline.iter().map(|item| item.chars().count() + 2).sum();
        if key.len() + 2 + width <= LONGEST_INLINE {
            return self.brackets(key, &inline);
        }
        let _ = writeln!(self.text, "{key}:");
        items.iter().map(|item| self.after("  - ", &scalar(item, false))).collect()
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, key: &str, value: &str) -> Range<usize> {
        self.after(&format!("{key}: "), value)
    }

    /// Adds a value after what introduces it, and ends the line.
    fn after(&mut self, lead: &str, value: &str) -> Range<usize> {
        self.text.push_str(lead);
        let start = self.text.len();
        self.text.push_str(value);
        self.text.push('\n');
        start..start + value.len()
    }

    fn brackets(&mut self, key: &str, items: &[String]) -> Vec<Range<usize>> {
        let _ = write!(self.text, "{key}: [");
        let mut spans = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text.push_str(", ");
            }
            let start = self.text.len();
            self.text.push_str(item);
            spans.push(start..self.text.len());
        }
        self.text.push_str("]\n");
        spans
    }

    /// Text of several lines as it stands, two spaces in.
    fn block(&mut self, key: &str, value: &str) -> Range<usize> {
        let body = value.trim_end_matches('\n');
        let keep = match value.len() - body.len() {
            0 => "-",
            1 => "",
            _ => "+",
        };
        let _ = write!(self.text, "{key}: ");
        let start = self.text.len();
        let _ = writeln!(self.text, "|{keep}");
        for line in body.split('\n') {
            let lead = if line.is_empty() { "" } else { "  " };
            let _ = writeln!(self.text, "{lead}{line}");
        }
        self.text.push_str(&"\n".repeat((value.len() - body.len()).saturating_sub(1)));
        start..self.text.len()
    }
}

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
fn is_hidden(c: char) -> bool {
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

/// Whether a text of several lines can stand as it is: what indents a line must be the block's own.
fn is_block(text: &str) -> bool {
    let odd = |line: &str| line.trim().is_empty() && !line.is_empty();
    let turned = |line: &str| {
        let rest = line.trim_start_matches(' ');
        rest.starts_with(|c: char| c.is_whitespace())
    };
    text.trim_end_matches('\n').contains('\n')
        && !text.starts_with(char::is_whitespace)
        && !text.lines().any(|line| odd(line) || turned(line))
        && !text.chars().any(|c| c != '\n' && is_hidden(c))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::Source;
    use crate::source::yaml::{self, Value};

    /// The values that a text holds, by jalon's own reading; it must be free of mistakes.
    fn read(text: &str) -> Vec<(String, Value, Range<usize>)> {
        let source = Arc::new(Source { path: "a.yaml".into(), text: text.to_owned() });
        let mut documents = yaml::documents(&source);
        assert_eq!(documents.diagnostics, [], "{text}");
        let Value::Map(entries) = documents.nodes.remove(0).value else { panic!("{text}") };
        entries.into_iter().map(|(key, node)| (key.name, node.value, node.span)).collect()
    }

    fn written(value: &str) -> String {
        let mut sheet = Sheet::default();
        sheet.text("a", value);
        sheet.finish()
    }

    #[test]
    fn quotes_only_where_a_value_could_be_misread() {
        for plain in [
            "Mairie de Lusignan",
            "05 36 49 12 01",
            "Bus numérique D'Clics",
            "Tu,Th 09:00-12:00",
            "https://exemple.fr/a?b=c#d",
            "2A Rue Villeneuve",
            "1er étage",
            "une virgule, un croisillon#collé, des {accolades}",
        ] {
            assert_eq!(written(plain), format!("a: {plain}\n"));
        }
        for misread in [
            "01000",
            "86000",
            "2022-05-11",
            "9:00",
            "1e3",
            "0x1F",
            ".5",
            "oui",
            "Non",
            "NO",
            "~",
            "- tiret",
            "-5",
            "+33 5",
            "a: b",
            "a #b",
            "fin:",
            "[a]",
            "{a}",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "'a",
            "\"a",
            "|",
            ">",
            "#a",
            "",
            " a",
            "a ",
            "null",
            "=",
            "<<",
        ] {
            assert!(written(misread).starts_with(['a']) && !written(misread).contains("a: a b"));
            assert!(matches!(written(misread).as_bytes()[3], b'"' | b'\''), "{misread:?}");
        }
        assert_eq!(written("\"Chez nous\""), "a: '\"Chez nous\"'\n");
        assert_eq!(written("\u{200b}a\u{85}b\u{2028}"), "a: \"\\u200ba\\x85b\\u2028\"\n");
    }

    #[test]
    fn lists_stand_on_one_line_while_short() {
        let mut sheet = Sheet::default();
        sheet.list("services", &["Gratuit", "a, b", "https://a.fr"]);
        let long = "Maîtrise des outils numériques du quotidien";
        sheet.list("long", &[long, long, "a, b"]);
        assert_eq!(
            sheet.finish(),
            format!(
                "services: [Gratuit, \"a, b\", https://a.fr]\nlong:\n  - {long}\n  - {long}\n  - a, b\n"
            )
        );
    }

    #[test]
    fn several_lines_stand_as_they_are() {
        assert_eq!(written("un\n\ndeux\n"), "a: |\n  un\n\n  deux\n");
        assert_eq!(written("un\n  deux"), "a: |-\n  un\n    deux\n");
        assert_eq!(written(" un\ndeux"), "a: \" un\\ndeux\"\n");
    }

    #[test]
    fn comments_stay_on_their_line() {
        let mut sheet = Sheet::default();
        sheet.comment("un\ndeux\u{85}trois\u{2028}nom: B");
        sheet.text("nom", "A");
        let text = sheet.finish();
        assert_eq!(text, "# un deux trois nom: B\nnom: A\n");
        assert_eq!(read(&text).len(), 1);
    }

    /// Texts made of what is dangerous in YAML, or of anything.
    fn texts() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(vec![
            "---",
            "...",
            "\n",
            "\n\n",
            "\r",
            "\r\n",
            "\t",
            " ",
            "  ",
            "\u{a0}",
            "\u{85}",
            "\u{2028}",
            "\u{feff}",
            "\0",
            "\u{7f}",
            "\u{200b}",
            ":",
            ": ",
            "#",
            " #",
            "-",
            "- ",
            "?",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&",
            "*",
            "!",
            "|",
            ">",
            "'",
            "\"",
            "%",
            "@",
            "`",
            "\\",
            "/",
            "~",
            "=",
            "null",
            "oui",
            "no",
            "0",
            "007",
            "1.5",
            "2022-01-01",
            "12:30",
            "é",
            "🚌",
            "nom",
            "mot",
        ]);
        prop_oneof![
            prop::collection::vec(odd, 0..12).prop_map(|parts| parts.concat()),
            any::<String>(),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_reads_back_as_itself(
            text in texts(),
            items in prop::collection::vec(texts(), 1..5),
            note in texts(),
        ) {
            let mut sheet = Sheet::default();
            sheet.comment(&note);
            let span = sheet.text("texte", &text);
            sheet.comment(&note);
            let items: Vec<&str> = items.iter().map(String::as_str).collect();
            let spans = sheet.list("liste", &items);
            sheet.text("fin", "fin");
            let written = sheet.finish();
            let found = read(&written);
            prop_assert_eq!(found.len(), 3, "{}", written);
            prop_assert_eq!(&found[0].1, &Value::Text(text), "{}", written);
            let inside = span.start <= found[0].2.start && found[0].2.end <= span.end;
            prop_assert!(inside, "{:?} {:?} {}", span, found[0].2, written);
            let Value::List(nodes) = &found[1].1 else { panic!("{written}") };
            let read: Vec<&Value> = nodes.iter().map(|node| &node.value).collect();
            let meant: Vec<Value> = items.iter().map(|item| Value::Text((*item).into())).collect();
            prop_assert_eq!(read, meant.iter().collect::<Vec<_>>(), "{}", written);
            for (node, span) in nodes.iter().zip(spans) {
                prop_assert_eq!(&node.span, &span, "{}", written);
            }
        }
    }
}

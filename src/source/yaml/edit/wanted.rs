//! A value to be written, and the YAML of it.

use crate::source::yaml::text::{LONGEST_INLINE, Sheet, scalar};
use crate::source::yaml::{Node, Plain, Value};

/// A value to be written under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text; between quotation marks where it could be misread.
    Text(String),
    /// A date or a number, as it stands.
    Bare(String),
    /// A list.
    List(Vec<Wanted>),
    /// Keys and values, in order.
    Map(Vec<(String, Wanted)>),
}

impl Wanted {
    /// The value of a node of another text, dates and numbers written there as they stand.
    pub fn of(node: &Node, text: &str) -> Option<Self> {
        Some(match &node.value {
            Value::Empty => return None,
            Value::Text(value) => {
                // What is written without quotation marks though it looks like a number: a day, a degree.
                let figures = value.chars().all(|c| c.is_ascii_digit() || "-.".contains(c));
                let bare = figures && text.get(node.span.clone()) == Some(value.as_str());
                let plain = scalar(value, false) == *value;
                if bare && !plain { Self::Bare(value.clone()) } else { Self::Text(value.clone()) }
            }
            Value::List(items) => {
                Self::List(items.iter().filter_map(|item| Self::of(item, text)).collect())
            }
            Value::Map(entries) => {
                let each = entries.iter();
                let each =
                    each.filter_map(|(key, node)| Some((key.name.clone(), Self::of(node, text)?)));
                Self::Map(each.collect())
            }
        })
    }

    /// What it says once read.
    pub fn plain(&self) -> Plain {
        match self {
            Self::Text(text) | Self::Bare(text) => Plain::Text(text.clone()),
            Self::List(items) => Plain::List(items.iter().map(Self::plain).collect()),
            Self::Map(entries) => Plain::Map(
                entries.iter().map(|(key, value)| (key.clone(), value.plain())).collect(),
            ),
        }
    }

    /// The value on one line; `inside` says whether it stands between brackets or braces.
    pub fn inline(&self, inside: bool) -> String {
        match self {
            Self::Text(text) => scalar(text, inside),
            Self::Bare(text) => text.clone(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.inline(true)).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Map(entries) => {
                let entry = |(key, value): &(String, Self)| {
                    format!("{}: {}", scalar(key, true), value.inline(true))
                };
                let entries: Vec<String> = entries.iter().map(entry).collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }
}

/// Where a value is written: what it needs to know of the lines around.
#[derive(Clone, Copy, Debug)]
pub(super) struct Under<'a> {
    /// The key.
    pub key: &'a str,
    /// The column of the key.
    pub column: usize,
    /// What ends the lines.
    pub eol: &'static str,
    /// Whether a list is to have a line an item however short it is.
    pub lines: bool,
}

impl Under<'_> {
    /// All that stands after the colon of the key: on its line, or on lines below.
    pub fn value(&self, wanted: &Wanted) -> String {
        match wanted {
            Wanted::Text(text) => self.text(text),
            Wanted::Bare(text) => format!(" {text}"),
            Wanted::List(items) if items.is_empty() => " []".into(),
            Wanted::List(_) | Wanted::Map(_) => {
                let inline = wanted.inline(false);
                let width = self.key.len() + 2 + inline.chars().count();
                let lines = self.lines && matches!(wanted, Wanted::List(_));
                match wanted {
                    _ if width <= LONGEST_INLINE && !lines => format!(" {inline}"),
                    Wanted::Map(entries) => entries.iter().map(|entry| self.entry(entry)).collect(),
                    Wanted::List(items) => items.iter().map(|item| self.item(item)).collect(),
                    _ => String::new(),
                }
            }
        }
    }

    fn indent(&self) -> String {
        " ".repeat(self.column + 2)
    }

    fn item(&self, item: &Wanted) -> String {
        format!("{}{}- {}", self.eol, self.indent(), item.inline(false))
    }

    fn entry(&self, (key, value): &(String, Wanted)) -> String {
        let below = Under { key, column: self.column + 2, ..*self };
        format!("{}{}{}:{}", self.eol, self.indent(), scalar(key, false), below.value(value))
    }

    /// A text of several lines stands as it is, two spaces in.
    fn text(&self, text: &str) -> String {
        let mut sheet = Sheet::default();
        sheet.text("k", text);
        let written = sheet.finish();
        let written = written.strip_prefix("k:").unwrap_or(&written);
        let written = written.strip_suffix('\n').unwrap_or(written);
        let mut lines = written.split('\n');
        let mut out = lines.next().unwrap_or_default().to_owned();
        for line in lines {
            let indent = if line.is_empty() { String::new() } else { " ".repeat(self.column) };
            out += &format!("{}{indent}{line}", self.eol);
        }
        out
    }
}

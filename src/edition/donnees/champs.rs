//! What is said of a thing, key by key: the same fields become a member of JSON and a cell of a table.

mod json;

use std::borrow::Cow;
use std::fmt::Display;

use crate::calendar::{Date, TimeSpan};
use crate::vocabulary::Term;

pub(super) use json::quoted;

/// What parts the values of a list in a cell, as the national schema has it.
const BAR: &str = "|";

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Valeur<'a> {
    /// A text.
    Texte(Cow<'a, str>),
    /// A number.
    Nombre(f64),
    /// Yes or no.
    Oui(bool),
    /// Texts.
    Textes(Vec<Cow<'a, str>>),
    /// A thing in a thing.
    Objet(Champs<'a>),
    /// Things in a thing.
    Objets(Vec<Champs<'a>>),
}

/// Fields, in the order they are written; one that nobody knows is not there.
#[derive(Clone, Debug, Default)]
pub(super) struct Champs<'a>(Vec<(&'static str, Valeur<'a>)>);

impl<'a> Champs<'a> {
    /// A value as it is.
    pub fn put(&mut self, key: &'static str, value: Valeur<'a>) {
        self.0.push((key, value));
    }

    /// A text, unless it is empty.
    pub fn text(&mut self, key: &'static str, text: impl Into<Cow<'a, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.put(key, Valeur::Texte(text));
        }
    }

    /// A text that may not be known.
    pub fn some(&mut self, key: &'static str, text: Option<impl Into<Cow<'a, str>>>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    /// A day, a length: whatever is said in one way.
    pub fn said(&mut self, key: &'static str, value: Option<impl Display>) {
        self.some(key, value.map(|value| value.to_string()));
    }

    /// A number.
    pub fn number(&mut self, key: &'static str, number: Option<impl Into<f64>>) {
        if let Some(number) = number {
            self.put(key, Valeur::Nombre(number.into()));
        }
    }

    /// Yes, no, or nobody knows.
    pub fn flag(&mut self, key: &'static str, flag: Option<bool>) {
        if let Some(flag) = flag {
            self.put(key, Valeur::Oui(flag));
        }
    }

    /// A term, by its code.
    pub fn term(&mut self, key: &'static str, term: Option<&'static Term>) {
        self.some(key, term.map(|term| term.code));
    }

    /// Terms, by their codes.
    pub fn terms(&mut self, key: &'static str, terms: &[&'static Term]) {
        self.list(key, terms.iter().map(|term| term.code));
    }

    /// Texts.
    pub fn list<T: Into<Cow<'a, str>>>(
        &mut self,
        key: &'static str,
        texts: impl IntoIterator<Item = T>,
    ) {
        let texts: Vec<Cow<'a, str>> = texts.into_iter().map(Into::into).collect();
        if !texts.is_empty() {
            self.put(key, Valeur::Textes(texts));
        }
    }

    /// Spans of a day: `14:00-16:00`.
    pub fn times(&mut self, key: &'static str, spans: &[TimeSpan]) {
        self.list(key, spans.iter().map(|span| times(*span)));
    }

    /// A thing, unless nothing is known of it.
    pub fn object(&mut self, key: &'static str, fields: Champs<'a>) {
        if !fields.is_empty() {
            self.put(key, Valeur::Objet(fields));
        }
    }

    /// Things.
    pub fn objects(&mut self, key: &'static str, things: Vec<Champs<'a>>) {
        if !things.is_empty() {
            self.put(key, Valeur::Objets(things));
        }
    }

    /// Forgets a key.
    pub fn drop(&mut self, key: &str) {
        self.0.retain(|(known, _)| *known != key);
    }

    /// Fields of another thing, after these.
    pub fn extend(&mut self, other: Champs<'a>) {
        self.0.extend(other.0);
    }

    /// These fields with some that stand in a thing beside them: (thing, its key, column). What is named
    /// like a column makes room for it.
    pub fn flattened(&self, moves: &[(&str, &str, &'static str)]) -> Champs<'a> {
        let mut flat = Champs::default();
        let inside = |thing: &str, key: &str| match self.get(thing) {
            Some(Valeur::Objet(fields)) => fields.get(key).cloned(),
            _ => None,
        };
        for &(thing, key, column) in moves {
            if let Some(value) = inside(thing, key) {
                flat.put(column, value);
            }
        }
        let moved = |key: &str| moves.iter().any(|(thing, ..)| *thing == key);
        let rest = self.0.iter().filter(|(key, _)| !moved(key));
        flat.0.extend(rest.cloned());
        flat
    }

    /// The fields of some keys, in their own order.
    pub fn only(&self, keys: &[&str]) -> Champs<'a> {
        Champs(self.0.iter().filter(|(key, _)| keys.contains(key)).cloned().collect())
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Valeur<'a>> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// The cell of a key; what is not known is an empty one.
    pub fn cell(&self, key: &str) -> Cow<'_, str> {
        match self.get(key) {
            None => Cow::Borrowed(""),
            Some(Valeur::Texte(text)) => Cow::Borrowed(text),
            Some(Valeur::Nombre(number)) => Cow::Owned(number.to_string()),
            Some(Valeur::Oui(flag)) => Cow::Borrowed(if *flag { "oui" } else { "non" }),
            Some(Valeur::Textes(texts)) => {
                // The bar parts values: inside one it becomes a slash, the same to whoever reads.
                let texts: Vec<String> = texts.iter().map(|text| text.replace(BAR, "/")).collect();
                Cow::Owned(texts.join(BAR))
            }
            Some(Valeur::Objet(fields)) => fields.line(),
            Some(Valeur::Objets(things)) => {
                let lines: Vec<Cow<'_, str>> = things.iter().map(Champs::line).collect();
                Cow::Owned(lines.join(BAR))
            }
        }
    }

    /// The values of a thing in a thing, on one line: `2026-12-15 14:00-16:00 complet`; a place within has no room.
    fn line(&self) -> Cow<'_, str> {
        let plain = self.0.iter().filter(|(_, value)| !matches!(value, Valeur::Objet(_)));
        let cells: Vec<String> = plain.map(|(key, _)| self.cell(key).replace(BAR, ",")).collect();
        Cow::Owned(cells.join(" "))
    }
}

/// `14:00-16:00`; one that may last longer ends with a plus.
fn times(span: TimeSpan) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let end = clock(if span.to > crate::calendar::DAY {
        span.to - crate::calendar::DAY
    } else {
        span.to
    });
    format!("{}-{end}{}", clock(span.from), if span.open_end { "+" } else { "" })
}

/// A day from which or until which something holds.
pub(super) fn day(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

//! What a YAML text says, without where: to compare two texts, and to keep what one said.

use serde_json::{Map, Value as Json};

use super::{Node, Value};

/// A value without its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plain {
    /// Nothing.
    Empty,
    /// Text as written, whatever it looks like.
    Text(String),
    /// A list.
    List(Vec<Plain>),
    /// Keys and values, in order.
    Map(Vec<(String, Plain)>),
}

impl Plain {
    /// What a node says.
    pub fn of(node: &Node) -> Self {
        match &node.value {
            Value::Empty => Self::Empty,
            Value::Text(text) => Self::Text(text.clone()),
            Value::List(items) => Self::List(items.iter().map(Self::of).collect()),
            Value::Map(entries) => Self::Map(
                entries.iter().map(|(key, node)| (key.name.clone(), Self::of(node))).collect(),
            ),
        }
    }

    /// The value of a key; nothing where there is no such key, or where it holds nothing.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(entries) = self else { return None };
        let (_, value) = entries.iter().find(|(name, _)| name == key)?;
        (*value != Self::Empty).then_some(value)
    }

    /// Its keys, in order; only a map has some.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let entries = match self {
            Self::Map(entries) => entries.as_slice(),
            _ => &[],
        };
        entries.iter().map(|(name, _)| name.as_str())
    }

    /// Its text, without the blanks around it.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// The same with keys in the order of their letters: two texts that differ by the order of keys
    /// alone say the same.
    pub fn without_order(&self) -> Self {
        match self {
            Self::List(items) => Self::List(items.iter().map(Self::without_order).collect()),
            Self::Map(entries) => {
                let each = entries.iter().map(|(key, value)| (key.clone(), value.without_order()));
                let mut sorted: Vec<_> = each.collect();
                sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
                Self::Map(sorted)
            }
            other => other.clone(),
        }
    }

    /// The same as JSON.
    pub fn json(&self) -> Json {
        match self {
            Self::Empty => Json::Null,
            Self::Text(text) => Json::String(text.clone()),
            Self::List(items) => Json::Array(items.iter().map(Self::json).collect()),
            Self::Map(entries) => Json::Object(
                entries.iter().map(|(key, value)| (key.clone(), value.json())).collect(),
            ),
        }
    }

    /// What JSON says; numbers and truths are texts, as everywhere in YAML that jalon reads.
    pub fn from_json(json: &Json) -> Self {
        match json {
            Json::Null => Self::Empty,
            Json::Bool(truth) => Self::Text(truth.to_string()),
            Json::Number(number) => Self::Text(number.to_string()),
            Json::String(text) => Self::Text(text.clone()),
            Json::Array(items) => Self::List(items.iter().map(Self::from_json).collect()),
            Json::Object(entries) => Self::of_json_map(entries),
        }
    }

    fn of_json_map(entries: &Map<String, Json>) -> Self {
        let each = entries.iter().map(|(key, value)| (key.clone(), Self::from_json(value)));
        Self::Map(each.collect())
    }
}

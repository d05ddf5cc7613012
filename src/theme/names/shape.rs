//! The shape of what templates are given: which names hold names in turn, and which hold texts.

use std::collections::BTreeMap;

use serde_json::Value;

/// What stands under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing in any page of this guide: what could stand there is not known.
    #[default]
    Absent,
    /// A text, a number, a yes or no.
    Text,
    /// Other names.
    Group(BTreeMap<String, Shape>),
    /// Things of one shape.
    List(Box<Shape>),
    /// Made by the template itself: anything.
    Any,
}

impl Shape {
    /// The shape of a value.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Absent,
            Value::Bool(_) | Value::Number(_) | Value::String(_) => Self::Text,
            Value::Array(items) => {
                let mut item = Self::Absent;
                items.iter().for_each(|one| item.merge(Self::of(one)));
                Self::List(Box::new(item))
            }
            Value::Object(names) => Self::Group(
                names.iter().map(|(name, value)| (name.clone(), Self::of(value))).collect(),
            ),
        }
    }

    /// Adds what another page gives under the same name.
    pub fn merge(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Any, _) | (_, Self::Absent) | (Self::Text, Self::Text) => {}
            (Self::Absent, other) => *self = other,
            (Self::List(item), Self::List(other)) => item.merge(*other),
            (Self::Group(names), Self::Group(others)) => {
                for (name, other) in others {
                    names.entry(name).or_default().merge(other);
                }
            }
            _ => *self = Self::Any,
        }
    }

    /// What stands under a name of this; nothing when no page has it.
    pub fn under(&self, name: &str) -> Option<Self> {
        match self {
            Self::Absent | Self::Any => Some(Self::Any),
            Self::Group(names) => names.get(name).cloned(),
            Self::Text | Self::List(_) => None,
        }
    }

    /// One of the things of a list.
    pub fn item(&self) -> Self {
        match self {
            Self::List(item) => (**item).clone(),
            _ => Self::Any,
        }
    }

    /// The names that stand in this.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Group(names) => names.keys().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

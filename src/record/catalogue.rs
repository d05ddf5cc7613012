//! The fields of each kind of record, as its reader asks for them: one source for manual and schemas.

/// One key of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What its value looks like, in French.
    pub shape: &'static str,
    /// What it means, in French.
    pub about: &'static str,
    /// The keys inside, when the value is made of keys.
    pub inner: Vec<Field>,
}

impl Field {
    /// A key without keys inside.
    pub fn new(name: &'static str, shape: &'static str, about: &'static str) -> Self {
        Self { name, shape, about, inner: Vec::new() }
    }
}

/// The fields a reader was asked for, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The fields.
    pub fields: Vec<Field>,
}

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
    /// Whether it takes several values.
    pub many: bool,
    /// The keys inside, when the value is made of keys.
    pub inner: Vec<Field>,
}

impl Field {
    /// A key without keys inside.
    pub fn new(name: &'static str, shape: &'static str, about: &'static str) -> Self {
        Self { name, shape, about, many: false, inner: Vec::new() }
    }

    /// The same key, with a list of such values; one value alone is a list of one.
    pub(super) fn listed(self) -> Self {
        Self { many: true, ..self }
    }
}

/// The fields a reader was asked for, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The fields.
    pub fields: Vec<Field>,
}

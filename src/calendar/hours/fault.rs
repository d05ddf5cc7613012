//! Why hours cannot be read, and what should be looked at in hours that can.

use std::ops::Range;

/// What is wrong with a text of hours, in French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursFault {
    /// Bytes of the text, on character boundaries.
    pub span: Range<usize>,
    /// One sentence that says what is wrong.
    pub message: String,
    /// One sentence that says what to do.
    pub remedy: String,
}

impl HoursFault {
    /// A fault at bytes of the text; messages are for terminals and editors, so plain spaces do.
    pub(crate) fn new(
        span: Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { span, message: message.into().replace('\u{a0}', " "), remedy: remedy.into() }
    }
}

/// A fault in hours given as a map by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayFault {
    /// Index of the entry.
    pub entry: usize,
    /// Whether `fault.span` counts in the key; otherwise in the value.
    pub in_key: bool,
    /// The fault.
    pub fault: HoursFault,
}

/// A doubt about hours that can be read: the guide is published, somebody should look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// Stable French kebab-case name, such as `horaires-de-nuit`.
    pub code: &'static str,
    /// One French sentence that says what is doubtful.
    pub message: String,
    /// One French sentence that says what to do.
    pub remedy: String,
}

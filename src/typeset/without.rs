//! A program without paper: the same names, and nothing is printed.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity, Subject};

use super::{Job, Printed};

/// No press at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Press;

impl Press {
    /// No press at all.
    pub fn new() -> Self {
        Self
    }

    /// Says that this program does not print.
    pub fn set(&self, _: &Job<'_>) -> Result<Printed, Vec<Diagnostic>> {
        Err(vec![Diagnostic::new(
            "impression-impossible",
            Severity::Error,
            Subject::Whole,
            "Ce jalon n’imprime pas : il a été compilé sans « print ».",
            "Prenez un jalon complet, ou compilez-le sans « --no-default-features ».",
        )])
    }
}

/// The text as it is.
pub fn readable(text: &str) -> (Cow<'_, str>, Vec<char>) {
    (Cow::Borrowed(text), Vec::new())
}

/// No code.
pub fn qr(_: &str) -> Option<(u16, String)> {
    None
}

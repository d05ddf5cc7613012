//! What jalon tells its users: one mistake or doubt, where it stands, and what to do about it.

mod show;
mod source;

pub use show::{Format, report, sorted};
pub use source::{Place, Position, Source};

use crate::address::Address;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The guide cannot be published.
    Error,
    /// The guide is published; somebody should look.
    Warning,
    /// The guide is good; it could be better. Forbids nothing, whatever is asked.
    Advice,
}

/// What a diagnostic speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Bytes of a file that somebody wrote.
    Written(Place),
    /// A whole file or folder, as shown to the user.
    File(String),
    /// A sheet of the plan.
    Sheet(Address),
    /// Nothing in particular.
    Whole,
}

/// One message: what is wrong, where, and what to do, in French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable French kebab-case name, such as `reference-inconnue`.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is.
    pub subject: Subject,
    /// One French sentence that says what is wrong.
    pub message: String,
    /// One French sentence that says what to do.
    pub remedy: String,
}

impl Diagnostic {
    /// An error about something written in a file.
    pub fn error(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::new(code, Severity::Error, Subject::Written(place), message, remedy)
    }

    /// A warning about something written in a file.
    pub fn warning(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::new(code, Severity::Warning, Subject::Written(place), message, remedy)
    }

    /// An error about a whole file or folder.
    pub fn about_file(
        code: &'static str,
        file: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::new(code, Severity::Error, Subject::File(file.into()), message, remedy)
    }

    /// A diagnostic of any severity about any subject.
    pub fn new(
        code: &'static str,
        severity: Severity,
        subject: Subject,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { code, severity, subject, message: message.into(), remedy: remedy.into() }
    }

    /// Whether this forbids publishing.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Whether this is mere advice, which even `--strict` lets through.
    pub fn is_advice(&self) -> bool {
        self.severity == Severity::Advice
    }
}

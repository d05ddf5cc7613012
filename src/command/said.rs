//! The one place that prints: messages to standard error, results to standard output.

use std::io::{IsTerminal, Write};

use clap::ArgMatches;

use crate::diagnostic::{Diagnostic, Format, report};

/// How a command speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Messages as text or as JSON.
    pub json: bool,
    /// Only mistakes and doubts.
    pub quiet: bool,
}

impl Voice {
    /// The voice asked for by `--format` and `--quiet`.
    pub(super) fn of(matches: &ArgMatches) -> Self {
        let format = matches.try_get_one::<String>("format");
        let json = format.ok().flatten().is_some_and(|format| format == "json");
        let quiet = matches!(matches.try_get_one::<bool>("quiet"), Ok(Some(true)));
        Self { json, quiet }
    }

    /// Says what was found: JSON on standard output, text on standard error.
    pub fn diagnostics(self, said: &[Diagnostic]) {
        if self.json {
            out(&report(said, Format::Json));
        } else {
            let colour = std::io::stderr().is_terminal() && !no_colour();
            err(&report(said, Format::Text { colour }));
        }
    }

    /// Says a result, unless only mistakes are wanted or JSON has the floor.
    pub fn result(self, text: &str) {
        if !self.json && !self.quiet {
            out(text);
        }
    }
}

/// <https://no-color.org>: any value means no colour.
#[allow(clippy::disallowed_methods, reason = "command/ is the one reader of the environment")]
fn no_colour() -> bool {
    std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty())
}

/// Writes to standard output; a closed pipe is nobody's mistake.
pub(super) fn out(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes to standard output what is not for people.
pub(super) fn bytes_out(bytes: &[u8]) {
    let _ = std::io::stdout().write_all(bytes);
}

/// Writes to standard error; a closed pipe is nobody's mistake.
pub(super) fn err(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// What the arguments ask for; what is wrong with them is said, and nothing is left to do.
pub(super) fn understood<T>(asked: Result<T, String>) -> Option<T> {
    asked.map_err(|why| err(&format!("erreur: {why}\n"))).ok()
}

/// « 3 erreurs, 1 remarque, 2 conseils »; nothing when there is nothing to say.
pub(super) fn tally(said: &[Diagnostic]) -> Option<String> {
    let errors = said.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let advice = said.iter().filter(|diagnostic| diagnostic.is_advice()).count();
    let doubts = said.len() - errors - advice;
    let parts: Vec<String> = [(errors, "erreur"), (doubts, "remarque"), (advice, "conseil")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| counted(count, word))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// « 1 page », « 2 pages »: in French, zero and one are singular.
pub(super) fn counted(count: usize, word: &str) -> String {
    let plural = if count < 2 { "" } else { "s" };
    format!("{count} {word}{plural}")
}

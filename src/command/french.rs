//! What the argument library says in English, said in French.

use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{GOOD, MISUSED, help, said};

/// Prints help or version, or explains what was not understood; returns the exit code.
pub(super) fn explain(error: &Error, line: &[OsString]) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        said::out(&error.to_string());
        return GOOD;
    }
    said::err(&format!("erreur: {}\n{}\n", sentence(error), remedy(error, line)));
    MISUSED
}

/// What is wrong, in one sentence.
fn sentence(error: &Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => format!("« {argument} » n’existe pas pour cette commande."),
        ErrorKind::InvalidSubcommand => {
            format!(
                "« {} » n’est pas une commande de jalon.",
                context(error, ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::MissingRequiredArgument => format!("Il manque {argument}."),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("Il manque une valeur après {argument}.")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("« {value} » n’est pas une valeur possible pour {argument}.")
        }
        ErrorKind::ArgumentConflict => {
            format!("{argument} est donné deux fois, ou ne va pas avec le reste.")
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("Le nombre de valeurs de {argument} ne convient pas.")
        }
        ErrorKind::InvalidUtf8 => "Un des mots de la commande n’est pas lisible.".into(),
        _ => "La commande n’est pas comprise.".into(),
    }
}

/// What to do, with a near miss when there is one.
fn remedy(error: &Error, line: &[OsString]) -> String {
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(|kind| context(error, kind).replace(", ", " » ou « "))
            .find(|near| !near.is_empty());
    match near {
        Some(near) => format!("à faire: Vouliez-vous dire « {near} » ?"),
        None => format!("à faire: Tapez {}", help::of(line)),
    }
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        // The nearest come last; more than two would be a riddle.
        Some(ContextValue::Strings(texts)) => texts[texts.len().saturating_sub(2)..].join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}

/// What jalon says when it is run without a command.
pub(super) fn welcome() -> u8 {
    let here = super::here::said(&super::here_we_are());
    said::out(&format!("{here}\n{}", super::arguments::command().render_help()));
    GOOD
}

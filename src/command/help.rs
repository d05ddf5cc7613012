//! `jalon aide`, and which help to read after a command line that was not understood.

use std::ffi::{OsStr, OsString};

use super::arguments;

/// The command line, where `aide` or `help` in place of a command asks for its help.
pub(super) fn asked(mut line: Vec<OsString>) -> Vec<OsString> {
    let is_help = |word: &OsString| word == "aide" || word == "help";
    if line.get(1).is_some_and(is_help) {
        line.remove(1);
        line.truncate(2);
        line.push("--help".into());
    }
    line
}

/// « jalon print --help »: the help of the command that was typed, or that of jalon.
pub(super) fn of(line: &[OsString]) -> String {
    let known = arguments::command();
    let is_command = |word: &&str| {
        known
            .get_subcommands()
            .any(|one| one.get_name() == *word || one.get_all_aliases().any(|alias| alias == *word))
    };
    match line.get(1).and_then(|word| OsStr::to_str(word)).filter(is_command) {
        Some(command) => format!("« jalon {command} --help » pour voir ses options."),
        None => "« jalon --help » pour voir les commandes.".into(),
    }
}

//! Arguments in, exit code out: the only reader of clock and environment, the only printer.

mod arguments;
mod astray;
mod audit;
mod bilan;
mod build;
mod check;
mod confirm;
mod diff;
mod doublons;
mod edition;
mod edits;
mod export;
mod fmt;
mod french;
mod help;
mod here;
mod import;
mod init;
mod new;
mod print;
mod said;
mod schema;
mod serve;
mod sources;
mod table;
mod timings;
mod upload;
mod watch;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::calendar::Date;

pub use said::Voice;

/// Exit code when the guide is good.
pub const GOOD: u8 = 0;
/// Exit code when the guide has mistakes.
pub const MISTAKES: u8 = 1;
/// Exit code when the command itself was not understood.
pub const MISUSED: u8 = 2;
/// Exit code when somebody pressed Ctrl-C: that of every program that a signal 2 ends.
pub const STOPPED: u8 = 130;

/// Runs a command line; returns the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let line = help::asked(arguments.into_iter().collect());
    let matches = match arguments::command().try_get_matches_from(&line) {
        Ok(matches) => matches,
        Err(error) => return french::explain(&error, &line),
    };
    let Some((name, matches)) = matches.subcommand() else { return french::welcome() };
    if let Some(why) = astray::astray(name, matches, &here_we_are()) {
        // `export` says in which form it writes with the option by which others say how they speak.
        let voice =
            if name == "export" { Voice { json: false, quiet: false } } else { Voice::of(matches) };
        voice.diagnostics(&[why]);
        return MISTAKES;
    }
    match name {
        "build" => build::run(matches),
        "check" => check::run(matches),
        "diff" => diff::run(matches),
        "serve" => serve::run(matches),
        "import" => import::run(matches),
        "export" => export::run(matches),
        "report" => bilan::run(matches),
        "print" => print::run(matches),
        "edition" => edition::run(matches),
        "init" => init::run(matches),
        "confirm" => confirm::run(matches),
        "duplicates" => doublons::run(matches),
        "audit" => audit::run(matches),
        "fmt" => fmt::run(matches),
        "upload" => upload::run(matches),
        "new" => new::run(matches),
        "schema" => schema::run(matches),
        _ => french::welcome(),
    }
}

/// Name of the folder of reports, beside the content folder.
const REPORTS: &str = "rapports";

/// The folder of reports: working papers, never published.
fn reports(content: &Path) -> PathBuf {
    content.parent().map_or_else(PathBuf::new, Path::to_owned).join(REPORTS)
}

/// Folders that an output must not cover: home, and the folder the command runs in.
#[allow(clippy::disallowed_methods, reason = "command/ is the one reader of the environment")]
fn grounds() -> Vec<PathBuf> {
    let home = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE"));
    let home = home.ok().filter(|home| !home.is_empty()).map(PathBuf::from);
    home.into_iter().chain(std::env::current_dir()).collect()
}

/// The folder the command runs in.
fn here_we_are() -> PathBuf {
    std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."))
}

/// Today where the computer stands: the one reading of the clock.
#[allow(clippy::disallowed_methods, reason = "command/ is the one reader of the clock")]
fn today() -> Date {
    jiff::Zoned::now().date()
}

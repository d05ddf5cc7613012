//! Arguments in, exit code out: the only reader of clock and environment, the only printer.

mod arguments;
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
    let matches = match arguments::command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return french::explain(&error),
    };
    match matches.subcommand() {
        Some(("build", matches)) => build::run(matches),
        Some(("check", matches)) => check::run(matches),
        Some(("diff", matches)) => diff::run(matches),
        Some(("serve", matches)) => serve::run(matches),
        Some(("import", matches)) => import::run(matches),
        Some(("export", matches)) => export::run(matches),
        Some(("report", matches)) => bilan::run(matches),
        Some(("print", matches)) => print::run(matches),
        Some(("edition", matches)) => edition::run(matches),
        Some(("init", matches)) => init::run(matches),
        Some(("confirm", matches)) => confirm::run(matches),
        Some(("duplicates", matches)) => doublons::run(matches),
        Some(("audit", matches)) => audit::run(matches),
        Some(("fmt", matches)) => fmt::run(matches),
        Some(("upload", matches)) => upload::run(matches),
        Some(("new", matches)) => new::run(matches),
        Some(("schema", matches)) => schema::run(matches),
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

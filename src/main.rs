//! The `jalon` program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(jalon::command::run(std::env::args_os()))
}

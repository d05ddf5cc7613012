//! Publishing as users rely on it: all at once or not at all, and never a file of somebody else.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    reason = "tests set the scene on a disk of their own, and start themselves again to be killed"
)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "these are tests, their scenes and their children"
)]

mod child;
mod faults;
mod in_place;
mod kill;
mod leftovers;
mod refusals;
mod single;
mod strangers;
mod support;
mod whole;

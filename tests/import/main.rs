//! Importing as staff rely on it: no cell is lost, no hand is written over, nothing is guessed in silence.
#![allow(
    clippy::disallowed_methods,
    reason = "tests set the scene on a disk of their own, and run the program itself"
)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "these are tests and their scenes"
)]

mod again;
mod any_row;
mod cells;
mod dirt;
mod events;
mod forms;
mod fusion;
mod init;
mod own;
mod own_rows;
mod real;
mod scene;
mod who_writes;

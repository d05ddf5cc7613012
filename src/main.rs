//! The `jalon` program: arguments in, exit code out.

fn main() {}

//! Days and dates that nobody expects.

use std::fs::File;
use std::process::Output;
use std::time::{Duration, SystemTime};

use crate::scene::Scene;
use crate::support::paths;
use crate::table::Case;

pub const CASES: &[Case] = &[
    Case::new("a clock in 1970", |scene| on(scene, "1970-01-01")),
    Case::new("a clock in 2100", |scene| on(scene, "2100-12-31")),
    Case::new("records dated 1970", |scene| dated(scene, SystemTime::UNIX_EPOCH)),
    Case::new("records dated 2100", |scene| {
        let days = 130 * 365 + 32;
        dated(scene, SystemTime::UNIX_EPOCH + Duration::from_secs(days * 24 * 3600))
    }),
];

/// Builds on a day.
fn on(scene: &Scene, day: &'static str) -> Option<Output> {
    scene.day.set(day);
    Some(scene.build(&[]))
}

/// Builds from files of one date: dates of files count for nothing.
fn dated(scene: &Scene, date: SystemTime) -> Option<Output> {
    for path in paths(&scene.path().join("content")) {
        File::options().write(true).open(path).unwrap().set_modified(date).unwrap();
    }
    Some(scene.build(&[]))
}

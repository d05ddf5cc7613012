//! `--timings`: where time and memory went, step by step, for maintainers.

mod shown;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use clap::{Arg, ArgAction, ArgMatches};

use super::said::{Voice, err};
use crate::build::{Chrono, Tour};
use crate::source::read_file;

/// The option.
pub(super) fn option() -> Arg {
    Arg::new("timings")
        .long("timings")
        .alias("durees")
        .action(ArgAction::SetTrue)
        .help("Dit à la fin où sont passés le temps et la mémoire, pour qui développe jalon (alias : --durees)")
}

/// What the program took since it began.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Usage {
    clock: Duration,
    /// Of the processor, all threads together; nothing where the system does not say.
    processor: Option<Duration>,
    /// The most memory it ever held, in KiB; nothing where the system does not say.
    memory: Option<u64>,
}

/// A step, and what it took. The memory is the most ever held when it ended.
#[derive(Debug)]
struct Lap {
    tour: Tour,
    took: Usage,
}

/// Measures a command until it ends.
pub(super) struct Timings {
    json: bool,
    start: Instant,
    first: Usage,
    /// What was taken when the last step ended, and every step so far.
    laps: Arc<Mutex<(Usage, Vec<Lap>)>>,
}

impl Timings {
    /// Begins, where that is asked for.
    pub(super) fn asked(matches: &ArgMatches, voice: Voice) -> Option<Self> {
        matches.get_flag("timings").then(|| {
            let start = Instant::now();
            let first = Usage::now(start);
            let laps = Arc::new(Mutex::new((first, Vec::new())));
            Self { json: voice.json, start, first, laps }
        })
    }

    /// What the work is to tell.
    pub(super) fn told(&self) -> Chrono {
        let (laps, start) = (Arc::clone(&self.laps), self.start);
        let lap = move |tour| {
            let now = Usage::now(start);
            let mut laps = laps.lock().unwrap_or_else(PoisonError::into_inner);
            let took = now.since(laps.0);
            laps.0 = now;
            laps.1.push(Lap { tour, took });
        };
        Chrono::new(move || start.elapsed(), lap)
    }

    /// Says it, on standard error: standard output is for what the command is about.
    pub(super) fn say(self) {
        let total = Usage::now(self.start).since(self.first);
        let laps = self.laps.lock().unwrap_or_else(PoisonError::into_inner);
        err(&match self.json {
            true => format!("{}\n", shown::object(&laps.1, total)),
            false => shown::text(&laps.1, total),
        });
    }
}

impl Usage {
    fn now(start: Instant) -> Self {
        Self { clock: start.elapsed(), processor: processor(), memory: memory() }
    }

    /// What was taken since.
    fn since(self, before: Self) -> Self {
        let taken = |now: Duration, before| now.saturating_sub(before);
        Self {
            clock: taken(self.clock, before.clock),
            processor: self.processor.zip(before.processor).map(|(now, before)| taken(now, before)),
            memory: self.memory,
        }
    }
}

#[cfg(unix)]
fn processor() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::ProcessCPUTime).try_into().ok()
}

/// No safe way is known on this system.
#[cfg(not(unix))]
fn processor() -> Option<Duration> {
    None
}

/// The most memory this program ever held, in KiB: Linux says so in a file.
fn memory() -> Option<u64> {
    let status = read_file(Path::new("/proc/self/status"), "").ok()?;
    let status = String::from_utf8(status).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

//! Long work shows itself: a line that fills on a terminal, a plain line now and then elsewhere. Ctrl-C ends it.

use std::io::IsTerminal;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::STOPPED;
use super::said::{Voice, err};
use crate::build::{Avance, Phase};

/// How the work is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Show {
    /// Not at all.
    Nothing,
    /// A line now and then, for logs.
    Lines,
    /// One line, drawn again and again.
    Bar,
}

impl Show {
    /// How long what is shown stays as it is.
    fn pause(self) -> Duration {
        match self {
            Self::Nothing => Duration::MAX,
            Self::Lines => Duration::from_secs(30),
            Self::Bar => Duration::from_millis(100),
        }
    }
}

/// Where the work is.
struct State {
    show: Show,
    phase: Option<Phase>,
    /// When the phase began.
    since: Instant,
    /// When something was last shown.
    shown: Instant,
    /// Somebody pressed Ctrl-C while files were written.
    to_stop: bool,
}

/// Somebody who watches a command until it ends.
pub(super) struct Watch(Arc<Mutex<State>>);

impl Watch {
    /// From now on Ctrl-C ends the program with these words, which say what is left undone; files that are written at that
    /// moment are finished first.
    pub(super) fn begin(voice: Voice, stopped: &'static str) -> Self {
        let show = match std::io::stderr().is_terminal() {
            _ if voice.quiet || voice.json => Show::Nothing,
            true => Show::Bar,
            false => Show::Lines,
        };
        let now = Instant::now();
        let state = Arc::new(Mutex::new(State::new(show, now)));
        let watched = Arc::clone(&state);
        // Where the system lets nobody catch it, Ctrl-C ends the program all the same, in silence.
        let _ = ctrlc::try_set_handler(move || stop(&watched, stopped));
        Self(state)
    }

    /// What a build is to tell.
    pub(super) fn told(&self) -> Avance {
        let own = Self(Arc::clone(&self.0));
        Avance::new(move |phase, done, total| own.tell(phase, done, total))
    }

    /// What a command tells itself.
    pub(super) fn tell(&self, phase: Phase, done: usize, total: usize) {
        let mut state = lock(&self.0);
        if let Some(text) = state.step(phase, done, total, Instant::now()) {
            err(&text);
        }
    }

    /// Whether somebody pressed Ctrl-C while files were written: no other is to be begun.
    pub(super) fn is_to_stop(&self) -> bool {
        lock(&self.0).to_stop
    }

    /// Takes the line off the terminal: messages follow.
    pub(super) fn clear(&self) {
        err(lock(&self.0).cleared());
    }
}

/// A thread that stopped half-way left nothing half-said.
fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends the program, unless files are written at this very moment: then who writes them finishes, or stops between two.
/// Who writes tells it first, and waits here for ever once the end was said.
fn stop(state: &Mutex<State>, stopped: &str) {
    let mut state = lock(state);
    if matches!(state.phase, Some(Phase::Publication | Phase::Ecriture)) {
        state.to_stop = true;
    } else {
        err(&format!("{}Arrêté : {stopped}\n", state.cleared()));
        std::process::exit(STOPPED.into());
    }
}

impl State {
    fn new(show: Show, now: Instant) -> Self {
        Self { show, phase: None, since: now, shown: now, to_stop: false }
    }

    /// What is to be shown of a step, if anything.
    fn step(&mut self, phase: Phase, done: usize, total: usize, now: Instant) -> Option<String> {
        let begins = self.phase != Some(phase);
        if begins {
            (self.phase, self.since) = (Some(phase), now);
        }
        let due = now.duration_since(self.shown) >= self.show.pause();
        let at_once = begins && self.show == Show::Bar;
        if !due && !at_once {
            return None;
        }
        self.shown = now;
        let left = left(now.duration_since(self.since), done, total);
        match self.show {
            Show::Nothing => None,
            Show::Lines => Some(format!("{}{left}.\n", counted(phase, done, total, " sur "))),
            Show::Bar => Some(format!("\r{}{left}\u{1b}[K", bar(phase, done, total))),
        }
    }

    /// What takes the line off the terminal.
    fn cleared(&self) -> &'static str {
        if self.show == Show::Bar { "\r\u{1b}[K" } else { "" }
    }
}

fn name(phase: Phase) -> &'static str {
    match phase {
        Phase::Lecture => "Lecture des fiches",
        Phase::Imprimes => "Imprimés",
        Phase::Pages => "Pages",
        Phase::Publication => "Publication",
        Phase::Reprise => "Reprise des fichiers",
        Phase::Ecriture => "Écriture",
    }
}

/// « Pages : 12 sur 300 »; the name alone where nothing is counted.
fn counted(phase: Phase, done: usize, total: usize, of: &str) -> String {
    match total {
        0 | 1 => name(phase).to_owned(),
        _ => format!("{} : {done}{of}{total}", name(phase)),
    }
}

/// Signs of the bar.
const BAR: usize = 24;

/// « Pages : ██░░ 12/300 ».
fn bar(phase: Phase, done: usize, total: usize) -> String {
    if total < 2 {
        return format!("{}…", name(phase));
    }
    let filled = done * BAR / total;
    let bar = format!("{}{}", "█".repeat(filled), "░".repeat(BAR - filled));
    format!("{} : {bar} {done}/{total}", name(phase))
}

/// « , encore 12 s »: what is left takes as long, piece by piece, as what is done; nothing while too little is known.
fn left(passed: Duration, done: usize, total: usize) -> String {
    if done == 0 || done >= total || passed < Duration::from_secs(1) {
        return String::new();
    }
    let seconds = passed.as_secs_f64() * (total - done) as f64 / done as f64;
    match seconds.ceil() {
        seconds if seconds < 90.0 => format!(", encore {seconds} s"),
        seconds => format!(", encore {} min", (seconds / 60.0).ceil()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown of steps, each so many milliseconds after the start.
    fn shown(show: Show, steps: &[(u64, Phase, usize, usize)]) -> Vec<String> {
        let start = Instant::now();
        let mut state = State::new(show, start);
        let said = steps.iter().map(|&(at, phase, done, total)| {
            state.step(phase, done, total, start + Duration::from_millis(at))
        });
        said.flatten().collect()
    }

    const LONG: &[(u64, Phase, usize, usize)] = &[
        (0, Phase::Lecture, 0, 1),
        (300, Phase::Imprimes, 1, 40),
        (310, Phase::Imprimes, 2, 40),
        (30_300, Phase::Imprimes, 30, 40),
        (40_300, Phase::Imprimes, 40, 40),
        (40_310, Phase::Pages, 1, 9000),
        (70_310, Phase::Pages, 1500, 9000),
        (71_000, Phase::Publication, 0, 1),
        (71_010, Phase::Publication, 1, 1),
    ];

    #[test]
    fn a_terminal_shows_the_phase_how_far_it_is_and_what_is_left() {
        let end = "\u{1b}[K";
        assert_eq!(
            shown(Show::Bar, LONG),
            [
                format!("\rLecture des fiches…{end}"),
                format!("\rImprimés : ░░░░░░░░░░░░░░░░░░░░░░░░ 1/40{end}"),
                format!("\rImprimés : ██████████████████░░░░░░ 30/40, encore 10 s{end}"),
                format!("\rImprimés : ████████████████████████ 40/40{end}"),
                format!("\rPages : ░░░░░░░░░░░░░░░░░░░░░░░░ 1/9000{end}"),
                format!("\rPages : ████░░░░░░░░░░░░░░░░░░░░ 1500/9000, encore 3 min{end}"),
                format!("\rPublication…{end}"),
            ]
        );
    }

    #[test]
    fn elsewhere_a_plain_line_comes_every_half_minute() {
        let said =
            ["Imprimés : 30 sur 40, encore 10 s.\n", "Pages : 1500 sur 9000, encore 3 min.\n"];
        assert_eq!(shown(Show::Lines, LONG), said);
        assert_eq!(shown(Show::Nothing, LONG), [""; 0]);
    }
}

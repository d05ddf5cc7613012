//! `jalon serve`: the guide as it would be published, on this computer only, and anew after each change.

mod answer;
mod bell;
mod desk;
mod kind;
mod messages;
mod open;
mod page;
mod policy;
mod shown;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

use clap::{ArgMatches, Command, value_parser};
use tiny_http::Server;

use super::said::{Voice, out, tally, understood};
use super::watch::Watch;
use super::{MISTAKES, MISUSED, arguments};
use crate::build::{Order, Ready};
use crate::record::Memory;
use crate::source::{Stamp, stamp};
use bell::Bell;
use desk::Desk;
use open::{broken, open};

/// Messages are for people.
const VOICE: Voice = Voice { json: false, quiet: false };
/// Pages are sent by several threads: a browser that reads slowly keeps nobody waiting.
const SENDERS: usize = 4;
/// A look that nobody asked for takes one part of the time in so many.
const SHARE: u32 = 5;
/// How long the folders must stay the same before a change is read: editors save in several steps.
const SETTLE: Duration = Duration::from_millis(20);
/// How long nothing changes before every page is inspected: whoever writes has the computer first.
const CALM: Duration = Duration::from_millis(1_500);

/// The command and its options.
pub(super) fn command() -> Command {
    arguments::sources(arguments::frame(Command::new("serve").alias("apercu")))
        .about("Montre le guide sur cet ordinateur pendant que vous écrivez (alias : apercu)")
        .arg(
            arguments::option("port", "PORT")
                .default_value("8086")
                .value_parser(value_parser!(u16))
                .help("Numéro de l’adresse locale (8086 si rien n’est dit, 0 pour un numéro libre)"),
        )
        .after_help(
            "\nLes pages sont refaites et rechargées à chaque enregistrement. Rien n’est publié ni écrit.",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(order) = understood(arguments::order(matches)) else { return MISUSED };
    let port = matches.get_one::<u16>("port").copied().unwrap_or_default();
    match open(port) {
        Ok((server, port)) => show(&server, port, matches, order),
        Err(diagnostic) => {
            VOICE.diagnostics(&[diagnostic]);
            MISTAKES
        }
    }
}

/// Shows the guide until the program is stopped.
fn show(server: &Server, port: u16, matches: &ArgMatches, mut order: Order) -> u8 {
    let desk = Desk::new(port);
    let seen = looked_at(&order);
    let mut memory = Memory::default();
    let bell = Bell::over(&folders(&order));
    // Only the first reading is long.
    let watched = Watch::begin(VOICE, "l’aperçu est fermé.");
    order.avance = Some(watched.told());
    renew(&desk, &order, &seen, &mut memory, || watched.clear());
    order.avance = None;
    out(&format!("Aperçu : http://127.0.0.1:{port}/ — Ctrl+C pour arrêter\n"));
    thread::scope(|scope| {
        for _ in 0..SENDERS {
            scope.spawn(|| desk.receive(server));
        }
        watch(scope, &desk, matches, &bell, (order, seen), memory);
        (0..SENDERS).for_each(|_| server.unblock());
    });
    VOICE.diagnostics(&[broken()]);
    MISTAKES
}

/// Reads the guide again after each change, and wakes the pages that wait for it.
fn watch<'scope>(
    scope: &'scope Scope<'scope, '_>,
    desk: &'scope Desk,
    matches: &ArgMatches,
    bell: &Bell,
    (mut order, mut seen): (Order, Stamp),
    mut memory: Memory,
) {
    let (mut changed, mut inspected) = (Instant::now(), false);
    let mut stop = Arc::new(AtomicBool::new(false));
    while desk.is_open() {
        let start = Instant::now();
        let now = looked_at(&order);
        let cost = start.elapsed();
        if now != seen && settled(&order, &seen, &now) {
            seen = now;
            stop.store(true, Ordering::Relaxed);
            // The day may have changed since.
            order = arguments::order(matches).unwrap_or(order);
            renew(desk, &order, &seen, &mut memory, || ());
            (changed, inspected) = (Instant::now(), false);
        } else if !inspected && changed.elapsed() > CALM {
            // A change that comes meanwhile stops it, and is shown at once.
            stop = Arc::default();
            let stop = Arc::clone(&stop);
            scope.spawn(move || inspect(desk, &stop));
            inspected = true;
        }
        desk.wake();
        bell.wait(cost * SHARE);
    }
}

/// Makes every page, as publishing would, and says what forbids it.
fn inspect(desk: &Desk, stop: &AtomicBool) {
    let Some(shown) = desk.to_inspect() else { return };
    let found = shown.pages.as_ref().and_then(|pages| pages.inspect(stop));
    let Some(found) = found else { return };
    if let Some(tally) = tally(&found) {
        VOICE.diagnostics(&found);
        out(&format!("Toutes les pages regardées : {tally}.\n"));
    }
    desk.inspected(&shown, found);
}

fn folders(order: &Order) -> [&Path; 2] {
    [&order.content, &order.themes]
}

fn looked_at(order: &Order) -> Stamp {
    stamp(&folders(order))
}

/// Whether the folders stayed the same long enough: what changed is old enough, or nothing changes meanwhile.
fn settled(order: &Order, before: &Stamp, now: &Stamp) -> bool {
    let age = now.newest_since(before).and_then(|date| date.elapsed().ok());
    if age.is_some_and(|age| age >= SETTLE) {
        return true;
    }
    thread::sleep(SETTLE);
    looked_at(order) == *now
}

/// Reads the guide and says how it went; its pages are made when they are asked for.
fn renew(desk: &Desk, order: &Order, seen: &Stamp, memory: &mut Memory, read: impl FnOnce()) {
    let start = Instant::now();
    let content = format!("{} {}", order.today, memory.look(seen));
    let (pages, said) = Ready::of(order, memory);
    read();
    let good = pages.is_some();
    let found = tally(&said);
    if desk.is_news(&said) {
        VOICE.diagnostics(&said);
    }
    desk.show(pages, said, &content);
    let seconds = format!("{:.2}", start.elapsed().as_secs_f64()).replace('.', ",");
    out(&match (good, found) {
        (true, None) => format!("Guide lu en {seconds} s.\n"),
        (true, Some(found)) => format!("Guide lu en {seconds} s, {found}.\n"),
        (false, found) => {
            format!("Guide refusé : {}. L’aperçu montre les messages.\n", found.unwrap_or_default())
        }
    });
}

//! `jalon serve`: the guide as it would be published, on this computer only, and anew after each change.

mod answer;
mod desk;
mod kind;
mod messages;
mod open;
mod page;
mod policy;
mod shown;

use std::thread;
use std::time::{Duration, Instant};

use clap::{ArgMatches, Command, value_parser};
use tiny_http::Server;

use super::said::{Voice, out, tally, understood};
use super::{MISTAKES, MISUSED, arguments};
use crate::build;
use crate::build::Order;
use crate::source::{Stamp, stamp};
use desk::Desk;
use open::{broken, open};

/// Messages are for people.
const VOICE: Voice = Voice { json: false, quiet: false };
/// Pages are sent by several threads: a browser that reads slowly keeps nobody waiting.
const SENDERS: usize = 4;
/// How often the folders are looked at.
const LOOK: Duration = Duration::from_millis(300);
/// How long the folders must stay the same before a change is read: editors save in several steps.
const SETTLE: Duration = Duration::from_millis(60);

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
fn show(server: &Server, port: u16, matches: &ArgMatches, order: Order) -> u8 {
    let desk = Desk::new(port);
    let seen = looked_at(&order);
    renew(&desk, &order);
    out(&format!("Aperçu : http://127.0.0.1:{port}/ — Ctrl+C pour arrêter\n"));
    thread::scope(|scope| {
        for _ in 0..SENDERS {
            scope.spawn(|| desk.receive(server));
        }
        watch(&desk, matches, order, seen);
        (0..SENDERS).for_each(|_| server.unblock());
    });
    VOICE.diagnostics(&[broken()]);
    MISTAKES
}

/// Makes the guide again after each change, and wakes the pages that wait for it.
fn watch(desk: &Desk, matches: &ArgMatches, order: Order, mut seen: Stamp) {
    let mut order = order;
    while desk.is_open() {
        thread::sleep(LOOK);
        let now = looked_at(&order);
        if now != seen && settled(&order, &now) {
            seen = now;
            // The day may have changed since.
            order = arguments::order(matches).unwrap_or(order);
            renew(desk, &order);
        }
        desk.wake();
    }
}

fn looked_at(order: &Order) -> Stamp {
    stamp(&[&order.content, &order.themes])
}

fn settled(order: &Order, now: &Stamp) -> bool {
    thread::sleep(SETTLE);
    looked_at(order) == *now
}

/// Makes the guide and says how it went.
fn renew(desk: &Desk, order: &Order) {
    let start = Instant::now();
    let (pages, said) = build::make(order);
    let good = pages.is_some();
    let found = tally(&said);
    if desk.is_news(&said) {
        VOICE.diagnostics(&said);
    }
    desk.show(pages, said);
    let seconds = format!("{:.1}", start.elapsed().as_secs_f64()).replace('.', ",");
    out(&match (good, found) {
        (true, None) => format!("Guide fait en {seconds} s.\n"),
        (true, Some(found)) => format!("Guide fait en {seconds} s, {found}.\n"),
        (false, found) => {
            format!("Guide refusé : {}. L’aperçu montre les messages.\n", found.unwrap_or_default())
        }
    });
}

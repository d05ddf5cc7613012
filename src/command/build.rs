//! `jalon build`: the guides, published at once or not at all.

use std::time::{Instant, UNIX_EPOCH};

use clap::ArgMatches;

use super::said::{Voice, counted, tally, understood};
use super::table;
use super::timings::Timings;
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, arguments};
use crate::Built;
use crate::build::Order;
use crate::calendar;
use crate::diagnostic::Diagnostic;
use crate::text::decimal;

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let start = Instant::now();
    let watch = Watch::begin(voice, "rien n’a été publié. La dernière version reste en place.");
    let timings = Timings::asked(matches, voice);
    order.programme = (!matches.get_flag("tout-refaire")).then(programme).flatten();
    order.avance = Some(watch.told());
    order.chrono = timings.as_ref().map(Timings::told);
    let (built, said) = crate::build(&order);
    watch.clear();
    voice.diagnostics(&said);
    voice.result(&summary(&order, &built, &said, start.elapsed().as_secs_f64()));
    timings.into_iter().for_each(Timings::say);
    if built.outcome.is_some() { GOOD } else { MISTAKES }
}

/// What tells this program from another: its version, and the size and date of its file, which a new build changes.
fn programme() -> Option<String> {
    let file = std::env::current_exe().and_then(std::fs::metadata).ok()?;
    let since = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), file.len(), since.as_nanos()))
}

/// What was printed, and which leaflets do not fit on a sheet.
fn paper(built: &Built) -> Vec<String> {
    let mut lines = Vec::new();
    if built.imprimes > 0 {
        lines.push(format!(
            "{} à imprimer, dont {} posé{} de nouveau.",
            counted(built.imprimes, "fichier"),
            built.poses,
            if built.poses > 1 { "s" } else { "" },
        ));
    }
    if built.refus > 0 {
        let (verb, them) = if built.refus > 1 {
            ("ne tiennent", "leurs livrets les remplacent")
        } else {
            ("ne tient", "son livret le remplace")
        };
        lines.push(format!(
            "{} {verb} pas sur une feuille : {them}.",
            counted(built.refus, "dépliant")
        ));
    }
    lines
}

/// What was published, or why nothing was.
fn summary(order: &Order, built: &Built, said: &[Diagnostic], seconds: f64) -> String {
    let tally = tally(said);
    let Some(outcome) = &built.outcome else {
        let found = tally.unwrap_or_default();
        let weights = table::weights(&built.rendered, said).unwrap_or_default();
        return format!(
            "{weights}Rien n’a été publié : {found}. La dernière version reste en place.\n"
        );
    };
    let counts = built.counts;
    let mut lines = vec![format!(
        "{} : {}, {}, {}.",
        counted(counts.guides, "guide"),
        counted(counts.acteurs, "acteur"),
        counted(counts.evenements, "événement"),
        counted(counts.communes, "commune"),
    )];
    let megabytes = built.rendered.iter().map(|sheet| sheet.size).sum::<usize>() as f64 / 1e6;
    let pages = built.rendered.iter().filter(|sheet| sheet.is_page).count();
    lines.push(format!(
        "{}, dont {} ({} Mo), dans {} : {}, {}, {}.",
        counted(built.rendered.len(), "fichier"),
        counted(pages, "page"),
        decimal(megabytes, 2),
        order.output.display(),
        counted(outcome.written, "écrit"),
        counted(outcome.unchanged, "inchangé"),
        counted(outcome.removed.len(), "retiré"),
    ));
    lines.extend(paper(built));
    if built.precompresses > 0 {
        lines.push(format!(
            "{} à côté, compressés d’avance (.br, .gz).",
            counted(built.precompresses, "fichier")
        ));
    }
    lines.extend(outcome.in_place.clone());
    lines.extend(table::weights(&built.rendered, said).map(|table| table.trim_end().to_owned()));
    lines.extend(built.perime_le.map(|last| {
        format!(
            "À republier avant le {} : ce jour-là, les dates annoncées finissent. Une fois par semaine, c’est mieux.",
            calendar::long(last).replace('\u{a0}', " ")
        )
    }));
    lines.push(format!(
        "Fait en {} s{}.",
        decimal(seconds, 2),
        tally.map_or_else(String::new, |found| format!(", {found}"))
    ));
    lines.join("\n") + "\n"
}

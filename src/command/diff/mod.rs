//! `jalon diff`: what a build would change in what is published, in words.

mod json;
mod text;

use clap::{ArgMatches, Command};

use super::said::{Voice, out, tally, understood};
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, arguments};
use crate::compare::compare;
use crate::edition::hebergeur;
use crate::{build, publish};

/// The command and its options.
pub(super) fn command() -> Command {
    arguments::inputs(arguments::frame(Command::new("diff").alias("comparer")))
        .about("Dit ce qu’une construction changerait, sans rien écrire (alias : comparer)")
        .arg(arguments::output("Dossier publié à comparer (output si rien n’est dit)"))
        .arg(arguments::quiet().help("Ne dit pas où en est le travail (alias : --silencieux)"))
        .after_help(
            "\nSeuls les fichiers publiés par jalon sont comparés. Tant qu’une erreur reste, rien n’est comparé.",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let watch = Watch::begin(voice, "rien n’a été comparé.");
    order.avance = Some(watch.told());
    let published = publish::published(&order.output);
    // Like is compared with like: paper is made where paper was published.
    order.imprimes = published.as_ref().is_ok_and(has_paper);
    let (made, mut said) = build::make(&order);
    let (new, old) = match (made, published) {
        (Some(new), Ok(old)) => (read_by_people(new), read_by_people(old)),
        (_, published) => {
            watch.clear();
            said.extend(published.err());
            voice.diagnostics(&said);
            let found = tally(&said).unwrap_or_default();
            voice.result(&format!("Rien n’a été comparé : {found}.\n"));
            return MISTAKES;
        }
    };
    let comparison = compare(&old, &new);
    watch.clear();
    out(&match (voice.json, old.is_empty()) {
        (true, _) => json::of(&comparison, &order.output),
        (false, true) => text::first(&comparison, &order.output),
        (false, false) => text::of(&comparison, &order.output),
    });
    GOOD
}

/// The same without what hosts and robots read, and without compressed forms, which say nothing that their files do not.
fn read_by_people(mut pages: build::Pages) -> build::Pages {
    pages.retain(|address, _| address.unpacked().is_none() && !hebergeur::is_for_hosts(address));
    pages
}

/// Whether something to print was published.
fn has_paper(published: &build::Pages) -> bool {
    published.keys().any(|address| address.as_str().ends_with(".pdf"))
}

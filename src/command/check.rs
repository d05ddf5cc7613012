//! `jalon check`: every mistake of every record, without publishing anything.

use clap::ArgMatches;

use super::said::{Voice, counted, tally, understood};
use super::timings::Timings;
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, arguments};
use crate::build::{Etape, refused};
use crate::check::clarte;
use crate::edition;

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let watch = Watch::begin(voice, "la vérification n’est pas finie.");
    order.avance = Some(watch.told());
    let timings = Timings::asked(matches, voice);
    order.chrono = timings.as_ref().map(Timings::told);
    let (guides, _, mut said) = crate::verify(&order);
    let plan = edition::plan(&guides, &mut said);
    order.lap(Etape::Plan, plan.sheets.len());
    let refused = refused(&order, &said);
    clarte::advise(&guides, &mut said);
    let records: usize =
        guides.guides.iter().map(|guide| guide.acteurs.len() + guide.evenements.len()).sum();
    order.lap(Etape::Clarte, records);
    watch.clear();
    voice.diagnostics(&said);
    let verdict = tally(&said).unwrap_or_else(|| "rien à signaler".into());
    voice.result(&format!("{} dans {} : {verdict}.\n", counted(records, "fiche"), order.shown));
    timings.into_iter().for_each(Timings::say);
    if refused { MISTAKES } else { GOOD }
}

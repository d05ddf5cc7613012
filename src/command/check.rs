//! `jalon check`: every mistake of every record, without publishing anything.

use clap::ArgMatches;

use super::said::{Voice, counted, tally, understood};
use super::{GOOD, MISTAKES, MISUSED, arguments};
use crate::build::refused;
use crate::check::clarte;
use crate::edition;

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let (guides, _, mut said) = crate::verify(&order);
    edition::plan(&guides, &mut said);
    let refused = refused(&order, &said);
    clarte::advise(&guides, &mut said);
    voice.diagnostics(&said);
    let records: usize =
        guides.guides.iter().map(|guide| guide.acteurs.len() + guide.evenements.len()).sum();
    let verdict = tally(&said).unwrap_or_else(|| "rien à signaler".into());
    voice.result(&format!("{} dans {} : {verdict}.\n", counted(records, "fiche"), order.shown));
    if refused { MISTAKES } else { GOOD }
}

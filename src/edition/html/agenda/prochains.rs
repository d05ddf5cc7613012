//! What the home of a guide shows first: the next days of this week, or of this one and the next.

use jiff::ToSpan;
use serde::Serialize;

use crate::calendar::{self, Date};
use crate::edition::html::here::Here;
use crate::guide::{Occurrence, lundi};

use super::Rendezvous;

/// The next days of this week, or of this one and the next where this one has too little.
#[derive(Serialize)]
pub(in crate::edition) struct Prochains<'a> {
    /// « Ce qui a lieu du 26 au 29 novembre 2026 ».
    pub titre: String,
    pub rendezvous: Vec<Rendezvous<'a>>,
}

/// Entries under which a week has too little to show.
const TOO_FEW: usize = 3;
/// Entries shown on the home of a guide.
const SHOWN: usize = 5;

/// What takes place next in this guide: events before permanences, five at most, in order.
pub(in crate::edition) fn prochains(here: Here<'_>) -> Option<Prochains<'_>> {
    let today = here.world.guides.today;
    let end_of = |weeks: i64| lundi(today).saturating_add((weeks * 7 - 1).days());
    // What is cancelled or put off is no invitation.
    let until =
        |last: Date| here.guide().agenda.iter().filter(move |one| one.jour <= last && one.tient());
    let last = (1..=2).map(end_of).find(|last| until(*last).count() >= TOO_FEW);
    let last = last.unwrap_or_else(|| end_of(4));
    let mut chosen: Vec<&Occurrence> = until(last).collect();
    chosen.sort_by_key(|one| (!one.is_event(), one.jour));
    chosen.truncate(SHOWN);
    chosen.sort_by_key(|one| (one.jour, one.horaires.first().copied()));
    chosen.first()?;
    let jours = calendar::range(today, last);
    let titre = here.labels().say("agenda.ce_qui_a_lieu", &[("jours", &jours)]);
    let rendezvous = chosen.into_iter().map(|one| Rendezvous::of(here, one, true)).collect();
    Some(Prochains { titre, rendezvous })
}

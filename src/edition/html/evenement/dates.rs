//! The days of an event that is said by a rule: absolute dates up to the last day of the guide, the rest in words.

use serde::Serialize;

use crate::calendar;
use crate::edition::html::here::Here;
use crate::edition::html::parts::capital;
use crate::guide::Occurrence;
use crate::record::Quand;
use crate::text::sentence;

/// The days of a rule, or the sessions of a series.
#[derive(Serialize)]
pub(in crate::edition) struct Dates {
    /// « Les séances », « Les dates jusqu’au 18 janvier 2027 ».
    pub titre: String,
    /// « Jeudi 14 janvier 2027 »; hours stand there only where they differ from those of the others.
    pub jours: Vec<String>,
    /// What comes after, in words; may be empty.
    pub suite: String,
}

impl Dates {
    /// The days to come of an event; nothing for one whose named days say all.
    pub fn of(here: Here<'_>, rank: usize) -> Option<Self> {
        let event = &here.guide().evenements[rank];
        let days = &here.guide().jours_des_evenements[rank];
        let (is_series, end) = match event.quand {
            Quand::Regle { au, .. } => (false, au),
            Quand::Serie { regle: Some(_), au, .. } => (true, au),
            _ => return None,
        };
        let end = end.into_iter().chain(event.fiche.dernier_jour()).min();
        let known = here.world.guides.fin_des_evenements();
        // A series is a whole: all its sessions are told.
        let last = match end.filter(|_| is_series) {
            Some(end) => end.min(known),
            None => here.world.guides.fin_de_l_agenda(here.guide()),
        };
        let after = |one: &Occurrence| one.jour > last && one.seance.is_none();
        let goes_on = days.iter().any(after) || end.is_some_and(|end| end > known);
        // Named days after those shown stand beside the rule, at the top of the page.
        let shown = days.iter().filter(|one| one.jour <= last || !goes_on);
        let shown: Vec<&Occurrence> = shown.collect();
        let first = shown.first()?;
        let same_hours = shown.iter().all(|one| one.horaires == first.horaires);
        let labels = here.labels();
        let started = event.premier_jour().is_some_and(|first| first < here.world.guides.today);
        let titre = match (is_series, goes_on) {
            (true, _) if started => labels.word("evenement.seances_restantes").to_owned(),
            (true, false) => labels.word("evenement.seances").to_owned(),
            (_, true) => {
                labels.say("evenement.dates_jusqu_au", &[("jour", &calendar::short(last))])
            }
            (false, false) => labels.word("evenement.dates").to_owned(),
        };
        let said = here.said(rank);
        let line = |one: &Occurrence| sentence(&capital(&said.short_day(one, !same_hours)));
        let suite = match end.filter(|_| goes_on) {
            Some(end) => labels.say("evenement.suite_jusqu_au", &[("jour", &calendar::short(end))]),
            None if goes_on => labels.word("evenement.suite").to_owned(),
            None => String::new(),
        };
        Some(Self { titre, jours: shown.into_iter().map(line).collect(), suite })
    }
}

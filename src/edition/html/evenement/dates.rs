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
pub(super) struct Dates {
    /// « Les séances », « Les dates jusqu’au 18 janvier 2027 ».
    titre: String,
    /// « Jeudi 14 janvier 2027 »; hours stand there only where they differ from those of the others.
    jours: Vec<String>,
    /// What comes after, in words; may be empty.
    suite: String,
}

impl Dates {
    /// The days to come of an event; nothing for one whose named days say all.
    pub fn of(here: Here<'_>, rank: usize) -> Option<Self> {
        let event = &here.guide().evenements[rank];
        let days = &here.guide().jours_des_evenements[rank];
        event.quand.regle()?;
        let last = match event.quand {
            // A series is a whole: all its sessions are told.
            Quand::Serie { au: Some(au), .. } => au,
            _ => here.world.guides.fin_de_l_agenda(here.guide()),
        };
        let shown: Vec<&Occurrence> = days.iter().filter(|one| one.jour <= last).collect();
        // A day that its event names is told above, however far it is.
        let beyond = days.iter().filter(|one| one.jour > last && one.seance.is_none()).count();
        let first = shown.first()?;
        let same_hours = shown.iter().all(|one| one.horaires == first.horaires);
        let labels = here.labels();
        let until = calendar::short(last);
        let started = event.premier_jour().is_some_and(|first| first < here.world.guides.today);
        let titre = match event.quand {
            Quand::Serie { .. } if started => labels.word("evenement.seances_restantes").to_owned(),
            Quand::Serie { .. } => labels.word("evenement.seances").to_owned(),
            _ if beyond > 0 => labels.say("evenement.dates_jusqu_au", &[("jour", &until)]),
            _ => labels.word("evenement.dates").to_owned(),
        };
        let said = here.said(rank);
        let line = |one: &Occurrence| sentence(&capital(&said.short_day(one, !same_hours)));
        let suite = match (beyond, event.dernier_jour()) {
            (0, _) => String::new(),
            (_, Some(end)) => {
                labels.say("evenement.suite_jusqu_au", &[("jour", &calendar::short(end))])
            }
            (_, None) => labels.word("evenement.suite").to_owned(),
        };
        Some(Self { titre, jours: shown.into_iter().map(line).collect(), suite })
    }
}

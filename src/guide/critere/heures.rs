//! When a place is open, for who looks for a Saturday, an evening or a lunch hour: judged on the days to come.

use jiff::ToSpan;
use jiff::civil::Weekday;
use rayon::prelude::*;

use crate::calendar::{Date, Horaires, TimeSpan};
use crate::guide::agenda::Window;
use crate::guide::{Guide, Guides, Passage, Ref, Sorte};
use crate::vocabulary::Besoin;

use super::Reponse;

/// Weeks from the day of the build that are looked at, whatever the guide shows: one Saturday in two, or the
/// first of each month, is met.
pub const SEMAINES: i64 = 9;

/// A moment that people who work look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Any hour of a Saturday.
    Samedi,
    /// After 18:00.
    Soir,
    /// From 12:30 to 13:30, without a break.
    Midi,
}

/// Minutes from midnight.
const SIX_PM: u16 = 18 * 60;
const LUNCH: (u16, u16) = (12 * 60 + 30, 13 * 60 + 30);

/// Which moments the hours of a place are at: of Saturday, evening, lunch.
pub type Ouvert = [bool; 3];

/// The moments of the own hours of each actor of a guide: asked for by every criterion and need, counted once.
pub(in crate::guide) fn propres(guides: &Guides, guide: usize) -> Vec<Ouvert> {
    let here = &guides.guides[guide];
    let one = |record: &crate::record::Acteur| match &record.horaires {
        Some(hours) => guides.moments(here, &hours.value, (None, record.fiche.dernier_jour())),
        None => Ouvert::default(),
    };
    here.acteurs.par_iter().map(one).collect()
}

impl Moment {
    /// All of them, in the order of [`Ouvert`].
    const TOUS: [Self; 3] = [Self::Samedi, Self::Soir, Self::Midi];

    /// Whether hours of a day are at this moment.
    fn holds(self, day: Date, span: TimeSpan) -> bool {
        // « Dès 16 h » does not say until when: only its beginning is sure.
        let sure =
            if span.open_end && span.to == TimeSpan::WHOLE_DAY.to { span.from } else { span.to };
        // A day without hours says nothing of the hour.
        let hours = span != TimeSpan::WHOLE_DAY;
        match self {
            Self::Samedi => day.weekday() == Weekday::Saturday,
            Self::Soir => hours && (sure > SIX_PM || span.from >= SIX_PM),
            Self::Midi => hours && span.from <= LUNCH.0 && sure >= LUNCH.1,
        }
    }
}

impl Guides {
    /// The last day looked at to say that a place is open at some moment.
    pub fn fin_des_moments(&self) -> Date {
        self.today.saturating_add(SEMAINES.weeks())
    }

    /// Whether a place of a guide is open at a moment: by its own hours, by the stops of its tour, by the
    /// permanences held there; for a need, only by those that answer it.
    pub(super) fn ouvert(
        &self,
        guide: usize,
        acteur: usize,
        moment: Moment,
        besoin: Option<&Besoin>,
    ) -> Reponse {
        let here = &self.guides[guide];
        let record = &here.acteurs[acteur];
        let own = record.horaires.as_ref();
        let open = here.ouverts[acteur][moment as usize];
        if open || !self.passages_ouverts(guide, acteur, moment, besoin).is_empty() {
            return Reponse::Oui;
        }
        let timed = |&rank: &usize| here.passages[rank].horaires.is_some();
        let told = own.is_some() || self.passages_de(guide, acteur, besoin).iter().any(timed);
        if told { Reponse::Non } else { Reponse::NonPrecise }
    }

    /// The stops and permanences of a place that are at a moment: indexes into the guide's passages.
    pub fn passages_ouverts(
        &self,
        guide: usize,
        acteur: usize,
        moment: Moment,
        besoin: Option<&Besoin>,
    ) -> Vec<usize> {
        let here = &self.guides[guide];
        let open = |rank: &usize| {
            let passage = &here.passages[*rank];
            let Some(hours) = &passage.horaires else { return false };
            let hours = hours.clone().except(&passage.sauf);
            let bounds = (passage.du, self.fin_du_passage(passage));
            self.moments(here, &hours, bounds)[moment as usize]
        };
        self.passages_de(guide, acteur, besoin).into_iter().filter(open).collect()
    }

    /// The stops that a place makes and the permanences that it receives; for a need, those that answer it.
    fn passages_de(&self, guide: usize, acteur: usize, besoin: Option<&Besoin>) -> Vec<usize> {
        let here = &self.guides[guide];
        let activite = &here.activites[acteur];
        let stop = |rank: &&usize| here.passages[**rank].sorte != Sorte::Permanence;
        let own = Some(Ref { guide, index: acteur });
        let answers = |passage: &Passage| {
            let help = |besoin: &Besoin| {
                passage.aide.iter().any(|term| besoin.services.contains(&term.label))
            };
            passage.de == own || besoin.is_none_or(help)
        };
        let all = activite.faits.iter().filter(stop).chain(&activite.recus);
        all.copied().filter(|&rank| answers(&here.passages[rank])).collect()
    }

    /// At which moments hours are on one of the days to come.
    fn moments(
        &self,
        guide: &Guide,
        hours: &Horaires,
        (du, au): (Option<Date>, Option<Date>),
    ) -> Ouvert {
        let last = self.fin_des_moments();
        let window = Window { first: self.today, last, holidays: &guide.conges };
        let mut found = Ouvert::default();
        for (day, spans, _) in window.days(hours, du, au) {
            for moment in Moment::TOUS {
                found[moment as usize] |= spans.iter().any(|span| moment.holds(day, *span));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn holds(moment: Moment, day: i8, from: u16, to: u16, open_end: bool) -> bool {
        moment.holds(date(2026, 11, day), TimeSpan { from, to, open_end })
    }

    #[test]
    fn the_evening_begins_after_18_h() {
        assert!(!holds(Moment::Soir, 23, 540, 1080, false));
        assert!(holds(Moment::Soir, 23, 540, 1095, false));
        assert!(holds(Moment::Soir, 23, 1080, 1440, true), "from 18 h on");
        assert!(!holds(Moment::Soir, 23, 960, 1440, true), "from 16 h on, nobody knows until when");
        assert!(!holds(Moment::Soir, 23, 0, 1440, false), "a day without hours");
    }

    #[test]
    fn lunch_has_no_break() {
        assert!(holds(Moment::Midi, 23, 540, 1020, false));
        assert!(holds(Moment::Midi, 23, 750, 810, false));
        assert!(!holds(Moment::Midi, 23, 540, 780, false));
        assert!(!holds(Moment::Midi, 23, 780, 1020, false));
    }

    #[test]
    fn saturday_is_a_saturday() {
        assert!(holds(Moment::Samedi, 28, 540, 720, false));
        assert!(holds(Moment::Samedi, 28, 0, 1440, false), "hours are not known, the day is");
        assert!(!holds(Moment::Samedi, 29, 540, 720, false));
    }
}

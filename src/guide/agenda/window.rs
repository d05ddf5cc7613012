//! The days an agenda looks at: what a rule or an event makes of them.

use jiff::ToSpan;

use crate::calendar::{Date, HolidayCalendar, Holidays, Horaires, State, TimeSpan};
use crate::record::evenement::Seance;
use crate::record::{Evenement, Quand};
use crate::vocabulary::{EVENEMENT_ETAT, Term};

use super::{Occurrence, Quoi, lundi, stops};

/// Days in a row up to which an event stands on each of them; a longer one stands on its first and on
/// every Monday, so that each week shows it once.
const EACH_DAY: i32 = 7;

/// The days looked at, and the holidays among them.
pub(in crate::guide) struct Window<'a> {
    pub first: Date,
    pub last: Date,
    pub holidays: &'a HolidayCalendar,
}

impl Evenement {
    /// Whether its rule gives a day, whatever is written of that very day.
    pub fn regle_donne(&self, day: Date, holidays: &HolidayCalendar) -> bool {
        self.regle_du(day, holidays).is_some()
    }

    /// The hours that its rule gives a day, and whether they ask for an appointment.
    fn regle_du(&self, day: Date, holidays: &HolidayCalendar) -> Option<(Vec<TimeSpan>, bool)> {
        let (Quand::Regle { du, au, .. } | Quand::Serie { du, au, .. }) = self.quand else {
            return None;
        };
        let window = Window { first: day, last: day, holidays };
        let (_, hours, appointment) = window.days(&self.quand.regle()?, du, au).pop()?;
        Some((hours, appointment))
    }
}

impl Window<'_> {
    /// The days of a rule between two days, with the hours of each and whether they ask for an appointment.
    pub fn days(
        &self,
        horaires: &Horaires,
        du: Option<Date>,
        au: Option<Date>,
    ) -> Vec<(Date, Vec<TimeSpan>, bool)> {
        let first = du.map_or(self.first, |du| du.max(self.first));
        let last = au.map_or(self.last, |au| au.min(self.last));
        let asks_for_school = horaires.asks_for_school();
        let known = |day: &Date| !asks_for_school || self.holidays.knows_school(*day);
        let days = first.series(1.day()).take_while(|day| *day <= last).filter(known);
        days.filter_map(|day| {
            let (spans, appointment) = open(horaires, day, self.holidays);
            (!spans.is_empty()).then_some((day, spans, appointment))
        })
        .collect()
    }

    /// The days of an event, in order.
    pub fn event(&self, index: usize, event: &Evenement) -> Vec<Occurrence> {
        let quoi = Quoi::Evenement(index);
        let mut found = self.ruled(quoi, event);
        // A day that is named takes the place of the rule's.
        found.retain(|one| event.quand.dates().iter().all(|seance| seance.le != one.jour));
        found.extend(self.named(quoi, event));
        let end = event.fiche.dernier_jour();
        found.retain(|one| end.is_none_or(|end| one.jour <= end));
        found.sort_by_key(|one| (one.jour, one.horaires.first().copied()));
        found
    }

    /// The days that its rule or its period gives.
    fn ruled(&self, quoi: Quoi, event: &Evenement) -> Vec<Occurrence> {
        let state = state(event, None);
        match &event.quand {
            Quand::Periode { du, au } => {
                let days = self.period(*du, au.unwrap_or(*du)).into_iter();
                days.map(|(jour, jusqu_au)| Occurrence { jusqu_au, ..one(quoi, jour, state) })
                    .collect()
            }
            Quand::Regle { du, au, .. } | Quand::Serie { du, au, .. } => {
                let Some(regle) = event.quand.regle() else { return Vec::new() };
                let days = self.days(&regle, *du, *au).into_iter();
                days.map(|(jour, horaires, sur_rendez_vous)| Occurrence {
                    horaires,
                    sur_rendez_vous,
                    ..one(quoi, jour, state)
                })
                .collect()
            }
            Quand::Inconnu | Quand::Dates(_) => Vec::new(),
        }
    }

    /// The days it names from the first one on; they are facts, known however far they are.
    ///
    /// Hours that are not written again are those of the rule; a day of the rule held elsewhere is moved.
    pub fn named(&self, quoi: Quoi, event: &Evenement) -> Vec<Occurrence> {
        let dates = event.quand.dates().iter().enumerate();
        let to_come = dates.filter(|(_, seance)| self.first <= seance.le);
        let day = |(rank, seance): (usize, &Seance)| {
            let rule = event.regle_du(seance.le, self.holidays);
            let moved = rule.as_ref().and(seance.ailleurs.as_ref());
            let moved = moved.and_then(|_| EVENEMENT_ETAT.term("déplacé"));
            let (of_rule, sur_rendez_vous) = rule.unwrap_or_default();
            let own = Some(&seance.horaires).filter(|own| !own.is_empty());
            Occurrence {
                horaires: own.cloned().unwrap_or(of_rule),
                seance: Some(rank),
                sur_rendez_vous,
                ..one(quoi, seance.le, state(event, Some(seance)).or(moved))
            }
        };
        to_come.map(day).collect()
    }

    /// The days of a period, each with its last day where it does not stand on each of them.
    fn period(&self, du: Date, au: Date) -> Vec<(Date, Option<Date>)> {
        let first = du.max(self.first);
        let short = du.until(au).map_or(0, |span| span.get_days()) < EACH_DAY;
        first
            .series(1.day())
            .take_while(|day| *day <= au.min(self.last))
            .filter(|day| short || *day == first || *day == lundi(*day))
            .map(|day| (day, (!short).then_some(au)))
            .collect()
    }
}

/// A day of an event with nothing but its state.
fn one(quoi: Quoi, jour: Date, etat: Option<&'static Term>) -> Occurrence {
    Occurrence {
        jour,
        horaires: Vec::new(),
        quoi,
        etat,
        sur_rendez_vous: false,
        jusqu_au: None,
        seance: None,
    }
}

/// The state of one day: what stops the whole event first, then what the day says, then the event.
fn state(event: &Evenement, day: Option<&Seance>) -> Option<&'static Term> {
    let told = |etat: &&'static Term| etat.label != "prévu";
    let own = event.etat.filter(told);
    let of_day = day.and_then(|day| day.etat).filter(told);
    own.filter(|etat| stops(etat)).or(of_day).or(own)
}

/// The hours of a day at which somebody is surely there, and whether all of them ask for an appointment.
///
/// An appointment without hours is no hour: one has to call, as the rule in words says.
fn open(horaires: &Horaires, day: Date, holidays: &dyn Holidays) -> (Vec<TimeSpan>, bool) {
    let told = |state: State, span: TimeSpan| match state {
        State::Open => true,
        State::Appointment => span != TimeSpan::WHOLE_DAY,
        State::Unknown | State::Closed => false,
    };
    let spans = horaires.on(day, holidays).spans;
    let kept = || spans.iter().filter(|planned| told(planned.state, planned.span));
    let appointment = kept().all(|planned| planned.state == State::Appointment);
    (kept().map(|planned| planned.span).collect(), appointment)
}

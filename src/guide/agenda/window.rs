//! The days an agenda looks at: what a rule or an event makes of them.

use jiff::ToSpan;

use crate::calendar::{Date, HolidayCalendar, Holidays, Horaires, State, TimeSpan};
use crate::record::evenement::Seance;
use crate::record::{Evenement, Quand};
use crate::vocabulary::Term;

use super::{Occurrence, Quoi, lundi, stops};

/// Days in a row up to which an event stands on each of them; a longer one stands on its first and on
/// every Monday, so that each week shows it once.
const EACH_DAY: i32 = 7;

/// The days looked at, and the holidays among them.
pub(super) struct Window<'a> {
    pub first: Date,
    pub last: Date,
    pub holidays: &'a HolidayCalendar,
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

    /// The days of an event.
    pub fn event(&self, index: usize, event: &Evenement, out: &mut Vec<Occurrence>) {
        let quoi = Quoi::Evenement(index);
        let end = event.fiche.dernier_jour();
        let before_end = |day: Date| end.is_none_or(|end| day <= end);
        match &event.quand {
            Quand::Inconnu | Quand::Serie { regle: None, .. } => {}
            Quand::Dates(seances) => out.extend(
                seances
                    .iter()
                    .filter(|day| self.first <= day.le && day.le <= self.last && before_end(day.le))
                    .map(|day| named(quoi, event, day)),
            ),
            Quand::Periode { du, au } => {
                let days = self.period(*du, au.unwrap_or(*du));
                let days = days.into_iter().filter(|(day, _)| before_end(*day));
                out.extend(days.map(|(jour, jusqu_au)| Occurrence {
                    jusqu_au,
                    ..one(quoi, jour, state(event, None))
                }));
            }
            Quand::Regle { regle, du, au } | Quand::Serie { regle: Some(regle), du, au, .. } => {
                let last = [*au, end].into_iter().flatten().min();
                let days = self.days(&regle.value, *du, last).into_iter();
                out.extend(days.map(|(jour, horaires, sur_rendez_vous)| Occurrence {
                    horaires,
                    sur_rendez_vous,
                    ..one(quoi, jour, state(event, None))
                }));
            }
        }
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
    Occurrence { jour, horaires: Vec::new(), quoi, etat, sur_rendez_vous: false, jusqu_au: None }
}

fn named(quoi: Quoi, event: &Evenement, day: &Seance) -> Occurrence {
    Occurrence { horaires: day.horaires.clone(), ..one(quoi, day.le, state(event, day.etat)) }
}

/// The state of one day: what stops the whole event first, then what the day says, then the event.
fn state(event: &Evenement, day: Option<&'static Term>) -> Option<&'static Term> {
    let told = |etat: &&'static Term| etat.label != "prévu";
    let own = event.etat.filter(told);
    own.filter(|etat| stops(etat)).or(day.filter(told)).or(own)
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

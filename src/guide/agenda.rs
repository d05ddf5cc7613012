//! What takes place on which day: events, permanences and stops, from rules to days.

use jiff::ToSpan;

use crate::calendar::{Date, HolidayCalendar, Holidays, Horaires, State, TimeSpan};
use crate::record::acteur::Changement;
use crate::record::{Evenement, Quand};
use crate::vocabulary::Term;

use super::{Guide, Guides, Passage, Sorte};

/// Weeks after today that the agenda shows at most: beyond, a page would grow old on its shelf.
const LONGEST_WEEKS: i64 = 9;

/// Days in a row up to which an event stands on each of them; a longer one stands on its first.
const EACH_DAY: i32 = 7;

/// Something on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day.
    pub jour: Date,
    /// Its hours; empty when nobody wrote them.
    pub horaires: Vec<TimeSpan>,
    /// What takes place.
    pub quoi: Quoi,
    /// Full, cancelled, moved…
    pub etat: Option<&'static Term>,
    /// The last day, for what lasts too long to stand on each of its days.
    pub jusqu_au: Option<Date>,
}

/// What takes place: an index into one of the guide's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quoi {
    /// An event.
    Evenement(usize),
    /// A permanence or a stop.
    Passage(usize),
}

/// The Monday of a day's week.
pub fn lundi(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(since.days())
}

impl Guide {
    /// The weeks in which something takes place, by their Mondays.
    pub fn semaines(&self) -> Vec<Date> {
        let mut weeks: Vec<Date> = self.agenda.iter().map(|one| lundi(one.jour)).collect();
        weeks.dedup();
        weeks
    }
}

/// The days looked at, and the holidays among them.
struct Window<'a> {
    first: Date,
    last: Date,
    holidays: &'a HolidayCalendar,
}

impl Guides {
    /// The last day the agenda of a guide shows.
    pub fn fin_de_l_agenda(&self, guide: &Guide) -> Date {
        let furthest = self.today.saturating_add((LONGEST_WEEKS * 7).days());
        guide.valable_jusqu_au.min(furthest).max(self.today)
    }

    /// Everything that takes place in a guide from today on, by day and hour.
    ///
    /// What depends on school holidays that no calendar gives is left out: its rule is said in words
    /// wherever it is shown.
    pub fn agenda(&self, guide: usize) -> Vec<Occurrence> {
        let here = &self.guides[guide];
        let window =
            Window { first: self.today, last: self.fin_de_l_agenda(here), holidays: &here.conges };
        let mut found = Vec::new();
        for (index, event) in here.evenements.iter().enumerate() {
            if event.a_venir(self.today) {
                window.event(index, event, &mut found);
            }
        }
        for (index, passage) in here.passages.iter().enumerate() {
            if self.passe(passage) {
                self.passage(&window, index, passage, &mut found);
            }
        }
        found.sort_by_key(|one| (one.jour, one.horaires.first().copied(), one.quoi));
        found
    }

    /// Whether a passage still takes place: neither it nor the one who comes has ended.
    pub fn passe(&self, passage: &Passage) -> bool {
        let comes = passage.de.is_none_or(|who| self.acteur(who).fiche.en_cours(self.today));
        passage.en_cours(self.today) && comes
    }

    fn passage(
        &self,
        window: &Window<'_>,
        index: usize,
        passage: &Passage,
        out: &mut Vec<Occurrence>,
    ) {
        let Some(horaires) = &passage.horaires else { return };
        let horaires = horaires.clone().except(&passage.sauf);
        let quoi = Quoi::Passage(index);
        for (jour, spans) in window.days(&horaires, passage.du, passage.au) {
            let change = passage.de.and_then(|who| {
                let changes = &self.acteur(who).changements;
                changes.iter().find(|change| touches(change, passage, jour))
            });
            let horaires = match change {
                Some(change) if !change.horaires.is_empty() => change.horaires.clone(),
                _ => spans,
            };
            let etat = change.map(|change| change.etat);
            out.push(Occurrence { jour, horaires, quoi, etat, jusqu_au: None });
        }
    }
}

/// Whether a change of who comes touches one of its passages on a day.
fn touches(change: &Changement, passage: &Passage, jour: Date) -> bool {
    let day = change.du <= jour && change.au.is_none_or(|last| jour <= last);
    let stop = match &change.arret {
        Some(stop) => passage.nom.as_deref().is_some_and(|nom| nom == stop),
        None => passage.sorte != Sorte::Permanence,
    };
    day && stop
}

impl Window<'_> {
    /// The days of a rule, with the hours of each.
    fn days(
        &self,
        horaires: &Horaires,
        du: Option<Date>,
        au: Option<Date>,
    ) -> Vec<(Date, Vec<TimeSpan>)> {
        let first = du.map_or(self.first, |du| du.max(self.first));
        let last = au.map_or(self.last, |au| au.min(self.last));
        let asks_for_school = horaires.asks_for_school();
        let known = |day: &Date| !asks_for_school || self.holidays.knows_school(*day);
        let days = first.series(1.day()).take_while(|day| *day <= last).filter(known);
        days.map(|day| (day, open(horaires, day, self.holidays)))
            .filter(|(_, spans)| !spans.is_empty())
            .collect()
    }

    fn event(&self, index: usize, event: &Evenement, out: &mut Vec<Occurrence>) {
        let own = event.etat.filter(|etat| etat.label != "prévu");
        let quoi = Quoi::Evenement(index);
        let mut add = |jour, horaires, etat: Option<&'static Term>, jusqu_au| {
            out.push(Occurrence { jour, horaires, quoi, etat: etat.or(own), jusqu_au });
        };
        match &event.quand {
            Quand::Inconnu => {}
            Quand::Dates(seances) => {
                let shown =
                    seances.iter().filter(|day| self.first <= day.le && day.le <= self.last);
                for day in shown {
                    let etat = day.etat.filter(|etat| etat.label != "prévu");
                    add(day.le, day.horaires.clone(), etat, None);
                }
            }
            Quand::Periode { du, au } => {
                let last = au.unwrap_or(*du);
                let first = (*du).max(self.first);
                let length = du.until(last).map_or(0, |span| span.get_days());
                let each = length < EACH_DAY;
                let days = first.series(1.day()).take_while(|day| *day <= last.min(self.last));
                let until = (!each).then_some(last);
                days.take(if each { usize::MAX } else { 1 })
                    .for_each(|day| add(day, Vec::new(), None, until));
            }
            Quand::Regle { regle, du, au } => {
                let days = self.days(&regle.value, *du, *au);
                days.into_iter().for_each(|(day, spans)| add(day, spans, None, None));
            }
            Quand::Serie { regle: Some(regle), du, au, .. } => {
                let days = self.days(&regle.value, *du, *au);
                days.into_iter().for_each(|(day, spans)| add(day, spans, None, None));
            }
            Quand::Serie { regle: None, .. } => {}
        }
    }
}

/// The hours of a day that somebody is there; a whole day without hours is a day without hours said.
fn open(horaires: &Horaires, day: Date, holidays: &dyn Holidays) -> Vec<TimeSpan> {
    let spans = horaires.on(day, holidays).spans;
    spans
        .into_iter()
        .filter(|planned| planned.state != State::Closed)
        .map(|planned| planned.span)
        .collect()
}

impl Occurrence {
    /// Whether it is an event, not a permanence or a stop.
    pub fn is_event(&self) -> bool {
        matches!(self.quoi, Quoi::Evenement(_))
    }
}

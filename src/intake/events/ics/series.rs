//! The days of an event of a calendar: its first, its rule, what was taken out, added, moved or cancelled.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};

use super::component::Component;
use super::location;
use super::recur::Recur;
use super::stamp::{Clock, Stamp, Zones};
use crate::intake::events::days::When;
use crate::intake::events::happening::{Timing, refusal};
use crate::intake::finding::{Finding, Notes};
use crate::intake::national::Refusal;

/// A series: an event with its rule, and those of its days that were changed.
pub(super) struct Series {
    /// The event itself; the first changed day when the file has only such.
    pub event: Component,
    /// Its days that were changed.
    pub changed: Vec<Component>,
    /// The zones of its file.
    pub zones: std::rc::Rc<Zones>,
}

/// One time it takes place: when, and until when.
struct Occurrence {
    start: Stamp,
    end: Option<Stamp>,
}

impl Timing for Series {
    fn when(
        &self,
        home: &TimeZone,
        horizon: Date,
        found: &mut Vec<Finding>,
    ) -> Result<When, Refusal> {
        let start = self.stamp(&self.event, "DTSTART").ok_or_else(|| no_start(&self.event))?;
        self.tell_zone(&start, found);
        let mut when = When::default();
        let mut starts = self.starts(&start, horizon, &mut when, found);
        when.departures += self.changed.len();
        for component in &self.changed {
            if let Some(planned) = self.stamp(component, "RECURRENCE-ID") {
                starts.remove(&key(&planned, &TimeZone::UTC));
            }
        }
        for start in starts.into_values() {
            let end = self.end(&self.event, &start);
            put(&Occurrence { start, end }, home, &mut when, found);
        }
        for component in &self.changed {
            self.change(component, home, &mut when, found);
        }
        if when.days.is_empty() {
            return Err(refusal(
                "evenement-sans-date",
                "Toutes les dates de cet événement sont retirées.",
                "Vérifiez la règle et ses exceptions dans l’agenda d’origine.",
            ));
        }
        Ok(when)
    }
}

/// When an occurrence begins, as it is compared: the same hour in whatever zone.
type Key = (Date, Option<DateTime>);

fn key(stamp: &Stamp, home: &TimeZone) -> Key {
    match stamp {
        Stamp::Day(day) => (*day, None),
        Stamp::At(at, clock) => {
            let at = clock.at_home(*at, home);
            (at.date(), Some(at))
        }
    }
}

impl Series {
    fn stamp(&self, component: &Component, name: &str) -> Option<Stamp> {
        let property = component.property(name)?;
        self.zones.stamp(property, &property.value)
    }

    /// Every start of the event itself, by when it is at home.
    fn starts(
        &self,
        start: &Stamp,
        horizon: Date,
        when: &mut When,
        found: &mut Vec<Finding>,
    ) -> BTreeMap<Key, Stamp> {
        let home = &TimeZone::UTC;
        let mut starts = vec![start.clone()];
        for property in self.event.all("RRULE") {
            match Recur::read(&property.value) {
                Some(rule) => {
                    when.endless = rule.is_endless().then_some(horizon).or(when.endless);
                    let days = rule.days(start.day(), horizon).into_iter();
                    let all = days.map(|day| on(start, day));
                    starts.extend(all.filter(|one| !is_after(one, rule.until(), home)));
                }
                None => Notes::about("RRULE", found).refused(
                    "regle-non-lue",
                    &property.value,
                    "Cette répétition n’est pas de celles que jalon sait lire : seule la première date est reprise.",
                    "Écrivez la règle dans « quand », ou les autres jours dans « dates ».",
                ),
            }
        }
        starts.extend(self.event.all("RDATE").flat_map(|property| self.zones.stamps(property)));
        let out: Vec<Stamp> =
            self.event.all("EXDATE").flat_map(|property| self.zones.stamps(property)).collect();
        when.departures += out.len() + self.event.all("RDATE").count();
        // A day alone takes out whatever hour it has.
        let is_out = |one: &Stamp| {
            out.iter().any(|out| match out {
                Stamp::Day(day) => *day == one.day(),
                at => key(at, home) == key(one, home),
            })
        };
        let kept = starts.into_iter().filter(|one| !is_out(one));
        kept.map(|one| (key(&one, home), one)).collect()
    }

    /// The end of an occurrence: as long after its start as the event's own.
    fn end(&self, component: &Component, start: &Stamp) -> Option<Stamp> {
        let first = self.stamp(component, "DTSTART")?;
        let length: Span = match self.stamp(component, "DTEND") {
            Some(end) => between(&first, &end)?,
            None => component.value("DURATION").parse().ok()?,
        };
        Some(match start {
            Stamp::Day(day) => Stamp::Day(day.checked_add(length).ok()?),
            Stamp::At(at, clock) => Stamp::At(at.checked_add(length).ok()?, clock.clone()),
        })
    }

    /// A day that was changed: another hour, another place, or nothing any more.
    fn change(
        &self,
        component: &Component,
        home: &TimeZone,
        when: &mut When,
        found: &mut Vec<Finding>,
    ) {
        let planned = self.stamp(component, "RECURRENCE-ID");
        let Some(start) = self.stamp(component, "DTSTART").or(planned) else { return };
        // A day that says no end lasts as long as the others.
        let own = ["DTEND", "DURATION"].iter().any(|name| component.property(name).is_some());
        let end = self.end(if own { component } else { &self.event }, &start);
        let day = put(&Occurrence { start, end }, home, when, found);
        let one = when.days.entry(day).or_default();
        if component.value("STATUS").eq_ignore_ascii_case("CANCELLED") {
            one.etat = Some("annulé");
        }
        let place = component.value("LOCATION");
        if !place.is_empty() && place != self.event.value("LOCATION") {
            when.spots.insert(day, location::spot("LOCATION", place));
        }
    }

    /// A zone that nobody knows is told: its hours are taken as written.
    fn tell_zone(&self, start: &Stamp, found: &mut Vec<Finding>) {
        if let Stamp::At(_, Clock::Unknown(name)) = start {
            Notes::about("DTSTART;TZID", found).doubtful(
                "fuseau-inconnu",
                name,
                None,
                "Ce fuseau horaire n’est pas connu : les heures sont reprises telles quelles.",
                "Vérifiez les heures.",
            );
        }
    }
}

/// Puts an occurrence on its days; returns the first.
fn put(one: &Occurrence, home: &TimeZone, when: &mut When, found: &mut Vec<Finding>) -> Date {
    match (&one.start, &one.end) {
        (Stamp::Day(first), end) => {
            // The end of whole days is the first day without it.
            let last = end.as_ref().and_then(|end| end.day().yesterday().ok()).unwrap_or(*first);
            when.add_days(*first, last.max(*first));
            *first
        }
        (Stamp::At(start, clock), end) => {
            let start = clock.at_home(*start, home);
            let end = match end {
                Some(Stamp::At(end, clock)) => Some(clock.at_home(*end, home)),
                _ => None,
            };
            when.put(start, end, found)
        }
    }
}

/// The same hour on another day.
fn on(start: &Stamp, day: Date) -> Stamp {
    match start {
        Stamp::Day(_) => Stamp::Day(day),
        Stamp::At(at, clock) => Stamp::At(day.to_datetime(at.time()), clock.clone()),
    }
}

/// Whether an occurrence is after the end of its rule.
fn is_after(one: &Stamp, until: Option<(DateTime, bool)>, utc: &TimeZone) -> bool {
    let Some((until, in_utc)) = until else { return false };
    match one {
        Stamp::Day(day) => *day > until.date(),
        Stamp::At(at, clock) if in_utc => clock.at_home(*at, utc) > until,
        Stamp::At(at, _) => *at > until,
    }
}

/// How long from a start to an end; an end in another zone is one of the same.
fn between(start: &Stamp, end: &Stamp) -> Option<Span> {
    match (start, end) {
        (Stamp::Day(start), end) => start.until(end.day()).ok(),
        (Stamp::At(start, clock), Stamp::At(end, other)) if clock != other => {
            let utc = &TimeZone::UTC;
            clock.at_home(*start, utc).until(other.at_home(*end, utc)).ok()
        }
        (Stamp::At(start, _), Stamp::At(end, _)) => start.until(*end).ok(),
        (Stamp::At(start, _), Stamp::Day(end)) => {
            start.until(end.to_datetime(start.time()) + 0.days()).ok()
        }
    }
}

fn no_start(component: &Component) -> Refusal {
    let written = component.value("DTSTART");
    let reason = match written {
        "" => "Cet événement n’a pas de date.".to_owned(),
        written => format!("« {written} » n’est pas une date de calendrier."),
    };
    refusal(
        "evenement-sans-date",
        reason,
        "Ajoutez sa date dans l’agenda d’origine, puis exportez de nouveau.",
    )
}

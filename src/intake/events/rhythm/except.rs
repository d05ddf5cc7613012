//! The days of a rule on which nothing takes place, said in as few words as are true.

use crate::calendar::{Date, Exception, HolidayCalendar, Horaires, range, short};

use super::cadence::plain;
use super::{Hours, planned};

/// Words for many days at once; each is tried alone and with the other.
const NAMED: [&[&str]; 4] =
    [&[], &["jours fériés"], &["vacances scolaires"], &["jours fériés", "vacances scolaires"]];

/// A rule over days whose exceptions are looked for.
pub(super) struct Exceptions<'a> {
    /// The rule.
    pub horaires: &'a Horaires,
    /// The holidays of the place, when they are known.
    pub holidays: Option<&'a HolidayCalendar>,
    /// First and last day.
    pub days: (Date, Date),
}

impl Exceptions<'_> {
    /// The exceptions that leave least to be said besides, and what the rule says with them.
    pub fn best(&self, hours: &Hours) -> Option<(Vec<String>, Hours)> {
        let named = if self.holidays.is_some() { &NAMED[..] } else { &NAMED[..1] };
        let tried = named.iter().filter_map(|named| self.with(named, hours));
        let cost = |(sauf, left): &(Vec<String>, Hours)| {
            let differ = hours.iter().filter(|(day, spans)| left.get(day) != Some(*spans)).count();
            sauf.len() + differ
        };
        // The first of equals: days named one by one are surer than a word for them.
        tried.min_by_key(cost)
    }

    /// The named exceptions, then the days that are still too many one by one.
    fn with(&self, named: &[&str], hours: &Hours) -> Option<(Vec<String>, Hours)> {
        let except = |horaires: &Horaires, item: &str| {
            Some(horaires.clone().except(&Exception::parse(item).ok()?))
        };
        let none = HolidayCalendar::default();
        let holidays = self.holidays.unwrap_or(&none);
        let mut horaires = self.horaires.clone();
        for item in named {
            horaires = except(&horaires, item)?;
        }
        if horaires.asks_for_school() && !self.school_is_known() {
            return None;
        }
        let left = planned(&horaires, holidays, self.days)?;
        let mut sauf: Vec<String> = named.iter().map(|item| (*item).to_owned()).collect();
        for (first, last) in runs(&left, hours) {
            let words = if first == last { short(first) } else { range(first, last) };
            let words = plain(&words);
            horaires = except(&horaires, &words)?;
            sauf.push(words);
        }
        Some((sauf, planned(&horaires, holidays, self.days)?))
    }

    fn school_is_known(&self) -> bool {
        let (first, last) = self.days;
        self.holidays.is_some_and(|known| known.school_unknown(first, last).is_none())
    }
}

/// The days of a rule that do not take place, those that follow each other in it together.
fn runs(planned: &Hours, hours: &Hours) -> Vec<(Date, Date)> {
    let mut runs: Vec<(Date, Date)> = Vec::new();
    let mut running = false;
    for day in planned.keys() {
        let missing = !hours.contains_key(day);
        match runs.last_mut() {
            Some(run) if missing && running => run.1 = *day,
            _ if missing => runs.push((*day, *day)),
            _ => {}
        }
        running = missing;
    }
    runs
}

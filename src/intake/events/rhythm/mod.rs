//! The shortest true rule of many days: « mercredi 18h-19h, sauf… », kept only when jalon itself reads in it
//! the same days and hours.

mod cadence;
mod except;

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;

use crate::calendar::{Date, HolidayCalendar, Horaires, State, TimeSpan};

use super::days::When;
use except::Exceptions;

/// Fewer days than this are written one by one: they are read faster than a rule.
const FEWEST_DAYS: usize = 4;

/// A rule with what departs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// `mercredi 18h-19h`.
    pub quand: String,
    /// First day.
    pub du: Date,
    /// Last day; none for what has no end.
    pub au: Option<Date>,
    /// Days of the rule on which nothing takes place, as items of `sauf`.
    pub sauf: Vec<String>,
    /// Days that are not as the rule has them, or of which something else is said.
    pub dates: Vec<Date>,
}

impl Rule {
    /// How many things there are to read.
    fn cost(&self) -> usize {
        1 + self.sauf.len() + self.dates.len()
    }
}

/// The days and their hours.
type Hours = BTreeMap<Date, Vec<TimeSpan>>;

/// The best rule for the days of an event, when there is one that is worth it.
/// Without a calendar of holidays, no word for them is tried.
pub(super) fn rule(when: &When, holidays: Option<&HolidayCalendar>) -> Option<Rule> {
    let hours: Hours = when.days.iter().map(|(day, one)| (*day, one.spans.clone())).collect();
    let (first, last) = (*hours.keys().next()?, *hours.keys().next_back()?);
    let last = when.endless.unwrap_or(last);
    let rules = cadence::texts(&hours, last).into_iter().filter_map(|quand| {
        let horaires = Horaires::parse(&quand).ok()?;
        let (sauf, planned) =
            Exceptions { horaires: &horaires, holidays, days: (first, last) }.best(&hours)?;
        let differs = |day: &Date| planned.get(day) != hours.get(day) || !when.days[day].is_plain();
        let dates = hours.keys().copied().filter(differs).collect();
        let au = when.endless.is_none().then_some(last);
        Some(Rule { quand, du: first, au, sauf, dates })
    });
    let best = rules.min_by_key(|rule| (rule.cost(), rule.quand.len()))?;
    let worth = match when.endless {
        // What departs from the rule must be what was said to: else it would go on departing for ever.
        Some(_) => best.cost() <= 1 + when.departures,
        None => {
            hours.len() >= FEWEST_DAYS
                && best.cost() * 2 <= hours.len()
                && comes_back(&best, &hours)
        }
    };
    worth.then_some(best)
}

/// Whether the days are a rhythm: weekdays that come back, or the same hours every day.
fn comes_back(rule: &Rule, hours: &Hours) -> bool {
    let weekdays: BTreeSet<i8> =
        hours.keys().map(|day| day.weekday().to_monday_zero_offset()).collect();
    hours.len() >= weekdays.len() * 2 || rule.cost() == 1 && !rule.quand.contains(';')
}

/// What hours say of the days between two; a day at which one may not be sure to come is none.
fn planned(
    horaires: &Horaires,
    holidays: &HolidayCalendar,
    (first, last): (Date, Date),
) -> Option<Hours> {
    let mut found = Hours::new();
    for day in first.series(1.day()).take_while(|day| *day <= last) {
        let plan = horaires.on(day, holidays).spans;
        if plan.iter().any(|planned| planned.state != State::Open || planned.remark.is_some()) {
            return None;
        }
        if !plan.is_empty() {
            found.insert(day, plan.into_iter().map(|planned| planned.span).collect());
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests;

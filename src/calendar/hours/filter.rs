//! Questions that lists and filters ask of hours.

use super::Horaires;
use super::days::Nth;
use super::rule::{Rule, State};
use super::say::{Hours, Layer};

/// The hour from which an evening begins, in minutes.
const EVENING: u16 = 18 * 60;

impl Horaires {
    /// Whether somebody is there on some Saturdays, holidays and single dates aside.
    pub fn opens_on_saturday(&self) -> bool {
        self.has_hours(|layer, hours| {
            !layer.is_of_single_days() && layer.rows[5].open().contains(hours)
        })
    }

    /// Whether somebody is there after 18 h on some days.
    pub fn opens_after_18h(&self) -> bool {
        self.has_hours(|_, hours| {
            hours.times.is_empty() || hours.times.iter().any(|span| span.to > EVENING)
        })
    }

    /// Whether weeks alone bring its days back: neither the rank of a weekday in the month nor holidays do.
    pub fn goes_by_weeks(&self) -> bool {
        let by_weeks = |rule: &Rule| rule.days.nth == Nth::EVERY && rule.days.during.is_empty();
        self.rules.iter().filter(|rule| rule.is_open()).all(by_weeks)
    }

    /// Whether open hours, by appointment or not, pass a test.
    fn has_hours(&self, test: impl Fn(&Layer<'_>, &Hours) -> bool) -> bool {
        self.layers().iter().any(|layer| {
            let groups = layer.groups();
            groups.iter().any(|(_, hours)| is_told(hours) && test(layer, hours))
        })
    }
}

/// Whether somebody is sure to be there at times that are told: « sur rendez-vous » without times
/// answers no question about Saturdays.
fn is_told(hours: &Hours) -> bool {
    match hours.state {
        State::Open => true,
        State::Appointment => !hours.times.is_empty(),
        State::Unknown | State::Closed => false,
    }
}

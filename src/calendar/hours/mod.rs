//! Opening hours: what staff write or OpenStreetMap writes, as rules, as French, as a table.

mod apart;
mod days;
mod fault;
mod filter;
mod holiday;
mod lint;
mod map;
mod osm;
mod plan;
mod read;
mod rule;
mod say;
mod staff;
mod table;
mod times;
mod weekdays;
mod written;

pub use days::{Days, Exception, Nth, Period, WeekRange, Weekdays, Weeks};
pub use fault::{DayFault, HoursFault, Lint};
pub use holiday::{Holiday, HolidayPart, Holidays, SchoolBreak};
pub use plan::{DayPlan, PlannedSpan};
pub use rule::{Link, Rule, State};
pub use table::{DayGroup, DayRow};
pub use times::{DAY, TimeSpan, clock, times_said};
pub use written::{hours_in_prose, speaks_of_hours};

/// What to write, when nothing nearer can be said.
const EXAMPLES: &str =
    "écrivez par exemple « mardi et jeudi 9h-12h, 14h-17h » ou « 1er lundi du mois 14h-16h »";

/// When somebody may come: rules in order, later ones having the last word on their days.
///
/// Made from what staff write (`mardi et jeudi 9h-12h`), from OSM `opening_hours`
/// (`Tu,Th 09:00-12:00`) or from a map by day; all three give the same rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Horaires {
    /// The rules, at least one.
    pub rules: Vec<Rule>,
    /// How they were written.
    pub form: Form,
}

/// How hours were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// OSM `opening_hours`, as the national schema wants it.
    Osm,
    /// In French.
    French,
}

impl Horaires {
    /// Reads hours in either form, or says all that is wrong with them.
    pub fn parse(text: &str) -> Result<Self, Vec<HoursFault>> {
        let (form, mut rules) = match osm::looks_like(text) {
            Some(tokens) => (Form::Osm, osm::parse(text, &tokens)?),
            None => (Form::French, staff::parse(text)?),
        };
        if rules.is_empty() {
            return Err(vec![HoursFault::new(0..text.len(), "les horaires sont vides", EXAMPLES)]);
        }
        // Most places have one rule, and a country has 20,000 places.
        rules.shrink_to_fit();
        Ok(Self { rules, form })
    }

    /// These hours with days taken away from every rule: the `sauf` of a tour, of a permanence.
    pub fn except(mut self, exceptions: &[Exception]) -> Self {
        for rule in &mut self.rules {
            for exception in exceptions {
                if !rule.except.contains(exception) {
                    rule.except.push(exception.clone());
                }
            }
        }
        self
    }
}

impl Exception {
    /// Reads one item of a `sauf` list: `jours fériés`, `du 24 décembre 2026 au 3 janvier 2027`; a
    /// text that joins several gives them all.
    pub fn parse(text: &str) -> Result<Vec<Self>, Vec<HoursFault>> {
        staff::exceptions(text)
    }
}

/// Reads times without days (`14h-16h`), in order; the `horaires` of a dated event.
pub fn parse_times(text: &str) -> Result<Vec<TimeSpan>, Vec<HoursFault>> {
    staff::times(text)
}

//! Rules that differ by their weekdays only, as one week: what is said in one breath.

use super::super::days::{Days, Exception, Nth, Period, Weekdays, Weeks};
use super::super::holiday::Holiday;
use super::super::rule::{Link, Rule, State, are_apart};
use super::row::{Hours, Row};

/// A week under one set of conditions.
#[derive(Clone, Debug)]
pub(in super::super) struct Layer<'a> {
    pub link: Link,
    /// The days of its first rule; their weekdays are in `rows`.
    pub days: &'a Days,
    pub except: &'a [Exception],
    pub rows: [Row; 7],
    /// The rule it began with.
    rule: &'a Rule,
}

/// The layers of rules, in order.
pub(super) fn layers(rules: &[Rule]) -> Vec<Layer<'_>> {
    let mut layers: Vec<Layer> = Vec::new();
    for rule in rules {
        if rule.is_weekly() && rule.link != Link::Otherwise {
            overrule(&mut layers, rule);
        }
        match home(&layers, rule) {
            Some(index) => layers[index].add(rule),
            None => {
                let mut layer = Layer::new(rule);
                layer.add(rule);
                layers.push(layer);
            }
        }
    }
    layers.retain(|layer| layer.rows.iter().any(|row| *row != Row::Unsaid));
    // What holds every week is said first: the layers before it already know what it changes.
    layers.sort_by_key(|layer| !layer.is_weekly());
    layers
}

/// A rule of every week speaks in the weeks of the layers before it too.
fn overrule(layers: &mut [Layer<'_>], rule: &Rule) {
    for layer in layers.iter_mut().filter(|layer| !layer.is_weekly()) {
        for index in rule.days.weekdays.indexes() {
            let row = &mut layer.rows[index];
            let replaces = rule.link == Link::Replace && rule.state != State::Closed;
            if replaces || rule.times.is_empty() {
                *row = Row::Unsaid;
            } else if *row != Row::Unsaid {
                row.add(rule);
            }
        }
    }
}

/// The layer a rule belongs to: one of the same conditions that nothing in between contradicts.
fn home(layers: &[Layer<'_>], rule: &Rule) -> Option<usize> {
    let fallback = rule.link == Link::Otherwise;
    let index = layers.iter().rposition(|layer| !fallback && layer.is_of(rule))?;
    let free =
        rule.is_weekly() || layers[index + 1..].iter().all(|layer| are_apart(layer.rule, rule));
    free.then_some(index)
}

impl<'a> Layer<'a> {
    fn new(rule: &'a Rule) -> Self {
        let link = match rule.link {
            Link::Add if rule.is_weekly() => Link::Replace,
            link => link,
        };
        Self { link, days: &rule.days, except: &rule.except, rows: Default::default(), rule }
    }

    /// Whether a rule has the conditions of this layer.
    fn is_of(&self, rule: &Rule) -> bool {
        let of = Layer::new(rule);
        let plain = |days: &Days| Days { weekdays: Weekdays::ALL, ..days.clone() };
        self.link == of.link && self.except == of.except && plain(self.days) == plain(of.days)
    }

    fn add(&mut self, rule: &Rule) {
        for index in rule.days.weekdays.indexes() {
            self.rows[index].add(rule);
        }
    }

    /// Whether the weekday alone decides.
    pub fn is_weekly(&self) -> bool {
        self.link != Link::Otherwise && self.rule.is_weekly()
    }

    /// Whether a table of the week can hold it: every week, or one week in two.
    pub fn fits_table(&self) -> bool {
        self.link != Link::Otherwise
            && self.days.nth == Nth::EVERY
            && !self.is_seasonal()
            && !matches!(self.days.weeks, Weeks::Numbered(_))
    }

    /// Whether it holds for a part of the year or for holidays.
    pub fn is_seasonal(&self) -> bool {
        let Days { periods, during, years, .. } = self.days;
        !periods.is_empty() || !during.is_empty() || !years.is_empty()
    }

    /// Whether it is made of single days (a date, public holidays), for which « tous les jours »
    /// would be odd.
    pub fn is_of_single_days(&self) -> bool {
        let single = |period: &Period| match period {
            Period::Once { from, to } => from == to,
            Period::Yearly { from, to } => from == to,
        };
        let Days { periods, during, .. } = self.days;
        let public = during.iter().all(|holiday| *holiday == Holiday::Public);
        let told = !periods.is_empty() || !during.is_empty();
        told && public && periods.iter().all(single)
    }

    /// Whether a weekday is open in it.
    pub fn is_open(&self) -> bool {
        self.rows.iter().any(|row| matches!(row, Row::Open(_)))
    }

    /// Whether all that is open is by appointment, without more.
    pub fn is_by_appointment(&self) -> bool {
        let plain = |hours: &Hours| hours.state == State::Appointment && hours.remark.is_none();
        self.groups().iter().all(|(_, hours)| plain(hours))
    }

    /// Whether two layers can never speak of the same day, weekdays aside.
    pub fn is_apart(&self, other: &Self) -> bool {
        let all = |rule: &Rule| {
            let mut rule = rule.clone();
            rule.days.weekdays = Weekdays::ALL;
            rule
        };
        are_apart(&all(self.rule), &all(other.rule))
    }

    /// Whether it closes one of these weekdays, by more than the weekday.
    pub fn closes(&self, days: Weekdays) -> bool {
        let closed = |row: &Row| matches!(row, Row::Closed(_));
        !self.is_weekly() && days.indexes().any(|day| closed(&self.rows[day]))
    }

    /// Equal hours with all the weekdays that have them, in the order of the first.
    pub fn groups(&self) -> Vec<(Weekdays, &Hours)> {
        let mut groups: Vec<(Weekdays, &Hours)> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            for hours in row.open() {
                match groups.iter_mut().find(|(_, other)| *other == hours) {
                    Some((weekdays, _)) => *weekdays = weekdays.with(Weekdays::one(index)),
                    None => groups.push((Weekdays::one(index), hours)),
                }
            }
        }
        groups
    }
}

//! One rule of opening hours: days, times, state, and how it meets the rules before it.

use super::days::{Days, Exception};
use super::holiday::Holiday;
use super::times::TimeSpan;

/// How a rule meets those before it, as OSM `opening_hours` defines it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// `;`: on its days it replaces what the rules before said; a closing rule takes its times
    /// away from what they said.
    Replace,
    /// `,`: it adds to what the rules before said.
    Add,
    /// `||`: it speaks only where the rules before leave the whole day closed.
    Otherwise,
}

/// What a rule says of its days and times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Open to all who come.
    Open,
    /// By appointment.
    Appointment,
    /// Perhaps: OSM `unknown`, or a remark that stands alone.
    Unknown,
    /// Closed.
    Closed,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// How it meets the rules before it.
    pub link: Link,
    /// Its days.
    pub days: Days,
    /// Days taken away from its days.
    pub except: Vec<Exception>,
    /// Its times in order; empty means the whole day, or no time said where the state is not open.
    pub times: Vec<TimeSpan>,
    /// What it says of them.
    pub state: State,
    /// Words of whoever wrote it, such as `entrée par la cour`.
    pub remark: Option<String>,
}

impl Rule {
    /// Open every day, the whole day, replacing what came before.
    pub fn open() -> Self {
        Self {
            link: Link::Replace,
            days: Days::every(),
            except: Vec::new(),
            times: Vec::new(),
            state: State::Open,
            remark: None,
        }
    }

    /// Closed on these days, the whole day.
    pub fn closed(days: Days) -> Self {
        Self { days, state: State::Closed, ..Self::open() }
    }

    /// Whether somebody may come: open or by appointment.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open | State::Appointment)
    }

    /// Whether nothing but the weekday decides whether the rule speaks.
    pub fn is_weekly(&self) -> bool {
        self.days.is_weekly() && self.except.is_empty()
    }
}

/// Whether two rules can never speak of the same day, as far as their words show.
pub(super) fn are_apart(one: &Rule, other: &Rule) -> bool {
    let excluded = |rule: &Rule, by: &Rule| {
        let lost = |holiday| rule.except.iter().any(|except| takes(except, holiday));
        !by.days.during.is_empty() && by.days.during.iter().all(|&holiday| lost(holiday))
    };
    !one.days.weekdays.meets(other.days.weekdays)
        || super::apart::weeks(&one.days.weeks, &other.days.weeks)
        || super::apart::nths(one.days.nth, other.days.nth)
        || super::apart::periods(&one.days, &other.days)
        || excluded(one, other)
        || excluded(other, one)
}

/// Whether an exception takes away every day of a holiday.
fn takes(except: &Exception, holiday: Holiday) -> bool {
    let whole = Days { during: except.0.during.clone(), ..Days::every() };
    except.0 == whole && except.0.during.iter().any(|taken| taken.covers(holiday))
}

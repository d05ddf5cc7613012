//! What a layer says of one weekday, and how rules change it.

use super::super::rule::{Link, Rule, State};
use super::super::times::{TimeSpan, joined};

/// Times, state and remark of one weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Hours {
    pub times: Vec<TimeSpan>,
    pub state: State,
    pub remark: Option<String>,
}

/// What a layer says of one weekday.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Row {
    /// Nothing.
    #[default]
    Unsaid,
    /// Closed, at these times or, where there are none, the whole day.
    Closed(Hours),
    /// Open, by appointment or perhaps; several where states differ.
    Open(Vec<Hours>),
}

impl Row {
    /// The open hours.
    pub fn open(&self) -> &[Hours] {
        match self {
            Self::Open(hours) => hours,
            _ => &[],
        }
    }

    /// Lays a rule over it.
    pub fn add(&mut self, rule: &Rule) {
        let hours =
            Hours { times: rule.times.clone(), state: rule.state, remark: rule.remark.clone() };
        match (rule.state, rule.link, &mut *self) {
            (State::Closed, _, Self::Open(open)) if !hours.times.is_empty() => {
                take_away(open, &hours.times);
                if open.is_empty() {
                    *self = Self::Closed(Hours { times: Vec::new(), ..hours });
                }
            }
            (State::Closed, _, Self::Closed(closed)) if !hours.times.is_empty() => {
                if !closed.times.is_empty() {
                    closed.times.extend(hours.times);
                    closed.times = joined(std::mem::take(&mut closed.times));
                }
            }
            (State::Closed, _, _) => *self = Self::Closed(hours),
            (_, Link::Add, Self::Open(open)) => put_in(open, hours),
            _ => *self = Self::Open(vec![hours]),
        }
    }
}

/// Adds hours; those of the same state are said together.
fn put_in(open: &mut Vec<Hours>, hours: Hours) {
    let same = |other: &&mut Hours| {
        other.state == hours.state && other.remark == hours.remark && !other.times.is_empty()
    };
    take_away(open, &hours.times);
    match open.iter_mut().find(same) {
        Some(other) if !hours.times.is_empty() => {
            other.times.extend(hours.times);
            other.times = joined(std::mem::take(&mut other.times));
        }
        _ => open.push(hours),
    }
}

/// Takes times away; what keeps none goes.
fn take_away(open: &mut Vec<Hours>, away: &[TimeSpan]) {
    for hours in open.iter_mut() {
        if hours.times.is_empty() {
            hours.times.push(TimeSpan::WHOLE_DAY);
        }
        for &span in away {
            let times = std::mem::take(&mut hours.times);
            hours.times = times.into_iter().flat_map(|time| time.without(span)).collect();
        }
    }
    open.retain(|hours| !hours.times.is_empty());
}

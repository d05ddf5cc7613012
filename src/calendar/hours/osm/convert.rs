//! From the crate's rules to ours; what a guide could not say in French is refused.

use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::DaySelector;
use opening_hours_syntax::rules::time::{Time, TimeSpan as OsmSpan};
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};

use super::super::days::Days;
use super::super::rule::{Link, Rule, State};
use super::super::times::{DAY, TimeSpan, joined};
use super::{period, select};
use crate::text::fold;

/// Message and remedy of a refusal.
pub(super) type Refusal = (String, String);

/// One of theirs is several of ours where it joins weekdays of the month with others.
pub(super) fn rules(osm: &RuleSequence) -> Result<Vec<Rule>, Refusal> {
    let link = match osm.operator {
        RuleOperator::Normal => Link::Replace,
        RuleOperator::Additional => Link::Add,
        RuleOperator::Fallback => Link::Otherwise,
    };
    let times = times(&osm.time_selector.spans)?;
    let alone = osm.day_selector.is_empty() && times.is_empty();
    let rule = Rule { link, times, ..Rule::open() };
    let rule = with_state(rule, osm.kind, &osm.comment, alone);
    let with = |days| Rule { days, ..rule.clone() };
    Ok(days(&osm.day_selector)?.into_iter().map(with).collect())
}

/// The days of a rule.
fn days(selector: &DaySelector) -> Result<Vec<Days>, Refusal> {
    let mut common = Days { weeks: select::weeks(&selector.week), ..Days::every() };
    period::years(&mut common, &selector.year)?;
    match period::months(&mut common, &selector.monthday)? {
        None => select::picks(&selector.weekday, &common),
        Some(_) if !selector.weekday.is_empty() => {
            Err(refuse("un jour du mois suivi d’autres jours"))
        }
        Some((weekdays, nth)) => Ok(vec![Days { weekdays, nth, ..common }]),
    }
}

/// What OpenStreetMap allows and jalon cannot say.
pub(super) fn refuse(what: &str) -> Refusal {
    (unsayable(what), super::super::EXAMPLES.into())
}

/// The message of such a refusal.
pub(super) fn unsayable(what: &str) -> String {
    format!("jalon ne sait pas dire ceci en français : {what}")
}

/// State and remark; a remark alone leaves open whether somebody is there.
fn with_state(mut rule: Rule, kind: RuleKind, comment: &str, alone: bool) -> Rule {
    let comment = comment.trim();
    rule.state = match kind {
        RuleKind::Closed => State::Closed,
        RuleKind::Unknown => State::Unknown,
        RuleKind::Open => State::Open,
    };
    if !comment.is_empty() && rule.state == State::Open {
        if is_appointment(comment) {
            rule.state = State::Appointment;
            return rule;
        }
        if alone {
            rule.state = State::Unknown;
        }
    }
    rule.remark = (!comment.is_empty()).then(|| comment.to_owned());
    rule
}

/// Remarks that mean « sur rendez-vous » and nothing more.
fn is_appointment(comment: &str) -> bool {
    let words: String =
        fold(comment).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    matches!(
        words.split_whitespace().collect::<Vec<_>>().join(" ").as_str(),
        "sur rendez vous"
            | "sur rdv"
            | "rdv"
            | "rendez vous"
            | "by appointment"
            | "on appointment"
            | "appointment"
            | "uniquement sur rendez vous"
            | "sur rendez vous uniquement"
    )
}

/// Spans in order; none where the crate says the whole day.
fn times(spans: &[OsmSpan]) -> Result<Vec<TimeSpan>, Refusal> {
    let mut times = Vec::with_capacity(spans.len());
    for span in spans {
        let (Time::Fixed(from), Time::Fixed(to)) = (&span.range.start, &span.range.end) else {
            return Err(refuse("le lever ou le coucher du soleil"));
        };
        if span.repeats.is_some() {
            return Err(refuse("une heure qui se répète"));
        }
        let from = from.mins_from_midnight();
        let to = to.mins_from_midnight();
        times.push(TimeSpan {
            from,
            to: if to <= from { to + DAY } else { to },
            open_end: span.open_end,
        });
    }
    let mut times = joined(times);
    if times == [TimeSpan::WHOLE_DAY] {
        times.clear();
    }
    Ok(times)
}

//! From the crate's rules to ours; what a guide could not say in French is refused.

use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::{HolidayKind, WeekDayRange, WeekRange as OsmWeeks};
use opening_hours_syntax::rules::time::{Time, TimeSpan as OsmSpan};
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};

use super::super::days::{Days, Holiday, Nth, WeekRange, Weekdays, Weeks};
use super::super::rule::{Link, Rule, State};
use super::super::times::{DAY, TimeSpan};
use super::period;
use crate::text::fold;

/// Message and remedy of a refusal.
pub(super) type Refusal = (String, String);

/// One of theirs is several of ours where it joins weekdays of the month with others.
pub(super) fn rules(osm: &RuleSequence) -> Result<Vec<Rule>, Refusal> {
    let base = Rule {
        link: match osm.operator {
            RuleOperator::Normal => Link::Replace,
            RuleOperator::Additional => Link::Add,
            RuleOperator::Fallback => Link::Otherwise,
        },
        times: times(&osm.time_selector.spans)?,
        ..Rule::open()
    };
    let selector = &osm.day_selector;
    let alone = selector.is_empty() && base.times.is_empty();
    let base = with_state(base, osm.kind, &osm.comment, alone);
    let mut common = Days { weeks: weeks(&selector.week), ..Days::every() };
    period::years(&mut common, &selector.year)?;
    let nth_month = period::months(&mut common, &selector.monthday)?;
    let mut picks = picks(&selector.weekday, &common)?;
    if let Some((weekdays, nth)) = nth_month {
        if !selector.weekday.is_empty() {
            return Err(refuse("un jour du mois suivi d’autres jours"));
        }
        picks = vec![Days { weekdays, nth, ..common }];
    }
    let rule = |days| Rule { days, ..base.clone() };
    Ok(picks.into_iter().map(rule).collect())
}

/// What OpenStreetMap allows and jalon cannot say.
pub(super) fn refuse(what: &str) -> Refusal {
    (format!("jalon ne sait pas dire ceci en français : {what}"), super::super::EXAMPLES.into())
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

/// The weekdays, those of each nth together; holidays apart.
fn picks(ranges: &[WeekDayRange], common: &Days) -> Result<Vec<Days>, Refusal> {
    let mut picks: Vec<Days> = Vec::new();
    for range in ranges {
        let (weekdays, nth, during) = pick(range)?;
        let same = |days: &&mut Days| days.nth == nth && days.during.is_empty() == during.is_none();
        match picks.iter_mut().find(same) {
            Some(days) => {
                days.weekdays = days.weekdays.with(weekdays);
                days.during.extend(during);
            }
            None => picks.push(Days {
                weekdays,
                nth,
                during: during.into_iter().collect(),
                ..common.clone()
            }),
        }
    }
    if picks.is_empty() {
        picks.push(common.clone());
    }
    Ok(picks)
}

fn pick(range: &WeekDayRange) -> Result<(Weekdays, Nth, Option<Holiday>), Refusal> {
    match range {
        WeekDayRange::Holiday { offset: 0, kind } => {
            let holiday = match kind {
                HolidayKind::Public => Holiday::Public,
                HolidayKind::School => Holiday::School,
            };
            Ok((Weekdays::ALL, Nth::EVERY, Some(holiday)))
        }
        WeekDayRange::Fixed { offset: 0, range, nth_from_start, nth_from_end } => {
            let index = |day: &opening_hours_syntax::rules::day::Weekday| {
                day.num_days_from_monday() as usize
            };
            let weekdays = Weekdays::between(index(range.start()), index(range.end()));
            Ok((weekdays, nth(nth_from_start, nth_from_end), None))
        }
        _ => Err(refuse("un nombre de jours avant ou après un autre jour")),
    }
}

fn nth(from_start: &[bool; 5], from_end: &[bool; 5]) -> Nth {
    if from_start.iter().chain(from_end).all(|&all| all) {
        return Nth::EVERY;
    }
    (1..=5i8).zip(0..5).fold(Nth::EVERY, |set, (number, index)| {
        let start = if from_start[index] { Nth::one(number) } else { Nth::EVERY };
        let end = if from_end[index] { Nth::one(-number) } else { Nth::EVERY };
        set.with(start).with(end)
    })
}

/// Weeks; every second one of the whole year is « paires » or « impaires ».
fn weeks(ranges: &[OsmWeeks]) -> Weeks {
    let ranges: Vec<WeekRange> = ranges
        .iter()
        .map(|range| {
            let (weeks, step) = range.into_parts();
            WeekRange { from: weeks.start().0, to: weeks.end().0, step: step.max(1) }
        })
        .collect();
    match ranges[..] {
        [] => Weeks::Every,
        [WeekRange { from: 1, to: 53, step: 1 }] => Weeks::Every,
        [WeekRange { from: 1, to: 53, step: 2 }] => Weeks::Odd,
        [WeekRange { from: 2, to: 52 | 53, step: 2 }] => Weeks::Even,
        _ => Weeks::Numbered(ranges),
    }
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
    times.sort_unstable();
    let mut times = joined(&times);
    if times == [TimeSpan::WHOLE_DAY] {
        times.clear();
    }
    Ok(times)
}

/// Spans that share minutes or touch as one: OpenStreetMap takes them together.
fn joined(spans: &[TimeSpan]) -> Vec<TimeSpan> {
    let mut joined: Vec<TimeSpan> = Vec::with_capacity(spans.len());
    for &span in spans {
        match joined.last_mut() {
            Some(last) if span.from <= last.to => {
                last.open_end =
                    (last.open_end && last.to >= span.to) || (span.open_end && span.to >= last.to);
                last.to = last.to.max(span.to);
            }
            _ => joined.push(span),
        }
    }
    joined
}

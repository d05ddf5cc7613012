//! Hours written in OpenStreetMap's form, where it can say exactly what they say.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::super::Horaires;
use super::super::days::{Days, Exception, Nth, Period, WeekRange, Weeks, last_day};
use super::super::holiday::Holiday;
use super::super::read::LONGEST_REMARK;
use super::super::rule::{Link, Rule, State, are_apart};
use super::super::times::{DAY, TimeSpan, joined};
use super::super::weekdays::Weekdays;

/// Weekdays as they are written.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Months as they are written.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A year before which no rule was ever asked for: OpenStreetMap knows no period without a beginning.
const LONG_AGO: i16 = 1900;

/// Remark of hours for which one must have an appointment.
const APPOINTMENT: &str = "sur rendez-vous";

impl Horaires {
    /// The same hours as OSM `opening_hours`; nothing where that form cannot say them: one week in two
    /// from a day on, holidays by their name, rules that do not all except the same days.
    pub fn osm(&self) -> Option<String> {
        let mut out = String::new();
        let spoken: Vec<&Rule> =
            self.rules.iter().filter(|rule| rule.state != State::Closed).collect();
        let except = spoken.first().map_or(&[][..], |rule| &rule.except);
        let alike = spoken.iter().all(|rule| same(&rule.except, except));
        let closed = self.rules.iter().filter(|rule| rule.state == State::Closed);
        let plain = closed.into_iter().all(|rule| rule.except.is_empty());
        let otherwise = self.rules.iter().any(|rule| rule.link == Link::Otherwise);
        if !alike || !plain || otherwise && !except.is_empty() {
            return None;
        }
        for (index, rule) in self.rules.iter().enumerate() {
            out.push_str(joint(&self.rules[..index], rule));
            out.push_str(&written(rule)?);
        }
        for Exception(days) in except {
            write!(out, "; {} off", selector(days)?).ok()?;
        }
        Some(out)
    }
}

/// Whether two lists hold the same exceptions, in any order.
fn same(one: &[Exception], other: &[Exception]) -> bool {
    one.len() == other.len() && one.iter().all(|except| other.contains(except))
}

/// What parts a rule from those before it. One that adds to others on days of its own replaces nothing:
/// the usual semicolon is read by everybody.
fn joint(before: &[Rule], rule: &Rule) -> &'static str {
    match rule.link {
        _ if before.is_empty() => "",
        Link::Otherwise => " || ",
        Link::Add if !before.iter().all(|one| are_apart(one, rule)) => ", ",
        Link::Add | Link::Replace => "; ",
    }
}

/// Days, times, state, remark.
fn written(rule: &Rule) -> Option<String> {
    let every = rule.days.is_all();
    let alone = every && rule.times.is_empty();
    // Spans that touch are one: so they are read.
    let times: Option<Vec<String>> = joined(rule.times.clone()).into_iter().map(time).collect();
    let times = times?;
    let times = match rule.state {
        State::Open if rule.remark.is_none() && alone => "24/7".to_owned(),
        State::Open if times.is_empty() => "00:00-24:00".to_owned(),
        _ => times.join(","),
    };
    let (state, remark) = match (rule.state, rule.remark.as_deref()) {
        (State::Open, remark) => ("", remark),
        (State::Appointment, None) => ("", Some(APPOINTMENT)),
        // One remark alone can be written.
        (State::Appointment, Some(_)) => return None,
        (State::Unknown, remark) => ("unknown", remark),
        (State::Closed, remark) => ("off", remark),
    };
    // Neither could be read back.
    if remark.is_some_and(|words| words.contains('"') || words.len() >= LONGEST_REMARK) {
        return None;
    }
    let days = if times == "24/7" { String::new() } else { selector(&rule.days)? };
    let remark = remark.map(|words| format!("\"{words}\"")).unwrap_or_default();
    let parts = [&*days, &*times, state, &*remark];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(said.join(" "))
}

/// `09:00-12:00`, `18:00+`, `22:00-02:00`; nothing for what lasts longer than a day, whose end would read as before it.
fn time(span: TimeSpan) -> Option<String> {
    if span.to - span.from > DAY {
        return None;
    }
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let end = if span.to > DAY { span.to - DAY } else { span.to };
    Some(match (span.open_end, span.to) {
        (true, DAY) => format!("{}+", clock(span.from)),
        (open, _) => {
            format!("{}-{}{}", clock(span.from), clock(end), if open { "+" } else { "" })
        }
    })
}

/// Years, periods, weeks, weekdays, holidays; `Mo-Su` for every day.
fn selector(days: &Days) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    match (days.years.as_slice(), days.periods.as_slice()) {
        ([], []) => {}
        ([], periods) => {
            let written: Option<Vec<String>> = periods.iter().map(period).collect();
            parts.push(written?.join(","));
        }
        (years, []) => parts.push(years.iter().map(year).collect::<Vec<_>>().join(",")),
        _ => return None,
    }
    parts.extend(weeks(&days.weeks)?);
    let holidays: Option<Vec<&str>> = days.during.iter().map(holiday).collect();
    let holidays = holidays?;
    parts.extend((!holidays.is_empty()).then(|| holidays.join(",")));
    let every = days.weekdays == Weekdays::ALL && days.nth == Nth::EVERY;
    if !every || parts.is_empty() || parts.last().is_some_and(|last| is_march(last)) {
        parts.push(weekdays(days.weekdays, days.nth));
    }
    Some(parts.join(" "))
}

/// Whether a period ends with March alone: before times, `Mar` is read as mardi as well, `Mar Mo-Su` is not.
fn is_march(period: &str) -> bool {
    period.ends_with("Mar") && !period.ends_with("-Mar")
}

/// `2026`, `2026-2028`, `2026+`.
fn year(&(from, to): &(i16, i16)) -> String {
    match to {
        _ if from == to => from.to_string(),
        // What stands for « without end ».
        9999.. => format!("{from}+"),
        _ => format!("{from}-{to}"),
    }
}

/// `Jul-Aug`, `Dec 24-Jan 03`, `2026 Dec 24-2027 Jan 03`.
fn period(period: &Period) -> Option<String> {
    let day = |month: i8, day: i8| Some(format!("{} {day:02}", month_of(month)?));
    match *period {
        Period::Yearly { from, to } if from.1 == 1 && to.1 == last_day(to.0) => {
            let (from, to) = (month_of(from.0)?, month_of(to.0)?);
            Some(if from == to { from.to_owned() } else { format!("{from}-{to}") })
        }
        Period::Yearly { from, to } if from == to => day(from.0, from.1),
        Period::Yearly { from, to } => {
            Some(format!("{}-{}", day(from.0, from.1)?, day(to.0, to.1)?))
        }
        Period::Once { from, to } => {
            let dated =
                |date: Date| Some(format!("{} {}", date.year(), day(date.month(), date.day())?));
            let from = from.unwrap_or(Date::new(LONG_AGO, 1, 1).ok()?);
            match to {
                None => Some(format!("{}+", dated(from)?)),
                Some(to) if to == from => dated(from),
                Some(to) => Some(format!("{}-{}", dated(from)?, dated(to)?)),
            }
        }
    }
}

fn month_of(month: i8) -> Option<&'static str> {
    MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?).copied()
}

/// `week 2-52/2`; weeks counted from a day on cannot be written.
fn weeks(weeks: &Weeks) -> Option<Option<String>> {
    let range = |range: &WeekRange| match range {
        WeekRange { from, to, .. } if from == to => format!("{from:02}"),
        WeekRange { from, to, step: 1 } => format!("{from:02}-{to:02}"),
        WeekRange { from, to, step } => format!("{from:02}-{to:02}/{step}"),
    };
    Some(match weeks {
        Weeks::Every => None,
        Weeks::Even => Some("week 02-52/2".to_owned()),
        Weeks::Odd => Some("week 01-53/2".to_owned()),
        Weeks::OneIn { .. } => return None,
        Weeks::Numbered(ranges) => {
            let ranges: Vec<String> = ranges.iter().map(range).collect();
            Some(format!("week {}", ranges.join(",")))
        }
    })
}

fn holiday(holiday: &Holiday) -> Option<&'static str> {
    match holiday {
        Holiday::Public => Some("PH"),
        Holiday::School => Some("SH"),
        Holiday::Break(_) | Holiday::Part(_) => None,
    }
}

/// `Mo-Fr`, `Mo,We`, `Th[1,3]`.
fn weekdays(set: Weekdays, nth: Nth) -> String {
    let numbers: Vec<String> = nth.numbers().map(|number| number.to_string()).collect();
    if !numbers.is_empty() {
        let one = |index: usize| format!("{}[{}]", DAYS[index], numbers.join(","));
        return set.indexes().map(one).collect::<Vec<_>>().join(",");
    }
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for index in set.indexes() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == index => *last = index,
            _ => runs.push((index, index)),
        }
    }
    let run = |(first, last): (usize, usize)| match last - first {
        0 => DAYS[first].to_owned(),
        1 => format!("{},{}", DAYS[first], DAYS[last]),
        _ => format!("{}-{}", DAYS[first], DAYS[last]),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(",")
}

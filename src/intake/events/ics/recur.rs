//! The rule of a series as RFC 5545 writes it, and the days it gives.

mod read;

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan};

/// Days a rule may give: more is no calendar that people keep.
const MOST: usize = 5_000;

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A rule: `FREQ=MONTHLY;BYDAY=2TU;COUNT=6`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recur {
    frequency: Frequency,
    interval: i32,
    count: Option<usize>,
    /// Its last hour as written, and whether it is in UTC.
    until: Option<(DateTime, bool)>,
    days: Vec<(i8, Weekday)>,
    month_days: Vec<i8>,
    months: Vec<i8>,
    positions: Vec<i32>,
    week_start: Weekday,
}

impl Recur {
    /// Whether it has no end.
    pub fn is_endless(&self) -> bool {
        self.count.is_none() && self.until.is_none()
    }

    /// The last hour, with whether it is in UTC.
    pub fn until(&self) -> Option<(DateTime, bool)> {
        self.until
    }

    /// The days from the first on that are not after a last one; the first is always one of them.
    pub fn days(&self, first: Date, last: Date) -> Vec<Date> {
        let mut found = vec![first];
        let count = self.count.unwrap_or(MOST).min(MOST);
        for step in 0..i32::try_from(MOST * 8).unwrap_or(i32::MAX) {
            let Some((start, days)) = self.period(first, step) else { break };
            if start > last || found.len() >= count {
                break;
            }
            found.extend(days.into_iter().filter(|day| first < *day && *day <= last));
        }
        found.truncate(count);
        found
    }

    /// The nth period of the rule: its first day, and its days in order.
    fn period(&self, first: Date, step: i32) -> Option<(Date, Vec<Date>)> {
        let steps = i64::from(step.checked_mul(self.interval)?);
        let month = |date: Date| date.first_of_month();
        let (start, days) = match self.frequency {
            Frequency::Daily => {
                let day = first.checked_add(Span::new().try_days(steps).ok()?).ok()?;
                (day, vec![day])
            }
            Frequency::Weekly => {
                let since = first.weekday().since(self.week_start);
                let start = first.checked_sub(i64::from(since).days()).ok()?;
                let start = start.checked_add(Span::new().try_weeks(steps).ok()?).ok()?;
                (start, start.series(1.day()).take(7).collect())
            }
            Frequency::Monthly => {
                let start = month(first).checked_add(Span::new().try_months(steps).ok()?).ok()?;
                (
                    start,
                    start.series(1.day()).take_while(|day| day.month() == start.month()).collect(),
                )
            }
            Frequency::Yearly => {
                let start =
                    first.first_of_year().checked_add(Span::new().try_years(steps).ok()?).ok()?;
                (
                    start,
                    start.series(1.day()).take_while(|day| day.year() == start.year()).collect(),
                )
            }
        };
        let days: Vec<Date> = days.into_iter().filter(|day| self.has(*day, first)).collect();
        Some((start, self.at_positions(days)))
    }

    /// Whether a day of a period is one of the rule.
    fn has(&self, day: Date, first: Date) -> bool {
        let month_day = |wanted: &i8| {
            *wanted == day.day() || *wanted < 0 && day.days_in_month() + 1 + *wanted == day.day()
        };
        let by_day =
            self.days.iter().any(|(nth, weekday)| *weekday == day.weekday() && is_nth(day, *nth));
        let alone = self.days.is_empty() && self.month_days.is_empty();
        let month = match (self.frequency, self.months.is_empty()) {
            (_, false) => self.months.contains(&day.month()),
            (Frequency::Yearly, true) if alone => day.month() == first.month(),
            _ => true,
        };
        let own = match self.frequency {
            Frequency::Daily => true,
            Frequency::Weekly => !self.days.is_empty() || day.weekday() == first.weekday(),
            Frequency::Monthly | Frequency::Yearly => !alone || day.day() == first.day(),
        };
        month
            && own
            && (self.days.is_empty() || by_day)
            && (self.month_days.is_empty() || self.month_days.iter().any(month_day))
    }

    /// The days of a period at the places that `BYSETPOS` wants.
    fn at_positions(&self, days: Vec<Date>) -> Vec<Date> {
        if self.positions.is_empty() {
            return days;
        }
        let place = |wanted: &i32| match usize::try_from(wanted.unsigned_abs()).ok()? {
            0 => None,
            place if *wanted > 0 => days.get(place - 1).copied(),
            place => days.len().checked_sub(place).map(|place| days[place]),
        };
        let kept: BTreeSet<Date> = self.positions.iter().filter_map(place).collect();
        kept.into_iter().collect()
    }
}

/// Whether a day is the nth of its weekday in its month, from the end when negative; 0 is any.
fn is_nth(day: Date, nth: i8) -> bool {
    match nth {
        0 => true,
        nth if nth > 0 => (day.day() - 1) / 7 + 1 == nth,
        nth => (day.days_in_month() - day.day()) / 7 + 1 == -nth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Days as the table of the judge shows them: all of a few, the first and the last of many.
    fn shown(days: &[Date]) -> String {
        let all: Vec<String> = days.iter().map(Date::to_string).collect();
        match all.len() {
            0..=14 => all.join(" "),
            many => format!("{} … {} ({many})", all[..12].join(" "), all[many - 1]),
        }
    }

    #[test]
    fn rules_give_the_days_that_another_program_gives() {
        let mut compared = 0;
        for line in include_str!("recur/judge.tsv").lines().filter(|line| !line.starts_with('#')) {
            let [rule, first, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let first: Date = first.parse().unwrap();
            let recur = Recur::read(rule).unwrap();
            let after = |day: &Date| {
                recur.until().is_some_and(|(until, _)| {
                    day.to_datetime(jiff::civil::time(14, 0, 0, 0)) > until
                })
            };
            let mut days = recur.days(first, date(2028, 12, 31));
            days.retain(|day| !after(day));
            assert_eq!(shown(&days), expected, "{rule} from {first}");
            compared += 1;
        }
        assert_eq!(compared, 120);
    }

    #[test]
    fn what_is_not_known_is_no_rule() {
        for rule in [
            "FREQ=HOURLY",
            "FREQ=WEEKLY;BYHOUR=9",
            "FREQ=YEARLY;BYDAY=MO",
            "FREQ=WEEKLY;BYDAY=2TU",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=WEEKLY;BYDAY=XX",
            "INTERVAL=2",
            "",
        ] {
            assert_eq!(Recur::read(rule), None, "{rule}");
        }
    }
}

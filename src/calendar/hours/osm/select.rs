//! Weekdays and weeks, from the crate's form to ours.

use opening_hours_syntax::rules::day::{HolidayKind, WeekDayRange, WeekRange as OsmWeeks};

use super::super::days::{Days, Nth, WeekRange, Weekdays, Weeks};
use super::super::holiday::Holiday;
use super::convert::{Refusal, refuse};

/// The weekdays, those of each nth together; holidays apart.
pub(super) fn picks(ranges: &[WeekDayRange], common: &Days) -> Result<Vec<Days>, Refusal> {
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
pub(super) fn weeks(ranges: &[OsmWeeks]) -> Weeks {
    let ranges: Vec<WeekRange> = ranges
        .iter()
        .map(|range| {
            let (weeks, step) = range.into_parts();
            WeekRange { from: weeks.start().0, to: weeks.end().0, step: step.max(1) }
        })
        .collect();
    let whole = |from, to, step| ranges == [WeekRange { from, to, step }];
    if ranges.is_empty() || whole(1, 53, 1) {
        Weeks::Every
    } else if whole(1, 53, 2) {
        Weeks::Odd
    } else if whole(2, 52, 2) || whole(2, 53, 2) {
        Weeks::Even
    } else {
        Weeks::Numbered(ranges)
    }
}

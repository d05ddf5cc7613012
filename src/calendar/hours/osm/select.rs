//! Weekdays and weeks, from the crate's form to ours.

use opening_hours_syntax::rules::day::{HolidayKind, WeekDayRange, WeekRange as OsmWeeks};

use super::super::days::{Days, Nth, WeekRange, Weekdays, Weeks};
use super::super::holiday::Holiday;
use super::super::read::Raw;
use super::convert::{Refusal, refuse};

/// What stands for `PH` and `SH` before weekdays (`SH Mo-Fr`: these weekdays, in the holidays): the
/// crate reads « or », so a number of days that nobody writes carries the meaning through it.
const DURING: [(&str, i16, Holiday); 2] =
    [("PH +9001 days", 9001, Holiday::Public), ("PH +9002 days", 9002, Holiday::School)];

/// What the crate is given for a holiday that narrows the weekdays after it.
pub(super) fn during(raw: &Raw) -> &'static str {
    let school = matches!(raw, Raw::Word(word) if word == "sh");
    DURING[usize::from(school)].0
}

/// The weekdays, those of each nth together; holidays apart, after them.
pub(super) fn picks(ranges: &[WeekDayRange], common: &Days) -> Result<Vec<Days>, Refusal> {
    let mut picks: Vec<Days> = Vec::new();
    let mut holidays: Vec<Holiday> = Vec::new();
    let mut during: Vec<Holiday> = Vec::new();
    for range in ranges {
        match pick(range)? {
            Pick::Weekdays(weekdays, nth) => match picks.iter_mut().find(|days| days.nth == nth) {
                Some(days) => days.weekdays = days.weekdays.with(weekdays),
                None => picks.push(Days { weekdays, nth, ..common.clone() }),
            },
            Pick::Holiday(holiday) => holidays.push(holiday),
            Pick::During(holiday) => during.push(holiday),
        }
    }
    for days in &mut picks {
        days.during.clone_from(&during);
    }
    if !holidays.is_empty() || picks.is_empty() {
        picks.push(Days { during: holidays, ..common.clone() });
    }
    Ok(picks)
}

/// One item of a list of days.
enum Pick {
    Weekdays(Weekdays, Nth),
    Holiday(Holiday),
    During(Holiday),
}

fn pick(range: &WeekDayRange) -> Result<Pick, Refusal> {
    match range {
        WeekDayRange::Holiday { offset: 0, kind } => Ok(Pick::Holiday(match kind {
            HolidayKind::Public => Holiday::Public,
            HolidayKind::School => Holiday::School,
        })),
        WeekDayRange::Holiday { offset, .. } => {
            let meant = DURING.iter().find(|(_, days, _)| days == offset);
            meant.map(|(.., holiday)| Pick::During(*holiday)).ok_or_else(offset_of_days)
        }
        WeekDayRange::Fixed { offset: 0, range, nth_from_start, nth_from_end } => {
            let index = |day: &opening_hours_syntax::rules::day::Weekday| {
                day.num_days_from_monday() as usize
            };
            let weekdays = Weekdays::between(index(range.start()), index(range.end()));
            Ok(Pick::Weekdays(weekdays, nth(nth_from_start, nth_from_end)))
        }
        WeekDayRange::Fixed { .. } => Err(offset_of_days()),
    }
}

fn offset_of_days() -> Refusal {
    refuse("un nombre de jours avant ou après un autre")
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

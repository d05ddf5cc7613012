//! Days and hours as calendar files write them, with the zone they are in.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::component::{Component, Property};
use crate::intake::events::zone;

/// A day, or a day and an hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// A whole day.
    Day(Date),
    /// An hour of a day.
    At(DateTime, Clock),
}

/// Whose hour it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// That of whoever reads.
    Floating,
    /// That of a zone.
    In(TimeZone),
    /// That of a zone that nobody knows, by its name.
    Unknown(String),
}

/// The zones that a file defines.
#[derive(Debug, Default)]
pub(super) struct Zones(BTreeMap<String, TimeZone>);

impl Zones {
    /// Reads the zones of a calendar.
    pub fn of(calendar: &Component) -> Self {
        let zones = calendar.parts.iter().filter(|part| part.name == "VTIMEZONE");
        Self(
            zones
                .filter_map(|zone| Some((zone.value("TZID").to_owned(), defined(zone)?)))
                .collect(),
        )
    }

    fn clock(&self, name: &str) -> Clock {
        let known = zone::named(name).or_else(|| self.0.get(name).cloned());
        known.map_or_else(|| Clock::Unknown(name.to_owned()), Clock::In)
    }

    /// Reads the value of a property, or one of its values.
    pub fn stamp(&self, property: &Property, value: &str) -> Option<Stamp> {
        let value = value.trim().replace(['-', ':'], "");
        let (value, utc) = match value.strip_suffix(['Z', 'z']) {
            Some(value) => (value, true),
            None => (value.as_str(), false),
        };
        let (day, hour) = match value.split_once(['T', 't', ' ']) {
            Some((day, hour)) => (day, Some(hour)),
            None => (value, None),
        };
        let day = date(day)?;
        let Some(hour) = hour else { return Some(Stamp::Day(day)) };
        let clock = match property.parameter("TZID") {
            _ if utc => Clock::In(TimeZone::UTC),
            Some(name) => self.clock(name),
            None => Clock::Floating,
        };
        Some(Stamp::At(day.to_datetime(time(hour)?), clock))
    }

    /// Reads every value of a property: `EXDATE` and `RDATE` hold several, a period its start.
    pub fn stamps(&self, property: &Property) -> Vec<Stamp> {
        let values =
            property.value.split(',').map(|value| value.split('/').next().unwrap_or(value));
        values.filter_map(|value| self.stamp(property, value)).collect()
    }
}

impl Stamp {
    /// Its day, in its own zone.
    pub fn day(&self) -> Date {
        match self {
            Self::Day(day) => *day,
            Self::At(at, _) => at.date(),
        }
    }
}

impl Clock {
    /// An hour of this clock as it is in another zone; one that nobody knows is taken as written.
    pub fn at_home(&self, at: DateTime, home: &TimeZone) -> DateTime {
        let Self::In(zone) = self else { return at };
        if zone == home {
            return at;
        }
        at.to_zoned(zone.clone()).map_or(at, |there| home.to_datetime(there.timestamp()))
    }
}

/// `20261215`.
fn date(text: &str) -> Option<Date> {
    let good = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
    let small = |range| i8::try_from(number(range)?).ok();
    good.then(|| Date::new(number(0..4)?, small(4..6)?, small(6..8)?).ok())?
}

/// `140000`, `1400`.
fn time(text: &str) -> Option<Time> {
    let digits = text.len() >= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i8>().ok();
    digits.then(|| Time::new(number(0..2)?, number(2..4)?, 0, 0).ok())?
}

/// The zone that a file describes itself: its offsets, and the days on which they change.
fn defined(zone: &Component) -> Option<TimeZone> {
    let last = |name: &str| zone.parts.iter().rev().find(|part| part.name == name);
    let standard = last("STANDARD").or_else(|| last("DAYLIGHT"))?;
    let base = format!("<S>{}", offset(standard.value("TZOFFSETTO"))?);
    let summer = last("DAYLIGHT").filter(|daylight| daylight.property("RRULE").is_some());
    let Some(summer) = summer.filter(|_| standard.property("RRULE").is_some()) else {
        return self::zone::rule(&base.replace("<S>", "<STD>"));
    };
    let offset = offset(summer.value("TZOFFSETTO"))?;
    let rule = format!("{base}<D>{offset},{},{}", change(summer)?, change(standard)?);
    self::zone::rule(&rule.replace("<S>", "<STD>").replace("<D>", "<DST>"))
}

/// `+0100` as POSIX writes it: what is to be added to reach UTC.
fn offset(text: &str) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("", digits),
        None => ("-", text.strip_prefix('+').unwrap_or(text)),
    };
    let (hours, minutes) = (digits.get(0..2)?, digits.get(2..4)?);
    Some(format!("{sign}{hours}:{minutes}"))
}

/// The day and hour of a yearly change: `M3.5.0/02:00`.
fn change(part: &Component) -> Option<String> {
    let rule = part.value("RRULE").to_ascii_uppercase();
    let field =
        |name: &str| rule.split(';').find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
    let day = field("BYDAY")?;
    let (nth, weekday) = day.split_at_checked(day.len().checked_sub(2)?)?;
    let week = match nth.parse::<i8>().ok()? {
        -1 => 5,
        nth @ 1..=4 => nth,
        _ => return None,
    };
    let weekday =
        ["SU", "MO", "TU", "WE", "TH", "FR", "SA"].iter().position(|one| *one == weekday)?;
    let start = part.value("DTSTART");
    let hour = start.split_once('T').map_or(Some(Time::midnight()), |(_, hour)| time(hour))?;
    Some(format!(
        "M{}.{week}.{weekday}/{:02}:{:02}",
        field("BYMONTH")?.parse::<u8>().ok()?,
        hour.hour(),
        hour.minute()
    ))
}

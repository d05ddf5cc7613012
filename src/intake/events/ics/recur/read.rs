//! A rule read from its text, part by part; one part that is not known makes the whole unknown.

use jiff::civil::{DateTime, Weekday};

use super::{Frequency, Recur};

impl Recur {
    /// Reads a rule; nothing when it says what is not known here, which must not be left out in silence.
    pub fn read(text: &str) -> Option<Self> {
        let mut rule = Self {
            frequency: Frequency::Daily,
            interval: 1,
            count: None,
            until: None,
            days: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Monday,
        };
        let mut frequency = None;
        for part in text.trim().trim_end_matches(';').split(';') {
            let (name, value) = part.split_once('=')?;
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => frequency = Some(self::frequency(value)?),
                "INTERVAL" => rule.interval = value.trim().parse().ok().filter(|n| *n > 0)?,
                "COUNT" => rule.count = Some(value.trim().parse().ok().filter(|n| *n > 0)?),
                "UNTIL" => rule.until = Some(until(value.trim())?),
                "BYDAY" => rule.days = list(value, nth_weekday)?,
                "BYMONTHDAY" => rule.month_days = list(value, |one| one.parse().ok())?,
                "BYMONTH" => rule.months = list(value, |one| one.parse().ok())?,
                "BYSETPOS" => rule.positions = list(value, |one| one.parse().ok())?,
                "WKST" => rule.week_start = weekday(value.trim())?,
                _ => return None,
            }
        }
        rule.frequency = frequency?;
        rule.is_known().then_some(rule)
    }

    /// Whether every part of it has a meaning here.
    fn is_known(&self) -> bool {
        let nth = self.days.iter().any(|(nth, _)| *nth != 0);
        let by_position = !self.positions.is_empty();
        match self.frequency {
            Frequency::Daily => !nth && !by_position,
            Frequency::Weekly => !nth && !by_position && self.month_days.is_empty(),
            Frequency::Monthly => true,
            Frequency::Yearly => self.days.is_empty() || !self.months.is_empty(),
        }
    }
}

fn frequency(text: &str) -> Option<Frequency> {
    match text.trim().to_ascii_uppercase().as_str() {
        "DAILY" => Some(Frequency::Daily),
        "WEEKLY" => Some(Frequency::Weekly),
        "MONTHLY" => Some(Frequency::Monthly),
        "YEARLY" => Some(Frequency::Yearly),
        _ => None,
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let index = days.iter().position(|day| text.eq_ignore_ascii_case(day))?;
    Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()
}

/// `TU`, `2TU`, `-1FR`.
fn nth_weekday(text: &str) -> Option<(i8, Weekday)> {
    let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth = if nth.is_empty() { 0 } else { nth.trim_start_matches('+').parse().ok()? };
    Some((nth, weekday(day)?))
}

fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(|one| read(one.trim())).collect()
}

/// `20270401T235959Z`; a day alone is its last minute.
fn until(text: &str) -> Option<(DateTime, bool)> {
    let (text, utc) = match text.strip_suffix(['Z', 'z']) {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (day, hour) = text.split_once(['T', 't']).unwrap_or((text, "235959"));
    let at: DateTime = format!("{day}T{hour}").parse().ok()?;
    Some((at, utc && text.contains(['T', 't'])))
}

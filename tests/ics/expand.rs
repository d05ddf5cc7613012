//! The days of a calendar file, counted one after the other from what its entries say.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use crate::expected::Line;
use crate::reader::{Component, Property};

/// A line of the agenda with the UID that says it.
pub type Said = (Line, String);

/// Every occurrence of a calendar, in order.
pub fn lines(calendar: &Component) -> Result<Vec<Said>, String> {
    let mut all = Vec::new();
    for event in calendar.parts_named("VEVENT") {
        all.extend(occurrences(event).map_err(|fault| format!("{fault} in {event:?}"))?);
    }
    all.sort();
    Ok(all)
}

fn moment(text: &str) -> Result<DateTime, String> {
    let form = if text.len() == 8 { "%Y%m%d" } else { "%Y%m%dT%H%M%S" };
    match text.len() {
        8 => Date::strptime(form, text).map(|day| day.at(0, 0, 0, 0)),
        _ => DateTime::strptime(form, text),
    }
    .map_err(|error| format!("{text}: {error}"))
}

fn occurrences(event: &Component) -> Result<Vec<Said>, String> {
    let start = event.one("DTSTART")?;
    let whole = start.parameter("VALUE").is_some();
    let form = if whole { "%Y%m%d" } else { "%Y%m%dT%H%M%S" };
    let first = moment(&start.value)?;
    let length = first.until(moment(&event.one("DTEND")?.value)?).map_err(|e| e.to_string())?;
    if !length.is_positive() {
        return Err("it ends before it begins".into());
    }
    let uid = event.one("UID")?.text()?;
    let title = event.text("SUMMARY")?;
    let cancelled = event.one("STATUS")?.value == "CANCELLED";
    let said = |moment: DateTime| {
        let ends = moment.saturating_add(length);
        let (from, to) = (moment.strftime(form).to_string(), ends.strftime(form).to_string());
        ((from, to, title.clone(), cancelled), uid.clone())
    };
    Ok(starts(event, first)?.into_iter().map(said).collect())
}

/// When each occurrence starts: the first, then day after day those that the rule names.
fn starts(event: &Component, first: DateTime) -> Result<Vec<DateTime>, String> {
    let Some(rule) = event.all("RRULE").next() else {
        return if event.all("EXDATE").next().is_none() {
            Ok(vec![first])
        } else {
            Err("days are left out of one".into())
        };
    };
    let (weeks, count) = weekly(event.one("RRULE").map(|_| rule)?)?;
    let mut left_out = Vec::new();
    for dates in event.all("EXDATE") {
        for date in dates.value.split(',') {
            left_out.push(moment(date)?);
        }
    }
    let (mut all, mut day, mut since) = (Vec::new(), first, 0);
    while all.len() < count {
        if since % (7 * weeks) == 0 {
            all.push(day);
        }
        day = day.saturating_add(1.day());
        since += 1;
    }
    if let Some(stranger) = left_out.iter().find(|date| !all.contains(date)) {
        return Err(format!("{stranger} is left out of days that have it not"));
    }
    all.retain(|day| !left_out.contains(day));
    Ok(all)
}

/// Weeks from one to the next, and how many there are.
fn weekly(rule: &Property) -> Result<(i32, usize), String> {
    let (mut weeks, mut count) = (1, None);
    for part in rule.value.split(';') {
        match part.split_once('=').ok_or(format!("{part} is no part of a rule"))? {
            ("FREQ", "WEEKLY") => {}
            ("INTERVAL", every) => weeks = every.parse().map_err(|_| format!("every {every}"))?,
            ("COUNT", times) => count = times.parse().ok(),
            other => return Err(format!("{other:?} is not understood")),
        }
    }
    Ok((weeks, count.filter(|times| *times > 0).ok_or("it never ends")?))
}

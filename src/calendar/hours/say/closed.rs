//! The sentences that say when nobody is there.

use super::super::days::{Days, Nth, Weekdays, Weeks};
use super::super::holiday::Holiday;
use super::super::rule::Link;
use super::super::times::times_said;
use super::layer::Layer;
use super::listed;
use super::open::tidy_remark;
use super::row::{Hours, Row};
use super::season::{season_parts, season_words};
use super::when::{days_words, except_from_closing};

/// The closures of the layers from one on; whole closures without remark are said together. When
/// a fallback follows, what nothing has opened yet needs no closing.
pub(super) fn sentences(layers: &[Layer<'_>], from: usize, fallback: bool) -> Vec<String> {
    let open = Weekdays::ALL.indexes().filter(|&day| is_open_on(layers, day));
    let open = open.fold(Weekdays::NONE, |set, day| set.with(Weekdays::one(day)));
    if open.is_empty() && fallback {
        return Vec::new();
    }
    let mut sentences = Vec::new();
    let mut together: Vec<String> = Vec::new();
    for layer in &layers[from..] {
        for (weekdays, hours) in groups(layer) {
            let Some(weekdays) = worth_saying(layer, weekdays, hours, open) else {
                continue;
            };
            let days = Days { weekdays, ..layer.days.clone() };
            match plain(layer, &days, hours) {
                Some(words) => together.extend(words),
                None => sentences.push(one(layer, &days, hours)),
            }
        }
    }
    if !together.is_empty() {
        sentences.insert(0, format!("fermé {}", listed(&together)));
    }
    sentences
}

/// The weekdays of a closure that must be said: a day that nothing opens is closed without saying.
fn worth_saying(
    layer: &Layer<'_>,
    weekdays: Weekdays,
    hours: &Hours,
    open: Weekdays,
) -> Option<Weekdays> {
    let told = open.is_empty() || hours.remark.is_some();
    let whole_week = weekdays == Weekdays::ALL && !layer.is_weekly();
    match layer.link {
        Link::Otherwise => None,
        _ if told => Some(weekdays),
        _ if layer.is_weekly() => None,
        _ if whole_week => Some(weekdays),
        _ => Some(weekdays.and(open)).filter(|days| !days.is_empty()),
    }
}

/// Whether some layer opens on a weekday.
fn is_open_on(layers: &[Layer<'_>], day: usize) -> bool {
    layers.iter().any(|layer| !layer.rows[day].open().is_empty())
}

/// Closed hours with their weekdays.
fn groups<'l>(layer: &'l Layer<'_>) -> Vec<(Weekdays, &'l Hours)> {
    let mut groups: Vec<(Weekdays, &Hours)> = Vec::new();
    for (index, row) in layer.rows.iter().enumerate() {
        let Row::Closed(hours) = row else {
            continue;
        };
        match groups.iter_mut().find(|(_, other)| *other == hours) {
            Some((weekdays, _)) => *weekdays = weekdays.with(Weekdays::one(index)),
            None => groups.push((Weekdays::one(index), hours)),
        }
    }
    groups
}

/// The days of a closure that needs no other word, so that several can stand in one sentence.
fn plain(layer: &Layer<'_>, days: &Days, hours: &Hours) -> Option<Vec<String>> {
    let one_kind = days.weekdays == Weekdays::ALL && days.nth == Nth::EVERY;
    let whole = |holiday: &Holiday| !matches!(holiday, Holiday::Part(part) if part.but);
    let simple = one_kind && days.weeks == Weeks::Every && layer.except.is_empty();
    let simple = simple && days.during.iter().all(whole);
    let bare = hours.times.is_empty() && hours.remark.is_none();
    (simple && bare).then(|| season_parts(days)).flatten()
}

/// A closure with its season, days, times, exceptions and remark.
fn one(layer: &Layer<'_>, days: &Days, hours: &Hours) -> String {
    let season = season_words(days).map(|words| format!("{words},"));
    let days = days_words(&Days {
        years: Vec::new(),
        periods: Vec::new(),
        during: Vec::new(),
        ..days.clone()
    });
    let (lead, season) =
        if days.is_some() { (season, None) } else { (None, season_words(layer.days)) };
    let times = (!hours.times.is_empty()).then(|| times_said(&hours.times));
    let words: Vec<String> =
        [lead, Some("fermé".to_owned()), days, season, times].into_iter().flatten().collect();
    let mut said = words.join(" ");
    if !layer.except.is_empty() {
        said.push_str(&format!(", sauf {}", except_from_closing(layer.except)));
    }
    if let Some(remark) = &hours.remark {
        said.push_str(&format!(" ({})", tidy_remark(remark)));
    }
    said
}

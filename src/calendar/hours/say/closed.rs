//! The sentences that say when nobody is there.

use super::super::days::{Days, Nth, Weekdays, Weeks};
use super::super::times::times_said;
use super::layer::{Hours, Layer, Row};
use super::listed;
use super::open::tidy_remark;
use super::when::{days_words, except_words};

/// The closures of all layers; whole closures without remark are said together.
pub(super) fn sentences(layers: &[Layer<'_>]) -> Vec<String> {
    let open = layers.iter().any(Layer::is_open);
    let mut sentences = Vec::new();
    let mut together: Vec<String> = Vec::new();
    for layer in layers {
        for (weekdays, hours) in groups(layer) {
            let weekly = layer.is_weekly() && hours.remark.is_none();
            if weekly && open && hours.times.is_empty() {
                // A day of the week that is not said to be open is closed without saying.
                continue;
            }
            let days = Days { weekdays, ..layer.days.clone() };
            match plain(layer, &days, hours) {
                Some(words) => together.push(words),
                None => sentences.push(one(layer, &days, hours)),
            }
        }
    }
    if !together.is_empty() {
        sentences.insert(0, format!("fermé {}", listed(&together)));
    }
    sentences
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
fn plain(layer: &Layer<'_>, days: &Days, hours: &Hours) -> Option<String> {
    let one_kind = days.weekdays == Weekdays::ALL && days.nth == Nth::EVERY;
    let simple = one_kind && days.weeks == Weeks::Every && layer.except.is_empty();
    let bare = hours.times.is_empty() && hours.remark.is_none();
    days_words(days).filter(|_| simple && bare)
}

/// A closure with its days, times, exceptions and remark.
fn one(layer: &Layer<'_>, days: &Days, hours: &Hours) -> String {
    let mut words = vec!["fermé".to_owned()];
    words.extend(days_words(days));
    if !hours.times.is_empty() {
        words.push(times_said(&hours.times));
    }
    let mut said = words.join(" ");
    if !layer.except.is_empty() {
        said.push_str(&format!(", sauf {}", except_words(layer.except)));
    }
    if let Some(remark) = &hours.remark {
        said.push_str(&format!(" ({})", tidy_remark(remark)));
    }
    said
}

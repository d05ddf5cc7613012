//! The sentences of one layer that say when somebody may come.

use super::super::days::{Days, Weekdays};
use super::super::rule::{Link, State};
use super::super::times::{TimeSpan, times_said};
use super::Shared;
use super::days::{Article, weekdays};
use super::layer::{Hours, Layer};
use super::when::{except_words, season_words, weeks_words};
use crate::text::typography;

/// Before `:`.
const COLON: &str = "\u{a0}: ";
/// Before and after `;`.
const SEMICOLON: &str = "\u{202f}; ";

/// The sentences of a layer, given the layers before it and what is said once for all.
pub(super) fn sentences(
    layer: &Layer<'_>,
    before: &[Layer<'_>],
    shared: &Shared<'_>,
) -> Vec<String> {
    let groups = layer.groups();
    let said: Vec<String> =
        groups.iter().map(|(days, hours)| group(layer, before, *days, hours, shared)).collect();
    let otherwise = layer.link == Link::Otherwise;
    let season = season_words(layer.days);
    let mut sentences = match (season, otherwise) {
        _ if said.is_empty() => Vec::new(),
        (None, false) => said,
        (None, true) => vec![format!("sinon, {}", said.join(SEMICOLON))],
        (Some(season), _) => {
            let sinon = if otherwise { "sinon, " } else { "" };
            let joint = if said.len() == 1 { ", " } else { COLON };
            vec![format!("{sinon}{season}{joint}{}", said.join(SEMICOLON))]
        }
    };
    if leaves_days(layer, before, &groups) {
        sentences.push("les autres jours, rien ne change".into());
    }
    sentences
}

/// Weekdays, times and what follows them.
fn group(
    layer: &Layer<'_>,
    before: &[Layer<'_>],
    days: Weekdays,
    hours: &Hours,
    shared: &Shared<'_>,
) -> String {
    if let Some(alone) = alone(layer, days, hours) {
        return alone;
    }
    let mut words = Vec::new();
    let meets = Meets::of(layer, before, days, hours);
    if meets == Meets::Adds {
        words.push("aussi".to_owned());
    }
    let inside = layer.is_seasonal() || layer.link == Link::Otherwise || meets == Meets::Adds;
    let article = if inside { Article::With } else { Article::Without };
    if !(days == Weekdays::ALL && layer.is_of_single_days()) {
        words.push(weekdays(days, layer.days.nth, article));
    }
    words.extend(times(hours));
    if meets == Meets::Shortens {
        words.push("seulement".into());
    }
    let mut said = words.join(" ");
    let except = if shared.except == layer.except { &[] } else { layer.except };
    let tails = [
        (hours.state == State::Appointment && !shared.appointment)
            .then(|| "sur rendez-vous".to_owned()),
        (hours.state == State::Unknown).then(|| "à confirmer".to_owned()),
        weeks_words(&layer.days.weeks),
        (!except.is_empty()).then(|| format!("sauf {}", except_words(except))),
    ];
    for tail in tails.into_iter().flatten() {
        said.push_str(", ");
        said.push_str(&tail);
    }
    if let Some(remark) = &hours.remark {
        said.push_str(&format!(" ({})", tidy_remark(remark)));
    }
    said
}

/// What needs no day and no time: « sur rendez-vous », a remark.
fn alone(layer: &Layer<'_>, days: Weekdays, hours: &Hours) -> Option<String> {
    let plain = days == Weekdays::ALL
        && hours.times.is_empty()
        && layer.except.is_empty()
        && Days { weekdays: Weekdays::ALL, ..layer.days.clone() }.is_all();
    let remark = hours.remark.as_deref().map(tidy_remark);
    match (hours.state, remark) {
        _ if !plain => None,
        (State::Appointment, None) => Some("sur rendez-vous".into()),
        (State::Appointment, Some(remark)) => Some(format!("sur rendez-vous ({remark})")),
        (State::Unknown, Some(remark)) => Some(remark),
        (State::Unknown, None) => Some("à confirmer".into()),
        (State::Open, None) => Some("ouvert tous les jours, 24\u{a0}heures sur\u{a0}24".into()),
        _ => None,
    }
}

/// A remark with French spaces and no full stop of its own.
pub(in super::super) fn tidy_remark(remark: &str) -> String {
    typography(remark.trim().trim_end_matches('.').trim_end())
}

/// The times, or the whole day where somebody is there without saying when.
fn times(hours: &Hours) -> Option<String> {
    match (hours.times.is_empty(), hours.state) {
        (false, _) => Some(times_said(&hours.times)),
        (true, State::Open) => Some(TimeSpan::WHOLE_DAY.said()),
        (true, _) => None,
    }
}

/// How hours of a layer meet those said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meets {
    /// Nothing before speaks of these days, or it is plain that this takes its place.
    Plainly,
    /// They stand beside what was said.
    Adds,
    /// They take the place of more than they give.
    Shortens,
}

impl Meets {
    fn of(layer: &Layer<'_>, before: &[Layer<'_>], days: Weekdays, hours: &Hours) -> Self {
        let near = |other: &&Layer<'_>| !layer.is_apart(other) && other.is_open();
        let earlier: Vec<&Layer> = before.iter().filter(near).collect();
        let replaced: Vec<&Hours> = earlier
            .iter()
            .flat_map(|other| days.indexes().flat_map(|day| other.rows[day].open()))
            .collect();
        match layer.link {
            Link::Otherwise => Self::Plainly,
            Link::Add if !replaced.is_empty() => Self::Adds,
            _ if replaced.is_empty() && layer.is_seasonal() && !earlier.is_empty() => Self::Adds,
            _ if replaced.iter().all(|other| covers(hours, other)) => Self::Plainly,
            _ => Self::Shortens,
        }
    }
}

/// Whether every minute of the other hours is in these.
fn covers(hours: &Hours, other: &Hours) -> bool {
    let inside = |span: &TimeSpan| {
        let left = hours.times.iter().fold(vec![*span], |left, by| {
            left.into_iter().flat_map(|piece| piece.without(*by)).collect()
        });
        left.is_empty()
    };
    hours.times.is_empty() || (!other.times.is_empty() && other.times.iter().all(inside))
}

/// Whether a season that changes some days leaves others as they were, which must be said.
fn leaves_days(layer: &Layer<'_>, before: &[Layer<'_>], groups: &[(Weekdays, &Hours)]) -> bool {
    let said = |day: usize| layer.rows[day] != super::Row::Unsaid;
    let near = |other: &&Layer<'_>| other.is_open() && !layer.is_apart(other);
    let changes = |(days, hours): &(Weekdays, &Hours)| {
        days.indexes().any(|day| {
            let open = |other: &Layer<'_>| !other.rows[day].open().is_empty();
            before.iter().filter(near).any(open)
        }) && Meets::of(layer, before, *days, hours) != Meets::Adds
    };
    let left =
        |other: &Layer<'_>| (0..7).any(|day| !said(day) && !other.rows[day].open().is_empty());
    layer.is_seasonal()
        && layer.link == Link::Replace
        && groups.iter().any(changes)
        && before.iter().filter(near).any(left)
}

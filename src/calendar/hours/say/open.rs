//! The sentences of one layer that say when somebody may come.

use super::super::days::{Days, Weekdays};
use super::super::rule::{Link, State};
use super::super::times::{TimeSpan, times_said};
use super::days::{Article, weekdays};
use super::layer::Layer;
use super::meets::{Meets, leaves_days};
use super::row::Hours;
use super::season::season_words;
use super::when::{days_words, except_words, weeks_words};
use super::{Shared, listed};
use crate::text::typography;

/// The sentences of a layer, given the layers before it and what is said once for all.
pub(super) fn sentences(
    layer: &Layer<'_>,
    before: &[Layer<'_>],
    shared: &Shared<'_>,
) -> Vec<String> {
    let groups = layer.groups();
    let said: Vec<Said> =
        groups.iter().map(|(days, hours)| group(layer, before, *days, hours, shared)).collect();
    let lead: Vec<String> =
        [(layer.link == Link::Otherwise).then(|| "sinon".to_owned()), season_words(layer.days)]
            .into_iter()
            .flatten()
            .collect();
    let together = !lead.is_empty() && said.iter().all(|said| said.tail.is_empty());
    let lead: String = lead.into_iter().map(|words| words + ", ").collect();
    let mut sentences: Vec<String> = if together && said.len() > 1 {
        let cores: Vec<String> = said.into_iter().map(|said| said.core).collect();
        vec![format!("{lead}{}", listed(&cores))]
    } else {
        let sentence = |said: Said| format!("{lead}{}{}", said.core, said.tail);
        said.into_iter().map(sentence).collect()
    };
    if leaves_days(layer, before, &groups) {
        sentences.push("les autres jours, rien ne change".into());
    }
    sentences
}

/// What is said of some weekdays.
struct Said {
    /// Days and times: several can stand in one sentence.
    core: String,
    /// Conditions, which hold for one core only.
    tail: String,
}

/// Weekdays, times and what follows them.
fn group(
    layer: &Layer<'_>,
    before: &[Layer<'_>],
    days: Weekdays,
    hours: &Hours,
    shared: &Shared<'_>,
) -> Said {
    if let Some(core) = alone(layer, days, hours) {
        let tail = String::new();
        return Said { core, tail };
    }
    let meets = Meets::of(layer, before, days, hours);
    let inside = layer.is_seasonal() || layer.link == Link::Otherwise || meets == Meets::Adds;
    let article = if inside { Article::With } else { Article::Without };
    let told = days == Weekdays::ALL && layer.is_of_single_days();
    let words: Vec<String> = [
        (meets == Meets::Adds).then(|| "aussi".to_owned()),
        (!told).then(|| weekdays(days, layer.days.nth, article)),
        times(hours),
        (meets == Meets::Shortens).then(|| "seulement".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    Said { core: words.join(" "), tail: tail(layer, before, days, hours, shared) }
}

/// State, weeks, exceptions and remark.
fn tail(
    layer: &Layer<'_>,
    before: &[Layer<'_>],
    days: Weekdays,
    hours: &Hours,
    shared: &Shared<'_>,
) -> String {
    let except = if shared.except == layer.except { &[] } else { layer.except };
    let appointment = hours.state == State::Appointment && !shared.appointment;
    let mut tail: String = [
        appointment.then(|| "sur rendez-vous".to_owned()),
        (hours.state == State::Unknown).then(|| "à confirmer".to_owned()),
        weeks_words(&layer.days.weeks),
        (!except.is_empty()).then(|| format!("sauf {}", except_words(except))),
        reopened(layer, before, days),
    ]
    .into_iter()
    .flatten()
    .map(|words| format!(", {words}"))
    .collect();
    if let Some(remark) = &hours.remark {
        tail.push_str(&format!(" ({})", tidy_remark(remark)));
    }
    tail
}

/// `même les jours fériés`, where these hours open what a rule before had closed.
fn reopened(layer: &Layer<'_>, before: &[Layer<'_>], days: Weekdays) -> Option<String> {
    let words: Vec<String> = before
        .iter()
        .filter(|other| other.closes(days) && !other.is_apart(layer))
        .filter_map(|other| days_words(&Days { weekdays: Weekdays::ALL, ..other.days.clone() }))
        .collect();
    let reopens = layer.link != Link::Otherwise && !layer.is_weekly() && !words.is_empty();
    reopens.then(|| format!("même {}", listed(&words)))
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

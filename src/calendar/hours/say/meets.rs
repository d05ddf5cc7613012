//! How hours meet those said before them: `aussi`, `seulement`, or nothing to say.

use super::super::days::Weekdays;
use super::super::rule::Link;
use super::super::times::TimeSpan;
use super::layer::Layer;
use super::row::{Hours, Row};

/// How hours of a layer meet those said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meets {
    /// Nothing before speaks of these days, or it is plain that this takes its place.
    Plainly,
    /// They stand beside what was said.
    Adds,
    /// They take the place of more than they give.
    Shortens,
}

impl Meets {
    /// How they meet.
    pub fn of(layer: &Layer<'_>, before: &[Layer<'_>], days: Weekdays, hours: &Hours) -> Self {
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
pub(super) fn leaves_days(
    layer: &Layer<'_>,
    before: &[Layer<'_>],
    groups: &[(Weekdays, &Hours)],
) -> bool {
    let said = |day: usize| layer.rows[day] != Row::Unsaid;
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

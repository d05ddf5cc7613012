//! Headings of a text take their place below those of its page, without a gap.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

/// The same events with headings that start at level `top` and go down one step at a time.
pub(super) fn fitted(events: Vec<Event<'_>>, top: usize) -> Vec<Event<'_>> {
    let used: BTreeSet<usize> = events.iter().filter_map(level).collect();
    let rank = |level: usize| used.iter().position(|used| *used == level).unwrap_or_default();
    let mut last = top.saturating_sub(1);
    let fit = |event| match event {
        Event::Start(Tag::Heading { level, .. }) => {
            last = (top + rank(level as usize)).min(last + 1).min(6);
            // Attributes are left out: an id written by hand could be that of the page.
            Event::Start(Tag::Heading {
                level: named(last),
                id: None,
                classes: vec![],
                attrs: vec![],
            })
        }
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(named(last))),
        other => other,
    };
    events.into_iter().map(fit).collect()
}

fn level(event: &Event<'_>) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

fn named(level: usize) -> HeadingLevel {
    HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
}

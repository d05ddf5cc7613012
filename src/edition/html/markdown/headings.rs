//! Headings of a text take their place below those of its page, without a gap.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use crate::text::slug;

/// Anchors that pages have already.
const TAKEN: [&str; 3] = ["contenu", "lieux", "numeros"];

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
                level: at_level(last),
                id: None,
                classes: vec![],
                attrs: vec![],
            })
        }
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(at_level(last))),
        other => other,
    };
    events.into_iter().map(fit).collect()
}

/// The same events with an anchor on each heading, made of its words; the second of a name takes a number.
pub(super) fn named(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut taken: BTreeSet<String> = TAKEN.map(String::from).into();
    // Where counting goes on: thousands of headings of one name would be counted from two each time.
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..events.len() {
        if !matches!(events[at], Event::Start(Tag::Heading { .. })) {
            continue;
        }
        let name = slug(&words(&events[at + 1..]));
        let number = last.entry(name.clone()).or_insert(1);
        let numbered = (*number + 1..).map(|next| {
            *number = next;
            format!("{name}-{next}")
        });
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
        if let (Some(free), Event::Start(Tag::Heading { id, .. })) = (free, &mut events[at]) {
            taken.insert(free.clone());
            *id = Some(free.into());
        }
    }
    events
}

/// The words of the heading that these events go on with.
fn words(events: &[Event<'_>]) -> String {
    let inside = events.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let text = |event: &Event<'_>| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        _ => String::new(),
    };
    inside.map(text).collect()
}

fn level(event: &Event<'_>) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

fn at_level(level: usize) -> HeadingLevel {
    HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
}

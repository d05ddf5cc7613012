//! Pictures of a text: those of the guide are shown; of others the words stay.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::text::typography;

use super::Links;

/// The same events with each picture of the guide as it is shown, and no other.
pub(super) fn shown<'a>(events: Vec<Event<'a>>, links: &dyn Links) -> Vec<Event<'a>> {
    let mut out = Vec::with_capacity(events.len());
    let mut events = events.into_iter();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                if let Some(photo) = links.image(&dest_url) {
                    let alt = typography(&words(&mut events));
                    out.push(Event::InlineHtml(photo.html(&alt).into()));
                }
            }
            Event::End(TagEnd::Image) => {}
            other => out.push(other),
        }
    }
    out
}

/// The words of the picture that these events are inside of, which they leave.
fn words<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> String {
    let mut words = String::new();
    let mut depth = 1_usize;
    for event in events {
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => depth -= 1,
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    words
}

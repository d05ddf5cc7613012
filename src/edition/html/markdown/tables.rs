//! Tables say which cells are headers; how cells are aligned is left to the style.

use pulldown_cmark::{Event, Tag, TagEnd};

/// The same events with a scope on each header cell, and no alignment.
pub(super) fn with_scopes(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut in_head = false;
    let scope = |event| match event {
        Event::Start(Tag::Table(_)) => Event::Start(Tag::Table(Vec::new())),
        Event::Start(Tag::TableHead) => {
            in_head = true;
            event
        }
        Event::End(TagEnd::TableHead) => {
            in_head = false;
            event
        }
        Event::Start(Tag::TableCell) if in_head => Event::Html("<th scope=\"col\">".into()),
        Event::End(TagEnd::TableCell) if in_head => Event::Html("</th>".into()),
        other => other,
    };
    events.into_iter().map(scope).collect()
}

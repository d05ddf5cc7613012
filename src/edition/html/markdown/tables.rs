//! Tables say which cells are headers, and that their words may be cut to fit a narrow screen.

use pulldown_cmark::{Event, Tag, TagEnd};

/// The same events with a scope on each header cell, and no alignment.
pub(super) fn with_scopes(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut in_head = false;
    let scope = |event| match event {
        Event::Start(Tag::Table(_)) => Event::Html("<table>".into()),
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

//! Tables say which cells are headers, and scroll in a box where a screen is too narrow for them.

use pulldown_cmark::{Event, Tag, TagEnd};

/// A wide table scrolls in a box of its own, which the keyboard reaches (WCAG 2.1.1).
const OPENED: &str =
    "<div class=\"large\" role=\"group\" aria-label=\"Tableau\" tabindex=\"0\"><table>";
const CLOSED: &str = "</tbody></table></div>\n";

/// The same events with a scope on each header cell, and no alignment.
pub(super) fn with_scopes(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut in_head = false;
    let scope = |event| match event {
        Event::Start(Tag::Table(_)) => Event::Html(OPENED.into()),
        Event::End(TagEnd::Table) => Event::Html(CLOSED.into()),
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

//! Tables say which cells are headers, and scroll in a box where a screen is too narrow for them.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::text::{escaped, typography};

const CLOSED: &str = "</tbody></table></div>\n";
/// Letters of a title that are said: many tables may stand below one heading.
const SAID: usize = 80;

/// A wide table scrolls in a box of its own, which the keyboard reaches (WCAG 2.1.1). The heading above it is its title:
/// Markdown has no other.
fn opened(heading: &str) -> String {
    let title = match heading.trim() {
        "" => "Tableau".to_owned(),
        heading => {
            let said: String = heading.chars().take(SAID).collect();
            escaped(&typography(&format!("Tableau : {said}")))
        }
    };
    format!("<div class=\"large\" role=\"group\" aria-label=\"{title}\" tabindex=\"0\"><table>")
}

/// The same events with a scope on each header cell, and no alignment.
pub(super) fn with_scopes(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let (mut in_head, mut in_heading) = (false, false);
    let mut heading = String::new();
    let scope = |event| {
        match &event {
            Event::Start(Tag::Heading { .. }) => {
                in_heading = true;
                heading.clear();
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Text(words) | Event::Code(words) if in_heading => heading.push_str(words),
            Event::Start(Tag::TableHead) => in_head = true,
            Event::End(TagEnd::TableHead) => in_head = false,
            _ => {}
        }
        match event {
            Event::Start(Tag::Table(_)) => Event::Html(opened(&heading).into()),
            Event::End(TagEnd::Table) => Event::Html(CLOSED.into()),
            Event::Start(Tag::TableCell) if in_head => Event::Html("<th scope=\"col\">".into()),
            Event::End(TagEnd::TableCell) if in_head => Event::Html("</th>".into()),
            other => other,
        }
    };
    events.into_iter().map(scope).collect()
}

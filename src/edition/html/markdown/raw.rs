//! Raw HTML is not let through: its tags go, its words stay.

use pulldown_cmark::{Event, Tag, TagEnd};

/// Elements whose content is no text for readers.
const UNREAD: [&str; 2] = ["script", "style"];

/// The same events without raw HTML; the words of a block of HTML become a paragraph.
pub(super) fn without_tags(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut out = Vec::with_capacity(events.len());
    let mut block = String::new();
    for event in events {
        match event {
            Event::Start(Tag::HtmlBlock) => block.clear(),
            Event::Html(html) => block.push_str(&html),
            Event::InlineHtml(_) => {}
            Event::End(TagEnd::HtmlBlock) => {
                let words = words(&block);
                if !words.is_empty() {
                    out.extend([Event::Start(Tag::Paragraph), Event::Text(words.into())]);
                    out.push(Event::End(TagEnd::Paragraph));
                }
            }
            other => out.push(other),
        }
    }
    out
}

/// What a reader would see of some HTML, in one line.
fn words(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        kept.push_str(&rest[..at]);
        rest = after_tag(&rest[at..]);
        kept.push(' ');
    }
    kept.push_str(rest);
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What follows a tag, a comment, or an element that nobody reads.
fn after_tag(html: &str) -> &str {
    let past = |end: &str| html.find(end).map_or("", |at| &html[at + end.len()..]);
    if html.starts_with("<!--") {
        return past("-->");
    }
    for element in UNREAD {
        if begins_with(&html[1..], element) {
            let mut ends = html.match_indices("</").map(|(at, _)| &html[at + 2..]);
            let inner = ends.find(|end| begins_with(end, element)).unwrap_or_default();
            return inner.split_once('>').map_or("", |(_, rest)| rest);
        }
    }
    past(">")
}

/// Whether a text begins with the name of an element, in small or capital letters.
fn begins_with(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

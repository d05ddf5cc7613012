//! Markdown as HTML: no raw tag gets through, links lead only to safe places, headings fit the page.

mod headings;
mod links;
mod pictures;
mod raw;
mod tables;

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TextMergeStream, html};

use crate::text::blanked;

pub(super) use links::Links;

/// Longest text made into HTML, in bytes: a hostile table grows seventyfold.
const LONGEST: usize = 200_000;

/// The HTML of a text whose highest headings are to be of level `top` (2 to 6).
pub(super) fn html(text: &str, top: usize, links: &dyn Links) -> String {
    written(headings::fitted(read(text), top), text, links)
}

/// The HTML of the text of a whole page: its headings can be linked to, by their words.
pub(super) fn page(text: &str, links: &dyn Links) -> String {
    written(headings::named(headings::fitted(read(text), 2)), text, links)
}

/// The events of a text without raw tags, shortened to what anybody reads.
pub(in crate::edition) fn read(text: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = TextMergeStream::new(Parser::new_ext(shortened(text), options));
    raw::without_tags(events.map(seen).collect())
}

/// An event whose words hold no control: « &#1; » writes one where the text had none. The language of a block of code, which
/// nobody sees, is left out.
fn seen(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(text) => Event::Text(words(text)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: words(dest_url), title, id })
        }
        Event::Start(Tag::CodeBlock(_)) => Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
        other => other,
    }
}

/// The same words, blanks where they had controls: few have.
fn words(text: CowStr<'_>) -> CowStr<'_> {
    let seen = match blanked(&text) {
        Cow::Owned(seen) => Some(seen),
        Cow::Borrowed(_) => None,
    };
    seen.map_or(text, CowStr::from)
}

fn written(events: Vec<Event<'_>>, text: &str, links: &dyn Links) -> String {
    let events = pictures::shown(tables::with_scopes(events), links);
    let events = links::checked(events, links);
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, events.into_iter());
    out
}

/// The start of a text too long to be read by anybody.
fn shortened(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests;

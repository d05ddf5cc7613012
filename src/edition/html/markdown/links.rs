//! Links of a text: allow-listed; what is refused keeps its words.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::edition::html::photo::Photo;
use crate::text::{has_scheme, mailto, typography};

/// Where the links of a text may lead.
pub(in crate::edition) trait Links {
    /// The address of a page of this site by how it is written, or nothing when it is none.
    fn page(&self, written: &str) -> Option<String>;

    /// The address to write for a link to this site, its anchor kept, or nothing when it is none.
    fn link(&self, written: &str) -> Option<String> {
        match written.split_once('#') {
            Some(("", anchor)) => Some(format!("#{anchor}")),
            Some((path, anchor)) => self.page(path).map(|page| format!("{page}#{anchor}")),
            None => self.page(written),
        }
    }

    /// A picture of the guide, or nothing.
    fn image(&self, written: &str) -> Option<Photo>;
}

/// Schemes that lead out of the site and run nothing.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether an address leads out of the site by a scheme that runs nothing.
fn safe(address: &str) -> bool {
    SCHEMES.iter().any(|known| has_scheme(address, known))
}

/// A link that writes a letter says whom to and at most its subject: no copies to others, no file to join.
fn asking_little(address: &str) -> &str {
    let Some((to, query)) = address.split_once('?') else { return address };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~%".contains(c);
    // « %0A » would end the subject.
    let one_line = |words: &str| words.chars().all(plain) && !words.contains("%0");
    let subject = query.strip_prefix("subject=").is_some_and(one_line);
    if has_scheme(to, "mailto") && !subject { to } else { address }
}

/// The same events with links checked, and French spaces outside code.
pub(super) fn checked<'a>(events: Vec<Event<'a>>, links: &dyn Links) -> Vec<Event<'a>> {
    let mut out = Vec::with_capacity(events.len());
    let mut kept = Vec::new();
    let mut in_code = false;
    for event in events {
        match event {
            Event::Start(tag @ Tag::Link { .. }) => {
                let tag = allowed(tag, links);
                kept.push(tag.is_some());
                out.extend(tag.map(Event::Start));
            }
            Event::End(TagEnd::Link) => {
                if kept.pop() == Some(true) {
                    out.push(event);
                }
            }
            Event::Text(text) if !in_code => out.push(Event::Text(typography(&text).into())),
            other => {
                match other {
                    Event::Start(Tag::CodeBlock(_)) => in_code = true,
                    Event::End(TagEnd::CodeBlock) => in_code = false,
                    _ => {}
                }
                out.push(other);
            }
        }
    }
    out
}

/// The tag with its address as seen from this page, or nothing.
fn allowed<'a>(tag: Tag<'a>, links: &dyn Links) -> Option<Tag<'a>> {
    match tag {
        Tag::Link { link_type, dest_url, .. } => {
            let address = match link_type {
                LinkType::Email => Some(mailto(&dest_url)),
                _ if safe(&dest_url) => Some(asking_little(&dest_url).to_owned()),
                _ => links.link(&dest_url),
            };
            // A title would be read twice, or by nobody.
            address.map(|address| Tag::Link {
                link_type: LinkType::Inline,
                dest_url: address.into(),
                title: CowStr::Borrowed(""),
                id: CowStr::Borrowed(""),
            })
        }
        other => Some(other),
    }
}

//! Feeds (Atom): read by the reader of another, and looked at tag by tag.

use super::{html, urls};

/// Elements of a feed.
const ELEMENTS: &str = "feed title id updated author name generator link entry content subtitle uri email published summary category rights";

/// What is wrong with a feed.
pub fn atom(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (declaration, body) = text.split_once("?>").unwrap_or(("", text));
    if declaration != "<?xml version=\"1.0\"" {
        found.push(format!("the declaration {declaration:?}"));
    }
    // A title of a feed is no raw text, as it is in a page.
    let body = body.replace("<title>", "<name>").replace("</title>", "</name>");
    for tag in html::tags(&body, &mut found) {
        if !ELEMENTS.split(' ').any(|known| known == tag.name.trim_start_matches('/')) {
            found.push(format!("the element <{}>", tag.name));
        }
        for (attribute, value) in &tag.attributes {
            match attribute.as_str() {
                "href" => found.extend(urls::fault(value)),
                "type"
                    if !["text", "text/html", "application/atom+xml"].contains(&value.as_str()) =>
                {
                    found.push(format!("the type {value:?}"));
                }
                "xmlns" | "xml:lang" | "rel" | "type" => {}
                other => found.push(format!("the attribute {other}={value:?}")),
            }
        }
    }
    if let Some(bad) = text.chars().find(|c| matches!(c, '\u{fffe}' | '\u{ffff}')) {
        found.push(format!("{bad:?}, which XML cannot hold"));
    }
    found
}

#[test]
fn tags_of_somebody_else_are_found_out() {
    let feed = |inner: &str| format!("<?xml version=\"1.0\"?><feed><entry>{inner}</entry></feed>");
    assert_eq!(atom(&feed("<title>1 &lt; 2</title>")), [] as [String; 0]);
    for bad in [
        "<title><b>x</b></title>",
        "<link href=\"javascript:x\"/>",
        "<content type=\"html\">",
        "<!DOCTYPE x>",
    ] {
        assert!(!atom(&feed(bad)).is_empty(), "{bad}");
    }
}

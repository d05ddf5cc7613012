//! Pages as a browser takes them apart (HTML Standard, 13.2.5): elements, attributes, addresses, scripts, styles.

use super::{around, urls};

/// Elements that pages are made of.
const ELEMENTS: &str = "a abbr article aside b blockquote body br button caption circle cite code col colgroup dd del \
     details dfn div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr \
     html i img input label legend li line link main meta nav ol option p path picture polygon polyline \
     pre rect s script section select small source span strong style sub summary sup svg table tbody td \
     text th thead time title tr ul";

/// Attributes that pages have; none of them runs anything.
const ATTRIBUTES: &str = "alt autocapitalize autocomplete charset class colspan content cx cy d data-codes data-liste datetime \
     dir dominant-baseline enterkeyhint fill fill-opacity fill-rule font-family font-size font-weight for \
     height hidden href hreflang http-equiv id inputmode lang loading name open paint-order placeholder \
     points r rel role rowspan rx scope spellcheck src srcset start stroke stroke-dasharray \
     stroke-linecap stroke-linejoin stroke-opacity stroke-width tabindex text-anchor title transform type \
     value viewbox width x x1 x2 xmlns y y1 y2";

/// Elements whose text holds no tag but their end.
const RAW: [&str; 4] = ["script", "style", "title", "textarea"];

/// One tag, as a browser reads it.
#[derive(Debug, Default)]
pub struct Tag {
    /// Its name, in small letters; `/name` closes.
    pub name: String,
    /// Its attributes, their entities read.
    pub attributes: Vec<(String, String)>,
    /// What it holds, when that is no markup.
    pub raw: String,
}

impl Tag {
    fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What is wrong with a page.
pub fn page(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut policy = String::new();
    let tags = tags(html, &mut found);
    if tags.iter().filter(|tag| tag.name == "style").count() > 1 {
        found.push("more than one <style>".to_owned());
    }
    for tag in tags {
        if tag.name == "meta" && tag.value("http-equiv") == Some("Content-Security-Policy") {
            policy = tag.value("content").unwrap_or_default().to_owned();
        }
        found.extend(judged(&tag, &policy));
    }
    found
}

/// What is wrong with one tag of a page.
fn judged(tag: &Tag, policy: &str) -> Vec<String> {
    let mut found = Vec::new();
    let name = tag.name.trim_start_matches('/');
    if !ELEMENTS.split(' ').any(|known| known == name) {
        found.push(format!("the element <{}>", tag.name));
    }
    for (attribute, value) in &tag.attributes {
        let known = ATTRIBUTES.split(' ').any(|known| known == attribute) || is_named(attribute);
        if !known || (tag.name.starts_with('/')) {
            found.push(format!("the attribute {attribute}={value:?} of <{}>", tag.name));
        }
        if ["href", "src", "srcset"].contains(&attribute.as_str()) {
            found.extend(urls::fault(value));
        }
    }
    let leaves = tag.value("content").filter(|_| tag.value("http-equiv") == Some("refresh"));
    let place = leaves.and_then(|content| content.split_once("url=")).map(|(_, url)| url);
    found.extend(place.and_then(urls::fault));
    if name == "script" && tag.value("type") == Some("application/ld+json") {
        found.extend(super::tables::json(&tag.raw));
    } else if ["style", "script"].contains(&tag.name.as_str()) && !is_known(tag, policy) {
        found.push(format!("<{}> that no policy names: {:?}", tag.name, around(&tag.raw, 0)));
    }
    found
}

/// `aria-` and a word, `data-` and a number.
fn is_named(attribute: &str) -> bool {
    let rest = |start| attribute.strip_prefix(start).unwrap_or_default();
    let (word, number) = (rest("aria-"), rest("data-"));
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase())
        || !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the policy of the page names a style or a script; a file of scripts is named as a whole.
fn is_known(tag: &Tag, policy: &str) -> bool {
    match tag.value("src") {
        Some(_) => policy.contains("script-src") && policy.contains("'self'"),
        None if tag.name == "style" && policy.ends_with("style-src 'unsafe-inline'") => true,
        None => policy.contains(&jalon::theme::policy_hash(&tag.raw)),
    }
}

/// The tags of a page; what begins none and yet is markup is told.
pub fn tags(html: &str, found: &mut Vec<String>) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").unwrap_or(html);
    while let Some(at) = rest.find('<') {
        let after = &rest[at + 1..];
        let letter = after.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
        if after.starts_with(['!', '?']) || (after.starts_with('/') && !letter) {
            found.push(format!("a comment or a declaration: {:?}", around(rest, at)));
        }
        if !letter || after.starts_with("//") {
            rest = after;
            continue;
        }
        let (mut tag, end) = tag(after);
        rest = &after[end..];
        if RAW.contains(&tag.name.as_str()) {
            let close = closing(rest, &tag.name);
            tag.raw = rest[..close].to_owned();
            rest = &rest[close..];
        }
        tags.push(tag);
    }
    tags
}

/// Where an element without markup inside ends, or the end of the text.
fn closing(text: &str, name: &str) -> usize {
    let close = format!("</{name}");
    let is_close = |at: &usize| {
        text.get(*at..at + close.len()).is_some_and(|part| part.eq_ignore_ascii_case(&close))
            && text[at + close.len()..].starts_with(['>', '/', ' ', '\n', '\t', '\r', '\u{c}'])
    };
    text.match_indices("</").map(|(at, _)| at).find(is_close).unwrap_or(text.len())
}

/// A tag, and where it ends.
fn tag(text: &str) -> (Tag, usize) {
    let blank = |c: char| " \t\n\r\u{c}".contains(c);
    let named = text.find(|c: char| blank(c) || c == '>').unwrap_or(text.len());
    let slash = text[1..named].find('/').map_or(named, |at| at + 1);
    let mut tag = Tag { name: text[..slash].to_ascii_lowercase(), ..Tag::default() };
    let mut at = slash;
    loop {
        let here = text[at..].trim_start_matches(|c: char| blank(c) || c == '/');
        at = text.len() - here.len();
        if here.is_empty() || here.starts_with('>') {
            return (tag, (at + 1).min(text.len()));
        }
        let first = here.chars().next().map_or(0, char::len_utf8);
        let end = here[first..].find(|c: char| blank(c) || "/>=".contains(c));
        let end = end.map_or(here.len(), |end| end + first);
        let name = here[..end].to_ascii_lowercase();
        let (value, length) = value(&here[end..]);
        tag.attributes.push((name, decoded(value)));
        at += end + length;
    }
}

/// The value that follows the name of an attribute, and how long that is with its signs.
fn value(text: &str) -> (&str, usize) {
    let blank = |c: char| " \t\n\r\u{c}".contains(c);
    let Some(after) = text.trim_start_matches(blank).strip_prefix('=') else { return ("", 0) };
    let inner = after.trim_start_matches(blank);
    let before = text.len() - inner.len();
    match inner.chars().next().filter(|c| "\"'".contains(*c)) {
        Some(quote) => {
            let value = inner[1..].split(quote).next().unwrap_or_default();
            (value, (before + value.len() + 2).min(text.len()))
        }
        None => {
            let end = inner.find(|c: char| blank(c) || c == '>').unwrap_or(inner.len());
            (&inner[..end], before + end)
        }
    }
}

/// A text with its entities read, those that matter in addresses.
pub fn decoded(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(part.len());
        match entity(&part[..end]) {
            Some(sign) => {
                out.push(sign);
                let rest = &part[end..];
                out.push_str(rest.strip_prefix(';').unwrap_or(rest));
            }
            None => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
        return char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?);
    }
    let known = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("colon", ':'),
        ("Tab", '\t'),
        ("NewLine", '\n'),
        ("sol", '/'),
        ("nbsp", '\u{a0}'),
    ];
    known.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}

/// What is wrong with a file of XML: an element or a declaration of somebody else.
pub fn xml(text: &str) -> Vec<String> {
    let known = ["urlset", "url", "loc", "lastmod", "sitemapindex", "sitemap"];
    let mut found = Vec::new();
    let text = text.split_once("?>").map_or(text, |(_, text)| text);
    for tag in tags(text, &mut found) {
        if !known.contains(&tag.name.trim_start_matches('/')) {
            found.push(format!("the element <{}>", tag.name));
        }
    }
    found
}

#[test]
fn pages_that_run_something_are_found_out() {
    for bad in [
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<p><script>x</script>",
        "<a href=\"java&#115;cript&colon;x\">",
        "<a href='data:text/html,x'>",
        "<!-- x -->",
        "<title></title><iframe>",
        "<p style=\"x\">",
        "<script type=\"application/ld+json\">{\"a\":1}</script><b onclick>",
        "<script type=\"application/ld+json\">{</script>",
        "<p class=\"a\"onclick=\"x\">",
    ] {
        assert!(!page(bad).is_empty(), "{bad}");
    }
    assert_eq!(page("<p class=\"a\">1 < 2 &lt;script&gt;<br></p>"), [] as [String; 0]);
}

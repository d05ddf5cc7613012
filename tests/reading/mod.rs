//! Pages as people read them: words without tags, links, what stands under a heading.
#![allow(dead_code, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeMap;

pub use crate::support::is_carried;
use crate::support::{Desk, TODAY, tree};

/// Elements that begin a line of their own.
const BLOCKS: [&str; 15] = [
    "p", "li", "ul", "ol", "h1", "h2", "h3", "dt", "dd", "dl", "tr", "td", "main", "br", "caption",
];

/// The pages of a guide built for a day, by path below the output folder.
pub fn built(desk: &Desk, today: &str) -> BTreeMap<String, String> {
    published(desk, today).into_iter().filter(|(path, _)| !is_carried(path)).collect()
}

/// The same with files to take along.
pub fn published(desk: &Desk, today: &str) -> BTreeMap<String, String> {
    let built = desk.jalon(&["build", "--sans-imprimes", "--today", today]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let files = tree(&desk.path().join("output")).into_iter();
    let pages = files.filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The pages of the guide of the Vienne with these files, built for [`TODAY`].
pub fn vienne(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pages = built(&Desk::with(files), TODAY).into_iter();
    pages
        .filter_map(|(path, page)| Some((path.strip_prefix("86-vienne/")?.to_owned(), page)))
        .collect()
}

/// The lines of some HTML as they are read: no tag, no entity, every space plain.
pub fn lines(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if BLOCKS.contains(&name) {
            text.push('\n');
        }
        // A drawing is no text: its words are an attribute.
        rest = match name {
            "svg" => after.split_once("</svg>").map_or(after, |(_, after)| after),
            _ => after,
        };
    }
    text.push_str(rest);
    let plain = unescaped(&text).replace(['\u{a0}', '\u{202f}'], " ");
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.split('\n').map(line).filter(|line| !line.is_empty()).collect()
}

/// The same on one line.
pub fn words(html: &str) -> String {
    lines(html).join(" ")
}

/// An attribute or a text without its entities.
pub fn unescaped(text: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'")];
    let text = entities.iter().fold(text.to_owned(), |text, (name, is)| text.replace(name, is));
    text.replace("&#x2F;", "/").replace("&amp;", "&")
}

/// Every link: where it leads, what it says.
pub fn links(html: &str) -> Vec<(String, String)> {
    let link = |part: &str| {
        let (tag, rest) = part.split_once('>').unwrap();
        let href = attribute(tag, "href")?;
        Some((href, words(rest.split("</a>").next().unwrap())))
    };
    html.split("<a ").skip(1).filter_map(link).collect()
}

/// Where the link of these words leads.
pub fn href(html: &str, said: &str) -> String {
    let all = links(html);
    let found = all.iter().find(|(_, text)| text == said);
    found.unwrap_or_else(|| panic!("no link « {said} » in {all:#?}")).0.clone()
}

/// Every anchor of a page.
pub fn anchors(html: &str) -> Vec<String> {
    let tags = html.split('<').skip(1).filter_map(|part| part.split('>').next());
    tags.filter_map(|tag| attribute(tag, "id")).collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = format!(" {tag}").split_once(&format!(" {name}=\""))?.1.to_owned();
    Some(unescaped(rest.split('"').next()?))
}

/// What stands between two tags that a page has once.
pub fn part<'a>(page: &'a str, name: &str) -> &'a str {
    let rest = page.split_once(&format!("<{name}")).unwrap_or_else(|| panic!("no <{name}>")).1;
    rest.split_once('>').unwrap().1.split_once(&format!("</{name}>")).unwrap().0
}

/// The parts of a page below its headings of the second level: heading, then HTML.
pub fn parts(page: &str) -> Vec<(String, &str)> {
    let part = |part| {
        let (heading, below) = str::split_once(part, "</h2>").unwrap();
        (words(heading.split_once('>').unwrap().1), below)
    };
    self::part(page, "main").split("<h2").skip(1).map(part).collect()
}

/// The headings of the second level.
pub fn headings(page: &str) -> Vec<String> {
    parts(page).into_iter().map(|(heading, _)| heading).collect()
}

/// What stands under a heading, up to the next one.
pub fn under<'a>(page: &'a str, heading: &str) -> &'a str {
    let all = parts(page);
    let found = all.iter().find(|(said, _)| said == heading);
    found.unwrap_or_else(|| panic!("no « {heading} » in {:?}", headings(page))).1
}

/// Names of the records listed under a heading, in order.
pub fn listed(page: &str, heading: &str) -> Vec<String> {
    links(under(page, heading)).into_iter().map(|(_, text)| text).collect()
}

/// The facts of a page: name, then what is said.
pub fn facts(page: &str) -> Vec<(String, String)> {
    let pair = |part: &str| {
        let (name, rest) = part.split_once("</dt>").unwrap();
        let said: Vec<String> =
            rest.split("<dd>").skip(1).map(|dd| words(dd.split('\n').next().unwrap())).collect();
        (words(name).trim_end_matches(" :").to_owned(), said.join(" / "))
    };
    part(page, "main").split("<dt>").skip(1).map(pair).collect()
}

/// One of the facts of a page; nothing when it says none.
pub fn fact(page: &str, name: &str) -> Option<String> {
    facts(page).into_iter().find(|(said, _)| said == name).map(|(_, value)| value)
}

//! Whatever people call a guide, its folder and its address, no file for hosts has a line that they wrote.

use std::collections::BTreeMap;

use jalon::calendar::Date;
use jalon::edition::{self, EDITIONS, World};
use jalon::plan::Medium;
use jalon::{guide, record, theme};
use proptest::prelude::*;

use crate::support::Desk;

const TODAY: Date = Date::constant(2026, 11, 23);

/// What means something in one of these files.
const TRAPS: [&str; 20] = [
    "\n",
    "\r\n",
    "\"",
    "'",
    "\\",
    "</IfModule>",
    "<loc>",
    "&",
    "]]>",
    "-->",
    "#",
    "; }",
    "${x}",
    "%{ENV:x}",
    "$1",
    "*",
    "\nSitemap: https://ailleurs.example/",
    "\nDisallow: /",
    "\n/*\n  X-Autre: 1",
    "\u{2028}",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => proptest::sample::select(TRAPS.to_vec()).prop_map(str::to_owned),
        2 => "[a-zé /:.-]{1,8}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| format!("x{}", pieces.concat()))
}

/// A text as YAML: whatever is no plain letter is written by its number.
fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' | '0'..='9' => c.to_string(),
        _ => format!("\\U{:08x}", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

/// The files for hosts and robots of a site with one guide, where records can be read at all.
fn files(title: &str, address: &str, own: Option<&str>) -> BTreeMap<String, String> {
    let own = own.map_or_else(String::new, |own| format!("adresse_publique: {}\n", quoted(own)));
    let guide = format!("titre: {}\ndepartement: \"86\"\nediteur: {0}\n{own}", quoted(title));
    let site =
        format!("titre: {}\nediteur: {0}\nadresse_publique: {}\n", quoted(title), quoted(address));
    let record = format!("nom: {}\ncommune: Poitiers\n", quoted(title));
    let desk = Desk::with(&[
        ("86-vienne/guide.yaml", &guide),
        ("site.yaml", &site),
        ("86-vienne/acteurs/a.yaml", &record),
        ("38-isere/guide.yaml", &format!("{}demonstration: oui\n", guide.replace("86", "38"))),
    ]);
    let (records, _) = record::read(&desk.path().join("content"), "content");
    let guides = guide::link(records, TODAY);
    let (themes, _) = theme::read(&desk.path().join("themes"), &guides);
    let plan = edition::plan(&guides, &mut Vec::new());
    let world = World::new(&guides, &themes, &plan);
    let host = plan.sheets.iter().filter(|(_, sheet)| sheet.medium == Medium::Host);
    host.map(|(edition, sheet)| {
        let bytes = EDITIONS[*edition].render(&world, sheet).unwrap();
        (sheet.address.to_string(), String::from_utf8(bytes).unwrap())
    })
    .collect()
}

/// A file by its lines, and what none of them may be.
fn strange<'a>(name: &str, text: &'a str) -> Vec<&'a str> {
    let path = |text: &str| {
        text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/*".contains(c))
    };
    let header = |line: &str| {
        let known = [
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: same-origin",
            "Access-Control-Allow-Origin: *",
            "X-Robots-Tag: noindex",
        ];
        line.strip_prefix("  ").is_some_and(|line| {
            known.contains(&line)
                || line.starts_with("Cache-Control: max-age=")
                || line.starts_with("Content-Security-Policy: default-src 'self';")
        })
    };
    let robots = |line: &str| {
        let value =
            |key| line.strip_prefix(key).map(|value: &str| !value.contains(char::is_control));
        line == "User-agent: *"
            || line == "Disallow:"
            || value("Disallow: /").unwrap_or(false)
            || value("Sitemap: http").unwrap_or(false)
    };
    let plain = |value: &str| !value.contains(['<', '>', '"']) && !value.contains(char::is_control);
    let sitemap = |line: &str| {
        line.starts_with("<?xml")
            || line == "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
            || line == "</urlset>"
            || line
                .strip_prefix("<url><loc>http")
                .and_then(|line| line.strip_suffix("</loc></url>"))
                .is_some_and(plain)
    };
    let known = |line: &str| match name.rsplit('/').next().unwrap_or_default() {
        "_headers" => line.starts_with('#') || line.starts_with('/') && path(line) || header(line),
        "robots.txt" => line.starts_with('#') || robots(line),
        "sitemap.xml" => sitemap(line),
        _ => true,
    };
    text.split('\n').filter(|line| !line.is_empty() && !known(line)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_word_of_people_is_a_line_of_a_host(
        title in text(),
        tail in text(),
        own in proptest::option::of(text()),
    ) {
        let own = own.map(|own| format!("https://vienne.example/{own}"));
        let all = files(&title, &format!("https://guides.example/{tail}"), own.as_deref());
        let plain = files("x", "https://guides.example/", None);
        for (name, text) in &all {
            let found = strange(name, text);
            prop_assert!(found.is_empty(), "{name}: {found:?}");
            // What Apache reads is the same whatever people write.
            if name.ends_with(".htaccess") {
                prop_assert_eq!(Some(text), plain.get(name), "{}", name);
            }
        }
        prop_assert!(all.contains_key(".htaccess") && all.contains_key("_headers"));
    }
}

/// The judge of lines finds those that people would have written.
#[test]
fn lines_of_people_are_found_out() {
    for (name, line) in [
        ("_headers", "  X-Autre: 1"),
        ("_headers", "/É/*"),
        ("robots.txt", "Sitemap: ftp://ailleurs.example/"),
        ("robots.txt", "Allow: /"),
        ("86-vienne/sitemap.xml", "<url><loc>https://a.example/<x></loc></url>"),
        ("sitemap.xml", "</urlset><x>"),
    ] {
        assert_eq!(strange(name, line), [line]);
    }
    let all = files("x", "https://guides.example/", None);
    assert!(all.contains_key("sitemap.xml") && all.contains_key("robots.txt"), "{:?}", all.keys());
}

//! Feeds: events in the order of their days, under names that stay, whatever their texts hold.

use std::collections::BTreeMap;

use jalon::guide::{Guides, Sujet};
use jalon::plan::Medium;
use jalon::text::{blanked, typography};
use proptest::prelude::*;

use crate::any_text::{readable, texts};
use crate::contents;
use crate::printed::Printed;

/// An entry of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    id: String,
    title: String,
    link: String,
    content: String,
}

/// What stands between a tag and its end, the first time.
fn inside<'a>(xml: &'a str, tag: &str) -> &'a str {
    let rest = xml.split_once(&format!("<{tag}")).unwrap_or_else(|| panic!("no {tag}: {xml}")).1;
    let rest = rest.split_once('>').unwrap().1;
    rest.split_once(&format!("</{tag}>")).unwrap().0
}

/// A text of XML as it is read; a bare `<`, `>` or `&` is a fault.
fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>', '\r']), "{text:?}");
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (entity, after) = after.split_once(';').unwrap();
        let all = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
        out.push_str(before);
        out.push(all.iter().find(|(name, _)| *name == entity).unwrap().1);
        rest = after;
    }
    out + rest
}

fn entries(feed: &[u8]) -> Vec<Entry> {
    let feed = std::str::from_utf8(feed).unwrap();
    let entry = |xml: &str| {
        let link = xml.split_once("<link href=\"").unwrap().1.split('"').next().unwrap();
        Entry {
            id: unescaped(inside(xml, "id")),
            title: unescaped(inside(xml, "title")),
            link: unescaped(link),
            content: unescaped(inside(xml, "content")),
        }
    };
    let all: Vec<&str> = feed.split("<entry>").skip(1).collect();
    assert_eq!(feed.matches("</entry>").count(), all.len());
    all.into_iter().map(|one| entry(one.split("</entry>").next().unwrap())).collect()
}

/// The events to come that a feed tells, with the first of their days to come, in this order.
pub fn events(guides: &Guides, guide: usize, sujet: Sujet) -> Vec<(String, String)> {
    let here = &guides.guides[guide];
    let all = 0..here.evenements.len();
    let listed = |rank: &usize| match sujet {
        Sujet::Guide => true,
        Sujet::Commune(town) => here.communes[town].evenements.contains(rank),
        Sujet::Besoin(_) => {
            let days = guides.agenda_de(guide, sujet);
            days.iter().any(|one| one.quoi == jalon::guide::Quoi::Evenement(*rank))
        }
        other => panic!("no feed of {other:?}"),
    };
    let day = |rank: usize| here.jours_des_evenements[rank].first().map(|one| one.jour.to_string());
    let to_come = |rank: &usize| here.evenements[*rank].a_venir(guides.today);
    let all = all.filter(listed).filter(to_come);
    // Without day, it comes last.
    let mut all: Vec<(String, usize)> =
        all.map(|rank| (day(rank).unwrap_or("9999".into()), rank)).collect();
    all.sort();
    all.into_iter().map(|(day, rank)| (day, here.evenements[rank].fiche.nom.clone())).collect()
}

/// The names under which pages are told, by page.
fn ids(printed: &Printed) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for (address, guide, _) in printed.sujets(Medium::Atom) {
        for entry in entries(&printed.files[address]) {
            // From the feeds of a commune, the page is one folder further.
            let page = entry.link.trim_start_matches("../");
            let key = format!("{guide} {}", page.rsplit('/').next().unwrap());
            let known = all.entry(key).or_insert(entry.id.clone());
            assert_eq!(*known, entry.id, "{address}");
        }
    }
    all
}

#[test]
fn feeds_tell_the_events_to_come_in_the_order_of_their_days() {
    let mut told = 0;
    for content in contents::all() {
        let printed = Printed::of(&content.path, content.today);
        for (address, guide, sujet) in printed.sujets(Medium::Atom) {
            let found = entries(&printed.files[address]);
            let expected = events(&printed.guides, guide, sujet);
            assert_eq!(found.len(), expected.len(), "{address}");
            for (entry, (_, name)) in found.iter().zip(&expected) {
                assert!(entry.title.ends_with(&typography(name)), "{address}: {entry:?}, {name}");
            }
            told += found.len();
        }
    }
    assert!(told > 100, "{told}");
}

#[test]
fn entries_keep_their_names_from_one_day_and_one_feed_to_the_other() {
    for content in contents::all().into_iter().filter(|content| content.name != "bus") {
        let now = ids(&Printed::of(&content.path, content.today));
        let names: std::collections::BTreeSet<&String> = now.values().collect();
        assert_eq!(names.len(), now.len(), "{}: two pages of one name", content.name);
        let later: jiff::civil::Date = content.today.parse().unwrap();
        let later = later.saturating_add(jiff::ToSpan::days(3)).to_string();
        let later = ids(&Printed::of(&content.path, &later));
        let both = later.iter().filter(|(page, _)| now.contains_key(*page));
        let both: Vec<_> = both.collect();
        assert!(!both.is_empty());
        for (page, id) in both {
            assert_eq!(now[page], *id, "{page}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_of_an_event_comes_back_from_its_feed(texts in texts()) {
        let printed = texts.printed();
        let feed = &printed.files["86-vienne/calendriers/agenda.atom"];
        let all = entries(feed);
        prop_assert_eq!(all.len(), 1);
        let kept = |text: &str| -> String {
            readable(text).chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
        };
        // One day, which does not take place.
        let said = format!("Annulé\u{a0}: {}", typography(blanked(&texts.event).trim()));
        prop_assert_eq!(&all[0].title, &kept(&said));
        let about = kept(&typography(blanked(&texts.about).trim()));
        prop_assert!(all[0].content.ends_with(&about), "{:?}, {about:?}", all[0].content);
        let feed = std::str::from_utf8(feed).unwrap();
        prop_assert_eq!(unescaped(inside(feed, "title")), kept(&typography(blanked(&texts.guide).trim())));
    }
}

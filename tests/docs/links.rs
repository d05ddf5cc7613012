//! Every link leads somewhere, headings have no gap, and jalon publishes its own manual.

use crate::manual::{self, Text};
use crate::support::{Desk, paths, repository};

/// What a link leads to, when it leads nowhere.
fn dead(text: &Text, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let here = repository().join(&text.path);
    let target = if path.is_empty() { here } else { here.parent().unwrap().join(path) };
    let exists = target.exists();
    let known = exists
        && (anchor.is_empty() || {
            let target = manual::read(&target.canonicalize().unwrap());
            target.headings.iter().any(|(_, _, known)| known == anchor)
        });
    (!known).then(|| format!("{} : {link}", text.path))
}

#[test]
fn every_link_of_the_documents_leads_to_a_file_and_a_heading() {
    let mut texts: Vec<Text> =
        manual::markdown("docs").iter().map(|path| manual::read(path)).collect();
    for name in ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"] {
        texts.push(manual::read(&repository().join(name)));
    }
    let links: usize = texts.iter().map(|text| text.links.len()).sum();
    assert!(links > 60, "only {links} links were read");
    let dead: Vec<String> = texts
        .iter()
        .flat_map(|text| text.links.iter().filter_map(|link| dead(text, link)))
        .collect();
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn the_manual_leads_out_only_by_secure_addresses_and_never_up() {
    for page in manual::pages() {
        for link in &page.links {
            let inside = !link.contains(':') && !link.contains('/');
            assert!(inside || link.starts_with("https://"), "{} : {link}", page.path);
        }
    }
}

#[test]
fn headings_of_the_manual_start_at_two_and_go_down_step_by_step() {
    for page in manual::pages() {
        let mut last = 1;
        for (level, words, _) in &page.headings {
            assert!((2..=last + 1).contains(level), "{} : {words}", page.path);
            last = *level;
        }
    }
}

/// The day the manual was last changed: no page of it may be of a later one.
fn last_change() -> String {
    let texts = paths(&repository().join(manual::PAGES)).into_iter();
    let texts: Vec<String> = texts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let days = texts
        .iter()
        .flat_map(|text| text.lines())
        .filter_map(|line| line.strip_prefix("date_maj: "));
    days.max().unwrap().to_owned()
}

#[test]
fn jalon_publishes_its_own_manual_without_a_message() {
    let desk = Desk::empty();
    let content = repository().join("docs/manuel");
    let built = desk.jalon(&[
        "build",
        "--sans-imprimes",
        "--content",
        content.to_str().unwrap(),
        "--today",
        &last_change(),
    ]);
    let said = String::from_utf8(built.stderr).unwrap();
    assert_eq!(said, "");
    assert_eq!(built.status.code(), Some(0));
    for page in manual::pages() {
        let stem = page.path.rsplit('/').next().unwrap().trim_end_matches(".md");
        let published = desk.read(&format!("output/pages/{stem}.html"));
        for (_, words, anchor) in &page.headings {
            let there = published.contains(&format!("id=\"{anchor}\""));
            assert!(there, "{stem} has no place for « {words} »");
        }
    }
}

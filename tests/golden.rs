//! A small guide, byte for byte: whoever changes a page sees in a diff what readers will see.
//!
//! After a wanted change, `JALON_ECRIRE=1 cargo test --test golden` writes it again: read the diff.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use jalon::territory::communes_of_departement;

use support::{Desk, repository, tree};

/// Pages of communes that are kept: those that have something, one that has nothing, one that covers
/// five former ones, the list and one of its letters. The others are made like them.
const COMMUNES: [&str; 7] =
    ["adriers", "index", "lettre-v", "lusignan", "poitiers", "valence-en-poitou", "vivonne"];

/// Whether a file is compared byte for byte.
fn is_kept(path: &str) -> bool {
    let commune = path.strip_prefix("86-vienne/communes/");
    commune.is_none_or(|name| COMMUNES.contains(&name.trim_end_matches(".html")))
}

#[test]
fn the_small_guide_keeps_its_bytes() {
    let desk = Desk::copy_of("tests/golden/content");
    std::fs::rename(desk.path().join("tests/golden/content"), desk.path().join("content")).unwrap();
    let built = desk.build();
    assert_eq!(String::from_utf8_lossy(&built.stderr), "");
    let mut made = tree(&desk.path().join("output"));
    for commune in communes_of_departement("86") {
        let page = format!("86-vienne/communes/{}.html", jalon::text::slug(commune.nom));
        assert!(made.contains_key(&page), "{page}");
    }
    made.retain(|path, _| is_kept(path));
    let golden = repository().join("tests/golden/output");
    if std::env::var_os("JALON_ECRIRE").is_some() {
        let _ = std::fs::remove_dir_all(&golden);
        for (path, bytes) in &made {
            let path = golden.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
    let expected = tree(&golden);
    let names = |tree: &std::collections::BTreeMap<String, Vec<u8>>| {
        tree.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(&made), names(&expected));
    for (path, bytes) in &made {
        let text = String::from_utf8_lossy(bytes);
        assert_eq!(text, String::from_utf8_lossy(&expected[path]), "{path}");
        // Open data holds the texts as they are written: whoever shows them escapes them.
        if path.contains("/donnees/") && !path.ends_with(".html") {
            continue;
        }
        assert!(!text.contains("javascript:") && !text.contains("ferme mal"), "{path}");
        // A calendar file and the guide in text hold plain text: what looks like a tag is a word of a title. A file of the
        // whole guide has the script of the page of search, and no other.
        let plain = path.ends_with(".ics") || path.ends_with("/guide.txt");
        let searches =
            path.ends_with("/recherche.html") || path.ends_with("/hors-ligne/guide.html");
        let may = plain || searches && text.matches("<script").count() == 1;
        let run = text.replace("<script type=\"application/ld+json\">", "");
        assert!(may || !run.contains("<script"), "{path}");
    }
}

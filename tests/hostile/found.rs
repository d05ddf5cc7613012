//! What the nasty strings and the searches of `tests/fuzz` found, kept as it was found.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jalon::address::Address;
use jalon::diagnostic::{Diagnostic, Format, Source, report};
use jalon::record::{Kind, read_acteurs, read_text};

use crate::guide::{Sheets, sheets};
use crate::judge;

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source { path: "lieu.yaml".into(), text: text.into() })
}

fn said(text: &str, kind: Kind) -> Vec<Diagnostic> {
    read_text(&source(text), kind, Some("86"))
}

/// An escape of YAML put a bell, an escape or a zero into pages, tables and cards.
#[test]
fn no_control_comes_out_of_a_record() {
    let text = "nom: \"A\\0\\a\\e[31mB\\x7fC\\N\"\ncommune: Poitiers\nhoraires: \"lundi 9h-12h (salle\\x012)\"\n";
    let acteurs = read_acteurs(&source(text), "lieu", Some("86"));
    assert_eq!(acteurs[0].fiche.nom, "A   [31mB C");
    let sentence = acteurs[0].horaires.as_ref().unwrap().value.sentence();
    assert_eq!(sentence, "Lundi de 9\u{a0}h à 12\u{a0}h (salle 2).");
}

/// A name of nothing but controls is no name.
#[test]
fn a_name_of_controls_is_missing() {
    let said = said("nom: \"\\a\\e\"\ncommune: Poitiers\n", Kind::Acteur);
    let said: Vec<(&str, &str)> = said.iter().map(|one| (one.code, one.message.as_str())).collect();
    assert_eq!(said, [("champ-manquant", "« nom » est vide.")]);
}

/// U+009B is « ESC [ » to some terminals: a message showed it as it stood in the file.
#[test]
fn no_message_sends_an_order_to_a_terminal() {
    let mut said = said("\u{9b}31m\n", Kind::Acteur);
    said.extend(self::said("nom: A\ncommune: \"\\e[2J\\x9b2J\"\n", Kind::Acteur));
    assert!(said.len() > 1);
    let shown = report(&said, Format::Text { colour: false });
    assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
}

/// An address that is not the one that is seen.
#[test]
fn an_address_with_a_sign_that_is_not_seen_is_refused() {
    for sign in ["\u{202e}", "\u{200b}", "\u{2066}"] {
        let said = said(
            &format!("nom: A\ncommune: Poitiers\nprise_rdv: https://a.example/{sign}x\n"),
            Kind::Acteur,
        );
        let said: Vec<(&str, &str)> =
            said.iter().map(|one| (one.code, one.remedy.as_str())).collect();
        let remedy = "Cette adresse contient un signe qui ne se voit pas : recopiez-la depuis votre navigateur.";
        assert_eq!(said, [("adresse-web-invalide", remedy)]);
    }
}

/// What is an address is one in a list too, even where its name ends like a compressed form of none.
#[test]
fn an_address_is_one_in_a_list_too() {
    for name in ["a..gz", "a/b..br", "index.html.br"] {
        assert_eq!(Address::listed(name), Address::new(name));
    }
}

/// « &#1; » wrote a control where the text had none; a link to « http… » that is none of the web was one on paper.
#[test]
fn a_text_in_markdown_writes_no_control_and_no_other_scheme() {
    let text = "&#1;&#x9b;31m &#x202e;05 [x](httpé://a.example) [y](http.html)";
    let made =
        page(text, |address| address.ends_with("aide.html") || address.ends_with("guide.txt"));
    assert_eq!(judge::all(&made), [] as [String; 0]);
    let said = String::from_utf8_lossy(&made["86-vienne/hors-ligne/guide.txt"]);
    assert!(said.contains("05 x y\r\n") && !said.contains("http.html"), "{said}");
}

/// What is published of a guide with a page of this text, where `keep` wants it.
fn page(text: &str, keep: impl Fn(&str) -> bool) -> Sheets {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("86-vienne/guide.yaml", "titre: Essai\ndepartement: \"86\"\nediteur: Essai\n".to_owned()),
        ("86-vienne/acteurs/bus.yaml", "nom: Bus\ncommune: Poitiers\n".to_owned()),
        ("86-vienne/pages/aide.md", format!("---\ntitre: Aide\n---\n\n{text}\n")),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text));
    sheets(folder.path(), &files, |sheet| keep(sheet.address.as_str()))
}

/// Thousands of headings of one name were counted from two each time, thousands of tags lowered whole each time.
#[test]
fn a_text_takes_no_more_time_than_its_length() {
    for text in [
        "# a\n".repeat(40_000),
        format!("<div>\n{}", "<b".repeat(90_000)),
        format!("<div>\n{}", "<script x".repeat(20_000)),
    ] {
        let start = Instant::now();
        let made = page(&text, |address| address.ends_with("pages/aide.html"));
        assert!(made.contains_key("86-vienne/pages/aide.html"));
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}

//! Words of a glossary in sentences, names and lists.

use std::sync::Arc;

use super::*;
use crate::diagnostic::Source;

fn said(main: &str) -> String {
    read(main, None)
}

/// The same with links to a glossary at `g`.
fn linked(main: &str) -> String {
    read(main, Some("g"))
}

fn read(main: &str, glossaire: Option<&str>) -> String {
    let entry = |terme: &str, sigle: &str| Entree {
        terme: terme.into(),
        autres_noms: Vec::new(),
        definition: String::new(),
        sigle: (!sigle.is_empty()).then(|| sigle.into()),
        place: Arc::new(Source { path: String::new(), text: String::new() }).at(0..0),
    };
    let lexique = Lexique::of(&[
        entry("Centre communal d'action sociale", "CCAS"),
        entry("Revenu de solidarité active", "RSA"),
        entry("Mot de passe", ""),
        entry("Aidants Connect", ""),
    ]);
    let page = format!("<title>CCAS</title><main>{main}</main><footer>RSA</footer>");
    let page = lexique.said_in(page, "Sigles\u{a0}:", glossaire);
    let inner = page.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
    assert!(page.starts_with("<title>CCAS</title>") && page.ends_with("<footer>RSA</footer>"));
    inner.to_owned()
}

#[test]
fn first_use_in_a_sentence() {
    assert_eq!(
        said("<p>Le CCAS aide. Le CCAS écoute.</p>"),
        "<p>Le CCAS (centre communal d’action sociale) aide. Le CCAS écoute.</p>"
    );
    // Words that only contain the letters, attributes, and what is already said are left alone.
    assert_eq!(said("<p id=\"CCAS\">Les CCASS</p>"), "<p id=\"CCAS\">Les CCASS</p>");
    assert_eq!(
        said("<p>Centre communal d’action sociale (CCAS)</p>"),
        "<p>Centre communal d’action sociale (CCAS)</p>"
    );
}

#[test]
fn names_are_left_alone_and_explained_below() {
    assert_eq!(
        said("<h1>CCAS de Loudun</h1><p>On parle du RSA.</p>"),
        "<h1>CCAS de Loudun</h1><p>On parle du RSA (revenu de solidarité active).</p>\n\
         <p><small>Sigles\u{a0}: CCAS\u{a0}: centre communal d’action sociale.</small></p>\n"
    );
    assert_eq!(
        said("<h1>CCAS de Loudun</h1><p>Le CCAS.</p>"),
        "<h1>CCAS de Loudun</h1><p>Le CCAS (centre communal d’action sociale).</p>"
    );
}

#[test]
fn a_sigle_that_begins_a_name_is_not_cut_from_it() {
    assert_eq!(
        said("<p>Allez au CCAS Poitiers.</p>"),
        "<p>Allez au CCAS Poitiers.</p>\n\
         <p><small>Sigles\u{a0}: CCAS\u{a0}: centre communal d’action sociale.</small></p>\n"
    );
}

#[test]
fn a_page_without_sigle_is_the_same() {
    assert_eq!(said("<p>Bonjour &amp; merci</p>"), "<p>Bonjour &amp; merci</p>");
}

#[test]
fn a_word_is_a_link_at_its_first_use_in_a_sentence() {
    assert_eq!(
        linked("<p>Vos mots de passe. Un mot de passe.</p>"),
        "<p>Vos <a href=\"g#mot-mot-de-passe\">mots de passe</a>. Un mot de passe.</p>"
    );
    // Neither in a heading, nor in a link, nor in a button, nor in a list of other pages, nor in the name of a part.
    let names = "<h2>Mots de passe</h2><p><a href=\"x\">Mot de passe</a></p><dl><dt>Mot de passe</dt></dl>\
                 <ul class=\"fiches\"><li><p>Un mot de passe.</p></li></ul>";
    assert_eq!(linked(names), names);
    assert_eq!(
        linked(&format!("{names}<ul><li>Mot de passe</li></ul>")),
        format!("{names}<ul><li><a href=\"g#mot-mot-de-passe\">Mot de passe</a></li></ul>")
    );
}

#[test]
fn a_sigle_is_a_link_and_said_in_words() {
    let link = "<a href=\"g#mot-ccas\">CCAS</a>";
    assert_eq!(
        linked("<p>Le CCAS aide. Le centre communal d’action sociale aussi.</p>"),
        format!("<p>Le {link} aide. Le centre communal d’action sociale aussi.</p>")
    );
    assert_eq!(
        linked("<p>Le CCAS aide. Le CCAS écoute.</p>"),
        format!("<p>Le {link} (centre communal d’action sociale) aide. Le CCAS écoute.</p>")
    );
    assert_eq!(
        linked("<h1>CCAS de Loudun</h1>"),
        format!(
            "<h1>CCAS de Loudun</h1>\n<p><small>Sigles\u{a0}: {link}\u{a0}: centre communal d’action \
             sociale.</small></p>\n"
        )
    );
}

#[test]
fn what_the_page_is_about_is_no_link() {
    let page = "<h1>Aidants Connect</h1>\n<p>Avec Aidants Connect, un aidant agit.</p>";
    assert_eq!(linked(page), page);
    // A line below the heading that is no sentence is a name too; so is what goes on with a capital.
    let page = "<h1>Espace</h1>\n<p>Lieu Aidants Connect, à Loudun</p><p>Aidants Connect Loudun vous reçoit.</p>";
    assert_eq!(linked(page), page);
    let page = "<h1>Espace</h1>\n<p>Par Aidants Connect.</p>";
    assert_eq!(
        linked(page),
        "<h1>Espace</h1>\n<p>Par <a href=\"g#mot-aidants-connect\">Aidants Connect</a>.</p>"
    );
}

//! Overlays and their mistakes; labels and their uses.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read the sources to know which labels they use"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::colour::Colour;
use super::load::Overlay;
use super::shared::Shared;
use super::*;
use crate::diagnostic::Source;
use crate::guide::CRITERES;

fn theme(files: &[(&str, &str)]) -> (Theme, Vec<Diagnostic>) {
    let file = |(name, text): &(&str, &str)| {
        let source = Source { path: format!("themes/86-vienne/{name}"), text: (*text).to_owned() };
        ((*name).to_owned(), Arc::new(source))
    };
    let overlay: Overlay = files.iter().map(file).collect();
    let mut out = Vec::new();
    let theme = Theme::load(&overlay, Colour::new(0x7a, 0x2e, 0x12), Shared::default(), &mut out);
    (theme, out)
}

#[test]
fn the_base_theme_has_no_mistake() {
    let (theme, out) = theme(&[]);
    assert_eq!(out, []);
    assert!(theme.icon("apprendre").starts_with("<svg "));
    assert_eq!(theme.icon("inconnu"), "");
}

#[test]
fn a_guide_s_own_files_stand_over_the_base() {
    let files = [
        ("style.css", "a { color: var(--accent) }"),
        ("labels/fr.yaml", "menu: {accueil: Début}"),
        ("icones/apprendre.svg", "<svg></svg>\n"),
        ("html/renvoi.html", "{{ t.menu.accueil }} {{ nom }}"),
    ];
    let (theme, out) = theme(&files);
    assert_eq!(out, []);
    assert_eq!(theme.style.css, "a{color:#7a2e12}");
    assert_eq!(theme.icon("apprendre"), "<svg></svg>");
    let mut context = tera::Context::new();
    context.insert("nom", "<b>");
    assert_eq!(theme.render("html/renvoi.html", &context).unwrap(), "Début &lt;b&gt;");
}

#[test]
fn themes_of_paper_stand_over_the_base_too() {
    let (theme, out) = theme(&[("print/guide.typ", "= Guide"), ("print/plan.typ", "= Plan")]);
    assert_eq!(out, []);
    assert_eq!(theme.print["print/guide.typ"].text, "= Guide");
    assert_eq!(theme.print["print/plan.typ"].path, "themes/86-vienne/print/plan.typ");
    assert_eq!(theme.print["print/base.typ"].path, "themes/base/print/base.typ");
    assert!(theme.print.keys().all(|name| name.ends_with(".typ")));
    assert!(has_a_place("print/plan.typ") && !has_a_place("print/fonts/Autre.ttf"));
}

#[test]
fn every_theme_of_paper_is_in_the_binary() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/base/print");
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
    let written = std::fs::read_dir(folder).unwrap().map(name);
    let written: BTreeSet<String> = written
        .filter_map(|name| name.into_string().ok())
        .filter(|name| name.ends_with(".typ"))
        .map(|name| format!("print/{name}"))
        .collect();
    assert_eq!(theme(&[]).0.print.into_keys().collect::<BTreeSet<_>>(), written);
}

#[test]
fn a_template_s_mistake_is_shown_where_it_stands() {
    let (_, out) = theme(&[("html/renvoi.html", "<p>\n  {{ nom | inconnu }}\n</p>")]);
    let [diagnostic] = &out[..] else { panic!("{out:?}") };
    assert_eq!(diagnostic.code, "modele-invalide");
    let Subject::Written(place) = &diagnostic.subject else { panic!("{diagnostic:?}") };
    assert_eq!(place.source.path, "themes/86-vienne/html/renvoi.html");
    assert_eq!(place.position().line, 2);
    assert!(diagnostic.message.starts_with("Ce modèle de page ne peut pas être suivi"));
}

#[test]
fn an_unknown_variable_is_shown_when_the_page_is_made() {
    let (theme, out) = theme(&[("html/renvoi.html", "<p>{{ non }}</p>")]);
    assert_eq!(out, []);
    let mut context = tera::Context::new();
    context.insert("nom", "x");
    let diagnostic = theme.render("html/renvoi.html", &context).unwrap_err();
    let Subject::Written(place) = &diagnostic.subject else { panic!("{diagnostic:?}") };
    assert_eq!((place.position().line, place.position().column), (1, 7));
}

/// What stands between a start and a quotation mark or a space, each time the start is found.
fn after<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(start).map(|(at, _)| {
        let rest = &text[at + start.len()..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
        &rest[..end.unwrap_or(rest.len())]
    })
}

fn sources(folder: &Path, found: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn templates_and_pages_use_words_that_are_written_and_all_of_them() {
    let (theme, _) = theme(&[]);
    let known: BTreeSet<&str> = theme.labels.keys().collect();
    let ending = |end: &str| -> String {
        base::FILES.iter().filter(|(name, _)| name.ends_with(end)).map(|(_, text)| *text).collect()
    };
    let (templates, paper) = (ending(".html"), ending(".typ"));
    for key in after(&paper, "mot(\"").filter(|key| !key.ends_with('_')) {
        let key = format!("papier.mots.{key}");
        assert!(
            known.contains(key.as_str()),
            "a sheet of paper uses « {key} », which no label has"
        );
    }
    let on_paper: BTreeSet<&str> = after(&paper, "\"").collect();
    let used: BTreeSet<&str> = after(&templates, " t.").chain(after(&templates, "{t.")).collect();
    for key in used.iter().filter(|key| !key.is_empty()) {
        assert!(known.contains(key), "a template uses « {key} », which no label has");
    }
    let mut code = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/edition"), &mut code);
    let quoted: BTreeSet<&str> = after(&code, "\"").collect();
    for key in known {
        let group = key.rsplit_once('.').map_or(key, |(group, _)| group);
        let said = used.contains(key) || quoted.contains(key) || quoted.contains(group);
        // Keys whose last part is computed: « sorte.hub », « pied.accessibilite.non »; those of a
        // criterion have two, its key and which of its words.
        let of_criterion = group
            .strip_prefix("critere.")
            .is_some_and(|cle| CRITERES.iter().any(|critere| critere.cle == cle));
        // Words of paper may be made of two, the first of which ends with « _ ».
        let of_paper = key.strip_prefix("papier.mots.").is_some_and(|word| {
            let start = word.rfind('_').map_or("", |at| &word[..=at]);
            // Books say words of paper too.
            let in_books = after(&code, "mot(\"").any(|said| said == word);
            on_paper.contains(word) || in_books || !start.is_empty() && on_paper.contains(start)
        });
        // Words of a kind of files to take along: its name, then what is said of it.
        let of_files = key.strip_prefix("emporter.").and_then(|rest| rest.split_once('.'));
        let of_files =
            of_files.is_some_and(|(kind, said)| quoted.contains(kind) && quoted.contains(said));
        let computed =
            quoted.contains(format!("{group}.").as_str()) || of_criterion || of_paper || of_files;
        assert!(said || computed, "nothing uses the label « {key} »");
    }
    let named = |key: &&&str| {
        key.contains('.')
            && ![".html", ".js"].iter().any(|end| key.ends_with(end))
            && looks_like_a_label(key)
    };
    for key in quoted.iter().filter(named) {
        let group = theme.labels.keys().any(|known| known.starts_with(key));
        assert!(group, "a page says « {key} », which no label has");
    }
}

fn looks_like_a_label(key: &str) -> bool {
    let group = key.split('.').next().unwrap_or_default();
    base::FILES
        .iter()
        .any(|(name, text)| *name == "labels/fr.yaml" && text.contains(&format!("\n{group}:\n")))
}

//! Every nasty string in every key, and every file that is published of it.

use std::path::Path;

use jalon::theme;

use crate::guide::{File, linked, rendered, sheets};
use crate::nasty::nasty;
use crate::{judge, records};

/// The settings of a guide that says nothing.
fn plain() -> File {
    ("86-vienne/guide.yaml".into(), "titre: Essai\ndepartement: \"86\"\nediteur: Essai\n".into())
}

#[test]
fn no_text_of_a_record_is_anything_else() {
    let folder = tempfile::tempdir().unwrap();
    let nasty = nasty();
    let mut files = vec![plain()];
    files.extend(nasty.iter().enumerate().flat_map(|(rank, text)| records::files(rank, text)));
    let made = sheets(folder.path(), &files, |_| true);
    assert_eq!(judge::all(&made), [] as [String; 0]);
    // Judged is what says them: a page for each, as far as its text can be a name.
    let named = |kind: &str| made.keys().filter(|address| address.starts_with(kind)).count();
    assert!(named("86-vienne/acteurs/n") > nasty.len() - 8, "{}", named("86-vienne/acteurs/n"));
    assert!(named("86-vienne/evenements/n") > nasty.len() - 8);
    assert!(named("86-vienne/pages/n") > nasty.len() - 16);
}

#[test]
fn no_text_of_the_settings_is_anything_else() {
    for texts in nasty().chunks(9) {
        let folder = tempfile::tempdir().unwrap();
        // Long texts in the head of every page say nothing more.
        let text: Vec<String> = texts.iter().map(|text| text.chars().take(80).collect()).collect();
        let files = records::settings(&text.join(" "));
        let made = sheets(folder.path(), &files, |sheet| {
            let address = sheet.address.as_str();
            !["communes/", "agenda/", "besoins/", "intercommunalites/", "hors-ligne/communes/"]
                .iter()
                .any(|folder| address.contains(folder))
        });
        assert_eq!(judge::all(&made), [] as [String; 0]);
        assert!(made.contains_key("index.html") && made.contains_key("86-vienne/glossaire.html"));
    }
}

#[test]
fn no_label_of_a_theme_is_anything_else() {
    let labels = include_str!("../../themes/base/labels/fr.yaml");
    let nasty = nasty();
    for first in [0, 97, 193] {
        let folder = tempfile::tempdir().unwrap();
        let mut texts = nasty[first..].iter().cycle();
        // The tree of labels, every wording another; what is no line with a wording stays.
        let other = |line: &str| match line.split_once(": ") {
            Some((key, _)) if !key.trim_start().starts_with('#') => {
                format!("{key}: {}\n", records::quoted(texts.next().unwrap()))
            }
            _ => format!("{line}\n"),
        };
        let own: String = labels.lines().map(other).collect();
        let themes = folder.path().join("themes");
        write(&themes.join("86-vienne/labels/fr.yaml"), &own);
        let mut files = vec![plain()];
        files.extend(records::files(first, "mot").into_iter().chain(records::files(5, "mot")));
        let guides = linked(&folder.path().join("content"), &files);
        let (themes, _) = theme::read(&themes, &guides);
        let made =
            rendered(&guides, &themes, |sheet| !sheet.address.as_str().contains("communes/"));
        assert_eq!(judge::all(&made), [] as [String; 0]);
        let home = String::from_utf8_lossy(&made["86-vienne/index.html"]);
        assert!(!home.contains("Aller au contenu"), "{home}");
    }
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

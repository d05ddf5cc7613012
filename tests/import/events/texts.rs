//! Texts as agendas hold them, published: whatever their Markdown, the guide builds.

use std::fs;

use crate::init::jalon;

/// Texts that a guide written by hand would be stopped for.
const TEXTS: [&str; 16] = [
    "# Grand\n\ntexte\n\n### petit\n\n# encore",
    "#### Quatre\n\n###### six",
    "Titre\n=====\n\ntexte\n\nSous-titre\n----------\n\nfin",
    "Cliquez [ici](https://a.example/), ou [ici](https://b.example/).",
    "un [](https://a.example/) lien",
    "[x](/page) [y](page.html) [z](#ancre) [w](javascript:alert)",
    "texte[^1]\n\n[^1]: note",
    "Voici ![](https://a.example/x.png) et ![alt](https://a.example/y.jpg)",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\ncode\n```",
    "<div><iframe src='https://a.example'></iframe><img src='https://a.example/a.png'></div>texte",
    "[https://a.example/x](https://a.example/x )",
    "* a\n    * b\n        * c\n1. d",
    "**__*x [ouvert](https://a.example",
    "[en savoir plus][s]\n\n[s]: https://a.example",
    "<p><a href=\"https://a.example\">ici</a></p><h2>Titre</h2><p>fin</p>",
];

#[test]
fn a_guide_with_any_text_is_published() {
    let folder = tempfile::tempdir().unwrap();
    let guide = folder.path().join("content/86-vienne");
    fs::create_dir_all(&guide).unwrap();
    fs::write(guide.join("guide.yaml"), "titre: Guide\ndepartement: \"86\"\nediteur: Essai\n")
        .unwrap();
    let event = |(index, text): (usize, &&str)| {
        serde_json::json!({
            "uid": index + 1, "title": {"fr": format!("Rendez-vous {index}")}, "description": {"fr": "Venez."},
            "longDescription": {"fr": text}, "state": 2, "location": {"name": "Salle", "city": "Poitiers"},
            "timings": [{"begin": "2026-12-15T14:00:00+01:00", "end": "2026-12-15T16:00:00+01:00"}],
        })
    };
    let events: Vec<_> = TEXTS.iter().enumerate().map(event).collect();
    fs::write(folder.path().join("a.json"), serde_json::Value::from(events).to_string()).unwrap();
    let run = jalon(folder.path(), &["import", "a.json", "--today", "2026-11-23"]);
    assert!(run.status.success());
    assert_eq!(fs::read_dir(guide.join("evenements")).unwrap().count(), TEXTS.len());
    let run = jalon(folder.path(), &["build", "--sans-imprimes", "--today", "2026-11-23"]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

//! Any text of a record comes out of every file as it went in, whoever reads the file.

use jalon::edition::{About, EDITIONS, Jeu, Medium, World, plan};
use jalon::text::undefended;
use jalon::{Order, verify};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Desk, TODAY};
use crate::tables::rows;

/// The files of a guide: medium, what it holds, bytes as text.
fn files(desk: &Desk) -> Vec<(Medium, Jeu, String)> {
    let order = Order {
        content: desk.path().join("content"),
        shown: "content".into(),
        themes: desk.path().join("themes"),
        output: desk.path().join("output"),
        grounds: Vec::new(),
        in_place: false,
        today: TODAY.parse().unwrap(),
        strict: false,
        imprimes: false,
        hors_ligne: false,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
    };
    let (guides, themes, _) = verify(&order);
    let plan = plan(&guides, &mut Vec::new());
    let world = World::new(&guides, &themes, &plan);
    let data = plan.sheets.iter().filter_map(|(edition, sheet)| match sheet.about {
        About::Donnees(_, jeu) => {
            let bytes = EDITIONS[*edition].render(&world, sheet).unwrap();
            Some((sheet.medium, jeu, String::from_utf8(bytes).unwrap()))
        }
        _ => None,
    });
    data.collect()
}

/// Pieces that spreadsheets, JSON, CSV or lists take for something else.
const PIECES: [&str; 26] = [
    "=",
    "+",
    "-",
    "@",
    "'",
    "\"",
    ",",
    ";",
    "|",
    "\t",
    "\n",
    "\r\n",
    "\\",
    "\u{1}",
    "\u{2028}",
    "\u{feff}",
    "=cmd|' /C calc'!A0",
    "＝1",
    "<script>",
    "&amp;",
    "é",
    "𝕏",
    " ",
    "1",
    "mot",
    "{}",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => prop::sample::select(&PIECES[..]).prop_map(String::from), 1 => "\\PC{1,3}"];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| format!("{}.", pieces.concat()))
}

/// A text as YAML between double quotes: JSON's escapes are YAML's.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_survive(texts in prop::collection::vec((text(), text()), 12)) {
        let desk = Desk::with(&[]);
        let record = |(rank, (one, other)): (usize, &(String, String))| format!(
            "- {{id: r{rank}, nom: Lieu {rank}, commune: Poitiers, presentation_detail: {}, source: {}}}\n",
            quoted(one), quoted(other),
        );
        let yaml: String = texts.iter().enumerate().map(record).collect();
        desk.write("content/86-vienne/acteurs/lieux.yaml", &yaml);
        let source = std::sync::Arc::new(jalon::diagnostic::Source { path: "lieux.yaml".into(), text: yaml });
        let read = jalon::record::read_acteurs(&source, "lieux", Some("86"));
        prop_assert_eq!(read.len(), texts.len());
        for (medium, jeu, file) in files(&desk) {
            let things: Vec<Value> = match (medium, jeu) {
                (Medium::Csv, Jeu::Lieux) => rows(&file).into_iter().map(|row| {
                    let cells = row.into_iter().filter(|(_, cell)| !cell.is_empty());
                    let plain = |cell: String| undefended(&cell).map_or(cell.clone(), String::from);
                    cells.map(|(column, cell)| (column, Value::from(plain(cell)))).collect()
                }).collect(),
                (Medium::Geojson, Jeu::Lieux) => {
                    let map: Value = serde_json::from_str(&file).unwrap();
                    let features = map["features"].as_array().unwrap().iter();
                    features.map(|feature| feature["properties"].clone()).collect()
                }
                (_, Jeu::Guide) => {
                    let whole: Value = serde_json::from_str(&file).unwrap();
                    whole["acteurs"].as_array().unwrap().clone()
                }
                _ => continue,
            };
            prop_assert_eq!(things.len(), texts.len());
            for acteur in &read {
                let thing = things.iter().find(|thing| thing["id"] == *acteur.fiche.id).unwrap();
                prop_assert_eq!(thing["source"].as_str(), acteur.fiche.source.as_deref());
                let detail = acteur.fiche.presentation_detail.as_ref().map(|at| &*at.value);
                // A map has no room for long texts.
                if medium != Medium::Geojson {
                    prop_assert_eq!(thing["presentation_detail"].as_str(), detail);
                }
            }
        }
    }
}

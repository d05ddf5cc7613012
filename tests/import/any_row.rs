//! Whatever the rows hold: nothing is lost, what is written reads back, and again changes nothing.

use proptest::prelude::*;

use crate::cells;
use crate::forms::WHOLE;
use crate::scene::{HEADER, Scene, json};

/// Cells that real files have had, of any column.
const DIRT: [&str; 46] = [
    "",
    "",
    " ",
    "-",
    "NC",
    "#N/D",
    "0",
    "00000000000000",
    "552 178 629 00132",
    "86000",
    "1000",
    "79000",
    "POITIERS",
    "Poitiers Cedex 9",
    "St Benoit",
    "Chasseneuil",
    "Couhé",
    "2A004",
    "75112",
    "46,58",
    "0,34",
    "497000.5",
    "05 49 00 00 00",
    "05.49.00.00.00 / 06 39 98 00 00",
    "549000000",
    "Accueil : 05 49 00 00 00",
    "3949",
    "a@b.fr; c@d.fr",
    "mailto:a@b.fr",
    "a @b.fr",
    "www.a.fr",
    "http://a.fr http://b.fr",
    "Mo-Fr 09:00-12:00; PH off",
    "Tu 12:30",
    "mardi 9h-12h",
    "<p>Bon&shy;jour</p><br>à <a href='https://a.fr'>vous</a>",
    "16/06/2022",
    "2022-02-30",
    "Gratuit : Je peux accéder gratuitement au lieu et à ses services",
    "Gratuit;Payant",
    "Gratuit|Payant|Troc",
    "ligne 1\r\nligne 2\r\n\r\n\r\n\r\nligne 3",
    "é\u{fffd}\u{200b}\u{a0}",
    "oui",
    "---\nnom: piège",
    "# \"guillemets\" et \\ barres",
];

/// A cell: what the schema expects there, dirt, or anything at all.
fn cell(column: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(WHOLE[column].1.to_owned()),
        4 => prop::sample::select(DIRT.to_vec()).prop_map(str::to_owned),
        1 => any::<String>().prop_map(|text| text.replace('\0', "")),
    ]
}

fn row() -> impl Strategy<Value = Vec<String>> {
    let cells: Vec<_> = (0..WHOLE.len()).map(cell).collect();
    (cells, any::<prop::sample::Index>()).prop_map(|(mut cells, id): (Vec<String>, _)| {
        // Rows of one file mostly differ by their id, and mostly have a place.
        cells[0] = format!("id-{}", id.index(6));
        cells
    })
}

fn csv(rows: &[Vec<String>]) -> String {
    let mut writer =
        csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
    writer.write_record(HEADER.split(',')).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cell_is_found(rows in prop::collection::vec(row(), 1..4)) {
        let text = csv(&rows);
        let mut scene = Scene::default();
        let imported = scene.import("f.csv", &text);
        let report = json(&imported);
        let found = cells::look(&text, "f.csv", &scene.files, &report);
        prop_assert_eq!(found.missing, Vec::<String>::new(), "{:#?}\n{}", scene.files, report);
        prop_assert_eq!(scene.errors(), Vec::<String>::new(), "{:#?}", scene.files);
        let again = scene.import("f.csv", &text);
        prop_assert!(again.outputs.is_empty(), "{:#?}", again.outputs);
    }
}

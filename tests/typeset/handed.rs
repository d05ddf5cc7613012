//! What the foreign judges of `tests/browser` read: PDFs, and what they must say.
//!
//! `JALON_PAPIER=… cargo test --test typeset handed`: a folder.

use std::fs;
use std::path::Path;

use jalon::typeset::{Job, qr};
use serde_json::json;

use crate::{hostile, press};

const ADDRESSES: [&str; 3] = [
    "https://guide.example.fr/86-vienne/",
    "https://guide.example.fr/86-vienne/actrices-et-acteurs/pimms-mediation-poitiers.html",
    "https://exemple.fr/%C3%A9?a=b&c=%3Cd%3E",
];

/// Many small records, as a guide has: a heading, a table of hours, a link each.
fn guide() -> String {
    let fiche = |n: u32| json!({"nom": format!("Lieu n\u{b0} {n}"), "url": format!("https://example.fr/{n}")});
    json!({"titre": "Guide d’essai", "fiches": (1..=120).map(fiche).collect::<Vec<_>>()})
        .to_string()
}

const GUIDE: &str = "= Lieux\n#for f in d.fiches [== #f.nom
#table(columns: 2, table.header([Jour], [Heures]), [Lundi], [9 h à 12 h], [Mardi], [14 h à 17 h])
#link(f.url) ]";

/// A code a page, as small as a sheet may print it.
const CODES: &str = "= Codes
#for (n, code) in d.codes.enumerate() [#if n > 0 { pagebreak() }
#image(bytes(code), format: \"svg\", width: 18mm, alt: \"Code à scanner\")]";

#[test]
fn handed() {
    let texts = hostile::texts();
    let hostile = hostile::document(&texts);
    let guide = press::page(GUIDE, &guide());
    let svgs = ADDRESSES.map(|url| qr(url).unwrap().1);
    let codes = press::page(CODES, &json!({"titre": "Codes", "codes": svgs}).to_string());
    // One that the judges must find fault with: what is imposed is neither tagged nor archived.
    let files = press::files(&[("print/essai.typ", "#set document(title: \"Simple\")\nA")]);
    let simple = press::PRESS.set(&Job { tagged: false, ..press::job(&files, "{}") }).unwrap();
    let Ok(folder) = std::env::var("JALON_PAPIER") else { return };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();
    for (name, printed) in
        [("hostile", &hostile), ("guide", &guide), ("codes", &codes), ("simple", &simple)]
    {
        fs::write(folder.join(format!("{name}.pdf")), &printed.bytes).unwrap();
    }
    let said = json!({
        "pages": {"hostile": hostile.pages, "guide": guide.pages, "codes": codes.pages, "simple": simple.pages},
        "titres": {"hostile": texts[0], "guide": "Guide d’essai", "codes": "Codes", "simple": "Simple"},
        "textes": texts,
        "codes": ADDRESSES,
    });
    fs::write(folder.join("dit.json"), said.to_string()).unwrap();
}

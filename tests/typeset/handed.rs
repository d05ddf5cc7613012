//! What the foreign judges of `tests/browser` read: PDFs, and what they must say.
//!
//! `JALON_PAPIER=… cargo test --test typeset handed`: a folder.

use std::fs;
use std::path::Path;

use jalon::typeset::qr;
use serde_json::json;

use crate::{hostile, press};

const ADDRESSES: [&str; 3] = [
    "https://guide.example.fr/86-vienne/",
    "https://guide.example.fr/86-vienne/actrices-et-acteurs/pimms-mediation-poitiers.html",
    "https://exemple.fr/é?a=b&c=<d>",
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

#[test]
fn handed() {
    let texts = hostile::texts();
    let hostile = hostile::document(&texts);
    let guide = press::page(GUIDE, &guide());
    let codes = ADDRESSES.map(|url| (url, qr(url).unwrap().1));
    let Ok(folder) = std::env::var("JALON_PAPIER") else { return };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();
    for (name, printed) in [("hostile", &hostile), ("guide", &guide)] {
        fs::write(folder.join(format!("{name}.pdf")), &printed.bytes).unwrap();
    }
    for (n, (_, svg)) in codes.iter().enumerate() {
        fs::write(folder.join(format!("code-{n}.svg")), svg).unwrap();
    }
    let said = json!({
        "pages": {"hostile": hostile.pages, "guide": guide.pages},
        "textes": texts,
        "codes": codes.map(|(url, _)| url),
    });
    fs::write(folder.join("dit.json"), said.to_string()).unwrap();
}

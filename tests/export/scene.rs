//! Contents that say everything, and the records of a content as trees that only their meaning tells apart.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::diagnostic::Source;
use jalon::source::yaml::{self, Node, Value};
use serde_json::{Map, Value as Json, json};

use crate::full;
use crate::support::{Desk, TODAY, tree};

/// What the guide of open data leaves out: keys without a trace there, odd texts, an end of which nothing is known.
const MORE: [(&str, &str); 6] = [
    (
        "86-vienne/acteurs/ile/reste.yaml",
        r#"
nom: Reste
commune: Poitiers
code_postal: "86000"
code_insee: "86194"
sorte: lieu
forme: association
portee: commune
courriels: [accueil@exemple.fr, "autre@exemple.fr"]
site_web: "https://exemple.fr/a|b"
horaires: {lundi: "9h-12h, 14h-17h", mardi: fermé}
images: [{fichier: porte.jpg, alt: "", legende: La porte | l'entrée, credit: "L'équipe {2026}"}]
date_maj: 2026-10-01
tous_les: 6 mois
autres_noms: ["a | b", 'c \ d', "{e}", "\\|"]
a_apporter: ["= un stylo", "+ un badge", "@", "-1"]
presentation_detail: |
  - une ligne

      un retrait
  =SOMME(A1:A9)	tabulation
termine: {}
interne: |
  note
  de deux lignes
brouillon: oui
"#,
    ),
    (
        "86-vienne/acteurs/colonnes.yaml",
        r#"
nom: Colonnes
commune: Poitiers
permanences:
  - {chez: hote, horaires: lundi 9h-10h, modalites_accompagnement: [En autonomie], sauf: [jours fériés]}
tournee:
  arrets:
    - {nom: Place, commune: Poitiers, code_postal: "86000", code_insee: "86194", adresse: 1 place A, complement_adresse: Bâtiment C, horaires: mardi 9h-10h}
"#,
    ),
    (
        "86-vienne/evenements/toutes-colonnes.yaml",
        r#"
nom: Colonnes d'un événement
commune: Poitiers
code_postal: "86000"
code_insee: "86194"
adresse: 1 place A
complement_adresse: Bâtiment C
date_maj: 2026-10-01
reserve_a: {quartiers: [Saint-Éloi], communes: [Poitiers, Lusignan]}
dates:
  - {le: 2027-02-02, horaires: 9h-10h, chez: hote}
  - {le: 2027-02-03, horaires: 9h-10h, commune: Poitiers, code_postal: "86000", code_insee: "86194", adresse: 2 place B, complement_adresse: Bâtiment D, latitude: 46.58, longitude: 0.34}
"#,
    ),
    (
        "86-vienne/acteurs/variable.yaml",
        "nom: Bus sans heures\ncommune: Poitiers\ntournee: {base: Le dépôt, regularite: variable}\n",
    ),
    (
        "86-vienne/acteurs/plusieurs.yaml",
        "- {nom: Premier, commune: Poitiers}\n- {nom: Second, commune: Poitiers, id: deuxieme}\n",
    ),
    (
        "86-vienne/evenements/serie.yaml",
        r#"
nom: Série
commune: Poitiers
seances: {nombre: 2, duree: 2h, quand: "jeudi 14h-16h", du: 2027-01-14, au: 2027-01-21}
sauf: [vacances scolaires, jours fériés]
en_ligne: {}
images: {fichier: porte.jpg, alt: La porte}
tous_les: 3 mois
brouillon: non
"#,
    ),
];

/// A picture of one grey point.
const POINT: &[u8] = include_bytes!("porte.jpg");

/// A guide whose records have every key.
pub fn full() -> Desk {
    let desk = full::desk();
    for (path, text) in MORE {
        desk.write(&format!("content/{path}"), text);
    }
    desk.write("content/86-vienne/images/porte.jpg", POINT);
    desk
}

/// The same folder without any record.
pub fn emptied(desk: &Desk) -> Desk {
    let bare = Desk::empty();
    for (path, bytes) in tree(&desk.path().join("content")) {
        let record =
            path.split('/').nth(1).is_some_and(|kind| matches!(kind, "acteurs" | "evenements"));
        if !record {
            bare.write(&format!("content/{path}"), bytes);
        }
    }
    bare
}

/// The records of a content by their file, as values: texts without blanks around them, one alone is a list of one
/// where `like` has a list.
pub fn records(desk: &Desk) -> BTreeMap<String, Vec<Json>> {
    let files = tree(&desk.path().join("content")).into_iter();
    let records = files.filter(|(path, _)| {
        path.ends_with(".yaml")
            && path.split('/').nth(1).is_some_and(|kind| matches!(kind, "acteurs" | "evenements"))
    });
    records
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).unwrap();
            let documents = yaml::documents(&Arc::new(Source { path: path.clone(), text }));
            let values = documents.nodes.iter().flat_map(|node| match &node.value {
                Value::List(items) => items.iter().map(value).collect(),
                _ => vec![value(node)],
            });
            (path, values.filter(|value| *value != Json::Null).collect())
        })
        .collect()
}

/// A node without what says nothing; a list of one is its item, since readers take one for the other.
fn value(node: &Node) -> Json {
    match &node.value {
        Value::Empty => Json::Null,
        Value::Text(text) => json!(text.trim()),
        Value::List(items) => {
            let mut items: Vec<Json> =
                items.iter().map(value).filter(|item| *item != Json::Null).collect();
            match items.len() {
                0 => Json::Null,
                1 => items.remove(0),
                _ => Json::Array(items),
            }
        }
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, node)| (key.name.clone(), value(node)));
            Json::Object(entries.filter(|(_, value)| *value != Json::Null).collect::<Map<_, _>>())
        }
    }
}

/// Runs a command that must go well; what it said.
pub fn run(desk: &Desk, arguments: &[&str]) -> String {
    let done = desk.jalon(&[arguments, &["--today", TODAY]].concat());
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    said
}

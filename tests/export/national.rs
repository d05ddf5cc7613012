//! The national schema: a tour is one row a stop and a tour again, what the schema would say wrong does not leave.

use std::collections::BTreeMap;

use crate::scene::run;
use crate::support::{Desk, TODAY, tree};

const BUS: &str = r#"
nom: Bus D'Clics
commune: Poitiers
code_postal: "86000"
adresse: Rue du Dépôt
telephone: 05 36 49 12 01
date_maj: 2026-11-03
services: [Aide aux démarches administratives]
modalites_acces: [Se présenter]
tournee:
  sauf: [jours fériés]
  arrets:
    - {nom: Couronneries, commune: Poitiers, code_postal: "86000", adresse: 2 place de Provence, ou: devant la médiathèque, latitude: 46.6, longitude: 0.36, horaires: lundi 9h30-12h}
    - {nom: Chez l'hôte, chez: hote, horaires: "mardi 9h-12h, semaines paires"}
    - {nom: Bel – Air, commune: Lusignan, ou: place du marché, horaires: "mercredi 9h-12h, une semaine sur deux à partir du 2 décembre 2026"}
"#;

const HOTE: &str = "nom: Maison\ncommune: Lusignan\nadresse: 3 place du Bail\ndate_maj: 2026-11-03\nservices: [Accès internet et matériel informatique]\ntelephone: \"3949\"\n";

/// A guide with a bus and a host.
fn desk() -> Desk {
    Desk::with(&[("86-vienne/acteurs/bus.yaml", BUS), ("86-vienne/acteurs/hote.yaml", HOTE)])
}

/// What an export writes on standard output and says beside it.
fn exported(desk: &Desk, form: &str) -> (String, String) {
    let done = desk.jalon(&["export", "--format", form, "--today", TODAY]);
    assert!(done.status.success());
    (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap())
}

/// Rows by their id, as another reader of CSV finds them.
fn rows(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut table = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let rows = table.deserialize::<BTreeMap<String, String>>().map(|row| row.unwrap());
    rows.map(|row| (row["id"].clone(), row)).collect()
}

/// The same records, imported from a table where there are none.
fn brought_back(table: &str) -> Desk {
    let back = Desk::empty();
    back.write("lieux.csv", table);
    run(&back, &["import", "lieux.csv"]);
    back
}

#[test]
fn a_tour_is_one_row_a_stop() {
    let (table, said) = exported(&desk(), "schema-national");
    let rows = rows(&table);
    let ids: Vec<&String> = rows.keys().collect();
    assert_eq!(ids, ["bus-arret-1", "bus-arret-2", "bus-arret-3", "hote"]);
    let told = |id: &str, keys: [&str; 7]| keys.map(|key| rows[id][key].clone());
    let keys =
        ["nom", "adresse", "complement_adresse", "commune", "code_postal", "latitude", "horaires"];
    assert_eq!(
        told("bus-arret-1", keys),
        [
            "Bus D'Clics – Couronneries",
            "2 place de Provence",
            "devant la médiathèque",
            "Poitiers",
            "86000",
            "46.6",
            "Mo 09:30-12:00; PH off"
        ]
    );
    assert_eq!(
        told("bus-arret-2", keys)[..5],
        ["Bus D'Clics – Chez l'hôte", "3 place du Bail", "Maison", "Lusignan", "86600"]
    );
    assert_eq!(
        told("bus-arret-3", keys)[..6],
        ["Bus D'Clics – Bel-Air", "place du marché", "", "Lusignan", "86600", ""]
    );
    for id in ["bus-arret-1", "bus-arret-2", "bus-arret-3"] {
        assert_eq!(
            (&*rows[id]["itinerance"], &*rows[id]["telephone"]),
            ("Itinérant", "+33536491201")
        );
    }
    // A short number has no room in the schema.
    assert_eq!(rows["hote"]["telephone"], "");
    assert_eq!(
        said,
        "attention[export-case-vide]: Le téléphone de « Maison » (3949) n’entre pas dans le schéma national : la case est vide.\n \
         --> content/86-vienne/acteurs/hote.yaml:1:1\n  |\n1 | nom: Maison\n  | ^^^\n  |\n  \
         = à faire: Rien à faire si le numéro est juste : c’est le schéma qui n’a pas de place pour lui.\n\n\
         export-case-vide : 1 remarque\n"
    );
}

#[test]
fn the_stops_of_a_tour_join_again() {
    let (table, _) = exported(&desk(), "schema-national");
    let back = brought_back(&table);
    let files: Vec<String> = tree(&back.path().join("content")).into_keys().collect();
    assert_eq!(
        files,
        [
            "86-vienne/acteurs/bus-d-clics-poitiers.yaml",
            "86-vienne/acteurs/maison-lusignan.yaml",
            "86-vienne/guide.yaml"
        ]
    );
    let bus = back.read("content/86-vienne/acteurs/bus-d-clics-poitiers.yaml");
    let tour = bus.split_once("tournee:").unwrap().1;
    assert_eq!(
        tour.lines().skip(1).take(2).collect::<Vec<_>>(),
        [
            "  arrets:",
            "    - {nom: Couronneries, commune: Poitiers, code_postal: \"86000\", code_insee: \"86194\", adresse: 2 place de Provence, latitude: 46.6, longitude: 0.36, ou: devant la médiathèque, horaires: \"Mo 09:30-12:00; PH off\"}",
        ],
        "{bus}"
    );
    let (again, _) = exported(&back, "schema-national");
    assert_eq!(rows(&table), rows(&again));
}

#[test]
fn the_examples_come_back_row_for_row() {
    let (table, _) = exported(&Desk::copy_of("content"), "schema-national");
    let (again, _) = exported(&brought_back(&table), "schema-national");
    let (before, after) = (rows(&table), rows(&again));
    assert!(before.len() > 10);
    for (id, row) in &before {
        assert_eq!(Some(row), after.get(id), "{id}");
    }
    assert_eq!(before.len(), after.len());
}

#[test]
fn both_forms_of_the_schema_say_the_same() {
    let desk = Desk::copy_of("content");
    let (table, _) = exported(&desk, "schema-national");
    let (json, _) = exported(&desk, "schema-national-json");
    let things: Vec<BTreeMap<String, serde_json::Value>> = serde_json::from_str(&json).unwrap();
    let rows = rows(&table);
    assert_eq!(things.len(), rows.len());
    for thing in things {
        let row = &rows[thing["id"].as_str().unwrap()];
        for (column, cell) in row.iter().filter(|(_, cell)| !cell.is_empty()) {
            let said = match &thing[column] {
                serde_json::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            // Only the table has the apostrophe that keeps a spreadsheet from running a formula.
            assert_eq!(said, cell.strip_prefix('\'').unwrap_or(cell), "{column}");
        }
        assert_eq!(thing.len(), row.values().filter(|cell| !cell.is_empty()).count());
    }
}

#[test]
fn what_the_library_of_the_schema_would_say_wrong_does_not_leave() {
    let desk = Desk::with(&[
        (
            "86-vienne/acteurs/a.yaml",
            "nom: Sans services\ncommune: Lusignan\nadresse: 1 rue A\ndate_maj: 2026-11-03\n",
        ),
        (
            "86-vienne/acteurs/b.yaml",
            "nom: Sans jour\ncommune: Lusignan\nadresse: 1 rue A\nservices: [Accès internet et matériel informatique]\n",
        ),
        (
            "86-vienne/acteurs/c.yaml",
            "nom: Fermé au public\ncommune: Lusignan\nadresse: 1 rue A\ndate_maj: 2026-11-03\nmodalites_acces: [\"Ce lieu n'accueille pas de public\"]\n",
        ),
    ]);
    let (table, said) = exported(&desk, "schema-national");
    assert_eq!(rows(&table).into_keys().collect::<Vec<_>>(), ["c"]);
    for told in [
        "« Sans services » n’est pas dans l’export : sans « services », la bibliothèque du schéma dirait que ce lieu n’accueille personne.",
        "« Sans jour » n’est pas dans l’export : il lui manque ce que le schéma national demande (date_maj).",
        "export-ligne-absente : 2 remarques\n",
    ] {
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn a_long_summary_goes_before_the_text() {
    let long = "Un mot. ".repeat(40);
    let text = format!(
        "nom: Long\ncommune: Lusignan\nadresse: 1 rue A\ndate_maj: 2026-11-03\nservices: [Accès internet et matériel informatique]\npresentation_resume: {long}\npresentation_detail: La suite.\n"
    );
    let (table, said) =
        exported(&Desk::with(&[("86-vienne/acteurs/a.yaml", &text)]), "schema-national");
    let row = &rows(&table)["a"];
    assert_eq!(row["presentation_resume"], "");
    assert_eq!(row["presentation_detail"], format!("{}\n\nLa suite.", long.trim()));
    assert!(
        said.contains("Le résumé de « Long » a 319 caractères, et le schéma national en admet 280"),
        "{said}"
    );
}

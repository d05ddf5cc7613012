//! Tables: the national columns, RFC 4180, nothing that a spreadsheet runs, and the way back by `jalon import`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::full::desk;
use crate::support::{Desk, TODAY, tree};

/// The 32 columns of the national schema, version 1.0.2, in its order, as its header writes them.
const NATIONAL: &str = "id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,typologie,telephone,courriels,site_web,horaires,presentation_resume,presentation_detail,source,itinerance,structure_parente,date_maj,services,publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_nationaux,formations_labels,autres_formations_labels,modalites_acces,modalites_accompagnement,fiche_acces_libre,prise_rdv";

/// The example guides, built.
static EXAMPLES: LazyLock<Desk> = LazyLock::new(|| {
    let desk = Desk::copy_of("content");
    assert!(desk.build().status.success());
    desk
});

/// The cells of the first line of a table, by column.
fn first(text: &str) -> BTreeMap<String, String> {
    rows(text).remove(0)
}

/// The lines of a table, as another reader of CSV finds them.
pub fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut table = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    table.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn a_place_under_the_national_columns() {
    let desk = desk();
    desk.build();
    let text = desk.read("output/86-vienne/donnees/acteurs.csv");
    assert_eq!(text.split("\r\n").next(), Some(NATIONAL));
    let place = rows(&text).into_iter().find(|row| row["id"] == "tout-ce-qui-se-dit").unwrap();
    let expected = [
        ("pivot", "10000000000008"),
        ("nom", "Maison « du \"Numérique\" », l'Entraide"),
        ("commune", "Poitiers"),
        ("code_postal", "86000"),
        ("code_insee", "86194"),
        ("latitude", "46.5802245"),
        ("longitude", "0.3401239"),
        ("typologie", "ASSO|CS"),
        ("telephone", "+33536491201"),
        ("horaires", "Tu,Th 09:00-12:00,14:00-17:30"),
        ("presentation_resume", "'=1+1, une ligne qui a l'air d'une formule"),
        ("presentation_detail", "'- un\n- deux; trois | \"quatre\""),
        ("source", "'@source"),
        ("structure_parente", "Hôte"),
        ("date_maj", "2026-11-03"),
        // France Services ran out in 2025.
        ("dispositif_programmes_nationaux", "Aidants Connect"),
        ("modalites_acces", "Se présenter|Téléphoner"),
    ];
    for (column, cell) in expected {
        assert_eq!(place[column], cell, "{column}");
    }
}

#[test]
fn what_the_columns_cannot_say_is_not_made_up() {
    let desk = desk();
    desk.build();
    let lines = rows(&desk.read("output/86-vienne/donnees/acteurs.csv"));
    let host = lines.iter().find(|row| row["id"] == "hote").unwrap();
    // No point of its own; hours that OpenStreetMap cannot say are a remark of it; zeros for no SIRET.
    assert_eq!((&*host["latitude"], &*host["longitude"]), ("", ""));
    assert_eq!(
        host["horaires"],
        "\"Mercredi de 14\u{a0}h à 17\u{a0}h, sauf pendant les vacances de Noël.\""
    );
    assert_eq!(host["pivot"], "00000000000000");
    assert_eq!((&*host["date_maj"], &*host["services"]), ("", ""));
    let bus = lines.iter().find(|row| row["id"] == "bus").unwrap();
    assert_eq!(bus["itinerance"], "Itinérant");
}

#[test]
fn no_cell_is_a_formula() {
    let full = desk();
    full.build();
    for desk in [&full, &EXAMPLES] {
        let tables = tree(&desk.path().join("output"));
        let tables = tables.iter().filter(|(path, _)| path.ends_with(".csv"));
        let mut cells = 0;
        for (path, bytes) in tables {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(text.ends_with("\r\n"), "{path}");
            for (column, cell) in rows(text).into_iter().flatten() {
                let number = cell.parse::<f64>().is_ok();
                let formula =
                    cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
                assert!(number || !formula, "{path}, {column}: {cell}");
                cells += 1;
            }
        }
        assert!(cells > 100, "{cells} cells were read");
    }
}

#[test]
fn passages_say_who_comes_where_and_when() {
    let desk = desk();
    desk.build();
    let lines = rows(&desk.read("output/86-vienne/donnees/passages.csv"));
    let stop = lines.iter().find(|row| row["nom"] == "Couronneries").unwrap();
    let expected = [
        ("id", "passage-bus-couronneries-poitiers"),
        ("sorte", "arrêt"),
        ("de", "Bus d'essai"),
        ("de_id", "bus"),
        ("ou", "devant la médiathèque, 2 place de Provence"),
        ("latitude", "46.6"),
        ("precision_du_point", "adresse"),
        ("horaires", "Mo 09:30-12:00; PH off"),
        ("services", "Aide aux démarches administratives"),
        ("page", "https://guide.exemple.fr/vienne/acteurs/bus.html"),
    ];
    for (column, cell) in expected {
        assert_eq!(stop[column], cell, "{column}");
    }
    let dates: Vec<&str> = stop["prochaines_dates"].split('|').take(4).collect();
    assert_eq!(
        dates,
        [
            "2026-11-23 09:30-12:00",
            "2026-11-30 09:30-12:00",
            "2026-12-07 09:30-12:00 annulé",
            "2026-12-14 09:30-12:00"
        ]
    );
    // One week in two from a day on: in words, and in days.
    let other = lines.iter().find(|row| row["nom"] == "Chez l'hôte").unwrap();
    assert_eq!(other["horaires"], "");
    assert_eq!((&*other["chez_id"], &*other["commune"]), ("hote", "Lusignan"));
    let dates: Vec<&str> = other["prochaines_dates"].split('|').take(2).collect();
    assert_eq!(dates, ["2026-12-01 09:00-12:00", "2026-12-15 09:00-12:00"]);
    assert_eq!(first(&desk.read("output/86-vienne/donnees/evenements.csv"))["etat"], "");
}

/// The table of places of each guide of an output folder, by its folder.
fn places(desk: &Desk) -> BTreeMap<String, String> {
    let output = tree(&desk.path().join("output"));
    let tables = output.into_iter().filter(|(path, _)| path.ends_with("/acteurs.csv"));
    tables.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// Imports the tables of places of some guides into an empty folder, and builds that.
fn brought_back(tables: &BTreeMap<String, String>) -> Desk {
    let back = Desk::empty();
    let mut names: Vec<String> = vec!["import".into()];
    for (path, text) in tables {
        let name = path.replace('/', "-");
        back.write(&name, text);
        names.push(name);
    }
    names.extend(["--today".into(), TODAY.into()]);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let imported = back.jalon(&names);
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    let built = back.build();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    back
}

#[test]
fn an_import_of_the_places_gives_back_the_same_facts() {
    let full = desk();
    full.build();
    for desk in [&full, &EXAMPLES] {
        let tables = places(desk);
        let again = places(&brought_back(&tables));
        assert_eq!(again.len(), tables.len());
        for (path, text) in &tables {
            let (before, after) = (rows(text), rows(&again[path]));
            assert_eq!(before.len(), after.len(), "{path}");
            for (one, other) in before.iter().zip(&after) {
                assert_eq!(one, other, "{path}");
            }
        }
    }
}

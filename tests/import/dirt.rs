//! What real files look like: each stain is cleaned, doubted or refused, and told.

use serde_json::Value as Json;

use crate::cells;
use crate::scene::{Scene, csv, json, one};

/// The line of a key, and the verdicts, codes and values told of the column.
fn of<'a>(
    column: &str,
    cell: &str,
    said: &'a mut Vec<Json>,
) -> (Option<String>, Vec<[&'a str; 3]>) {
    let (record, found) = one(column, cell);
    *said = found;
    let told = said
        .iter()
        .filter(|one| one["colonne"] == column)
        .map(|one| ["verdict", "code", "valeur"].map(|key| one[key].as_str().unwrap()))
        .collect();
    let start = format!("{column}: ");
    (record.lines().find(|line| line.starts_with(&start)).map(str::to_owned), told)
}

#[test]
fn values_that_are_corrected_and_told() {
    let long = "Gratuit : Je peux accéder gratuitement au lieu et à ses services";
    for (column, cell, line, code) in [
        ("pivot", "00000000000000", None, "siret-inconnu"),
        ("pivot", "411 968 290 00030", Some("pivot: \"41196829000030\""), "siret-ecriture"),
        ("nom", "Mairie\u{a0} de  Poitiers", Some("nom: Mairie de Poitiers"), "espaces"),
        ("nom", "M\u{e9}diath\u{200b}èque", Some("nom: Médiathèque"), "caracteres-invisibles"),
        ("nom", "<b>Caf&eacute;</b> &amp; thé", Some("nom: Café & thé"), "html-enleve"),
        ("commune", "POITIERS", Some("commune: Poitiers"), "commune-ecriture"),
        ("code_postal", "86000 POITIERS", Some("code_postal: \"86000\""), "code-postal-ecriture"),
        ("adresse", "1 rue A\nbât. B", Some("adresse: 1 rue A bât. B"), "espaces"),
        (
            "typologie",
            "Centre communal d'action sociale",
            Some("typologie: [CCAS]"),
            "valeur-ancienne",
        ),
        ("telephone", "549000000", Some("telephone: 05 49 00 00 00"), "telephone-zero-perdu"),
        (
            "telephone",
            "Accueil 05.49.00.00.00",
            Some("telephone: 05 49 00 00 00"),
            "telephone-avec-texte",
        ),
        ("courriels", "a@b.fr ; c@d.fr", Some("courriels: [a@b.fr, c@d.fr]"), "courriel-ecriture"),
        (
            "site_web",
            "www.poitiers.fr",
            Some("site_web: [https://www.poitiers.fr]"),
            "adresse-web-ecriture",
        ),
        ("horaires", "Mo-Fr\u{a0}09:00-12:00", Some("horaires: Mo-Fr 09:00-12:00"), "espaces"),
        ("date_maj", "16/06/2022", Some("date_maj: 2022-06-16"), "date-ecriture"),
        ("frais_a_charge", long, Some("frais_a_charge: [Gratuit]"), "valeur-ancienne"),
        (
            "frais_a_charge",
            "Gratuit;Payant",
            Some("frais_a_charge: [Gratuit, Payant]"),
            "separateur",
        ),
        ("frais_a_charge", "gratuit", Some("frais_a_charge: [Gratuit]"), "valeur-ancienne"),
        ("prise_rdv", "rdv.fr/a", Some("prise_rdv: https://rdv.fr/a"), "adresse-web-ecriture"),
        ("complement_adresse", "#N/D", None, "vide"),
        ("horaires", "-", None, "vide"),
        ("id", "lieu n° 1", Some("id: lieu-n°-1"), "identifiant-ecriture"),
    ] {
        let mut said = Vec::new();
        let (found, told) = of(column, cell, &mut said);
        assert_eq!(found.as_deref(), line, "{column} {cell}");
        assert_eq!(told, [["corrige", code, cell]], "{column} {cell}");
    }
}

#[test]
fn values_that_are_refused_stand_beside_the_record_and_in_the_report() {
    for (column, cell, code) in [
        ("code_postal", "860", "code-postal-invalide"),
        ("code_postal", "79000", "code-postal-autre-commune"),
        ("code_insee", "99999", "code-insee-inconnu"),
        ("telephone", "05 49 00", "telephone-invalide"),
        ("telephone", "sur demande", "telephone-invalide"),
        ("courriels", "accueil (at) b.fr", "courriel-invalide"),
        ("site_web", "en construction", "adresse-web-invalide"),
        ("horaires", "Tu 12:30", "horaires-illisibles"),
        ("horaires", "sur demande, voir avec l’accueil", "horaires-illisibles"),
        ("date_maj", "juin", "date-invalide"),
        ("services", "Bricolage", "valeur-inconnue"),
        ("fiche_acces_libre", "ftp://a.fr/b", "adresse-web-invalide"),
        ("latitude", "46.58", "coordonnees-illisibles"),
    ] {
        let mut said = Vec::new();
        let (found, told) = of(column, cell, &mut said);
        assert_eq!(found, None, "{column} {cell}");
        assert_eq!(told, [["refuse", code, cell]], "{column} {cell}");
        let (record, _) = one(column, cell);
        let note = format!("# À corriger, non repris : {column}: \"{cell}\" (");
        assert!(record.contains(&note), "{record}");
    }
}

#[test]
fn one_bad_part_does_not_take_the_others() {
    let mut said = Vec::new();
    let (line, told) =
        of("services", "Bricolage|Compréhension du monde numérique|Couture", &mut said);
    assert_eq!(line.as_deref(), Some("services: [Compréhension du monde numérique]"));
    let told: Vec<&str> = told.iter().map(|[_, _, value]| *value).collect();
    assert_eq!(told, ["Couture", "Bricolage"]);
    let (line, told) = of("telephone", "05 49 00 00 00 / 05 49 11 11 11", &mut said);
    assert_eq!(line.as_deref(), Some("telephone: 05 49 00 00 00"));
    assert_eq!(told[1], ["refuse", "telephone-en-plus", "05 49 11 11 11"]);
}

#[test]
fn doubts_are_kept_and_told() {
    let long = "mot ".repeat(80);
    let mut said = Vec::new();
    let (line, told) = of("presentation_resume", long.trim(), &mut said);
    assert_eq!(line, Some(format!("presentation_resume: {}", long.trim())));
    assert_eq!(told, [["douteux", "resume-trop-long", long.trim()]]);
    let (line, told) = of("pivot", "12345678901234", &mut said);
    assert_eq!(line.as_deref(), Some("pivot: \"12345678901234\""));
    assert_eq!(told, [["douteux", "siret-invalide", "12345678901234"]]);
    let (_, told) = of("nom", "M\u{fffd}diath\u{fffd}que", &mut said);
    assert_eq!(told[0][1], "lettres-perdues");
}

#[test]
fn html_becomes_markdown_and_lines_stay_lines() {
    let (record, _) = one(
        "presentation_detail",
        "<p>Chez nous&nbsp;:</p><ul><li>un</li><li><a href=\"https://a.fr\">deux</a></li></ul>\r\n\r\n\r\n\r\nfin",
    );
    assert!(
        record.contains("presentation_detail: |\n  Chez nous\u{a0}:\n\n\n  - un\n  - [deux](https://a.fr)\n\n\n  fin\n"),
        "{record}"
    );
}

#[test]
fn coordinates() {
    let place = |latitude: &str, longitude: &str| {
        let row = [
            ("id", "1"),
            ("nom", "A"),
            ("commune", "Poitiers"),
            ("latitude", latitude),
            ("longitude", longitude),
        ];
        let mut scene = Scene::default();
        let imported = scene.import("f.csv", csv(&[&row]));
        let codes: Vec<String> =
            imported.report.files[0].rows[0].findings.iter().map(|one| one.code.clone()).collect();
        (scene.record("86-vienne/acteurs/a-poitiers.yaml").contains("\nlatitude: "), codes)
    };
    assert_eq!(place("46.58", "0.34"), (true, vec![]));
    assert_eq!(place("46,58", "0,34"), (true, vec!["virgule-decimale".into(); 2]));
    assert_eq!(place("0.34", "46.58"), (true, vec!["coordonnees-echangees".into(); 2]));
    assert_eq!(place("0", "0"), (false, vec!["coordonnees-nulles".into(); 2]));
    // Metres of Lambert 93, here in the wrong order, are kept only where they fall near the commune.
    assert_eq!(place("497000", "6610000"), (true, vec!["lambert-93".into(); 2]));
    assert_eq!(place("6610000", "900000"), (false, vec!["coordonnees-pas-en-degres".into(); 2]));
    assert_eq!(place("48.85", "2.35"), (false, vec!["coordonnees-trop-loin".into(); 2]));
}

#[test]
fn rows_that_make_no_record_stand_whole_in_the_report() {
    let text = csv(&[
        &[("id", "1"), ("commune", "Poitiers"), ("adresse", "1 rue A")],
        &[("id", "2"), ("nom", "A"), ("adresse", "2 rue B")],
        &[("id", "3"), ("nom", "A"), ("commune", "Nulle-Part-sur-Rien"), ("code_postal", "86000")],
        &[("id", "4"), ("nom", "A"), ("commune", "Poitiers")],
        &[("id", "4"), ("nom", "B"), ("commune", "Poitiers"), ("telephone", "0549000000")],
    ]);
    let mut scene = Scene::default();
    let imported = scene.import("f.csv", &text);
    let report = json(&imported);
    let rows = report["fichiers"][0]["lignes"].as_array().unwrap();
    let told: Vec<(Option<&str>, i64)> =
        rows.iter().map(|row| (row["code"].as_str(), row["ligne"].as_i64().unwrap())).collect();
    assert_eq!(
        told,
        [
            (Some("sans-nom"), 2),
            (Some("commune-introuvable"), 3),
            (Some("commune-introuvable"), 4),
            (None, 5),
            (Some("identifiant-en-double"), 6)
        ]
    );
    let found = cells::look(&text, "f.csv", &scene.files, &report);
    assert_eq!((found.cells, found.in_record, found.in_report), (17, 3, 14));
    assert_eq!(found.missing, [] as [String; 0]);
}

#[test]
fn rows_out_of_line_are_refused_whole() {
    let text = "nom,commune,adresse\nA,Poitiers,1 rue B, 2e étage\nB,Poitiers\nC,Poitiers,\"2 rue\nD,Poitiers,3\n";
    let mut scene = Scene::default();
    let imported = scene.import("f.csv", text);
    let rows = &imported.report.files[0].rows;
    let told: Vec<Option<&str>> =
        rows.iter().map(|row| row.reason.as_ref().map(|(code, ..)| code.as_str())).collect();
    // The quotation mark that is never closed makes no short row here: it is a long cell, and told by its blanks.
    assert_eq!(told, [Some("cellules-en-trop"), None, None]);
    assert_eq!(
        rows[0].cells.last().unwrap(),
        &("au-delà des colonnes".to_owned(), "2e étage".to_owned())
    );
    assert!(scene.files.contains_key("86-vienne/acteurs/b-poitiers.yaml"));
}

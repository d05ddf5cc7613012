//! Every column, and every form of file that spreadsheets and programs make.

use crate::cells;
use crate::scene::{HEADER, Scene, csv, json};

/// A row in which every column holds something that needs no correction.
pub const WHOLE: [(&str, &str); 32] = [
    ("id", "structure-1"),
    ("pivot", "41196829000030"),
    ("nom", "Anonymal"),
    ("commune", "Saint-Georges-lès-Baillargeaux"),
    ("code_postal", "86130"),
    ("code_insee", "86222"),
    ("adresse", "12 bis rue de Lecce"),
    ("complement_adresse", "Le patio du bois de l’Aulne"),
    ("latitude", "46.665"),
    ("longitude", "0.401"),
    ("typologie", "TIERS_LIEUX|ASSO"),
    ("telephone", "+33549000000"),
    ("courriels", "contact@laquincaillerie.tl|accueil@laquincaillerie.tl"),
    (
        "site_web",
        "https://www.laquincaillerie.tl/|https://m.facebook.com/laquincaillerienumerique/",
    ),
    ("horaires", "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00"),
    (
        "presentation_resume",
        "Notre association propose des formations aux outils numériques : venez !",
    ),
    (
        "presentation_detail",
        "Notre parcours d’initiation permet d’avoir les bases.\n\nNous proposons **aussi** un accompagnement.",
    ),
    ("source", "Hubik"),
    ("itinerance", "Itinérant"),
    ("structure_parente", "Pôle emploi, réseau des médiathèques"),
    ("date_maj", "2022-06-02"),
    (
        "services",
        "Aide aux démarches administratives|Maîtrise des outils numériques du quotidien|Insertion professionnelle via le numérique",
    ),
    ("publics_specifiquement_adresses", "Familles et/ou enfants|Jeunes"),
    ("prise_en_charge_specifique", "Surdité|Langues étrangères (anglais)"),
    ("frais_a_charge", "Gratuit sous condition|Payant"),
    ("dispositif_programmes_nationaux", "Conseillers numériques|Point d'accès numérique CAF"),
    (
        "formations_labels",
        "Formé à « Mon Espace Santé »|Arnia/MedNum BFC (Bourgogne-Franche-Comté)",
    ),
    ("autres_formations_labels", "SudLabs|Nièvre médiation numérique"),
    ("modalites_acces", "Se présenter|Ce lieu n'accueille pas de public"),
    ("modalites_accompagnement", "En autonomie|À distance"),
    ("fiche_acces_libre", "https://acceslibre.beta.gouv.fr/app/86-a/a/erp/m/"),
    ("prise_rdv", "https://www.rdv-solidarites.fr/"),
];

const RECORD: &str = "\
id: structure-1
pivot: \"41196829000030\"
nom: Anonymal
commune: Saint-Georges-lès-Baillargeaux
code_postal: \"86130\"
code_insee: \"86222\"
adresse: 12 bis rue de Lecce
complement_adresse: Le patio du bois de l’Aulne
latitude: 46.665
longitude: 0.401
typologie: [TIERS_LIEUX, ASSO]
telephone: 05 49 00 00 00
courriels: [contact@laquincaillerie.tl, accueil@laquincaillerie.tl]
site_web: [https://www.laquincaillerie.tl/, https://m.facebook.com/laquincaillerienumerique/]
horaires: Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00
presentation_resume: \"Notre association propose des formations aux outils numériques : venez !\"
presentation_detail: |
  Notre parcours d’initiation permet d’avoir les bases.

  Nous proposons **aussi** un accompagnement.
source: Hubik
itinerance: [Itinérant]
structure_parente: Pôle emploi, réseau des médiathèques
date_maj: 2022-06-02
services:
  - Aide aux démarches administratives
  - Maîtrise des outils numériques du quotidien
  - Insertion professionnelle via le numérique
publics_specifiquement_adresses: [Familles et/ou enfants, Jeunes]
prise_en_charge_specifique: [Surdité, Langues étrangères (anglais)]
frais_a_charge: [Gratuit sous condition, Payant]
dispositif_programmes_nationaux: [Conseillers numériques, Point d'accès numérique CAF]
formations_labels: [Formé à « Mon Espace Santé », Arnia/MedNum BFC (Bourgogne-Franche-Comté)]
autres_formations_labels: [SudLabs, Nièvre médiation numérique]
modalites_acces: [Se présenter, Ce lieu n'accueille pas de public]
modalites_accompagnement: [En autonomie, À distance]
fiche_acces_libre: https://acceslibre.beta.gouv.fr/app/86-a/a/erp/m/
prise_rdv: https://www.rdv-solidarites.fr/
";

const PATH: &str = "86-vienne/acteurs/anonymal-saint-georges-les-baillargeaux.yaml";

#[test]
fn every_column_of_the_schema() {
    let mut scene = Scene::default();
    let text = csv(&[&WHOLE]);
    let imported = scene.import("lieux.csv", &text);
    assert_eq!(scene.record(PATH), RECORD);
    assert_eq!(scene.errors(), [] as [String; 0]);
    assert_eq!(imported.report.files[0].rows[0].findings, []);
    let found = cells::look(&text, "lieux.csv", &scene.files, &json(&imported));
    assert_eq!((found.cells, found.in_record, found.missing.len()), (32, 32, 0));
}

#[test]
fn the_schema_is_the_one_that_is_tested() {
    assert!(WHOLE.iter().map(|(column, _)| *column).eq(HEADER.split(',')));
}

#[test]
fn every_form_of_file_gives_the_same_record() {
    let text = csv(&[&WHOLE]);
    let semicolons = delimited(b';', "\r\n");
    let tabs = delimited(b'\t', "\n");
    let (cp1252, _, lost) = encoding_rs::WINDOWS_1252.encode(&semicolons);
    assert!(!lost);
    let capitals =
        text.replacen(HEADER, &HEADER.to_uppercase().replace("TELEPHONE", " Téléphone "), 1);
    let object =
        serde_json::Map::from_iter(WHOLE.map(|(column, cell)| (column.to_owned(), cell.into())));
    let array = serde_json::json!([object]).to_string();
    let wrapped = serde_json::json!({"licence": "etalab-2.0", "lieux": [object]}).to_string();
    let utf16: Vec<u8> =
        format!("\u{feff}{tabs}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (form, bytes) in [
        ("UTF-8, séparateur « , »", text.clone().into_bytes()),
        ("UTF-8, séparateur « , »", format!("\u{feff}{text}").into_bytes()),
        ("UTF-8, séparateur « ; »", semicolons.clone().into_bytes()),
        ("UTF-8, séparateur tabulation", tabs.clone().into_bytes()),
        ("Windows-1252, séparateur « ; »", cp1252.into_owned()),
        ("UTF-16, séparateur tabulation", utf16),
        ("UTF-8, séparateur « , »", capitals.into_bytes()),
        ("UTF-8, JSON", array.into_bytes()),
        ("UTF-8, JSON", wrapped.into_bytes()),
    ] {
        let mut scene = Scene::default();
        let imported = scene.import("lieux.csv", &bytes);
        let file = &imported.report.files[0];
        assert_eq!((file.form.as_str(), &file.fault), (form, &None));
        assert_eq!(scene.record(PATH), RECORD, "{form}");
        assert_eq!(file.guessed_letters, form.starts_with("Windows"));
    }
}

/// The whole row with another separator and other line ends, as a French spreadsheet exports it.
fn delimited(separator: u8, end: &str) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    writer.write_record(WHOLE.map(|(column, _)| column)).unwrap();
    writer.write_record(WHOLE.map(|(_, cell)| cell)).unwrap();
    String::from_utf8(writer.into_inner().unwrap()).unwrap().replace('\n', end)
}

#[test]
fn a_file_that_is_not_the_schema_is_explained() {
    for (text, message, remedy) in [
        (
            "qui,commune\nA,Poitiers\n",
            "Ce fichier n’a pas de colonne « nom » : ce n’est pas le schéma national.",
            "Vérifiez que la première ligne porte les noms des colonnes, ou dites dans une correspondance ce qu’elles deviennent (--ecrire-correspondance en écrit une).",
        ),
        (
            "nom,comune\nA,Poitiers\n",
            "Ce fichier n’a pas de colonne « commune » : ce n’est pas le schéma national.",
            "Si c’est « comune », renommez cette colonne en « commune ».",
        ),
    ] {
        let imported = Scene::default().import("f.csv", text);
        let fault = imported.report.files[0].fault.as_ref().unwrap();
        assert_eq!((fault.message.as_str(), fault.remedy.as_str()), (message, remedy));
        assert_eq!(imported.outputs, []);
    }
}

#[test]
fn columns_that_the_schema_does_not_have_are_in_the_report() {
    let text = "nom,commune,cle_ban,nom,\nA,Poitiers,86194_x,B,c\n";
    let mut scene = Scene::default();
    let imported = scene.import("f.csv", text);
    let said = json(&imported)["fichiers"][0]["lignes"][0]["champs"].clone();
    let told: Vec<(&str, &str)> = said
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["colonne"].as_str().unwrap(), one["valeur"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("cle_ban", "86194_x"), ("nom", "B"), ("colonne 5 sans nom", "c")]);
    assert_eq!(imported.report.files[0].absent.len(), 30);
    assert_eq!(scene.record("86-vienne/acteurs/a-poitiers.yaml"), "nom: A\ncommune: Poitiers\n");
}

//! Files to import, and what came of them, in memory.

use jalon::calendar::Date;
use jalon::intake::{self, Correspondance, Decisions, Foreign, Imported, Order};
use jalon::record::{self, Kind};
use serde_json::Value as Json;

use crate::cells::Files;

/// The day of every test.
pub const TODAY: Date = Date::constant(2026, 11, 23);

/// The 32 columns of the national schema, in its order, as its header writes them.
pub const HEADER: &str = "id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,typologie,telephone,courriels,site_web,horaires,presentation_resume,presentation_detail,source,itinerance,structure_parente,date_maj,services,publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_nationaux,formations_labels,autres_formations_labels,modalites_acces,modalites_accompagnement,fiche_acces_libre,prise_rdv";

/// A content folder in memory.
#[derive(Default)]
pub struct Scene {
    /// Its files.
    pub files: Files,
    /// What the staff say of the columns.
    pub mapping: Option<Correspondance>,
    /// What sources said, by path below the folder where it is kept.
    pub sources: Files,
    /// What the person decided: `--garder`, `--prendre`, `--fermer`.
    pub decided: [Vec<String>; 3],
}

impl Scene {
    /// Imports bytes under a name and writes what comes of it.
    pub fn import(&mut self, name: &str, bytes: impl AsRef<[u8]>) -> Imported {
        self.import_all(&[(name, bytes.as_ref())])
    }

    /// Imports several files in one run.
    pub fn import_all(&mut self, files: &[(&str, &[u8])]) -> Imported {
        let foreign: Vec<Foreign> = files
            .iter()
            .map(|(name, bytes)| Foreign { name: (*name).to_owned(), bytes: bytes.to_vec() })
            .collect();
        let content = self.content();
        let sources = bytes(&self.sources);
        let [garder, prendre, fermer] = &self.decided;
        let order = Order {
            files: &foreign,
            content: &content,
            today: TODAY,
            correspondance: self.mapping.as_ref(),
            sources: &sources,
            decisions: Decisions { garder, prendre, fermer },
            ..Order::default()
        };
        let imported = intake::import(&order);
        for output in &imported.sources {
            let before = self.sources.get(&output.path).map(|text| text.as_bytes().to_vec());
            assert_eq!(output.before, before, "{}", output.path);
            let text = String::from_utf8(output.bytes.clone()).unwrap();
            self.sources.insert(output.path.clone(), text);
        }
        for output in &imported.outputs {
            let before = self.files.get(&output.path).map(|text| text.as_bytes().to_vec());
            assert_eq!(output.before, before, "{}", output.path);
            let text = String::from_utf8(output.bytes.clone()).unwrap();
            self.files.insert(output.path.clone(), text);
        }
        imported
    }

    /// The files as a command reads them.
    pub fn content(&self) -> Vec<(String, Vec<u8>)> {
        bytes(&self.files)
    }

    /// The text of a record, without its first line.
    pub fn record(&self, path: &str) -> &str {
        let text =
            self.files.get(path).unwrap_or_else(|| panic!("{path}: {:?}", self.files.keys()));
        text.split_once('\n').unwrap().1
    }

    /// Errors that jalon finds in its records.
    pub fn errors(&self) -> Vec<String> {
        let kind = |path: &str| match path.split('/').nth(1) {
            Some("acteurs") => Some(Kind::Acteur),
            Some("evenements") => Some(Kind::Evenement),
            _ => None,
        };
        let records = self.files.iter().filter_map(|(path, text)| Some((path, text, kind(path)?)));
        let said = records.flat_map(|(path, text, kind)| {
            let source = std::sync::Arc::new(jalon::diagnostic::Source {
                path: path.clone(),
                text: text.clone(),
            });
            record::read_text(&source, kind, path.split('-').next())
        });
        said.filter(jalon::diagnostic::Diagnostic::is_error).map(|one| format!("{one:?}")).collect()
    }
}

fn bytes(files: &Files) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect()
}

/// The report as programs get it.
pub fn json(imported: &Imported) -> Json {
    serde_json::from_str(&imported.report.json()).unwrap()
}

/// A row of the schema from the columns that are written; a record needs a name and a commune.
pub fn csv(rows: &[&[(&str, &str)]]) -> String {
    let columns: Vec<&str> = HEADER.split(',').collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&columns).unwrap();
    for row in rows {
        assert!(row.iter().all(|(column, _)| columns.contains(column)));
        let cell = |column: &&str| {
            row.iter().find(|(name, _)| name == column).map_or("", |(_, cell)| cell)
        };
        writer.write_record(columns.iter().map(cell)).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// One place of Poitiers with one more cell; the record's text and what was said of the cell, as JSON.
pub fn one(column: &str, cell: &str) -> (String, Vec<Json>) {
    let mut row =
        vec![("id", "1"), ("nom", "Lieu"), ("commune", "Poitiers"), ("code_insee", "86194")];
    row.retain(|(name, _)| *name != column);
    row.push((column, cell));
    let mut scene = Scene::default();
    let imported = scene.import("f.csv", csv(&[&row]));
    assert_eq!(scene.errors(), [] as [String; 0]);
    let path = imported.report.files[0].rows[0].record.clone();
    let record = path.map_or_else(String::new, |path| scene.record(&path).to_owned());
    let said = json(&imported)["fichiers"][0]["lignes"][0]["champs"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    (record, said)
}

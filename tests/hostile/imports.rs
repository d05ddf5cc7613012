//! A foreign file, imported: what comes of it lies in the folder, and reads back without an error.

use std::sync::Arc;

use jalon::diagnostic::{Diagnostic, Source};
use jalon::intake::{self, Foreign};
use jalon::record::{self, Kind};

use super::guide::TODAY;
use super::judge;

/// The 32 columns of the national schema.
pub const HEADER: &str = "id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,typologie,telephone,courriels,site_web,horaires,presentation_resume,presentation_detail,source,itinerance,structure_parente,date_maj,services,publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_nationaux,formations_labels,autres_formations_labels,modalites_acces,modalites_accompagnement,fiche_acces_libre,prise_rdv\n";

/// What is wrong with what comes of a file.
pub fn faults(name: &str, bytes: &[u8]) -> Vec<String> {
    let settings = b"titre: Essai\ndepartement: \"86\"\nediteur: Essai\n".to_vec();
    let content = [("86-vienne/guide.yaml".to_owned(), settings)];
    let files = [Foreign { name: name.to_owned(), bytes: bytes.to_vec() }];
    let order =
        intake::Order { files: &files, content: &content, today: TODAY, ..Default::default() };
    let made = intake::import(&order);
    let mut found = judge::html::page(&intake::report::page(&made.report));
    found.extend(judge::tables::json(&made.report.json()));
    for output in made.outputs {
        found.extend(judge::addresses::fault(&output.path));
        found.extend(
            kind(&output.path)
                .map(|kind| read_back(&output.path, &output.bytes, kind))
                .unwrap_or_default(),
        );
    }
    found
}

fn kind(path: &str) -> Option<Kind> {
    match path.split('/').nth(1)? {
        "acteurs" => Some(Kind::Acteur),
        "evenements" => Some(Kind::Evenement),
        _ => None,
    }
}

/// The errors of a record that jalon wrote: none.
fn read_back(path: &str, bytes: &[u8], kind: Kind) -> Vec<String> {
    let Ok(text) = String::from_utf8(bytes.to_vec()) else {
        return vec![format!("{path}: no text")];
    };
    let source = Arc::new(Source { path: path.to_owned(), text });
    // An import opens guides of other départements for the places it finds there.
    let departement = path.split_once('-').map(|(code, _)| code);
    let said = record::read_text(&source, kind, departement);
    let error = |one: Diagnostic| one.is_error().then(|| format!("{one:?}"));
    said.into_iter().filter_map(error).collect()
}

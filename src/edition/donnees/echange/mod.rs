//! The guide in the forms that other sites read, and what those forms cannot say.

mod hsds;
mod inclusion;
mod jsonld;
mod lieux;
mod norme;
mod semaine;
mod vcard;

use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::guide::Ref;

use super::champs::{Champs, Valeur};
use super::scribe::Scribe;
use super::tout::Tout;
use super::{acteur, csv, geo, national};

pub(in crate::edition) use jsonld::STATES;

/// A form that others read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Echange {
    /// The national schema as a table.
    National,
    /// The national schema as JSON.
    NationalJson,
    /// data.inclusion, version 1: structures and services.
    DataInclusion,
    /// Human Services Data Specification, version 3: services of organisations at locations.
    Hsds,
    /// Places on a map.
    Geojson,
    /// Cards of an address book.
    Vcard,
    /// Places and events in the words of schema.org.
    JsonLd,
}

/// What leaves, and what is said of it.
#[derive(Debug, Default)]
pub struct Depart {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many things are in it.
    pub nombre: usize,
    /// What is not in it, or in other words.
    pub remarques: Vec<Diagnostic>,
}

/// Some guides in a form that others read, in the order of the guides.
pub fn exporter(world: &World<'_>, guides: &[usize], forme: Echange) -> Depart {
    let scribes: Vec<Scribe<'_>> =
        guides.iter().filter_map(|&guide| scribe(world, guide)).collect();
    let mut depart = Depart::default();
    match forme {
        Echange::National | Echange::NationalJson => {
            let lines = lieux::lignes(&scribes, &mut depart.remarques);
            depart.nombre = lines.len();
            depart.bytes = match forme {
                Echange::National => csv::table(&national::COLUMNS, &lines),
                _ => array(&lines),
            };
        }
        _ => {
            let all: Vec<Tout<'_>> = scribes.iter().map(Tout::of).collect();
            let maps: Vec<&Champs<'_>> =
                all.iter().flat_map(|tout| &tout.lieux).map(|(_, map)| map).collect();
            depart.nombre = maps.len();
            depart.bytes = match forme {
                Echange::JsonLd => {
                    let (bytes, count) = jsonld::fichier(&all);
                    depart.nombre = count;
                    bytes
                }
                Echange::Geojson => geo::collection(maps),
                Echange::Vcard => vcard::cartes(&maps),
                Echange::DataInclusion => inclusion::fichier(&scribes, &mut depart.remarques),
                _ => hsds::fichier(&scribes),
            };
        }
    }
    depart
}

/// The card of a place, for an address book.
pub(in crate::edition) fn carte(world: &World<'_>, at: Ref) -> String {
    let Some(scribe) = scribe(world, at.guide) else { return String::new() };
    let columns = national::columns(&scribe, &scribe.here().acteurs[at.index]);
    vcard::carte(&acteur::whole(&scribe, at.index, columns))
}

/// Who writes the files of a guide: links are written as in its folder of data.
fn scribe<'a>(world: &'a World<'a>, guide: usize) -> Option<Scribe<'a>> {
    let about = crate::plan::About::Donnees(guide, crate::plan::Jeu::Guide);
    let from = world.plan.address(crate::plan::Medium::Json, about)?;
    Some(Scribe { world, guide, from })
}

/// The texts of a list.
fn lists(fields: &Champs<'_>, key: &str) -> Vec<String> {
    match fields.get(key) {
        Some(Valeur::Textes(texts)) => texts.iter().map(|text| text.to_string()).collect(),
        _ => Vec::new(),
    }
}

/// Things as an array of JSON, one a line.
fn array(things: &[Champs<'_>]) -> Vec<u8> {
    let mut out = String::from("[");
    for (rank, thing) in things.iter().enumerate() {
        out.push_str(if rank == 0 { "\n" } else { ",\n" });
        thing.cells_json(&national::COLUMNS, &mut out);
    }
    out.push_str("\n]\n");
    out.into_bytes()
}

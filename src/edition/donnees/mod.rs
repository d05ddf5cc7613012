//! Open data beside each guide: tables, places on a map, the whole guide for programs.

mod acteur;
mod champs;
mod csv;
pub mod echange;
mod evenement;
mod geo;
mod guide;
mod national;
mod passage;
mod scribe;
mod territoire;
mod tout;

use std::sync::OnceLock;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, World};
use crate::guide::{Guide, Guides};
use crate::plan::{About, Jeu, Medium, Sheet};
use crate::text::slug;

use champs::Champs;
use scribe::Scribe;
use tout::Tout;

/// The files of open data.
pub struct Donnees;

/// Every file: its name without extension, its extension, the label that says what it is for, its form, what it
/// holds.
const FICHIERS: [(&str, &str, &str, Medium, Jeu); 7] = [
    ("lieux", "geojson", "donnees.lieux_geojson", Medium::Geojson, Jeu::Lieux),
    ("acteurs", "csv", "donnees.acteurs_csv", Medium::Csv, Jeu::Lieux),
    ("passages", "geojson", "donnees.passages_geojson", Medium::Geojson, Jeu::Passages),
    ("passages", "csv", "donnees.passages_csv", Medium::Csv, Jeu::Passages),
    ("evenements", "csv", "donnees.evenements_csv", Medium::Csv, Jeu::Evenements),
    ("guide", "json", "donnees.guide_json", Medium::Json, Jeu::Guide),
    ("guide.schema", "json", "donnees.guide_schema_json", Medium::Json, Jeu::Schema),
];

impl Edition for Donnees {
    fn nom(&self) -> &'static str {
        "données"
    }

    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        let of_guide = |(index, guide): (usize, &Guide)| {
            let folder = slug(&guide.dossier);
            let some = FICHIERS.iter().filter(|(.., jeu)| has(guides, guide, *jeu));
            let sheet = |&(name, extension, _, medium, jeu): &(&str, &str, &str, Medium, Jeu)| {
                let path = format!("{folder}/donnees/{name}.{extension}");
                let address = Address::new(path).ok()?;
                Some(Sheet { address, medium, about: About::Donnees(index, jeu) })
            };
            some.filter_map(sheet).collect::<Vec<_>>()
        };
        guides.guides.iter().enumerate().flat_map(of_guide).collect()
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        let About::Donnees(guide, jeu) = sheet.about else { return Ok(Vec::new()) };
        let rank =
            FICHIERS.iter().position(|&(.., medium, of)| (medium, of) == (sheet.medium, jeu));
        let bytes = rank.map(|rank| bytes(world, guide, &sheet.address, rank).to_vec());
        Ok(bytes.unwrap_or_default())
    }
}

/// Whether a guide has something of a kind.
fn has(guides: &Guides, guide: &Guide, jeu: Jeu) -> bool {
    match jeu {
        Jeu::Lieux => guide.acteurs.iter().any(|acteur| acteur.recoit(guides.today)),
        Jeu::Passages => guide.passages.iter().any(|passage| guides.passe(passage)),
        Jeu::Evenements => guide.evenements.iter().any(|event| event.a_venir(guides.today)),
        Jeu::Guide | Jeu::Schema => true,
    }
}

/// The files of each guide, written once: the page that lists them says their weight.
#[derive(Debug)]
pub struct Rayon(Vec<OnceLock<Vec<Vec<u8>>>>);

impl Rayon {
    /// Empty shelves, one a guide.
    pub fn of(guides: &Guides) -> Self {
        Self(guides.guides.iter().map(|_| OnceLock::new()).collect())
    }
}

/// A file, for the page that lists them.
pub(super) struct Fichier<'w> {
    /// Where it is.
    pub address: &'w Address,
    /// The label that says what it is for.
    pub label: &'static str,
    /// Its form, as people who use it say: « CSV ».
    pub format: &'static str,
    /// What it holds.
    pub bytes: &'w [u8],
}

/// The files of a guide, in the order of [`FICHIERS`].
pub(super) fn fichiers<'w>(world: &'w World<'_>, guide: usize) -> Vec<Fichier<'w>> {
    let planned = FICHIERS.iter().enumerate().filter_map(|(rank, &(_, _, label, medium, jeu))| {
        let address = world.plan.address(medium, About::Donnees(guide, jeu))?;
        let format = match medium {
            Medium::Geojson => "GeoJSON",
            Medium::Csv => "CSV",
            _ => "JSON",
        };
        Some(Fichier { address, label, format, bytes: bytes(world, guide, address, rank) })
    });
    planned.collect()
}

/// The bytes of a file of a guide, by its rank in [`FICHIERS`].
fn bytes<'w>(world: &'w World<'_>, guide: usize, from: &Address, rank: usize) -> &'w [u8] {
    &world.donnees.0[guide].get_or_init(|| write(world, guide, from))[rank]
}

/// Every file of a guide, in the order of [`FICHIERS`].
fn write(world: &World<'_>, guide: usize, from: &Address) -> Vec<Vec<u8>> {
    let scribe = Scribe { world, guide, from };
    let tout = Tout::of(&scribe);
    let file = |&(.., medium, jeu): &(&str, &str, &str, Medium, Jeu)| match (medium, jeu) {
        (Medium::Geojson, Jeu::Lieux) => geo::collection(tout.lieux.iter().map(|(_, map)| map)),
        (_, Jeu::Lieux) => csv::table(&national::COLUMNS, tout.lieux.iter().map(|(line, _)| line)),
        (Medium::Geojson, _) => geo::collection(tout.passages.iter().map(|(_, one)| one)),
        (_, Jeu::Passages) => {
            let lines: Vec<Champs<'_>> =
                tout.passages.iter().map(|(_, one)| passage::line(one)).collect();
            csv::table(&passage::COLUMNS, &lines)
        }
        (_, Jeu::Evenements) => {
            let to_come = tout.evenements.iter().filter(|(to_come, _)| *to_come);
            let lines: Vec<Champs<'_>> = to_come.map(|(_, event)| evenement::line(event)).collect();
            csv::table(&evenement::COLUMNS, &lines)
        }
        (_, Jeu::Guide) => guide::file(&scribe, &tout),
        (_, Jeu::Schema) => guide::schema(),
    };
    FICHIERS.iter().map(file).collect()
}

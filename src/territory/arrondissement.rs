//! The municipal arrondissements of Paris, Lyon and Marseille.

use std::sync::LazyLock;

use super::packed::{PlaceRow, place_rows};
use super::point::Point;

/// A municipal arrondissement: it has a code of its own, but is no commune.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrondissementMunicipal {
    /// Code of the Code officiel géographique: `75112`.
    pub code: &'static str,
    /// Official name: `Paris 12e Arrondissement`.
    pub nom: &'static str,
    /// Code of its commune: `75056`.
    pub commune: &'static str,
    /// Postal codes without CEDEX.
    pub codes_postaux: &'static [&'static str],
    /// Inhabitants (population légale).
    pub population: u32,
    /// A point inside it, near its middle.
    pub point: Option<Point>,
    /// Its town hall.
    pub mairie: Option<Point>,
}

static ARRONDISSEMENTS: LazyLock<Vec<ArrondissementMunicipal>> = LazyLock::new(|| {
    let table = include_str!("data/arrondissements.tsv");
    place_rows(table).map(read).collect()
});

fn read(row: PlaceRow) -> ArrondissementMunicipal {
    ArrondissementMunicipal {
        code: row.code,
        nom: row.nom,
        commune: row.parent,
        codes_postaux: row.codes_postaux,
        population: row.population,
        point: row.point,
        mairie: row.mairie,
    }
}

/// The 45 of them, in the order of their codes.
pub fn arrondissements() -> &'static [ArrondissementMunicipal] {
    &ARRONDISSEMENTS
}

/// The municipal arrondissement that has this code.
pub fn arrondissement(code: &str) -> Option<&'static ArrondissementMunicipal> {
    arrondissements().iter().find(|a| a.code == code)
}

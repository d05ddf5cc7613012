//! The communes, and those of a département, an EPCI, a postal code.

use std::sync::LazyLock;

use super::arrondissement::{ArrondissementMunicipal, arrondissement, arrondissements};
use super::names::{a_nom, de_nom};
use super::other_names::{OtherName, other_name_with_code, other_names};
use super::packed::{PlaceRow, place_rows, under, unpack};
use super::point::Point;

/// A commune of today (Code officiel géographique), overseas collectivities included.
#[derive(Clone, Debug, PartialEq)]
pub struct Commune {
    /// Code of the Code officiel géographique, five characters: `86139`, `2A004`.
    pub code: &'static str,
    /// Official name, with the straight apostrophe of INSEE: `Saint-Martin-l'Ars`.
    pub nom: &'static str,
    /// Code of its département or overseas collectivity: `86`, `2A`, `974`.
    pub departement: &'static str,
    /// SIREN of its EPCI à fiscalité propre; none for four islands and overseas collectivities.
    pub epci: Option<&'static str>,
    /// Postal codes without CEDEX, in order; none for uninhabited lands.
    pub codes_postaux: &'static [&'static str],
    /// Inhabitants (population légale); 0 where the source has none.
    pub population: u32,
    /// A point inside the commune, near its middle, right to some hundred metres.
    pub point: Option<Point>,
    /// Its town hall, where the source places it in the commune.
    pub mairie: Option<Point>,
}

impl Commune {
    /// Where its people gather: the town hall, or else the middle. For distances between communes.
    pub fn centre(&self) -> Option<Point> {
        self.mairie.or(self.point)
    }

    /// Delegated, associated and former communes, and former names, that this commune covers.
    pub fn anciens_noms(&self) -> &'static [OtherName] {
        other_names(self.code)
    }

    /// Municipal arrondissements: Paris, Lyon and Marseille alone have some.
    pub fn arrondissements(&self) -> impl Iterator<Item = &'static ArrondissementMunicipal> {
        let code = self.code;
        arrondissements().iter().filter(move |a| a.commune == code)
    }

    /// « de Poitiers », « du Havre », « d’Agen ».
    pub fn de_nom(&self) -> String {
        de_nom(self.nom)
    }

    /// « à Poitiers », « au Havre », « aux Sables-d’Olonne ».
    pub fn a_nom(&self) -> String {
        a_nom(self.nom)
    }
}

static COMMUNES: LazyLock<Vec<Commune>> = LazyLock::new(|| {
    let table = unpack(include_bytes!("data/communes.tsv.br"));
    let mut communes = Vec::with_capacity(35_000);
    communes.extend(place_rows(table).filter_map(read));
    communes
});

fn read(row: PlaceRow) -> Option<Commune> {
    // Overseas the département takes three characters of the code.
    let length = if row.code.starts_with("97") || row.code.starts_with("98") { 3 } else { 2 };
    Some(Commune {
        code: row.code,
        nom: row.nom,
        departement: row.code.get(..length)?,
        epci: Some(row.parent).filter(|siren| !siren.is_empty()),
        codes_postaux: row.codes_postaux,
        population: row.population,
        point: row.point,
        mairie: row.mairie,
    })
}

/// All communes, in the order of their codes.
pub fn communes() -> &'static [Commune] {
    &COMMUNES
}

/// The commune of today that has this code.
pub fn commune(code: &str) -> Option<&'static Commune> {
    let found = communes().binary_search_by(|commune| commune.code.cmp(code));
    found.ok().map(|index| &communes()[index])
}

/// The commune a code leads to: its own, that of a delegated, associated or former commune it
/// covers, or that of one of its municipal arrondissements.
pub fn commune_of_code(code: &str) -> Option<&'static Commune> {
    commune(code)
        .or_else(|| commune(other_name_with_code(code)?.commune))
        .or_else(|| commune(arrondissement(code)?.commune))
}

/// The communes of a département (`86`, `2A`, `974`), in the order of their codes; none if unknown.
pub fn communes_of_departement(code: &str) -> &'static [Commune] {
    let start = communes().partition_point(|commune| commune.departement < code);
    let end = communes().partition_point(|commune| commune.departement <= code);
    &communes()[start..end]
}

/// Communes by a code of another kind, sorted by that code, then by their own.
type Index = Vec<(&'static str, &'static Commune)>;

static BY_EPCI: LazyLock<Index> = LazyLock::new(|| {
    let mut index: Index = communes().iter().filter_map(|c| Some((c.epci?, c))).collect();
    index.sort_unstable_by_key(|(siren, commune)| (*siren, commune.code));
    index
});

static BY_POSTAL_CODE: LazyLock<Index> = LazyLock::new(|| {
    let postal = |c: &'static Commune| c.codes_postaux.iter().map(move |postal| (*postal, c));
    let mut index: Index = communes().iter().flat_map(postal).collect();
    index.sort_unstable_by_key(|(postal, commune)| (*postal, commune.code));
    index
});

/// The communes of an EPCI, by its SIREN, in the order of their codes.
pub fn communes_of_epci(siren: &str) -> Vec<&'static Commune> {
    under(&BY_EPCI, siren).collect()
}

/// The communes that share a postal code, in the order of their own codes; none for a CEDEX.
pub fn communes_with_postal_code(code_postal: &str) -> Vec<&'static Commune> {
    under(&BY_POSTAL_CODE, code_postal).collect()
}

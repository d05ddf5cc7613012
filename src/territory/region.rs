//! Regions, with the words that go before their names.

use std::sync::LazyLock;

use super::departement::{Zone, words};

/// A region, or an overseas collectivity that counts as one in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Code: `75` for Nouvelle-Aquitaine; not to be taken for that of a département.
    pub code: &'static str,
    /// Name, with the straight apostrophe of INSEE: `Provence-Alpes-Côte d'Azur`.
    pub nom: &'static str,
    /// Which part of the Republic it belongs to.
    pub zone: Zone,
    /// « la Nouvelle-Aquitaine », « les Hauts-de-France ».
    pub le_nom: &'static str,
    /// « de la Nouvelle-Aquitaine », « de Bretagne », « du Grand Est ».
    pub de_nom: &'static str,
    /// « en Nouvelle-Aquitaine », « dans les Hauts-de-France ».
    pub dans_nom: &'static str,
}

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    let table = include_str!("data/regions.tsv");
    table.lines().filter_map(read).collect()
});

fn read(line: &'static str) -> Option<Region> {
    let mut fields = line.split('\t');
    let code = fields.next()?;
    let [le_nom, de_nom, dans_nom] = words(include_str!("data/regions-words.tsv"), code)?;
    Some(Region {
        code,
        nom: fields.next()?,
        zone: Zone::read(fields.next()?)?,
        le_nom,
        de_nom,
        dans_nom,
    })
}

/// The 18 regions and the 8 overseas collectivities, in the order of their codes.
pub fn regions() -> &'static [Region] {
    &REGIONS
}

/// The region or overseas collectivity that has this code.
pub fn region(code: &str) -> Option<&'static Region> {
    regions().iter().find(|r| r.code == code)
}

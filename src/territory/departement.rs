//! Départements and overseas collectivities, with the words that go before their names.

use std::sync::LazyLock;

/// Which part of the Republic a place belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Metropolitan France.
    Metropole,
    /// One of the five overseas départements and regions.
    OutreMer,
    /// An overseas collectivity: not a département, though it has a code like one.
    Collectivite,
}

impl Zone {
    /// Reads the word of the source; none for another word.
    pub(super) fn read(word: &str) -> Option<Self> {
        match word {
            "metro" => Some(Self::Metropole),
            "drom" => Some(Self::OutreMer),
            "com" => Some(Self::Collectivite),
            _ => None,
        }
    }
}

/// A département, or an overseas collectivity that counts as one in the Code officiel géographique.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departement {
    /// Code: `86`, `2A`, `974`.
    pub code: &'static str,
    /// Name, with the straight apostrophe of INSEE: `Val-d'Oise`.
    pub nom: &'static str,
    /// Code of its region: `75`.
    pub region: &'static str,
    /// Which part of the Republic it belongs to.
    pub zone: Zone,
    /// « la Vienne », « l’Isère », « Paris ».
    pub le_nom: &'static str,
    /// « de la Vienne », « de l’Isère », « des Landes ».
    pub de_nom: &'static str,
    /// « dans la Vienne », « en Gironde », « à Paris »: the usual form where two are said.
    pub dans_nom: &'static str,
}

/// The words that go with a name: `le`, `de`, `dans`.
pub(super) type Words = [&'static str; 3];

/// The words of one code in a hand-written table of words.
pub(super) fn words(table: &'static str, code: &str) -> Option<Words> {
    let mut lines = table.lines().map(|line| line.split('\t'));
    let mut fields =
        lines.find_map(|mut fields| (fields.next() == Some(code)).then_some(fields))?;
    Some([fields.next()?, fields.next()?, fields.next()?])
}

static DEPARTEMENTS: LazyLock<Vec<Departement>> = LazyLock::new(|| {
    let table = include_str!("data/departements.tsv");
    table.lines().filter_map(read).collect()
});

fn read(line: &'static str) -> Option<Departement> {
    let mut fields = line.split('\t');
    let code = fields.next()?;
    let [le_nom, de_nom, dans_nom] = words(include_str!("data/departements-words.tsv"), code)?;
    Some(Departement {
        code,
        nom: fields.next()?,
        region: fields.next()?,
        zone: Zone::read(fields.next()?)?,
        le_nom,
        de_nom,
        dans_nom,
    })
}

/// The 101 départements and the 8 overseas collectivities, in the order of their codes.
pub fn departements() -> &'static [Departement] {
    &DEPARTEMENTS
}

/// The département or overseas collectivity that has this code.
pub fn departement(code: &str) -> Option<&'static Departement> {
    departements().iter().find(|d| d.code == code)
}

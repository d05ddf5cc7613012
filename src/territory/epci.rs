//! EPCI à fiscalité propre: communautés de communes, d’agglomération, urbaines, métropoles.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::commune::communes_of_departement;
use super::key::epci_key;
use super::packed::{under, unpack};

/// What an EPCI is in law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Communauté de communes.
    CommunauteDeCommunes,
    /// Communauté d’agglomération.
    CommunauteDAgglomeration,
    /// Communauté urbaine.
    CommunauteUrbaine,
    /// Métropole, that of Lyon included.
    Metropole,
}

/// An EPCI à fiscalité propre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epci {
    /// SIREN, nine digits: `200069854`.
    pub siren: &'static str,
    /// What it is in law.
    pub nature: Nature,
    /// Name as the State lists it, its nature shortened: `CU du Grand Poitiers`.
    pub nom: &'static str,
}

impl Epci {
    /// The name without its nature: `Grand Poitiers`, under which lists put it.
    pub fn nom_propre(&self) -> &'static str {
        let own = ["CC ", "CA ", "CU "].iter().find_map(|nature| self.nom.strip_prefix(nature));
        let own = own.unwrap_or(self.nom);
        let linked = ["du ", "de la ", "de l'", "des ", "de ", "d'"];
        linked.iter().find_map(|word| own.strip_prefix(word)).unwrap_or(own)
    }

    /// The name for readers, its nature in full: `Communauté urbaine du Grand Poitiers`.
    pub fn nom_entier(&self) -> String {
        let (short, long) = match self.nature {
            Nature::CommunauteDeCommunes => ("CC ", "Communauté de communes "),
            Nature::CommunauteDAgglomeration => ("CA ", "Communauté d’agglomération "),
            Nature::CommunauteUrbaine => ("CU ", "Communauté urbaine "),
            Nature::Metropole => ("", ""),
        };
        let own = self.nom.strip_prefix(short).unwrap_or(self.nom);
        format!("{long}{}", own.replace('\'', "’"))
    }
}

static EPCIS: LazyLock<Vec<Epci>> = LazyLock::new(|| {
    let table = unpack(include_bytes!("data/epcis.tsv.br"));
    table.lines().filter_map(read).collect()
});

static BY_KEY: LazyLock<Vec<(&'static str, &'static Epci)>> = LazyLock::new(|| {
    let keyed = |epci: &'static Epci| (&*epci_key(epci.nom).leak(), epci);
    let mut index: Vec<(&'static str, &'static Epci)> = epcis().iter().map(keyed).collect();
    index.sort_by_key(|(key, _)| *key);
    index
});

fn read(line: &'static str) -> Option<Epci> {
    let mut fields = line.split('\t');
    Some(Epci {
        siren: fields.next()?,
        nature: match fields.next()? {
            "CC" => Nature::CommunauteDeCommunes,
            "CA" => Nature::CommunauteDAgglomeration,
            "CU" => Nature::CommunauteUrbaine,
            _ => Nature::Metropole,
        },
        nom: fields.next()?,
    })
}

/// All EPCI, in the order of their SIREN.
pub fn epcis() -> &'static [Epci] {
    &EPCIS
}

/// The EPCI that has this SIREN.
pub fn epci(siren: &str) -> Option<&'static Epci> {
    let found = epcis().binary_search_by(|epci| epci.siren.cmp(siren));
    found.ok().map(|index| &epcis()[index])
}

/// The EPCI that bear a name, with or without their nature: `Grand Poitiers` finds
/// `CU du Grand Poitiers`. Accents, case and hyphens do not count.
pub fn epci_named(nom: &str) -> Vec<&'static Epci> {
    under(&BY_KEY, &epci_key(nom)).collect()
}

/// The EPCI that have at least one commune in a département, in the order of their SIREN.
pub fn epcis_of_departement(code: &str) -> Vec<&'static Epci> {
    let communes = communes_of_departement(code);
    let sirens: BTreeSet<&str> = communes.iter().filter_map(|c| c.epci).collect();
    sirens.into_iter().filter_map(epci).collect()
}

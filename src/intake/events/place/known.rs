//! The actors of the guides that are there, as far as a place is recognised by them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Date;
use crate::diagnostic::Source;
use crate::record;
use crate::source;
use crate::territory::{Commune, Departement, Point};

use crate::intake::known::ACTEURS;

/// An actor that may host or organise.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::intake::events) struct Host {
    /// Its id.
    pub id: String,
    /// Its names, the first as it is said.
    pub noms: Vec<String>,
    /// Its commune.
    pub commune: Option<&'static Commune>,
    /// Number and street; empty when nobody wrote them.
    pub adresse: String,
    /// Where it is; nothing when only its commune is known.
    pub point: Option<Point>,
}

/// The actors of every guide, by its folder; drafts and what has ended are left out.
pub(in crate::intake::events) fn hosts(
    content: &[(String, Vec<u8>)],
    departement: impl Fn(&str) -> Option<&'static Departement>,
    today: Date,
) -> BTreeMap<String, Vec<Host>> {
    let mut hosts: BTreeMap<String, Vec<Host>> = BTreeMap::new();
    for (path, bytes) in content {
        let Some((folder, below)) = path.split_once('/') else { continue };
        let yaml = below.ends_with(".yaml") || below.ends_with(".yml");
        if !yaml || below.split('/').next() != Some(ACTEURS) {
            continue;
        }
        let Ok(text) = source::decode(path, bytes.clone()) else { continue };
        let code = departement(folder).map(|departement| departement.code);
        let found = read(&text, code, today);
        hosts.entry(folder.to_owned()).or_default().extend(found);
    }
    hosts
}

fn read(text: &Arc<Source>, departement: Option<&str>, today: Date) -> Vec<Host> {
    let name = text.path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let acteurs = record::read_acteurs(text, stem, departement).into_iter();
    let shown = acteurs.filter(|one| !one.fiche.brouillon && one.fiche.en_cours(today));
    shown
        .map(|acteur| Host {
            id: acteur.fiche.id,
            noms: std::iter::once(acteur.fiche.nom).chain(acteur.fiche.autres_noms).collect(),
            commune: acteur.adresse.commune,
            adresse: acteur.adresse.adresse.unwrap_or_default(),
            point: acteur.adresse.point,
        })
        .collect()
}

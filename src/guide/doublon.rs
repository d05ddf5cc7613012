//! Records that look like one: the same name, a few steps apart, one phone, one SIRET.

use std::collections::BTreeMap;

use crate::record::Acteur;
use crate::record::doublon::Doublon;
use crate::territory::distance_km;
use crate::text::{Likeness, Name, fold};

use super::{Guides, Ref};

/// Two points this near, in kilometres, are perhaps one place.
const NEAR_KM: f64 = 0.06;
/// Two places of one name farther apart, in kilometres, are two places.
const APART_KM: f64 = 0.4;

/// One thing that two records share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Signe {
    /// The same name, articles, capitals and the commune's name left out.
    MemeNom,
    /// Two names that may be of one place.
    NomProche,
    /// Metres between the two.
    Distance(f64),
    /// The phone number.
    Telephone,
    /// The SIRET.
    Siret,
}

/// Two records that may be one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Paire {
    /// The first one in the order of the guide, then the other.
    pub fiches: (Ref, Ref),
    /// What they share.
    pub signes: Vec<Signe>,
}

impl std::fmt::Display for Signe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::MemeNom => f.write_str("même nom"),
            Self::NomProche => f.write_str("noms proches"),
            Self::Distance(metres) => write!(f, "à {metres:.0} m l’un de l’autre"),
            Self::Telephone => f.write_str("même téléphone"),
            Self::Siret => f.write_str("même SIRET"),
        }
    }
}

impl Guides {
    /// Pairs of running records of one guide and commune that may be one place, and that nobody decided of; those
    /// that share most come first.
    pub fn paires(&self) -> Vec<Paire> {
        let mut pairs = Vec::new();
        for (rank, guide) in self.guides.iter().enumerate() {
            let mut by_commune: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for (index, acteur) in guide.acteurs.iter().enumerate() {
                let commune = acteur.adresse.commune.map(|commune| commune.code);
                if let Some(code) = commune.filter(|_| acteur.fiche.en_cours(self.today)) {
                    by_commune.entry(code).or_default().push(index);
                }
            }
            pairs.extend(by_commune.values().flat_map(|here| between(rank, &guide.acteurs, here)));
        }
        pairs.retain(|pair| !self.est_decidee(pair));
        pairs.sort_by_key(|pair| {
            (pair.fiches.0.guide, std::cmp::Reverse(pair.signes.len()), pair.fiches)
        });
        pairs
    }

    /// Whether somebody decided of two records.
    fn est_decidee(&self, pair: &Paire) -> bool {
        self.doublons.iter().any(|decided| {
            let named = |at: Ref| decided.fiches.iter().any(|id| self.is_named(at, &id.value));
            decided.decision.is_some() && named(pair.fiches.0) && named(pair.fiches.1)
        })
    }

    /// Whether an id, alone or after the folder of a guide, is that of a record.
    fn is_named(&self, at: Ref, id: &str) -> bool {
        let guide = &self.guides[at.guide];
        let fiche = &guide.acteurs[at.index].fiche;
        let own = id.strip_prefix(guide.dossier.as_str()).and_then(|rest| rest.strip_prefix('/'));
        [Some(id), own].into_iter().flatten().any(|id| {
            id == fiche.id || id == fiche.slug || fiche.anciens_ids.iter().any(|old| old == id)
        })
    }

    /// The running actors that a decision names: one a written id, nothing for an id that leads nowhere.
    pub fn fiches_du_doublon(&self, decided: &Doublon) -> Vec<Option<Ref>> {
        let all = || {
            self.guides.iter().enumerate().flat_map(|(guide, one)| {
                (0..one.acteurs.len()).map(move |index| Ref { guide, index })
            })
        };
        let of = |id: &String| all().find(|at| self.is_named(*at, id));
        decided.fiches.iter().map(|id| of(&id.value)).collect()
    }
}

/// The pairs among some actors of a guide, all of one commune.
fn between(guide: usize, acteurs: &[Acteur], here: &[usize]) -> Vec<Paire> {
    let here: Vec<(Ref, Candidat<'_>)> =
        here.iter().map(|&index| (Ref { guide, index }, Candidat::of(&acteurs[index]))).collect();
    let mut pairs = Vec::new();
    for (rank, (at, one)) in here.iter().enumerate() {
        for (other, autre) in &here[rank + 1..] {
            let signes = one.signes(autre);
            pairs.extend(signes.map(|signes| Paire { fiches: (*at, *other), signes }));
        }
    }
    pairs
}

/// A record with what is compared to every other of its commune, made once.
struct Candidat<'a> {
    acteur: &'a Acteur,
    noms: Vec<Name>,
    rue: Option<String>,
}

impl<'a> Candidat<'a> {
    fn of(acteur: &'a Acteur) -> Self {
        let commune = acteur.adresse.commune.map_or("", |commune| commune.nom);
        let noms = acteur.fiche.noms().map(|nom| Name::of(nom, commune)).collect();
        Self { acteur, noms, rue: acteur.adresse.adresse.as_deref().map(fold) }
    }

    /// What two records of one commune share, when that is enough to ask.
    fn signes(&self, autre: &Self) -> Option<Vec<Signe>> {
        let (one, other) = (self.acteur, autre.acteur);
        let names = self.noms.iter().flat_map(|nom| autre.noms.iter().map(move |own| (nom, own)));
        let alike = names.map(|(nom, own)| nom.likeness(own)).min();
        let km = one.adresse.point.zip(other.adresse.point).map(|(a, b)| distance_km(a, b));
        let phone = one.telephone.is_some() && one.telephone == other.telephone;
        let siret = one.pivot.is_some() && one.pivot == other.pivot;
        let mut signes = Vec::new();
        match alike {
            Some(Likeness::Same) => signes.push(Signe::MemeNom),
            Some(Likeness::Alike) => signes.push(Signe::NomProche),
            _ => {}
        }
        if let Some(km) = km.filter(|km| *km <= NEAR_KM) {
            signes.push(Signe::Distance(km * 1000.0));
        }
        signes.extend(phone.then_some(Signe::Telephone));
        signes.extend(siret.then_some(Signe::Siret));
        let far = km.is_some_and(|km| km > APART_KM);
        let elsewhere = || self.rue.as_ref().zip(autre.rue.as_ref()).is_some_and(|(a, b)| a != b);
        // One name alone is enough where nothing speaks against it; else two signs are.
        let enough = match signes.as_slice() {
            [Signe::MemeNom] => !far && (km.is_some() || !elsewhere()),
            [] | [_] => false,
            _ => !far || phone && siret,
        };
        enough.then_some(signes)
    }
}

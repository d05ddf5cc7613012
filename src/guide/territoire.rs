//! What belongs to which territory: intercommunalités, quartiers, priority districts, networks.

use std::collections::BTreeMap;

use crate::record::{Acteur, Territoire};
use crate::territory::{self, Commune, Epci, Named};
use crate::text::{slug, sort_key};

use super::commune::tell_apart;
use super::{Guide, Guides};

/// An intercommunalité where a guide has something.
#[derive(Clone, Debug)]
pub struct Intercommunalite {
    /// What the State says of it.
    pub epci: &'static Epci,
    /// Its part of an address, unique in its guide.
    pub slug: String,
    /// Indexes into [`Guide::communes`].
    pub communes: Vec<usize>,
    /// What the staff says of it: index into [`Guides::territoires`].
    pub territoire: Option<usize>,
}

/// The intercommunalités of a guide that have something, in French order.
pub(super) fn intercommunalites(guides: &Guides, guide: &Guide) -> Vec<Intercommunalite> {
    let mut found: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for (rank, ici) in guide.communes.iter().enumerate() {
        if let Some(siren) = ici.commune.epci {
            found.entry(siren).or_default().push(rank);
        }
    }
    let mut all: Vec<Intercommunalite> = found
        .into_iter()
        .filter_map(|(siren, communes)| {
            let epci = territory::epci(siren)?;
            Some(Intercommunalite {
                epci,
                slug: slug(epci.nom_propre()),
                communes,
                territoire: guides.territoire_of_code("epci", siren),
            })
        })
        .collect();
    let slugs = all.iter_mut().map(|one| {
        let longer = slug(&format!("{} {}", one.epci.nom_propre(), one.epci.siren));
        (&mut one.slug, longer)
    });
    tell_apart(slugs.collect());
    all.sort_by_cached_key(|one| (sort_key(one.epci.nom_propre()), one.epci.siren));
    all
}

/// The départements a commune's name can mean: those of communes of today before former ones.
fn departements(nom: &str) -> Vec<&'static str> {
    let named = territory::communes_named(nom);
    let best = named.first().map(|one| one.by);
    let best = named.iter().filter(|one| Some(one.by) == best);
    best.map(|one| one.commune.departement).collect()
}

impl Territoire {
    /// Whether it is of a kind: `epci`, `quartier`, `qpv`, `réseau local`…
    pub fn est(&self, sorte: &str) -> bool {
        self.sorte.is_some_and(|term| term.label == sorte)
    }

    /// Its communes in a département; a name that several communes of it bear is none of them.
    pub fn communes_of(&self, departement: &str) -> impl Iterator<Item = &'static Commune> {
        self.communes.iter().filter_map(move |written| {
            let named = territory::communes_named(&written.value);
            let best = named.first()?.by;
            let here = |one: &&Named| one.by == best && one.commune.departement == departement;
            let mut here = named.iter().filter(here);
            here.next().filter(|_| here.next().is_none()).map(|one| one.commune)
        })
    }

    /// Whether a name or an id is its own, however written.
    pub fn est_nomme(&self, nom: &str) -> bool {
        self.fiche.id == nom || self.fiche.est_nommee(nom)
    }
}

impl Guides {
    /// The quartiers, priority districts and networks that a guide shows a page of.
    pub(super) fn territoires_of(&self, guide: usize) -> Vec<usize> {
        let here = self.guides[guide].departement.code;
        let shown = |territoire: &Territoire| {
            let local =
                ["quartier", "qpv", "réseau local"].iter().any(|sorte| territoire.est(sorte));
            local && self.is_in(territoire, guide, here)
        };
        let all = self.territoires.iter().enumerate();
        all.filter(|(_, territoire)| shown(territoire)).map(|(index, _)| index).collect()
    }

    /// Whether a territory is in a département: one of its communes surely is; or all of them may be
    /// (homonyms) and nobody of another guide leads it; or it names none and is led from there.
    fn is_in(&self, territoire: &Territoire, guide: usize, code: &str) -> bool {
        let leader = territoire.coordinateur.as_ref();
        let leader = leader.and_then(|id| self.find_acteur(&id.value, guide));
        if territoire.communes.is_empty() {
            return leader.is_some_and(|at| at.guide == guide);
        }
        let meant: Vec<Vec<&str>> =
            territoire.communes.iter().map(|commune| departements(&commune.value)).collect();
        let surely = meant.iter().any(|all| all.iter().all(|one| *one == code) && !all.is_empty());
        let maybe = meant.iter().all(|all| all.contains(&code));
        surely || maybe && leader.is_none_or(|at| at.guide == guide)
    }

    /// What the staff says of a département as a whole, or of a region, by its code.
    pub fn territoire_of_code(&self, sorte: &str, code: &str) -> Option<usize> {
        self.territoires.iter().position(|territoire| {
            territoire.est(sorte) && territoire.code.as_ref().is_some_and(|at| at.value == code)
        })
    }

    /// The actors of a guide that are in a quartier, or members of a network, ended ones left out.
    pub fn acteurs_of_territoire(&self, guide: usize, territoire: &Territoire) -> Vec<usize> {
        let member = |acteur: &Acteur| {
            let named = acteur.quartier.iter().chain(&acteur.reseaux);
            named.into_iter().any(|id| territoire.fiche.id == id.value)
        };
        let all = self.guides[guide].acteurs.iter().enumerate();
        all.filter(|(_, acteur)| member(acteur) && acteur.fiche.en_cours(self.today))
            .map(|(index, _)| index)
            .collect()
    }

    /// The quartiers and networks of a guide that are active in an intercommunalité: one of their communes is in it, or
    /// one of their members is there.
    pub fn territoires_of_epci(&self, guide: usize, epci: &Epci) -> Vec<usize> {
        let within = |commune: &Commune| commune.epci == Some(epci.siren);
        let active = |territoire: &Territoire| {
            let mut members = self.acteurs_of_territoire(guide, territoire).into_iter();
            let acteurs = &self.guides[guide].acteurs;
            members.any(|at| acteurs[at].adresse.commune.is_some_and(within))
                || territoire.communes_of(self.guides[guide].departement.code).any(within)
        };
        let all = self.guides[guide].territoires.iter().copied();
        all.filter(|&index| {
            let found = &self.territoires[index];
            found.fiche.en_cours(self.today) && active(found)
        })
        .collect()
    }

    /// The stops of tours that bear the name of a quartier of their commune.
    pub fn passages_of_territoire(&self, guide: usize, territoire: &Territoire) -> Vec<usize> {
        let stops = |nom: &str, code: &str| {
            territoire.est_nomme(nom)
                && territoire.communes.iter().any(|commune| {
                    let named = territory::communes_named(&commune.value);
                    named.iter().any(|named| named.commune.code == code)
                })
        };
        let all = self.guides[guide].passages.iter().enumerate();
        all.filter(|(_, passage)| self.passe(passage))
            .filter(|(_, passage)| match (&passage.nom, passage.commune) {
                (Some(nom), Some(commune)) => stops(nom, commune.code),
                _ => false,
            })
            .map(|(index, _)| index)
            .collect()
    }
}

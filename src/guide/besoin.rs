//! Which places answer a need, and how they are grouped: by intercommunalité, then commune.

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::record::Acteur;
use crate::territory::{self, Commune};
use crate::text::sort_key;
use crate::vocabulary::{self, BESOINS, Besoin};

use super::{Guide, Guides};

/// Places of one intercommunalité.
#[derive(Clone, Debug, PartialEq)]
pub struct Groupe {
    /// Its name; « Autres communes » without one.
    pub nom: String,
    /// Communes in French order, each with its actors (indexes) in the guide's order.
    pub communes: Vec<(&'static Commune, Vec<usize>)>,
}

/// How sure a place is for a procedure that cannot wait; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surete {
    /// Open to all, without appointment.
    SansRendezVous,
    /// Call before coming, or nobody knows.
    Appeler,
    /// By appointment only.
    SurRendezVous,
}

/// The needs that something answers, one bit each, in the order of [`BESOINS`].
pub type Needs = u16;

/// The needs that each actor of a guide answers, and the actors that answer each need.
pub(super) fn reponses(guides: &Guides, guide: &Guide) -> (Vec<Needs>, Vec<Vec<usize>>) {
    let mut of_actor = vec![0; guide.acteurs.len()];
    let mut of_need = Vec::with_capacity(BESOINS.len());
    for (bit, besoin) in BESOINS.iter().enumerate() {
        let acteurs = guides.for_besoin(guide, besoin);
        for &acteur in &acteurs {
            of_actor[acteur] |= 1 << bit;
        }
        of_need.push(acteurs);
    }
    (of_actor, of_need)
}

impl Guides {
    /// The actors of a guide that answer a need, in the guide's order.
    pub fn for_besoin(&self, guide: &Guide, besoin: &Besoin) -> Vec<usize> {
        // Records hold equipment in plain words: the need's labels are said the same way first.
        let wanted: Vec<&str> = besoin
            .equipements
            .iter()
            .filter_map(|label| vocabulary::EQUIPEMENTS.read(label).term())
            .map(|term| term.plain)
            .collect();
        let answers = |acteur: &Acteur| {
            acteur.equipements.iter().any(|thing| wanted.contains(&thing.nom.as_str()))
                || acteur.services.iter().any(|term| besoin.services.contains(&term.label))
        };
        self.places(guide, answers)
    }

    /// The actors of a guide for a procedure that cannot wait, surest first.
    ///
    /// A conseiller numérique alone never qualifies: procedures are not the main mission.
    pub fn for_urgence(&self, guide: &Guide) -> Vec<usize> {
        let answers = |acteur: &Acteur| {
            let helps = acteur
                .services
                .iter()
                .any(|term| term.label == "Aide aux démarches administratives");
            let programmes = &acteur.dispositif_programmes_nationaux;
            let only_conseiller = !programmes.is_empty()
                && programmes.iter().all(|label| label.term.label == "Conseillers numériques");
            helps && !only_conseiller
        };
        let mut found = self.places(guide, answers);
        // A tour without hours cannot be relied on: it comes last among its like.
        found.sort_by_key(|&index| {
            (surete(&guide.acteurs[index]), guide.acteurs[index].est_variable())
        });
        found
    }

    /// Actors people may visit, not ended, that pass a test.
    fn places(&self, guide: &Guide, answers: impl Fn(&Acteur) -> bool) -> Vec<usize> {
        guide
            .acteurs
            .iter()
            .enumerate()
            .filter(|(_, acteur)| acteur.recoit(self.today))
            .filter(|(_, acteur)| answers(acteur))
            .map(|(index, _)| index)
            .collect()
    }
}

impl Acteur {
    /// Whether it goes round without fixed hours.
    pub fn est_variable(&self) -> bool {
        self.tournee.as_ref().is_some_and(|tour| tour.variable)
    }

    /// Whether people may visit it on a day.
    pub fn recoit(&self, today: Date) -> bool {
        self.est_un_lieu() && self.fiche.en_cours(today)
    }

    /// Whether it is a place to go to: what only passes, without hours of its own, is none.
    pub fn se_visite(&self) -> bool {
        self.tournee.is_none() || self.horaires.is_some()
    }
}

/// How sure a place is for who comes without warning.
pub fn surete(acteur: &Acteur) -> Surete {
    match acteur.sans_rendez_vous.map(|term| term.label) {
        Some("oui") => Surete::SansRendezVous,
        Some("non") => Surete::SurRendezVous,
        _ => Surete::Appeler,
    }
}

/// Groups actors by intercommunalité then commune, both in French order.
pub fn by_epci(guide: &Guide, acteurs: &[usize]) -> Vec<Groupe> {
    let mut groups: BTreeMap<(bool, Vec<u8>), Groupe> = BTreeMap::new();
    for (commune, indexes) in by_commune(guide, acteurs) {
        let epci = commune.epci.and_then(territory::epci);
        let nom = epci.map_or("Autres communes", |epci| epci.nom);
        let group = groups.entry((epci.is_none(), sort_key(nom)));
        let group = group.or_insert_with(|| Groupe { nom: nom.to_owned(), communes: Vec::new() });
        group.communes.push((commune, indexes));
    }
    groups.into_values().collect()
}

/// Groups actors by commune in French order; those that are nowhere are left out.
pub fn by_commune(guide: &Guide, acteurs: &[usize]) -> Vec<(&'static Commune, Vec<usize>)> {
    let mut communes: BTreeMap<&'static str, (&'static Commune, Vec<usize>)> = BTreeMap::new();
    for &index in acteurs {
        let Some(commune) = guide.acteurs[index].adresse.commune else { continue };
        communes.entry(commune.code).or_insert((commune, Vec::new())).1.push(index);
    }
    let mut communes: Vec<_> = communes.into_values().collect();
    communes.sort_by_cached_key(|(commune, _)| (sort_key(commune.nom), commune.code));
    communes
}

//! Permanences and stops of tours: somebody at a place at given times, one list for both.

use crate::calendar::{Date, Exception, Horaires};
use crate::record::passage::{Arret, Permanence};
use crate::record::{Acteur, At};
use crate::territory::Commune;
use crate::vocabulary::Term;

use super::{Guides, Ref};

/// Whether somebody sits in a host's premises or stops with a vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorte {
    /// A permanence.
    Permanence,
    /// A stop of a tour, by its rank from 0.
    Arret(usize),
}

/// Somebody at a place at given times.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Permanence or stop.
    pub sorte: Sorte,
    /// Who comes, when it is a known actor.
    pub de: Option<Ref>,
    /// Role of who comes.
    pub qui: Option<String>,
    /// The host.
    pub chez: Option<Ref>,
    /// The commune: the host's, or the stop's own.
    pub commune: Option<&'static Commune>,
    /// Name of the stop.
    pub nom: Option<String>,
    /// Where exactly.
    pub ou: Option<String>,
    /// When.
    pub horaires: Option<Horaires>,
    /// What is done there.
    pub services: Vec<&'static Term>,
    /// The same, or what who comes does everywhere: what it answers.
    pub aide: Vec<&'static Term>,
    /// With or without appointment.
    pub sans_rendez_vous: Option<&'static Term>,
    /// Its own phone.
    pub telephone: Option<String>,
    /// First day.
    pub du: Option<Date>,
    /// Last day.
    pub au: Option<Date>,
    /// When it does not take place.
    pub sauf: Vec<Exception>,
}

impl Passage {
    /// Whether it still takes place on a day or later.
    pub fn en_cours(&self, today: Date) -> bool {
        self.au.is_none_or(|last| last >= today)
    }
}

/// Every passage that an actor of this guide makes or hosts, or that stops in its département: a bus
/// crosses borders.
///
/// A permanence written on both sides (same visitor, same host, same hours) is kept once.
pub(super) fn of_guide(guides: &Guides, guide: usize) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let code = guides.guides[guide].departement.code;
    let of_here = |passage: &Passage| {
        let known = [passage.de, passage.chez].into_iter().flatten();
        known.into_iter().any(|who| who.guide == guide)
            || passage.commune.is_some_and(|commune| commune.departement == code)
    };
    // Those of the guide come first, in its order.
    let others = (0..guides.guides.len()).filter(|other| *other != guide);
    for of in std::iter::once(guide).chain(others) {
        for (index, acteur) in guides.guides[of].acteurs.iter().enumerate() {
            let made = made_by(guides, Ref { guide: of, index }, acteur);
            for passage in made.into_iter().filter(of_here) {
                if !passages.iter().any(|known| same(known, &passage)) {
                    passages.push(passage);
                }
            }
        }
    }
    passages
}

/// The permanences and stops that an actor wrote.
fn made_by(guides: &Guides, here: Ref, acteur: &Acteur) -> Vec<Passage> {
    let permanences = acteur.permanences.iter();
    let permanences = permanences.map(|permanence| of_permanence(guides, here, permanence));
    let stops = acteur.tournee.iter().flat_map(|tournee| tournee.arrets.iter().enumerate());
    let stops = stops.map(|(rank, arret)| of_arret(guides, here, acteur, rank, arret));
    permanences.chain(stops).collect()
}

fn same(a: &Passage, b: &Passage) -> bool {
    a.de.is_some()
        && a.de == b.de
        && a.chez == b.chez
        && a.horaires == b.horaires
        && a.sorte == b.sorte
}

/// A permanence as seen from above: whoever wrote it, who comes and who hosts.
fn of_permanence(guides: &Guides, here: Ref, permanence: &Permanence) -> Passage {
    let find = |id: &Option<At<String>>| {
        id.as_ref().and_then(|id| guides.find_acteur(&id.value, here.guide))
    };
    let (chez, de) = (find(&permanence.chez), find(&permanence.de));
    // Written by the host: no other host is named, or the host names itself.
    let hosted = permanence.de.is_some() || permanence.chez.is_none() || chez == Some(here);
    let (host, visitor) =
        if hosted { (Some(chez.unwrap_or(here)), de) } else { (chez, Some(here)) };
    Passage {
        sorte: Sorte::Permanence,
        de: visitor,
        qui: permanence.qui.clone(),
        chez: host,
        commune: host.and_then(|host| guides.acteur(host).adresse.commune),
        nom: None,
        ou: None,
        horaires: permanence.horaires.as_ref().map(|at| at.value.clone()),
        aide: match (permanence.services.is_empty(), visitor) {
            (true, Some(visitor)) => guides.acteur(visitor).services.clone(),
            _ => permanence.services.clone(),
        },
        services: permanence.services.clone(),
        sans_rendez_vous: permanence.sans_rendez_vous,
        telephone: permanence.telephone.clone(),
        du: permanence.du,
        au: permanence.au,
        sauf: permanence.sauf.clone(),
    }
}

/// « devant la mairie, 2 place du Bail »: words and street, whichever are written.
fn where_exactly(arret: &Arret) -> Option<String> {
    let parts = [arret.ou.as_deref(), arret.adresse.adresse.as_deref()];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn of_arret(guides: &Guides, here: Ref, acteur: &Acteur, rank: usize, arret: &Arret) -> Passage {
    let chez = arret.chez.as_ref().and_then(|id| guides.find_acteur(&id.value, here.guide));
    let hosted = chez.and_then(|host| guides.acteur(host).adresse.commune);
    Passage {
        sorte: Sorte::Arret(rank),
        de: Some(here),
        qui: None,
        chez,
        commune: arret.adresse.commune.or(hosted),
        nom: Some(arret.nom.clone()),
        ou: where_exactly(arret),
        horaires: arret.horaires.as_ref().map(|at| at.value.clone()),
        aide: acteur.services.clone(),
        services: acteur.services.clone(),
        sans_rendez_vous: acteur.sans_rendez_vous,
        telephone: acteur.telephone.clone(),
        du: None,
        au: None,
        sauf: acteur.tournee.as_ref().map(|tour| tour.sauf.clone()).unwrap_or_default(),
    }
}

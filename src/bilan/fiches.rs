//! What records lack: hours, a phone, a check; days of events; help in priority districts.

use std::collections::BTreeSet;

use crate::calendar;
use crate::guide::{Moment, Ref};
use crate::record::{Acteur, Evenement, Territoire};
use crate::territory;

use super::Bilan;
use super::actions::{Action, Sorte};
use super::communes::chemin;

/// A priority district has at least so many inhabitants in metropolitan France (decree 2014-767,
/// article 1); how many it really has is not in the program.
const HABITANTS_D_UN_QPV: u32 = 1_000;

/// What a place's record lacks.
pub(super) fn acteur(bilan: &Bilan<'_>, index: usize, habitants: u32) -> Option<Action> {
    let acteur = &bilan.guide.acteurs[index];
    if !acteur.recoit(bilan.guides.today) {
        return None;
    }
    let helps = bilan.guide.reponses[index] != 0;
    let passes = acteur.tournee.is_some() || !acteur.permanences.is_empty();
    let mut lacks = Vec::new();
    let mut keys = Vec::new();
    for (is_missing, what, key) in [
        (!helps, "on ne sait pas à quoi ce lieu aide", "services"),
        (acteur.horaires.is_none() && !passes, "pas d’horaires", "horaires"),
        (acteur.telephone.is_none(), "pas de téléphone", "telephone"),
        (
            acteur.adresse.point.is_none() && !passes,
            "pas de point sur la carte",
            "latitude » et « longitude",
        ),
    ] {
        if is_missing {
            lacks.push(what.to_owned());
            keys.push(format!("« {key} »"));
        }
    }
    if bilan.guides.moment(bilan.guide, acteur) == Moment::AConfirmer {
        lacks.push(match &acteur.fiche.verifie {
            None => "jamais vérifiée".to_owned(),
            Some(verifie) => format!("vérifiée le {}, à refaire", calendar::short(verifie.le)),
        });
        keys.push("« verifie »".to_owned());
    }
    if lacks.is_empty() {
        return None;
    }
    let point_alone = keys.iter().all(|key| key.contains("latitude"));
    Some(Action {
        sorte: if point_alone { Sorte::Point } else { Sorte::Fiche },
        quoi: acteur.fiche.nom.clone(),
        detail: lacks.join(", "),
        ou: acteur.adresse.commune.map_or("", |commune| commune.nom).to_owned(),
        habitants,
        faire: match point_alone {
            true => format!("Écrire {}, lus sur une carte.", keys.join(", ")),
            false => format!("{}, puis écrire {}.", how_to_ask(acteur), keys.join(", ")),
        },
        fichier: Some(acteur.fiche.fichier.path.clone()),
    })
}

/// How the place can be asked.
fn how_to_ask(acteur: &Acteur) -> String {
    match (&acteur.telephone, acteur.courriels.first()) {
        (Some(phone), _) => format!("Appeler le {phone}"),
        (None, Some(mail)) => format!("Écrire à {mail}"),
        (None, None) => "Demander à la mairie, ou passer".to_owned(),
    }
}

/// An event to come that has no day.
pub(super) fn evenement(
    bilan: &Bilan<'_>,
    rank: usize,
    index: usize,
    event: &Evenement,
) -> Option<Action> {
    let cancelled = event.etat.is_some_and(|etat| etat.label == "annulé");
    let days = &bilan.guide.jours_des_evenements[index];
    if cancelled || !days.is_empty() || !event.a_venir(bilan.guides.today) {
        return None;
    }
    let communes = bilan.guides.communes_of_event(rank, event);
    let names: Vec<&str> = communes.iter().map(|commune| commune.nom).collect();
    Some(Action {
        sorte: Sorte::Evenement,
        quoi: event.fiche.nom.clone(),
        detail: "aucun jour dans l’année qui vient".to_owned(),
        ou: names.join(", "),
        habitants: communes.iter().map(|commune| commune.population).sum(),
        faire: "Écrire « dates » ou « quand » ; s’il est fini, « etat: terminé ».".to_owned(),
        fichier: Some(event.fiche.fichier.path.clone()),
    })
}

/// The priority districts of a guide where nothing helps.
pub(super) fn quartiers(bilan: &Bilan<'_>, rank: usize) -> Vec<Action> {
    let all = bilan.guide.territoires.iter().map(|at| &bilan.guides.territoires[*at]);
    let all: Vec<&Territoire> = all.collect();
    let mut actions = Vec::new();
    for one in &all {
        // A quartier that meets a district which has its own record speaks for it.
        let apart = one.est("qpv") || one.qpv.is_some() && !all.iter().any(|qpv| meets(one, qpv));
        let mut parts = all.iter().filter(|part| meets(part, one)).chain([one]);
        if apart && !parts.any(|part| has_help(bilan, rank, part)) {
            actions.push(quartier(bilan, one));
        }
    }
    actions
}

/// Whether a quartier is said to meet a priority district.
fn meets(quartier: &Territoire, qpv: &Territoire) -> bool {
    let named = quartier.qpv.as_ref().and_then(|link| link.nom.as_ref());
    qpv.est("qpv") && named.is_some_and(|nom| qpv.est_nomme(nom))
}

fn has_help(bilan: &Bilan<'_>, rank: usize, part: &Territoire) -> bool {
    let places = bilan.guides.acteurs_of_territoire(rank, part);
    let helps = |index: &usize| bilan.guide.reponses[*index] != 0;
    places.iter().any(helps) || !bilan.guides.passages_of_territoire(rank, part).is_empty()
}

fn quartier(bilan: &Bilan<'_>, qpv: &Territoire) -> Action {
    let meant = qpv.communes.iter().flat_map(|at| territory::communes_named(&at.value));
    let codes: BTreeSet<&str> = meant.map(|named| named.commune.code).collect();
    let here = || bilan.communes.iter().filter(|one| codes.contains(one.commune.code));
    let names: Vec<&str> = here().map(|one| one.commune.nom).collect();
    let places: usize = here().map(|one| one.lieux).sum();
    let near = here().filter_map(|one| one.aide.as_ref());
    let near = near.filter_map(|near| Some((chemin(near)?, near)));
    let near = near.min_by(|(a, _), (b, _)| a.total_cmp(b));
    let around = match (places, near) {
        (0, None) => "aucune aide nulle part".to_owned(),
        (0, Some((km, near))) => format!(
            "ni dans sa commune ; la plus proche est à {km:.0} km, {}",
            name(bilan, near.at)
        ),
        (1, _) => "un lieu ailleurs dans la commune".to_owned(),
        (count, _) => format!("{count} lieux ailleurs dans la commune"),
    };
    Action {
        sorte: Sorte::Quartier,
        quoi: qpv.fiche.nom.clone(),
        detail: format!("aucune aide dans le quartier, {around}"),
        ou: names.join(", "),
        habitants: HABITANTS_D_UN_QPV,
        faire: "Écrire « quartier » dans les fiches des lieux qui y sont ; s’il n’y en a pas, y proposer une permanence.".to_owned(),
        fichier: Some(qpv.fiche.fichier.path.clone()),
    }
}

fn name<'a>(bilan: &Bilan<'a>, at: Ref) -> &'a str {
    &bilan.guides.acteur(at).fiche.nom
}

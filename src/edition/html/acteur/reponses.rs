//! The answers of an actor's page that are sentences: how, when, where.

use crate::calendar;
use crate::record::Acteur;
use crate::text::{sentence, typography};

use crate::edition::html::here::Here;
use crate::edition::quand;

/// How one is helped, a sentence each: done for you, with you, taught; alone or in a group; on paper.
pub(in crate::edition) fn maniere<'a>(here: Here<'a>, acteur: &Acteur) -> Vec<&'a str> {
    let levels = acteur.niveau_aide.iter().filter_map(|term| term.sentence);
    let ways = acteur.modalites_accompagnement.iter().filter_map(|term| term.sentence);
    let paper = acteur
        .demarches_papier
        .map(|paper| if paper { "acteur.papier" } else { "acteur.sans_papier" });
    let paper = paper.map(|key| here.labels().word(key));
    levels.chain(ways).chain(paper).collect()
}

/// When it is open, in one sentence; « non précisé » is said, nothing is guessed.
pub(in crate::edition) fn quand(here: Here<'_>, acteur: &Acteur, index: usize) -> String {
    let labels = here.labels();
    if let Some(horaires) = &acteur.horaires {
        return quand::hours(&horaires.value);
    }
    let elsewhere = !here.guide().activites[index].faits.is_empty();
    let variable = acteur.tournee.as_ref().is_some_and(|tour| tour.variable);
    match acteur.telephone {
        Some(_) if variable => labels.word("quand.variable_appelez").to_owned(),
        None if variable => labels.word("quand.variable").to_owned(),
        _ if elsewhere || !acteur.est_un_lieu() => String::new(),
        Some(_) => labels.word("quand.non_precise_appelez").to_owned(),
        None => labels.word("quand.non_precise").to_owned(),
    }
}

/// « Fermé le 25 décembre 2026 et le 1er janvier 2027 (jours connus jusqu’au 18 janvier 2027). »; empty where nothing
/// closes it. The closed days come first: « Jusqu’au 18 janvier, fermé… » is read as one long closure.
pub(in crate::edition) fn fermetures(here: Here<'_>, index: usize) -> String {
    let guides = here.world.guides;
    let closed = guides.fermetures(here.guide(), index);
    if closed.is_empty() {
        return String::new();
    }
    let labels = here.labels();
    let mut days: Vec<String> =
        closed.into_iter().map(|(first, last)| calendar::range(first, last)).collect();
    let end = days.pop().unwrap_or_default();
    let jours = match days.is_empty() {
        true => end,
        false => labels.say("quand.et", &[("debut", &days.join(", ")), ("fin", &end)]),
    };
    let last = calendar::short(guides.fin_de_l_agenda(here.guide()));
    labels.say("quand.fermetures", &[("jour", &last), ("jours", &jours)])
}

/// When computers may be used alone.
pub(in crate::edition) fn libre(here: Here<'_>, acteur: &Acteur) -> Option<String> {
    let libre = acteur.acces_libre.as_ref()?;
    let labels = here.labels();
    let count = libre.postes.map(|postes| usize::try_from(postes).unwrap_or(usize::MAX));
    let what = count.map_or_else(
        || labels.word("acteur.libre.plusieurs_sans_nombre").to_owned(),
        |count| labels.count("acteur.libre", count),
    );
    Some(match &libre.horaires {
        Some(horaires) => labels.say(
            "acteur.libre.quand",
            &[("quoi", &what), ("quand", &quand::inside(&horaires.value))],
        ),
        None => sentence(&what),
    })
}

/// The lines of its postal address.
pub(in crate::edition) fn adresse(acteur: &Acteur) -> Vec<String> {
    let adresse = &acteur.adresse;
    let commune = adresse.commune.map(|commune| typography(commune.nom));
    let town: Vec<String> = adresse.code_postal.clone().into_iter().chain(commune).collect();
    let street = adresse.adresse.as_deref().map(typography);
    let more = adresse.complement_adresse.as_deref().map(typography);
    let lines = street.into_iter().chain(more).chain([town.join(" ")]);
    lines.filter(|line| !line.is_empty()).collect()
}

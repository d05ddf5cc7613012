//! Indexes: communes, needs, names from A to Z, each with the pages where it stands.

use crate::edition::html::here::Here;
use crate::text::{sort_key, typography};
use crate::vocabulary::BESOINS;

use super::contrat::{Bloc, Partie, Repere};
use super::{blocs, fiche, lieux};

/// Every index of a document that tells some communes and actors.
pub(super) fn all(here: Here<'_>, communes: &[usize], acteurs: &[usize]) -> Vec<Partie> {
    vec![towns(here, communes), needs(here, communes, acteurs), names(here, acteurs)]
}

/// Communes in French order.
fn towns(here: Here<'_>, communes: &[usize]) -> Partie {
    let entry = |&rank: &usize| Repere {
        nom: typography(here.guide().communes[rank].commune.nom),
        vers: vec![lieux::ancre(rank)],
        ..Repere::default()
    };
    part(here, "papier.index.communes", communes.iter().map(entry).collect(), true)
}

/// Needs, each with the communes where somebody answers it, since one looks near home first; within one commune, with
/// the places themselves.
fn needs(here: Here<'_>, communes: &[usize], acteurs: &[usize]) -> Partie {
    let suivi = communes.len() > 1;
    let said = here.labels().word("papier.index.besoins_texte");
    let mut blocs: Vec<Bloc> = suivi.then(|| blocs::texte(said)).flatten().into_iter().collect();
    for (rank, besoin) in BESOINS.iter().enumerate() {
        let answers = here.guide().pour_besoin[rank].iter().filter(|one| acteurs.contains(one));
        let mut entries: Vec<Repere> = answers.map(|&acteur| entry(here, acteur)).collect();
        if suivi {
            entries = by_commune(entries);
        }
        if !entries.is_empty() {
            let texte = typography(besoin.title);
            blocs.push(Bloc::Titre { niveau: 2, texte, ancre: String::new() });
            blocs.push(Bloc::Index { suivi, entrees: entries });
        }
    }
    Partie {
        titre: here.labels().word("papier.index.besoins").to_owned(),
        blocs,
        page: true,
        ..Partie::default()
    }
}

/// The communes of some places in French order, each with the pages of its places; a place without commune keeps its name.
fn by_commune(places: Vec<Repere>) -> Vec<Repere> {
    let mut towns: Vec<Repere> = Vec::new();
    for place in places {
        let nom = if place.suite.is_empty() { place.nom } else { place.suite };
        match towns.iter_mut().find(|town| town.nom == nom) {
            Some(town) => town.vers.extend(place.vers),
            None => towns.push(Repere { nom, suite: String::new(), ..place }),
        }
    }
    towns.sort_by_cached_key(|town| sort_key(&town.nom));
    towns
}

/// Names from A to Z, under their letters.
fn names(here: Here<'_>, acteurs: &[usize]) -> Partie {
    let mut acteurs = acteurs.to_vec();
    acteurs.sort_by_cached_key(|&acteur| sort_key(&here.brief(here.at(acteur)).nom));
    let entries = acteurs
        .into_iter()
        .map(|acteur| Repere { suite: suite(here, acteur), ..entry(here, acteur) });
    part(here, "papier.index.noms", entries.collect(), true)
}

/// An actor by its name and commune.
pub(super) fn entry(here: Here<'_>, acteur: usize) -> Repere {
    let brief = here.brief(here.at(acteur));
    Repere {
        nom: brief.nom.clone(),
        suite: brief.commune.clone(),
        vers: vec![fiche::ancre(acteur)],
        ..Repere::default()
    }
}

/// « Poitiers, K7RM ».
fn suite(here: Here<'_>, acteur: usize) -> String {
    let code = fiche::code(&here.guide().acteurs[acteur].fiche);
    let parts = [here.brief(here.at(acteur)).commune.clone(), code];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// An index under its heading; its letters stand before the first name of each.
fn part(here: Here<'_>, key: &str, mut entrees: Vec<Repere>, with_letters: bool) -> Partie {
    let mut last = None;
    for one in entrees.iter_mut().filter(|_| with_letters) {
        let letter = crate::text::fold(&one.nom).chars().find(|found| found.is_alphanumeric());
        if letter != last {
            one.lettre = letter.map(|found| found.to_uppercase().to_string()).unwrap_or_default();
            last = letter;
        }
    }
    let blocs =
        if entrees.is_empty() { Vec::new() } else { vec![Bloc::Index { suivi: false, entrees }] };
    Partie { titre: here.labels().word(key).to_owned(), blocs, page: true, ..Partie::default() }
}

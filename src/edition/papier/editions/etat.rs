//! What a record says on paper, as lines that can be compared: nothing that changes because days go by.

use crate::calendar::Date;
use crate::edition::changes;
use crate::edition::html::acteur::{faits as facts, labels};
use crate::edition::html::evenement::faits as of_event;
use crate::edition::html::here::Here;
use crate::edition::quand;
use crate::guide::{Occurrence, Passage, Sorte as Sort};
use crate::record::Evenement;
use crate::text::{phone, typography};

use super::super::contrat::Fait;
use super::super::{blocs, fiche};
use super::{Inscrit, Jour, Le, Sorte};

/// Every record of a guide that paper tells today, with its rank among those of its kind. Bounds of permanences are
/// said as on the day of an edition: « à partir du 4 janvier » is no news when that day has come.
pub(super) fn all(here: Here<'_>, jour: Date) -> Vec<(usize, Inscrit)> {
    let today = here.world.guides.today;
    let running = here.guide().acteurs.iter().enumerate();
    let running = running.filter(|(_, acteur)| acteur.fiche.en_cours(today));
    let acteurs = running.map(|(rank, _)| (rank, acteur(here, rank, jour)));
    let events = (0..here.guide().evenements.len()).map(|rank| (rank, evenement(here, rank)));
    acteurs.chain(events.filter(|(_, one)| !one.jours.is_empty())).collect()
}

fn acteur(here: Here<'_>, rank: usize, jour: Date) -> Inscrit {
    let record = &here.guide().acteurs[rank];
    let brief = here.brief(here.at(rank));
    let told = fiche::of_acteur(here, rank);
    let words = here.labels();
    let named = |key: &str, lignes: Vec<String>| Fait { nom: words.word(key).to_owned(), lignes };
    // One sentence: days that are grouped otherwise are not other hours.
    let hours = Some(told.quand).filter(|said| !said.is_empty());
    let phone = Some(told.telephone).filter(|number| !number.is_empty());
    let faits = [
        named("papier.errata.adresse", told.adresse),
        named("fait.telephone", phone.into_iter().collect()),
        named("papier.errata.horaires", hours.into_iter().collect()),
    ];
    let more = [
        named("papier.errata.services", told.services),
        named("papier.mots.recoit", comes(here, rank, jour)),
        named("papier.mots.va", goes(here, rank, jour)),
    ];
    let rest = facts::lieu(here, record).into_iter().chain(facts::savoir(here, record));
    let rest = blocs::faits(rest.chain(labels::faits(here, record)).collect());
    let all = faits.into_iter().chain(told.contact).chain(told.bref).chain(more).chain(rest);
    let today = here.world.guides.today;
    let changes = record.changements.iter().filter(|change| change.en_cours(today));
    let announced = changes.map(|change| Jour {
        texte: format!("{} {}", change.etat.title(), changes::said(change, words)),
        fin: change.au.map(Le),
    });
    Inscrit {
        id: record.fiche.id.clone(),
        sorte: Sorte::Acteur,
        code: told.code,
        nom: brief.nom.clone(),
        commune: brief.commune.clone(),
        page: None,
        faits: all.filter(|fait| !fait.lignes.is_empty()).collect(),
        jours: announced.collect(),
    }
}

/// Who comes, a line each.
fn comes(here: Here<'_>, rank: usize, jour: Date) -> Vec<String> {
    let ranks = here.guide().activites[rank].recus.iter();
    let passages = ranks.map(|&rank| &here.guide().passages[rank]);
    let name = |passage: &Passage| {
        let stop = passage.nom.as_deref().map(typography);
        let role = passage.qui.as_deref().filter(|_| passage.de.is_some()).map(typography);
        vec![Some(here.visitor(passage).texte.into_owned()), role, stop]
    };
    passages.filter_map(|passage| visit(here, passage, name(passage), jour)).collect()
}

/// Where it goes, a line each.
fn goes(here: Here<'_>, rank: usize, jour: Date) -> Vec<String> {
    let ranks = here.guide().activites[rank].faits.iter();
    let passages = ranks.map(|&rank| &here.guide().passages[rank]);
    let name = |passage: &Passage| {
        let host = passage.chez.map(|host| here.brief(host).nom.clone());
        let stop = passage.nom.as_deref().map(typography);
        let commune = passage.commune.map(|commune| typography(commune.nom));
        vec![stop, host.or(passage.ou.as_deref().map(typography)), commune]
    };
    passages.filter_map(|passage| visit(here, passage, name(passage), jour)).collect()
}

/// « Trois-Cités, place centrale, Poitiers : le mardi… »; nothing for what had ended on the day of the edition.
fn visit(
    here: Here<'_>,
    passage: &Passage,
    name: Vec<Option<String>>,
    jour: Date,
) -> Option<String> {
    let ends = [passage.de, passage.chez].into_iter().flatten();
    let runs = |who| here.world.guides.acteur(who).fiche.en_cours(here.world.guides.today);
    if !passage.en_cours(jour) || !ends.into_iter().all(runs) {
        return None;
    }
    let mut place: Vec<String> = name.into_iter().flatten().collect();
    place.dedup();
    let when = quand::passage(passage, jour, here.labels());
    let suite = match passage.sorte {
        Sort::Permanence => passage.sans_rendez_vous.and_then(|term| term.sentence),
        Sort::Arret(_) => None,
    };
    let call = passage.telephone.as_deref().map(|number| format!("{}.", phone(number)));
    let said = [Some(when), suite.map(str::to_owned), call];
    let said: Vec<String> = said.into_iter().flatten().collect();
    Some(format!("{}\u{a0}: {}", place.join(", "), said.join(" ")))
}

fn evenement(here: Here<'_>, rank: usize) -> Inscrit {
    let event = &here.guide().evenements[rank];
    let words = here.labels();
    let named = |key: &str, lignes: Vec<String>| Fait { nom: words.word(key).to_owned(), lignes };
    // What is written of the whole event: a state that all days left share changes as days go by.
    let state = event.etat.filter(|etat| etat.label != "prévu");
    let state = state.map(|etat| etat.plain.to_owned());
    let price = here.price(&event.frais_a_charge, event.tarif.as_deref(), "fait.non_precise");
    let place = of_event::lieu(here, event).map(blocs::fait);
    let faits = [named("papier.errata.etat", state.into_iter().collect())].into_iter();
    let faits = faits
        .chain(place)
        .chain([named("fait.inscription", registration(event)), named("fait.prix", vec![price])]);
    let end = here.world.guides.fin_de_l_agenda(here.guide());
    let days = here.guide().jours_des_evenements[rank].iter().filter(|one| one.jour <= end);
    let commune = here.world.guides.commune_of_event(here.index, event);
    Inscrit {
        id: event.fiche.id.clone(),
        sorte: Sorte::Evenement,
        code: fiche::code(&event.fiche),
        nom: typography(&event.fiche.nom),
        commune: commune.map(|commune| typography(commune.nom)).unwrap_or_default(),
        page: None,
        faits: faits.filter(|fait| !fait.lignes.is_empty()).collect(),
        jours: days
            .map(|one| Jour { texte: day(here, rank, one), fin: Some(Le(one.jour)) })
            .collect(),
    }
}

/// A day with its own state, also where all the days left share it.
fn day(here: Here<'_>, rank: usize, one: &Occurrence) -> String {
    let said = here.said(rank);
    let texte = said.day(one);
    let written = here.guide().evenements[rank].etat.map(|etat| etat.label);
    let shared = said.state().map(|etat| etat.label).filter(|label| Some(*label) != written);
    match one.etat.filter(|etat| Some(etat.label) == shared) {
        Some(etat) => {
            here.labels().say("quand.avec_etat", &[("quand", &texte), ("etat", etat.plain)])
        }
        None => texte,
    }
}

/// How one registers.
fn registration(event: &Evenement) -> Vec<String> {
    let Some(how) = &event.inscription else {
        let label = event.sans_rendez_vous.map(|term| term.label.to_owned());
        return label.into_iter().collect();
    };
    let number = how.telephone.as_deref().map(phone);
    let page =
        how.lien.as_deref().map(|url| crate::edition::html::acteur::shown_url(url).to_owned());
    [number, page, how.courriel.clone()].into_iter().flatten().collect()
}

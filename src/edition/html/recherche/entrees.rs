//! What can be found in a guide, as lists show it: a name, then what else it is found by.

use crate::edition::html::glossaire;
use crate::edition::html::here::Here;
use crate::edition::html::listes::place_of;
use crate::edition::html::noms;
use crate::edition::html::parts::{Entree, Mot};
use crate::plan::{About, Fixed};
use crate::record::Fiche;
use crate::text::search::joined;
use crate::text::typography;
use crate::vocabulary::{BESOINS, URGENCE};

/// « J’ai une démarche urgente » and the needs.
pub(in crate::edition) fn besoins(here: Here<'_>) -> Vec<Entree<'_>> {
    let urgence = Mot::to(here.fixed(Fixed::Urgence), typography(URGENCE.title));
    let need = |besoin: &'static crate::vocabulary::Besoin| {
        Mot::to(here.href(About::Besoin(here.index, besoin.slug)), typography(besoin.title))
    };
    let all = std::iter::once(urgence).chain(BESOINS.iter().map(need));
    all.filter(|mot| mot.href.is_some()).map(|mot| entree(mot, String::new())).collect()
}

/// A commune with its postal codes and its former names.
pub(in crate::edition) fn commune<'a>(here: Here<'a>, rank: usize) -> Entree<'a> {
    let commune = here.guide().communes[rank].commune;
    let mut suite = format!(" {}", commune.codes_postaux.join(", "));
    let mut known = vec![joined(commune.nom)];
    let mut former = Vec::new();
    for other in commune.anciens_noms() {
        let key = joined(other.nom);
        if !known.contains(&key) {
            known.push(key);
            former.push(typography(other.nom));
        }
    }
    if !former.is_empty() {
        suite = format!("{suite} ({})", former.join(", "));
    }
    let href = here.href(About::Commune(here.at(rank)));
    entree(Mot::to(href, typography(commune.nom)), suite)
}

/// An actor with its commune, its other names, and what nobody should go there without knowing.
pub(in crate::edition) fn acteur<'a>(here: Here<'a>, rank: usize) -> Entree<'a> {
    let fiche = &here.guide().acteurs[rank].fiche;
    let mut suite = place_of(here, rank) + &of(fiche);
    if let Some(change) = here.change(here.at(rank)) {
        suite = format!("{suite}. {change}");
    }
    Entree { suite: suite.into(), codes: codes(fiche), ..here.entree(rank) }
}

/// The short codes of a record: its own, and those of its former ids.
fn codes(fiche: &Fiche) -> String {
    fiche.codes().join(",")
}

/// Intercommunalités, quartiers, priority districts and networks.
pub(super) fn territoires(here: Here<'_>) -> Vec<Entree<'_>> {
    let guides = here.world.guides;
    let epci = |(rank, one): (usize, &crate::guide::Intercommunalite)| {
        let nom = typography(one.epci.nom_propre());
        let own = one.territoire.map(|at| &guides.territoires[at].fiche);
        let own = own.into_iter().flat_map(|fiche| once(&fiche.nom, &fiche.autres_noms));
        let others: Vec<&str> = own.filter(|other| joined(other) != joined(&nom)).collect();
        let href = here.href(About::Intercommunalite(here.at(rank)));
        entree(Mot::to(href, nom), autres(others.into_iter()))
    };
    let local = |&index: &usize| {
        let one = here.territoire(index);
        let suite = one.suite.to_string() + &autres(noms::autres(&guides.territoires[index].fiche));
        Entree { suite: suite.into(), ..one }
    };
    let running = |index: &&usize| guides.territoires[**index].fiche.en_cours(guides.today);
    let epcis = here.guide().intercommunalites.iter().enumerate().map(epci);
    epcis.chain(here.guide().territoires.iter().filter(running).map(local)).collect()
}

/// A name and others, as written.
fn once<'a>(nom: &'a str, others: &'a [String]) -> impl Iterator<Item = &'a str> {
    std::iter::once(nom).chain(others.iter().map(String::as_str))
}

/// Events to come, with their commune.
pub(in crate::edition) fn evenements(here: Here<'_>) -> Vec<Entree<'_>> {
    let events = here.guide().evenements.iter().enumerate();
    let coming = events.filter(|(_, event)| event.a_venir(here.world.guides.today));
    let entry = |(rank, event): (usize, &crate::record::Evenement)| {
        let brief = &here.common().evenements[rank];
        let commune = Some(&brief.commune).filter(|commune| !brief.nom.contains(commune.as_str()));
        let commune = commune.map(|commune| format!(", {commune}")).unwrap_or_default();
        let href = here.href(About::Evenement(here.at(rank)));
        let entree = entree(Mot::to(href, brief.nom.as_str()), commune + &of(&event.fiche));
        Entree { codes: codes(&event.fiche), ..entree }
    };
    coming.map(entry).collect()
}

/// Schemes and labels, with what the glossary calls them.
pub(in crate::edition) fn dispositifs(here: Here<'_>) -> Vec<Entree<'_>> {
    let guides = here.world.guides;
    let entry = |(rank, found): (usize, &'_ crate::record::Dispositif)| {
        let words = guides.glossaire.iter().enumerate();
        let same = words.filter(|(mot, _)| noms::dispositif_of(guides, *mot) == Some(rank));
        let said = same.flat_map(|(_, mot)| noms::others(mot));
        let mut all: Vec<&str> = noms::autres(&found.fiche).collect();
        for other in said {
            let key = joined(other);
            if joined(&found.fiche.nom) != key && all.iter().all(|known| joined(known) != key) {
                all.push(other);
            }
        }
        let ended = !found.fiche.en_cours(guides.today);
        let ended =
            if ended { format!(", {}", here.labels().word("az.fini")) } else { String::new() };
        let href = here.href(About::Dispositif(here.at(rank)));
        entree(Mot::to(href, typography(&found.fiche.nom)), ended + &autres(all.into_iter()))
    };
    guides.dispositifs.iter().enumerate().map(entry).collect()
}

/// Words explained that are no scheme.
pub(in crate::edition) fn mots(here: Here<'_>) -> Vec<Entree<'_>> {
    let guides = here.world.guides;
    let page = here.fixed(Fixed::Glossaire);
    let words = guides.glossaire.iter().enumerate();
    let own = words.filter(|(rank, _)| noms::dispositif_of(guides, *rank).is_none());
    own.map(|(_, mot)| {
        let href = page.as_ref().map(|page| format!("{page}#{}", glossaire::anchor(mot)));
        let suite = here.labels().word("az.definition").to_owned() + &autres(noms::others(mot));
        entree(Mot::to(href, typography(&mot.terme)), suite)
    })
    .collect()
}

/// Pages that the guide writes.
pub(in crate::edition) fn pages(here: Here<'_>) -> Vec<Entree<'_>> {
    let entry = |(rank, page): (usize, &'_ crate::record::Page)| {
        let href = here.href(About::Page(here.at(rank)));
        entree(Mot::to(href, typography(&page.fiche.nom)), of(&page.fiche))
    };
    here.guide().pages.iter().enumerate().map(entry).collect()
}

/// « (MSAP, Maison des services au public) »; empty for none.
fn autres<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(typography).collect();
    if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) }
}

fn of(fiche: &Fiche) -> String {
    autres(noms::autres(fiche))
}

fn entree<'a>(mot: Mot<'a>, suite: String) -> Entree<'a> {
    Entree { href: mot.href, nom: mot.texte, suite: suite.into(), ..Entree::default() }
}

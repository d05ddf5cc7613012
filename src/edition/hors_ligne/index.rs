//! All that can be found in a file of the whole guide: the list of the page of search, its links leading inside the file.

use std::collections::BTreeSet;

use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Groupe};
use crate::edition::html::recherche::entrees;
use crate::edition::papier::emporter;
use crate::text::typography;
use crate::vocabulary::BESOINS;

use super::pieces::{Entree as Line, Piece, Section, ancre_de};

/// What can be found, in the order in which answers that are as good stand; what the file does not tell is left out.
pub(super) fn groups<'a>(here: Here<'a>, sections: &[Section]) -> Vec<Groupe<'a>> {
    let known = ancres(sections);
    let guide = here.guide();
    let needs = entrees::besoins(here).into_iter().zip(besoins(here));
    let communes = |empty: bool| {
        let all = guide.communes.iter().enumerate();
        let wanted = all.filter(move |(_, ici)| ici.est_vide() == empty);
        wanted.map(move |(rank, _)| (entrees::commune(here, rank), rank))
    };
    let served = communes(false).map(|(entry, rank)| (entry, emporter::commune_ancre(rank)));
    let empty = communes(true).map(|(entry, rank)| around(here, entry, rank));
    let acteurs = (0..guide.acteurs.len())
        .map(|rank| (entrees::acteur(here, rank), emporter::acteur_ancre(rank)));
    let coming = guide.evenements.iter().enumerate();
    let coming = coming.filter(|(_, event)| event.a_venir(here.world.guides.today));
    let coming = coming.map(|(rank, _)| emporter::evenement_ancre(rank));
    let dispositifs = (0..).map(emporter::dispositif_ancre);
    let pages = (0..).map(emporter::page_ancre);
    // Words lead to the page of the glossary: their names are the same here.
    let word = |entry: Entree<'a>| {
        let ancre = entry.href.as_deref().and_then(|href| href.split_once('#'));
        let ancre = ancre.map(|(_, ancre)| ancre.to_owned()).unwrap_or_default();
        (entry, ancre)
    };
    let all: [(&str, Vec<(Entree<'a>, String)>); 8] = [
        ("recherche.besoins", needs.collect()),
        ("recherche.communes", served.collect()),
        ("recherche.lieux", acteurs.collect()),
        ("recherche.evenements", entrees::evenements(here).into_iter().zip(coming).collect()),
        (
            "recherche.dispositifs",
            entrees::dispositifs(here).into_iter().zip(dispositifs).collect(),
        ),
        ("recherche.pages", entrees::pages(here).into_iter().zip(pages).collect()),
        ("recherche.mots", entrees::mots(here).into_iter().map(word).collect()),
        ("recherche.autres_communes", empty.collect()),
    ];
    all.into_iter()
        .map(|(word, entries)| Groupe {
            titre: here.labels().word(word).into(),
            ancre: word.replace("recherche.", "index-"),
            entrees: inside(entries, &known),
            ..Groupe::default()
        })
        .filter(|group| !group.entrees.is_empty())
        .collect()
}

/// Entries as links to names that the file bears; the others go.
fn inside<'a>(entries: Vec<(Entree<'a>, String)>, known: &BTreeSet<&str>) -> Vec<Entree<'a>> {
    let told = entries.into_iter().filter(|(_, ancre)| known.contains(ancre.as_str()));
    told.map(|(entry, ancre)| Entree { href: Some(format!("#{ancre}")), ..entry }).collect()
}

/// Where « J’ai une démarche urgente » and the needs are told, in the order of the list.
fn besoins(here: Here<'_>) -> Vec<String> {
    let urgence = here.fixed(crate::plan::Fixed::Urgence);
    let urgence = urgence.map(|_| ancre_de(&typography(crate::vocabulary::URGENCE.title), 0));
    let needs = BESOINS.iter().map(|besoin| emporter::besoin_ancre(besoin.slug));
    urgence.into_iter().chain(needs).collect()
}

/// A commune where nothing is leads to its intercommunalité.
fn around<'a>(here: Here<'a>, entry: Entree<'a>, rank: usize) -> (Entree<'a>, String) {
    let epci = here.guide().communes[rank].commune.epci.and_then(crate::territory::epci);
    let nom = epci.map(|epci| typography(&epci.nom_entier())).unwrap_or_default();
    let said = [("epci", nom.as_str())];
    let suite = format!("{}{}", entry.suite, here.labels().say("emporter.voir", &said));
    // Two of one name are told in the order of the guide.
    let all = here.guide().intercommunalites.iter().map(|one| one.epci);
    let before = all.take_while(|one| Some(one.siren) != epci.map(|epci| epci.siren));
    let homonyms = before.filter(|one| typography(&one.nom_entier()) == nom).count();
    (Entree { suite: suite.into(), ..entry }, ancre_de(&nom, homonyms))
}

/// Every name that something bears in a file.
fn ancres(sections: &[Section]) -> BTreeSet<&str> {
    let mut all = BTreeSet::new();
    for section in sections {
        all.insert(section.ancre.as_str());
        for piece in &section.pieces {
            match piece {
                Piece::Titre { ancre, .. } => drop(all.insert(ancre.as_str())),
                Piece::Entrees { entrees } => {
                    all.extend(entrees.iter().map(|line: &Line| line.ancre.as_str()));
                }
                Piece::Glossaire { mots } => {
                    all.extend(mots.iter().map(|(ancre, ..)| ancre.as_str()));
                }
                _ => {}
            }
        }
    }
    all.remove("");
    all
}

//! Documents that leave the site as files for a screen: the parts of paper, put in the order of who looks for something.

use std::collections::BTreeSet;

use crate::calendar;
use crate::edition::html::here::Here;
use crate::plan::{Cible, Produit};
use crate::record::savoir::{Dispositif, Page};
use crate::text::typography;
use crate::vocabulary::BESOINS;

use super::contrat::{Bloc, Document, Edition, Partie, Repere};
use super::document::{self, A4};
use super::lieux::Detail;
use super::{blocs, evenement, extraits, fiche, index, jours, lieux, produits, savoir, texte};

/// What a file to take along says: the whole guide, a commune or an intercommunalité.
pub(in crate::edition) fn document(here: Here<'_>, cible: Cible) -> Document {
    let made = match cible {
        Cible::Commune(rank) => extraits::commune(here, Produit::Commune, rank, A4, Detail::Entier),
        Cible::Intercommunalite(rank) => {
            produits::epci(here, Produit::Intercommunalite, rank, A4, Detail::Entier)
        }
        _ => whole(here),
    };
    dated(here, told(here, made))
}

/// A document whose entries that no other tells are told whole, once: a file has the room that paper lacks.
fn told(here: Here<'_>, mut made: Document) -> Document {
    let own =
        |ancre: &str| (0..here.guide().acteurs.len()).find(|&rank| fiche::ancre(rank) == ancre);
    let blocs = made.parties.iter().flat_map(|partie| &partie.blocs);
    let mut whole: BTreeSet<String> = blocs
        .filter_map(|bloc| match bloc {
            Bloc::Fiche(fiche) => Some(fiche.ancre.clone()),
            _ => None,
        })
        .collect();
    for bloc in made.parties.iter_mut().flat_map(|partie| &mut partie.blocs) {
        let Bloc::Renvoi(one) = bloc else { continue };
        let Some(rank) = own(&one.ancre) else { continue };
        if whole.insert(one.ancre.clone()) {
            *bloc = lieux::whole(here, rank);
        } else {
            one.ancre.clear();
        }
    }
    made
}

/// What a mairie shows on its own site of a commune: its places and who comes in a few lines, then what is nearest. Days
/// that pass are left out: what was pasted grows old.
pub(in crate::edition) fn encart(here: Here<'_>, rank: usize) -> Document {
    let mut made = extraits::commune(here, Produit::Commune, rank, A4, Detail::Bref);
    let passing = ["papier.agenda", "papier.urgences"].map(|key| here.labels().word(key));
    made.parties.retain(|partie| !passing.contains(&partie.titre.as_str()));
    for bloc in made.parties.iter_mut().flat_map(|partie| &mut partie.blocs) {
        if let Bloc::Passage(passage) = bloc {
            passage.prochains.clear();
        }
    }
    dated(here, made)
}

/// A document that says of which day it is, as files do: nobody prints it.
fn dated(here: Here<'_>, made: Document) -> Document {
    let day = calendar::short(here.world.guides.today);
    let texte = here.labels().say("emporter.edition", &[("jour", &day)]);
    Document { edition: Edition { texte, ..made.edition }, ..made }
}

/// The whole guide: what for first, then where, then when, then what explains it.
fn whole(here: Here<'_>) -> Document {
    let guide = here.guide();
    let tours = lieux::touring(here);
    let epcis = (0..guide.intercommunalites.len())
        .map(|rank| lieux::intercommunalite(here, rank, Detail::Entier, &tours));
    let communes: Vec<usize> = guide.communes_servies().map(|(rank, _)| rank).collect();
    let told = produits::told(here, &communes, true);
    let parts = [savoir::urgence(here), needs(here, &told)]
        .into_iter()
        .chain(epcis)
        .chain([lieux::everywhere(here), lieux::tours(here), evenement::all(here), agenda(here)])
        .chain([savoir::numbers(here), pages(here), dispositifs(here)])
        .chain([savoir::glossary(here), how_to(here)]);
    let titre = typography(&guide.reglages.reglages.titre);
    document::new(here, Produit::Guide.nom(), A4, titre, parts.collect())
}

/// The pages that the guide wrote.
fn pages(here: Here<'_>) -> Partie {
    let pages = here.guide().pages.iter().enumerate();
    let running = pages.filter(|(_, page)| page.fiche.en_cours(here.world.guides.today));
    let told = |(rank, page): (usize, &Page)| {
        let texte = typography(&page.fiche.nom);
        let heading = Bloc::Titre { niveau: 2, texte, ancre: page_ancre(rank) };
        std::iter::once(heading).chain(texte::markdown(here, &page.texte, 3))
    };
    let blocs = running.flat_map(told).collect();
    Partie { titre: here.labels().word("recherche.pages").to_owned(), blocs, ..Partie::default() }
}

/// Schemes and labels that run, each in its own words.
fn dispositifs(here: Here<'_>) -> Partie {
    let all = here.world.guides.dispositifs.iter().enumerate();
    let running = all.filter(|(_, one)| one.fiche.en_cours(here.world.guides.today));
    let told = |(rank, one): (usize, &Dispositif)| {
        let texte = typography(&one.fiche.nom);
        let heading = Bloc::Titre { niveau: 2, texte, ancre: dispositif_ancre(rank) };
        let resume = one.fiche.presentation_resume.as_deref().map(typography);
        let detail = one.fiche.presentation_detail.as_ref();
        let detail = detail.map(|text| texte::markdown(here, &text.value, 3)).unwrap_or_default();
        std::iter::once(heading).chain(resume.and_then(blocs::texte)).chain(detail)
    };
    let blocs = running.flat_map(told).collect();
    let titre = here.labels().word("recherche.dispositifs").to_owned();
    Partie { titre, blocs, ..Partie::default() }
}

/// The agenda of the period, by day: events are told whole before it.
fn agenda(here: Here<'_>) -> Partie {
    let mut part = jours::agenda(here);
    for bloc in &mut part.blocs {
        if let Bloc::Rendezvous(one) = bloc {
            one.ancre.clear();
        }
    }
    part
}

/// Each need: what it is, then who answers it.
fn needs(here: Here<'_>, told: &[usize]) -> Partie {
    let mut blocs = Vec::new();
    for (rank, besoin) in BESOINS.iter().enumerate() {
        let answers = here.guide().pour_besoin[rank].iter().filter(|one| told.contains(one));
        let entrees: Vec<Repere> = answers.map(|&acteur| index::entry(here, acteur)).collect();
        if entrees.is_empty() {
            continue;
        }
        let texte = typography(besoin.title);
        blocs.push(Bloc::Titre { niveau: 2, texte, ancre: besoin_ancre(besoin.slug) });
        blocs.extend(besoin.what.iter().filter_map(|line| blocs::texte(typography(line))));
        blocs.push(Bloc::Index { suivi: false, entrees });
    }
    Partie {
        titre: here.labels().word("emporter.besoins").to_owned(),
        blocs,
        page: true,
        ..Partie::default()
    }
}

/// The name of a need in a document.
pub(in crate::edition) fn besoin_ancre(slug: &str) -> String {
    format!("besoin-{slug}")
}

/// What the words of the guide mean, and how to tell what is wrong.
fn how_to(here: Here<'_>) -> Partie {
    let labels = here.labels();
    let shared = ["confirmer", "index", "gratuit"];
    let shared = shared.map(|key| labels.word(&format!("papier.mode_emploi.{key}")).to_owned());
    let own = ["vieillit", "code"].map(|key| labels.word(&format!("emporter.{key}")).to_owned());
    let lines = own.into_iter().chain(shared).chain(savoir::left_out(here));
    Partie {
        titre: labels.word("papier.mode_emploi.titre").to_owned(),
        blocs: blocs::liste(lines, false).into_iter().collect(),
        page: true,
        ..Partie::default()
    }
}

/// The names under which a document tells an actor, a commune, an event.
pub(in crate::edition) fn acteur_ancre(rank: usize) -> String {
    fiche::ancre(rank)
}

/// See [`acteur_ancre`].
pub(in crate::edition) fn commune_ancre(rank: usize) -> String {
    lieux::ancre(rank)
}

/// See [`acteur_ancre`].
pub(in crate::edition) fn evenement_ancre(rank: usize) -> String {
    jours::ancre(rank)
}

/// See [`acteur_ancre`].
pub(in crate::edition) fn page_ancre(rank: usize) -> String {
    format!("page-{rank}")
}

/// See [`acteur_ancre`].
pub(in crate::edition) fn dispositif_ancre(rank: usize) -> String {
    format!("dispositif-{rank}")
}

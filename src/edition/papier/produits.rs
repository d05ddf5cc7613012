//! Every product of paper: which documents a guide has, where each goes, what stands in it.

use crate::edition::html::here::Here;
use crate::guide::{Guides, Occurrence, Sujet};
use crate::plan::{Cible, Papier, Produit};
use crate::text::typography;
use crate::vocabulary;

use super::contrat::{Document, Format, Partie};
use super::demande::Choix;
use super::document::{self, A4, A5, GROS};
use super::lieux::Detail;
use super::{affiche, appel, depliant, errata, extraits, index, jours, lieux, savoir};

/// The document of something to print; nothing when its subject has nothing to say.
pub(super) fn document(here: Here<'_>, papier: Papier, choix: Choix<'_>) -> Option<Document> {
    let document = match (papier.produit, papier.cible) {
        (Produit::Guide, _) => whole(here, Produit::Guide, A4),
        (Produit::GrosCaracteres, Cible::Guide) => whole(here, Produit::GrosCaracteres, GROS),
        (Produit::Livret, Cible::Guide) => whole(here, Produit::Livret, A5),
        (Produit::Livret, Cible::Intercommunalite(rank)) => {
            epci(here, Produit::Livret, rank, A5, Detail::Entier)
        }
        (Produit::Intercommunalite, Cible::Intercommunalite(rank)) => {
            epci(here, Produit::Intercommunalite, rank, A4, choix.detail)
        }
        (Produit::GrosCaracteres, Cible::Intercommunalite(rank)) => {
            epci(here, Produit::GrosCaracteres, rank, GROS, Detail::Bref)
        }
        (Produit::Commune, Cible::Commune(rank)) => {
            extraits::commune(here, Produit::Commune, rank, A4, choix.detail)
        }
        (Produit::GrosCaracteres, Cible::Commune(rank)) => {
            extraits::commune(here, Produit::GrosCaracteres, rank, GROS, Detail::Bref)
        }
        (Produit::Besoin, Cible::Besoin(slug)) => extraits::besoin(here, slug, choix.detail)?,
        (Produit::Depliant, Cible::Intercommunalite(_) | Cible::Commune(_)) => {
            depliant::document(here, papier.cible, choix.detail)?
        }
        (Produit::Affiche, cible) => affiche::document(here, cible, papier.forme, choix)?,
        (Produit::Selection, _) => extraits::selection(here, choix.acteurs),
        (Produit::Fiche, Cible::Acteur(rank)) => extraits::sheet(here, rank),
        (Produit::Semaine, Cible::Semaine(monday)) => extraits::week(here, monday),
        (Produit::FeuilleDAppel, _) => appel::document(here),
        (Produit::Proposer, _) => extraits::form(here),
        (Produit::Errata, _) => errata::document(here, choix.depuis)?,
        _ => return None,
    };
    Some(document).filter(|made| made.affiche.is_some() || !made.parties.is_empty())
}

/// The whole guide.
fn whole(here: Here<'_>, produit: Produit, format: Format) -> Document {
    let guide = here.guide();
    // Who goes round is told whole in a part of its own.
    let tours = lieux::touring(here);
    // Large print tells what is needed to come; a guide and a booklet tell everything.
    let detail = match produit {
        Produit::GrosCaracteres => Detail::Bref,
        _ => Detail::Entier,
    };
    let epcis = (0..guide.intercommunalites.len())
        .map(|rank| lieux::intercommunalite(here, rank, detail, &tours));
    let communes: Vec<usize> = guide.communes_servies().map(|(rank, _)| rank).collect();
    let acteurs = told(here, &communes, true);
    let parts = [savoir::numbers(here), savoir::how_to(here, true), savoir::urgence(here)]
        .into_iter()
        .chain(epcis)
        .chain([lieux::everywhere(here), lieux::tours(here), jours::agenda(here)])
        .chain(index::all(here, &communes, &acteurs))
        .chain([savoir::glossary(here), savoir::form(here)]);
    let titre = typography(&guide.reglages.reglages.titre);
    Document {
        couverture: true,
        ..document::new(here, produit.nom(), format, titre, parts.collect())
    }
}

/// The actors that the parts of some communes tell whole; with those who go round or act everywhere.
pub(super) fn told(here: Here<'_>, communes: &[usize], everywhere: bool) -> Vec<usize> {
    let settled =
        communes.iter().flat_map(|&rank| lieux::settled(here, &here.guide().communes[rank]));
    let mut all: Vec<usize> = settled.collect();
    if everywhere {
        all.extend(lieux::touring(here));
        let running = |&(index, acteur): &(usize, &crate::record::Acteur)| {
            let everywhere = acteur.adresse.commune.is_none();
            acteur.fiche.en_cours(here.world.guides.today)
                && everywhere
                && lieux::printed(here, index)
        };
        all.extend(here.guide().acteurs.iter().enumerate().filter(running).map(|(index, _)| index));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// An intercommunalité: a small guide with its indexes; as an extract, what is there and the numbers.
pub(super) fn epci(
    here: Here<'_>,
    produit: Produit,
    rank: usize,
    format: Format,
    detail: Detail,
) -> Document {
    let epci = &here.guide().intercommunalites[rank];
    let nom = typography(epci.epci.nom_propre());
    let short = produit == Produit::Intercommunalite;
    let days = here.world.guides.agenda_de(here.index, Sujet::Intercommunalite(rank));
    let days = jours::soon(here, days, if short { detail } else { Detail::Entier });
    // A page of large print holds six numbers: those of emergencies alone, then.
    let numbers = match produit {
        Produit::Livret => savoir::numbers(here),
        _ => Partie {
            titre: here.labels().word("papier.urgences").to_owned(),
            blocs: savoir::emergencies_in_short(here),
            ..Partie::default()
        },
    };
    let mut places = lieux::intercommunalite(here, rank, detail, &[]);
    if let Some(said) = lieux::left_out(here, detail) {
        places.blocs.insert(0, said);
    }
    let agenda = agenda(here, &days);
    let mut parts = match short {
        true => vec![places, agenda, numbers],
        false => vec![numbers, savoir::how_to(here, true), places, agenda],
    };
    if !short {
        let served = |commune: &&usize| !here.guide().communes[**commune].est_vide();
        let communes: Vec<usize> = epci.communes.iter().filter(served).copied().collect();
        parts.extend(index::all(here, &communes, &told(here, &communes, false)));
    }
    if produit == Produit::Livret {
        parts.push(savoir::form(here));
    }
    let titre = here.labels().say("intercommunalite.titre", &[("nom", &nom)]);
    Document {
        couverture: produit == Produit::Livret,
        sous_titre: typography(&epci.epci.nom_entier()),
        ..document::new(here, produit.nom(), format, titre, parts)
    }
}

pub(super) fn agenda(here: Here<'_>, days: &[&Occurrence]) -> Partie {
    Partie {
        titre: here.labels().word("papier.agenda").to_owned(),
        blocs: jours::by_day(here, days),
        ..Partie::default()
    }
}

/// What a guide prints when nothing else is asked for.
pub(super) const DEFAULT: [Produit; 10] = [
    Produit::Guide,
    Produit::Livret,
    Produit::GrosCaracteres,
    Produit::Commune,
    Produit::Besoin,
    Produit::Depliant,
    Produit::Affiche,
    Produit::Semaine,
    Produit::Proposer,
    Produit::Errata,
];

/// What a product is made about in a whole build.
pub(super) fn subjects(guides: &Guides, guide: usize, produit: Produit) -> Vec<Cible> {
    let here = &guides.guides[guide];
    let served = |rank: &usize| {
        here.intercommunalites[*rank]
            .communes
            .iter()
            .any(|&commune| !here.communes[commune].est_vide())
    };
    let epcis =
        || (0..here.intercommunalites.len()).filter(served).map(Cible::Intercommunalite).collect();
    match produit {
        Produit::Guide | Produit::Proposer | Produit::Errata => vec![Cible::Guide],
        Produit::Livret | Produit::Intercommunalite | Produit::Depliant => epcis(),
        Produit::GrosCaracteres => epcis(),
        Produit::Commune => here.communes_servies().map(|(rank, _)| Cible::Commune(rank)).collect(),
        Produit::Besoin => {
            let needs = vocabulary::BESOINS.iter().zip(&here.pour_besoin);
            needs
                .filter(|(_, places)| {
                    places.iter().any(|&at| guides.imprimable(here, &here.acteurs[at]))
                })
                .map(|(besoin, _)| Cible::Besoin(besoin.slug))
                .collect()
        }
        Produit::Affiche => affiche::subjects(guides, guide),
        Produit::Semaine => here.semaines().into_iter().map(Cible::Semaine).collect(),
        Produit::Fiche => (0..here.acteurs.len()).map(Cible::Acteur).collect(),
        Produit::Selection | Produit::FeuilleDAppel => Vec::new(),
    }
}

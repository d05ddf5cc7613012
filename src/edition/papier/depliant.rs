//! The leaflet folded in three: front, inner flap, back, then what flows through the three inside panels.

use crate::edition::html::here::Here;
use crate::guide::Ici;
use crate::plan::{Cible, Produit};
use crate::text::typography;

use super::contrat::{Bloc, Document, Format, Partie, Renvoi};
use super::lieux::Detail;
use super::{document, lieux, savoir, visites};

/// A4 lying, folded in three: small paper, smaller letters than those of a page.
const FORMAT: Format =
    Format { papier: "a4", paysage: true, colonnes: 3, corps: 11.0, plancher: 10.0 };

/// Entries of the inner flap.
const FLAP: usize = 4;

/// What a leaflet is about.
struct Sujet {
    nom: String,
    communes: Vec<usize>,
    /// Its page, below the folder of the guide.
    page: String,
}

/// The leaflet of an intercommunalité or of a commune; nothing where nothing is there.
pub(super) fn document(here: Here<'_>, cible: Cible, detail: Detail) -> Option<Document> {
    let sujet = sujet(here, cible)?;
    let mut inside: Vec<Partie> =
        sujet.communes.iter().filter_map(|&rank| inside(here, rank, detail)).collect();
    let first = inside.first_mut()?;
    if let Some(said) = lieux::left_out(here, detail) {
        first.blocs.insert(0, said);
    }
    let part = |key: &str, blocs| Partie {
        titre: here.labels().word(key).to_owned(),
        blocs,
        ..Partie::default()
    };
    let site = document::site(here, &sujet.page).map(Bloc::Adresse);
    let back = savoir::how_to(here, false);
    let panels = [
        part("papier.urgences", savoir::emergencies(here)),
        part("papier.depliant.urgent", flap(here, &sujet.communes)),
        Partie { blocs: back.blocs.into_iter().chain(site).collect(), ..back },
    ];
    let titre = here.labels().say("intercommunalite.titre", &[("nom", &sujet.nom)]);
    let nom = Produit::Depliant.nom();
    // The three first parts are panels: they stay even where they say nothing.
    Some(Document {
        parties: panels.into_iter().chain(inside).collect(),
        ..document::new(here, nom, FORMAT, titre, Vec::new())
    })
}

fn sujet(here: Here<'_>, cible: Cible) -> Option<Sujet> {
    match cible {
        Cible::Intercommunalite(rank) => {
            let epci = &here.guide().intercommunalites[rank];
            Some(Sujet {
                nom: typography(epci.epci.nom_propre()),
                communes: epci.communes.clone(),
                page: format!("intercommunalites/{}.html", epci.slug),
            })
        }
        Cible::Commune(rank) => {
            let ici = &here.guide().communes[rank];
            Some(Sujet {
                nom: typography(ici.commune.nom),
                communes: vec![rank],
                page: format!("communes/{}.html", ici.slug),
            })
        }
        _ => None,
    }
}

/// The places of some communes for a procedure that cannot wait; who has none near calls.
fn flap(here: Here<'_>, communes: &[usize]) -> Vec<Bloc> {
    let is_one = |ici: &Ici, acteur: usize| {
        let town = here.guide().acteurs[acteur].adresse.commune;
        town.is_some_and(|town| town.code == ici.commune.code)
    };
    let near = |acteur: &&usize| {
        communes.iter().any(|&rank| is_one(&here.guide().communes[rank], **acteur))
    };
    let urgent = here.common().urgence.iter().filter(near);
    let urgent = urgent.filter(|&&acteur| lieux::printed(here, acteur)).take(FLAP).map(|&acteur| {
        let entry = lieux::short(here, acteur);
        let last = entry.lignes.len().saturating_sub(2);
        Bloc::Renvoi(Renvoi { lignes: entry.lignes[last..].to_vec(), ..entry })
    });
    let mut flap: Vec<Bloc> = urgent.collect();
    flap.extend(savoir::others(here).into_iter().take(FLAP.saturating_sub(flap.len())));
    flap
}

/// What is and comes in a commune, in a few lines each; nothing where nothing is.
fn inside(here: Here<'_>, rank: usize, detail: Detail) -> Option<Partie> {
    let ici = &here.guide().communes[rank];
    let places = lieux::settled(here, ici).into_iter();
    let entry = |acteur| lieux::named(lieux::lines(here, acteur, detail), ici);
    let places = places.map(|acteur| Bloc::Renvoi(entry(acteur)));
    let visits = visites::visits(here, ici, |_| true).into_iter().map(Bloc::Passage);
    let blocs: Vec<Bloc> = places.chain(visits).collect();
    (!blocs.is_empty()).then(|| Partie {
        titre: typography(ici.commune.nom),
        blocs,
        ..Partie::default()
    })
}

//! Every product of paper: which documents a guide has, where each goes, what stands in it.

use jiff::ToSpan;

use crate::calendar;
use crate::edition::html::agenda::week_said;
use crate::edition::html::here::Here;
use crate::edition::html::parts::capital;
use crate::guide::{Guides, Occurrence, Sujet};
use crate::plan::{Cible, Papier, Produit};
use crate::text::typography;
use crate::vocabulary;

use super::contrat::{Bloc, Document, Format, Partie};
use super::demande::Choix;
use super::document::{self, A4, A5, GROS};
use super::lieux::Detail;
use super::{affiche, appel, blocs, errata, index, jours, lieux, savoir};

/// The document of something to print; nothing when its subject has nothing to say.
pub(super) fn document(here: Here<'_>, papier: Papier, choix: Choix<'_>) -> Option<Document> {
    let document = match (papier.produit, papier.cible) {
        (Produit::Guide, _) => whole(here, Produit::Guide, A4),
        (Produit::GrosCaracteres, Cible::Guide) => whole(here, Produit::GrosCaracteres, GROS),
        (Produit::Livret, Cible::Guide) => whole(here, Produit::Livret, A5),
        (Produit::Livret, Cible::Intercommunalite(rank)) => epci(here, Produit::Livret, rank, A5),
        (Produit::Intercommunalite, Cible::Intercommunalite(rank)) => {
            epci(here, Produit::Intercommunalite, rank, A4)
        }
        (Produit::GrosCaracteres, Cible::Intercommunalite(rank)) => {
            epci(here, Produit::GrosCaracteres, rank, GROS)
        }
        (Produit::Commune, Cible::Commune(rank)) => {
            commune(here, Produit::Commune, rank, A4, choix.detail)
        }
        (Produit::GrosCaracteres, Cible::Commune(rank)) => {
            commune(here, Produit::GrosCaracteres, rank, GROS, Detail::Bref)
        }
        (Produit::Besoin, Cible::Besoin(slug)) => besoin(here, slug)?,
        (Produit::Depliant, Cible::Intercommunalite(_) | Cible::Commune(_)) => {
            leaflet(here, papier.cible)
        }
        (Produit::Affiche, cible) => affiche::document(here, cible, papier.forme, choix)?,
        (Produit::Selection, _) => selection(here, choix.acteurs),
        (Produit::Fiche, Cible::Acteur(rank)) => sheet(here, rank),
        (Produit::Semaine, Cible::Semaine(monday)) => week(here, monday),
        (Produit::FeuilleDAppel, _) => appel::document(here),
        (Produit::Proposer, _) => form(here),
        (Produit::Errata, _) => errata::document(here, choix.depuis)?,
        _ => return None,
    };
    Some(document).filter(|made| made.affiche.is_some() || !made.parties.is_empty())
}

/// The whole guide.
fn whole(here: Here<'_>, produit: Produit, format: Format) -> Document {
    let guide = here.guide();
    let epcis = (0..guide.intercommunalites.len())
        .map(|rank| lieux::intercommunalite(here, rank, detail_of(produit)));
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
fn told(here: Here<'_>, communes: &[usize], everywhere: bool) -> Vec<usize> {
    let settled =
        communes.iter().flat_map(|&rank| lieux::settled(here, &here.guide().communes[rank]));
    let mut all: Vec<usize> = settled.collect();
    if everywhere {
        all.extend(here.tournees());
        let running = |&(_, acteur): &(usize, &crate::record::Acteur)| {
            acteur.fiche.en_cours(here.world.guides.today) && acteur.adresse.commune.is_none()
        };
        all.extend(here.guide().acteurs.iter().enumerate().filter(running).map(|(index, _)| index));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// An intercommunalité.
fn epci(here: Here<'_>, produit: Produit, rank: usize, format: Format) -> Document {
    let epci = &here.guide().intercommunalites[rank];
    let nom = typography(epci.epci.nom_propre());
    let served = |commune: &&usize| !here.guide().communes[**commune].est_vide();
    let communes: Vec<usize> = epci.communes.iter().filter(served).copied().collect();
    let acteurs = told(here, &communes, false);
    let days = jours::soon(
        here,
        here.world.guides.agenda_de(here.index, Sujet::Intercommunalite(rank)),
        Detail::Entier,
    );
    let mut parts = vec![savoir::numbers(here), savoir::how_to(here, true)];
    parts.extend([lieux::intercommunalite(here, rank, detail_of(produit)), agenda(here, &days)]);
    parts.extend(index::all(here, &communes, &acteurs));
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

fn agenda(here: Here<'_>, days: &[&Occurrence]) -> Partie {
    Partie {
        titre: here.labels().word("papier.agenda").to_owned(),
        blocs: jours::by_day(here, days),
        ..Partie::default()
    }
}

/// Large print and extracts tell what is needed to come; a guide and a booklet tell everything.
fn detail_of(produit: Produit) -> Detail {
    match produit {
        Produit::Guide | Produit::Livret => Detail::Entier,
        _ => Detail::Bref,
    }
}

/// A commune: what is here, who comes, what is nearest, the weeks to come, the numbers.
fn commune(
    here: Here<'_>,
    produit: Produit,
    rank: usize,
    format: Format,
    detail: Detail,
) -> Document {
    let ici = &here.guide().communes[rank];
    let labels = here.labels();
    let a_nom = typography(&ici.commune.a_nom());
    let days =
        jours::soon(here, here.world.guides.agenda_de(here.index, Sujet::Commune(rank)), detail);
    let part = |titre: String, blocs| Partie { titre, blocs, ..Partie::default() };
    let near = labels.word(if ici.est_vide() { "commune.plus_pres" } else { "commune.manque" });
    let mut inside = lieux::commune(here, rank, detail);
    if ici.est_vide() {
        inside.extend(blocs::texte(labels.say("commune.rien", &[("a_commune", &a_nom)])));
    }
    let parts = vec![
        part(capital(&labels.say("commune.lieux", &[("a_commune", &a_nom)])), inside),
        part(near.to_owned(), lieux::nearest(here, ici)),
        agenda(here, &days),
        part(labels.word("papier.urgences").to_owned(), savoir::emergencies_in_short(here)),
    ];
    let titre = labels.say("commune.titre", &[("a_commune", &a_nom)]);
    let epci = ici.commune.epci.and_then(crate::territory::epci);
    let mut made = Document {
        sous_titre: epci.map(|epci| typography(&epci.nom_entier())).unwrap_or_default(),
        ..document::new(here, produit.nom(), format, titre, parts)
    };
    let page = document::site(here, &format!("communes/{}.html", ici.slug));
    made.guide.site = page.or(made.guide.site);
    made
}

/// A need over the guide: what it is, what to bring, then places by intercommunalité and commune.
fn besoin(here: Here<'_>, slug: &str) -> Option<Document> {
    let rank = vocabulary::BESOINS.iter().position(|besoin| besoin.slug == slug)?;
    let besoin = &vocabulary::BESOINS[rank];
    let lines = |lines: &[&str]| lines.iter().map(|line| typography(line)).collect::<Vec<_>>();
    let what = besoin.what.iter().filter_map(|line| blocs::texte(typography(line)));
    let bring = blocs::liste(lines(besoin.bring), false);
    let first = Partie {
        titre: here.labels().word("papier.besoin.quoi").to_owned(),
        blocs: what.chain(blocs::texte(typography(besoin.who))).collect(),
        ..Partie::default()
    };
    let second = Partie {
        titre: here.labels().word("papier.besoin.apporter").to_owned(),
        blocs: bring.into_iter().collect(),
        ..Partie::default()
    };
    let groups = crate::guide::by_epci(here.guide(), &here.guide().pour_besoin[rank]);
    let group = |group: crate::guide::Groupe| {
        let towns = group.communes.into_iter();
        let entries = towns
            .flat_map(|(_, acteurs)| acteurs)
            .map(|acteur| Bloc::Renvoi(lieux::short(here, acteur)));
        Partie { titre: typography(&group.nom), blocs: entries.collect(), ..Partie::default() }
    };
    let parts = [first, second].into_iter().chain(groups.into_iter().map(group));
    let titre = typography(besoin.title);
    Some(document::new(here, Produit::Besoin.nom(), A4, titre, parts.collect()))
}

/// The leaflet: front, inner flap, back, then what flows through the three inside panels.
fn leaflet(here: Here<'_>, cible: Cible) -> Document {
    let labels = here.labels();
    let (nom, communes, site) = match cible {
        Cible::Intercommunalite(rank) => {
            let epci = &here.guide().intercommunalites[rank];
            (
                typography(epci.epci.nom_propre()),
                epci.communes.clone(),
                format!("intercommunalites/{}.html", epci.slug),
            )
        }
        Cible::Commune(rank) => {
            let ici = &here.guide().communes[rank];
            (typography(ici.commune.nom), vec![rank], format!("communes/{}.html", ici.slug))
        }
        _ => {
            return document::new(
                here,
                Produit::Depliant.nom(),
                LEAFLET,
                String::new(),
                Vec::new(),
            );
        }
    };
    let part = |titre: &str, blocs| Partie {
        titre: labels.word(titre).to_owned(),
        blocs,
        ..Partie::default()
    };
    let site = document::site(here, &site).map(Bloc::Adresse);
    let front = savoir::emergencies(here);
    let flap = here.common().urgence.iter().filter(|&&acteur| {
        let town = here.guide().acteurs[acteur].adresse.commune;
        town.is_some_and(|town| {
            communes.iter().any(|&rank| here.guide().communes[rank].commune.code == town.code)
        })
    });
    let flap = flap.take(FLAP).map(|&acteur| {
        let entry = lieux::short(here, acteur);
        let last = entry.lignes.len().saturating_sub(2);
        Bloc::Renvoi(super::contrat::Renvoi { lignes: entry.lignes[last..].to_vec(), ..entry })
    });
    let mut flap: Vec<Bloc> = flap.collect();
    // Who has no place near calls.
    flap.extend(savoir::others(here).into_iter().take(FLAP.saturating_sub(flap.len())));
    let back = savoir::how_to(here, false);
    let mut inside = Vec::new();
    for &rank in &communes {
        let ici = &here.guide().communes[rank];
        let places = lieux::settled(here, ici)
            .into_iter()
            .map(|acteur| Bloc::Renvoi(lieux::short(here, acteur)));
        let visits = lieux::visits(here, ici, |_| true).into_iter().map(Bloc::Passage);
        let told: Vec<Bloc> = places.chain(visits).collect();
        if !told.is_empty() {
            inside.push(Partie {
                titre: typography(ici.commune.nom),
                blocs: told,
                ..Partie::default()
            });
        }
    }
    if inside.is_empty() {
        return document::new(here, Produit::Depliant.nom(), LEAFLET, String::new(), Vec::new());
    }
    let mut parts = vec![
        part("papier.urgences", front),
        part("papier.depliant.urgent", flap),
        Partie { blocs: back.blocs.into_iter().chain(site).collect(), ..back },
    ];
    parts.extend(inside);
    let titre = labels.say("intercommunalite.titre", &[("nom", &nom)]);
    // The three first parts are panels: they stay even where they say nothing.
    Document {
        parties: parts,
        ..document::new(here, Produit::Depliant.nom(), LEAFLET, titre, Vec::new())
    }
}

/// A4 lying, folded in three: small paper, smaller letters than those of a page.
const LEAFLET: Format =
    Format { papier: "a4", paysage: true, colonnes: 3, corps: 11.0, plancher: 10.0 };

/// Places of the inner flap.
const FLAP: usize = 4;

/// One record, with lines for notes.
fn sheet(here: Here<'_>, rank: usize) -> Document {
    let acteur = &here.guide().acteurs[rank];
    let notes = Partie {
        titre: here.labels().word("papier.notes").to_owned(),
        blocs: vec![Bloc::Notes { lignes: NOTES }],
        ..Partie::default()
    };
    let titre = here.brief(here.at(rank)).nom.clone();
    let site = document::site(here, &format!("acteurs/{}.html", acteur.fiche.slug));
    let part = Partie {
        titre: here.labels().word("papier.fiche").to_owned(),
        blocs: [lieux::whole(here, rank)].into_iter().chain(site.map(Bloc::Adresse)).collect(),
        ..Partie::default()
    };
    let format = Format { colonnes: 1, ..A4 };
    document::new(here, Produit::Fiche.nom(), format, titre, vec![part, notes])
}

/// Some chosen records on one sheet, for one person.
fn selection(here: Here<'_>, acteurs: &[usize]) -> Document {
    let labels = here.labels();
    let entries = acteurs.iter().map(|&acteur| Bloc::Renvoi(lieux::short(here, acteur)));
    let places = Partie {
        titre: labels.word("papier.selection.lieux").to_owned(),
        blocs: entries.collect(),
        ..Partie::default()
    };
    let notes = Partie {
        titre: labels.word("papier.notes").to_owned(),
        blocs: vec![Bloc::Notes { lignes: NOTES }],
        ..Partie::default()
    };
    let titre = labels.word("papier.selection.titre").to_owned();
    let format = Format { colonnes: 1, ..A4 };
    document::new(here, Produit::Selection.nom(), format, titre, vec![places, notes])
}

/// Lines for the helper's notes.
const NOTES: u8 = 8;

/// A week: by day, then by town.
fn week(here: Here<'_>, monday: calendar::Date) -> Document {
    let days = jours::of_week(here, monday);
    let labels = here.labels();
    let part = |key: &str, blocs| Partie {
        titre: labels.word(key).to_owned(),
        blocs,
        ..Partie::default()
    };
    let towns =
        Partie { page: true, ..part("papier.semaine.communes", jours::by_town(here, &days)) };
    let titre = capital(&week_said(here, monday));
    let parts = vec![part("papier.semaine.jours", jours::by_day(here, &days)), towns];
    let mut made = document::new(here, Produit::Semaine.nom(), A4, titre, parts);
    let end = monday.saturating_add(6.days());
    made.edition.valable = labels.say("papier.valable", &[("jour", &calendar::short(end))]);
    made
}

/// « Proposez une ressource ».
fn form(here: Here<'_>) -> Document {
    let part = savoir::form(here);
    let titre = part.titre.clone();
    let format = Format { colonnes: 1, ..A4 };
    document::new(here, Produit::Proposer.nom(), format, titre, vec![part])
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
                .filter(|(_, places)| !places.is_empty())
                .map(|(besoin, _)| Cible::Besoin(besoin.slug))
                .collect()
        }
        Produit::Affiche => affiche::subjects(guides, guide),
        Produit::Semaine => here.semaines().into_iter().map(Cible::Semaine).collect(),
        Produit::Fiche => (0..here.acteurs.len()).map(Cible::Acteur).collect(),
        Produit::Selection | Produit::FeuilleDAppel => Vec::new(),
    }
}

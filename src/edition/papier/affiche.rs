//! The poster of a door: who is here when this month, what changes, until when it holds.

use jiff::ToSpan;

use crate::calendar::{self, Date, times_said};
use crate::edition::changes;
use crate::edition::html::here::Here;
use crate::edition::html::parts::capital;
use crate::edition::quand;
use crate::guide::{Guide, Guides, Occurrence, Quoi, Ref, Sorte};
use crate::plan::{Cible, Forme, Produit};
use crate::record::Acteur;
use crate::record::acteur::Changement;
use crate::text::{phone, typography};

use super::contrat::{Affiche, Document, Fois, Format, Passage};
use super::demande::Choix;
use super::{document, fiche, visites};

/// Days of a month that are still worth a poster of that month: after them the next month is announced.
const LATE: i64 = 10;

/// Who has a poster: places where somebody comes, stops of tours.
pub(super) fn subjects(guides: &Guides, guide: usize) -> Vec<Cible> {
    let here = &guides.guides[guide];
    let hosts = (0..here.acteurs.len()).filter(|&rank| is_host(guides, here, rank));
    let mut seen = Vec::new();
    let stops = here.passages.iter().enumerate().filter(|(_, passage)| {
        let stop = passage.sorte != Sorte::Permanence && guides.passe(passage);
        let key = (passage.de, passage.commune.map(|one| one.code), &passage.nom, &passage.ou);
        let told = |who: Ref| guides.imprimable(here, &here.acteurs[who.index]);
        let own = passage.de.is_some_and(|who| who.guide == guide && told(who));
        let new = stop && own && !seen.contains(&key);
        if new {
            seen.push(key);
        }
        new
    });
    let stops: Vec<usize> = stops.map(|(rank, _)| rank).collect();
    hosts.map(Cible::Acteur).chain(stops.into_iter().map(Cible::Passage)).collect()
}

/// Whether somebody comes to a place that receives.
fn is_host(guides: &Guides, guide: &Guide, rank: usize) -> bool {
    let acteur = &guide.acteurs[rank];
    let comes =
        guide.activites[rank].recus.iter().any(|&passage| guides.passe(&guide.passages[passage]));
    let told = acteur.fiche.en_cours(guides.today) && guides.imprimable(guide, acteur);
    acteur.est_un_lieu() && told && comes
}

/// First and last day of what a poster speaks of.
type Mois = (Date, Date);

/// The month a poster made on a day speaks of, or the one asked for.
fn month(today: Date, asked: Option<Date>) -> Mois {
    match asked {
        Some(first) => (first, first.last_of_month()),
        None => {
            let of = today.saturating_add(LATE.days());
            (of.first_of_month().max(today), of.last_of_month())
        }
    }
}

/// Strips to tear off: the place, its phone, the code.
fn strips(affiche: &Affiche) -> Vec<Vec<String>> {
    let lines = [&affiche.lieu, &affiche.telephone, &affiche.code];
    let strip: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).cloned().collect();
    vec![strip; STRIPS]
}

/// Strips across a sheet of A4.
const STRIPS: usize = 8;

/// The poster of a place or of a stop.
pub(super) fn document(
    here: Here<'_>,
    cible: Cible,
    forme: Forme,
    choix: Choix<'_>,
) -> Option<Document> {
    let mois = month(here.world.guides.today, choix.du);
    let mut affiche = match cible {
        Cible::Acteur(rank) => at_place(here, rank, mois),
        Cible::Passage(rank) => at_stop(here, rank, mois)?,
        _ => return None,
    };
    if choix.languettes {
        affiche.languettes = strips(&affiche);
    }
    let large = forme == Forme::A3;
    let format = Format {
        papier: if large { "a3" } else { "a4" },
        paysage: false,
        colonnes: 1,
        corps: if large { 30.0 } else { 20.0 },
        plancher: if large { 24.0 } else { 14.0 },
    };
    let titre = format!("{} – {}", affiche.accroche, affiche.lieu);
    let mut made = document::new(here, Produit::Affiche.nom(), format, titre, Vec::new());
    made.edition.valable.clone_from(&affiche.valable);
    made.affiche = Some(affiche);
    Some(made)
}

/// What a poster says whatever the door.
fn frame(here: Here<'_>, (first, last): Mois) -> Affiche {
    let labels = here.labels();
    Affiche {
        accroche: labels.say("papier.affiche.ici", &[("mois", &calendar::month(first))]),
        valable: labels.say("papier.affiche.valable", &[("jour", &calendar::short(last))]),
        ..Affiche::default()
    }
}

fn at_place(here: Here<'_>, rank: usize, mois: Mois) -> Affiche {
    let acteur = &here.guide().acteurs[rank];
    let brief = here.brief(here.at(rank));
    let own = acteur.horaires.as_ref().map(|hours| Passage {
        nom: here.labels().word("papier.affiche.ouvert").to_owned(),
        fois: vec![Fois { ou: String::new(), quand: quand::hours(&hours.value) }],
        ..Passage::default()
    });
    let received = &here.guide().activites[rank].recus;
    let visits = crate::edition::html::acteur::passages::visites(here, rank);
    let visits = visits.into_iter().map(super::blocs::passage);
    let changes = changes_of(here, acteur, None, mois);
    let street = acteur.adresse.adresse.as_deref().map(typography);
    let place = street.into_iter().chain([brief.commune.clone()]);
    let place: Vec<String> = place.filter(|part| !part.is_empty()).collect();
    Affiche {
        lieu: brief.nom.clone(),
        ou: place.join(", "),
        rendezvous: own.into_iter().chain(visits).collect(),
        jours: days_of(here, received, mois),
        changements: changes.into_iter().chain(closed(here, rank)).collect(),
        bref: brief.decides(),
        services: services(acteur),
        telephone: acteur.telephone.as_deref().map(phone).unwrap_or_default(),
        verifie: fiche::verifie(here, acteur),
        code: fiche::code(&acteur.fiche),
        site: document::site(here, &format!("acteurs/{}.html", acteur.fiche.slug)),
        ..frame(here, mois)
    }
}

fn at_stop(here: Here<'_>, rank: usize, mois: Mois) -> Option<Affiche> {
    let passage = &here.guide().passages[rank];
    let who = passage.de?;
    let acteur = here.world.guides.acteur(who);
    let brief = here.brief(who);
    let labels = here.labels();
    let same: Vec<usize> = (0..here.guide().passages.len())
        .filter(|&other| visites::same_stop(here, other, rank))
        .collect();
    let time = |&rank: &usize| Fois {
        ou: String::new(),
        quand: quand::passage(&here.guide().passages[rank], here.world.guides.today, labels),
    };
    let commune = passage.commune.map(|commune| typography(commune.nom)).unwrap_or_default();
    let host = passage.chez.map(|host| here.brief(host).nom.clone());
    let place = host.or_else(|| passage.ou.as_deref().map(typography)).map(|place| capital(&place));
    let nom = passage.nom.as_deref().map(typography).unwrap_or_else(|| commune.clone());
    let commune = Some(commune).filter(|commune| *commune != nom && !commune.is_empty());
    let place: Vec<String> = place.into_iter().chain(commune).collect();
    let number = passage.telephone.as_deref().or(acteur.telephone.as_deref());
    Some(Affiche {
        lieu: nom,
        ou: place.join(", "),
        rendezvous: vec![Passage {
            nom: brief.nom.clone(),
            fois: same.iter().map(time).collect(),
            ..Passage::default()
        }],
        jours: days_of(here, &same, mois),
        changements: changes_of(here, acteur, passage.nom.as_deref(), mois),
        bref: brief.decides(),
        services: services(acteur),
        telephone: number.map(phone).unwrap_or_default(),
        verifie: fiche::verifie(here, acteur),
        code: fiche::code(&acteur.fiche),
        site: document::site(here, &format!("tournees/{}.html", acteur.fiche.slug)),
        ..frame(here, mois)
    })
}

/// What one gets, the first things alone: a poster is read standing.
fn services(acteur: &Acteur) -> Vec<String> {
    let said = acteur.services.iter().filter_map(|term| term.sentence);
    said.take(SERVICES).map(str::to_owned).collect()
}

const SERVICES: usize = 4;

/// The days of some passages in the month, in full with their hours; their state first.
fn days_of(here: Here<'_>, ranks: &[usize], (first, last): Mois) -> Vec<String> {
    let days = here.guide().jours(ranks.iter().map(|&rank| Quoi::Passage(rank)));
    let inside = days.into_iter().filter(|one| one.jour >= first && one.jour <= last);
    let visitor = |rank: usize| here.visitor(&here.guide().passages[rank]).texte.into_owned();
    let mut who: Vec<String> = ranks.iter().map(|&rank| visitor(rank)).collect();
    who.dedup();
    let line = |one: &Occurrence| match (one.quoi, who.len()) {
        // Where several come, each day says who.
        (Quoi::Passage(rank), 2..) => format!("{}\u{a0}: {}", day(here, one), visitor(rank)),
        _ => day(here, one),
    };
    inside.map(line).collect()
}

/// « Mardi 1er décembre, de 9 h à 12 h », « Annulé : mardi 8 décembre ».
fn day(here: Here<'_>, one: &Occurrence) -> String {
    let hours = times_said(&one.horaires);
    let day = calendar::day_month(one.jour);
    let said = if hours.is_empty() { day } else { format!("{day}, {hours}") };
    capital(&match one.etat {
        Some(etat) => {
            here.labels().say("quand.avec_etat", &[("quand", &said), ("etat", etat.plain)])
        }
        None => said,
    })
}

/// The changes of a month, those of one stop where one is asked.
fn changes_of(here: Here<'_>, acteur: &Acteur, stop: Option<&str>, (_, last): Mois) -> Vec<String> {
    let today = here.world.guides.today;
    let told = |change: &&Changement| {
        let of = change.arret.as_deref();
        change.en_cours(today) && change.du <= last && (of.is_none() || of == stop)
    };
    let said = |change: &Changement| {
        format!("{}\u{a0}: {}", change.etat.title(), changes::said(change, here.labels()))
    };
    acteur.changements.iter().filter(told).map(said).collect()
}

/// « Fermé le 25 décembre 2026. »
fn closed(here: Here<'_>, rank: usize) -> Option<String> {
    let said = crate::edition::html::acteur::reponses::fermetures(here, rank);
    (!said.is_empty()).then_some(said)
}

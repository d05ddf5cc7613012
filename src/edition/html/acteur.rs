//! The page of an actor: is this for me, what do I do now, where, when, how much, and where else.

mod ailleurs;
mod avis;
pub(in crate::edition) mod bref;
pub(in crate::edition) mod faits;
pub(in crate::edition) mod labels;
pub(in crate::edition) mod passages;
pub(in crate::edition) mod reponses;

use serde::Serialize;

pub(in crate::edition) use avis::{action, all as avis, of_stops as annonces};
pub(in crate::edition) use bref::{Public, of_page as bref_of_page};
pub(in crate::edition) use faits::shown_url;
pub(in crate::edition) use passages::{Arret, Visite, arret, gathered, tournee};

use crate::guide::Sujet;
use crate::plan::{About, Cible, Fixed, Medium, Produit};
use crate::record::Acteur;
use crate::text::typography;

use super::fiche::{self, Langue};
use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::{Avis, Entree, Fait, Figure, Mot, capital};
use crate::edition::quand::{self, Row};

/// The page of an actor, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition) struct View<'a> {
    page: Frame<'a>,
    /// What it is and where, in one line.
    sous: String,
    /// Whether people may come.
    recoit: bool,
    avis: Vec<Avis<'a>>,
    /// Changes of some stops, said after the next days.
    annonces: Vec<Avis<'a>>,
    /// What to do now.
    action: Option<Mot<'a>>,
    resume: &'a str,
    langue: Option<Langue<'a>>,
    /// With or without appointment, how much, for whom.
    bref: Vec<Fait<'a>>,
    /// What is done there, a sentence each.
    services: Vec<&'static str>,
    /// How it is done, a sentence each.
    maniere: Vec<&'a str>,
    /// Markdown made HTML.
    detail: String,
    quand: String,
    semaine: Vec<Row>,
    /// Days of the weeks to come on which it is closed though its week says open.
    fermetures: String,
    libre: Option<String>,
    /// Who comes here.
    visites: Vec<passages::Visite<'a>>,
    /// Where they hold permanences.
    permanences: Vec<passages::Visite<'a>>,
    /// The stops of a tour.
    arrets: Vec<passages::Arret<'a>>,
    /// What holds for the whole tour.
    tournee: Vec<String>,
    adresse: Vec<String>,
    lieu: Vec<Fait<'a>>,
    contact: Vec<Fait<'a>>,
    savoir: Vec<Fait<'a>>,
    labels: Vec<Fait<'a>>,
    evenements: Vec<Entree<'a>>,
    /// All its days, its calendar file.
    dates: Vec<Mot<'a>>,
    ailleurs: Vec<Entree<'a>>,
    /// The page of its tour.
    tournee_page: Option<String>,
    /// The page of its first need.
    voir: Option<Mot<'a>>,
    /// Its poster.
    papier: Vec<Mot<'a>>,
    /// Its card for an address book.
    carte: Option<Mot<'a>>,
    images: Vec<Figure>,
    source: Option<String>,
}

/// Makes the page of an actor of this guide.
pub(in crate::edition) fn view<'a>(here: Here<'a>, index: usize) -> View<'a> {
    let acteur = &here.guide().acteurs[index];
    let brief = here.brief(here.at(index));
    let running = acteur.fiche.en_cours(here.world.guides.today);
    let heures = acteur.horaires.as_ref().map(|at| &at.value);
    View {
        page: here.frame(head(here, acteur, index)),
        sous: sous(here, acteur),
        recoit: acteur.est_un_lieu(),
        avis: avis::all(here, acteur),
        annonces: avis::of_stops(here, acteur),
        action: avis::action(here, acteur),
        resume: &brief.resume,
        langue: Langue::of(&acteur.fiche),
        bref: bref::of_page(here, acteur, index),
        services: acteur.services.iter().filter_map(|term| term.sentence).collect(),
        maniere: reponses::maniere(here, acteur),
        detail: here.detail(&acteur.fiche),
        quand: if running { reponses::quand(here, acteur, index) } else { String::new() },
        semaine: heures.map(|heures| quand::table(heures, here.labels())).unwrap_or_default(),
        fermetures: if running { reponses::fermetures(here, index) } else { String::new() },
        libre: reponses::libre(here, acteur),
        visites: passages::visites(here, index),
        permanences: passages::permanences(here, index),
        arrets: passages::arrets(here, index),
        tournee: if running { passages::tournee(here, acteur) } else { Vec::new() },
        adresse: reponses::adresse(acteur),
        lieu: faits::lieu(here, acteur),
        contact: faits::contact(here, acteur),
        savoir: faits::savoir(here, acteur),
        labels: labels::faits(here, acteur),
        evenements: evenements(here, index),
        dates: here.suite_de(Sujet::Acteur(index)).collect(),
        ailleurs: ailleurs::entrees(here, acteur, index),
        tournee_page: here
            .href(About::Tournee(here.at(index)))
            .filter(|_| running && !here.prochains_passages(index).is_empty()),
        voir: ailleurs::voir(here, index),
        papier: here.imprimes(Produit::Affiche, Cible::Acteur(index)),
        carte: carte(here, index),
        images: here.figures(&acteur.fiche),
        source: fiche::source(&acteur.fiche, here.labels()),
    }
}

fn head<'a>(here: Here<'a>, acteur: &'a Acteur, index: usize) -> Head<'a> {
    let brief = here.brief(here.at(index));
    let mut above = vec![];
    let commune = acteur.adresse.commune;
    if let Some(&rank) = commune.and_then(|commune| here.common().communes.get(commune.code)) {
        above.extend(commune.and_then(|commune| here.epci_above(commune)));
        above.push(Mot::to(here.href(About::Commune(here.at(rank))), brief.commune.as_str()));
    } else {
        above.push(Mot::to(here.fixed(Fixed::AZ), here.labels().word("menu.az")));
    }
    Head {
        h1: typography(&acteur.fiche.nom),
        titre: brief.titre.clone(),
        description: brief.resume.clone(),
        fil: above,
        reference: acteur.fiche.id.clone(),
        code: acteur.fiche.code(),
    }
}

/// « Maison de quartier, à Poitiers ».
pub(in crate::edition) fn sous(here: Here<'_>, acteur: &Acteur) -> String {
    let kind =
        acteur.typologie.first().map(|term| term.label.split(" (").next().unwrap_or(term.label));
    let kind = if acteur.est_un_lieu() { kind } else { None };
    let kind = match (kind, acteur.forme) {
        (Some(kind), _) => kind.to_owned(),
        (None, Some(forme)) if acteur.est_un_lieu() => forme.title(),
        _ if acteur.est_un_lieu() => String::new(),
        _ => here.labels().word(&format!("sorte.{}", acteur.sorte)).to_owned(),
    };
    let moving =
        if acteur.tournee.is_some() { here.labels().word("acteur.se_deplace") } else { "" };
    let commune = acteur.adresse.commune.map(|commune| commune.a_nom()).unwrap_or_default();
    let kind = [kind.as_str(), moving].join(" ");
    let parts: Vec<&str> =
        [kind.trim(), &commune].into_iter().filter(|part| !part.is_empty()).collect();
    capital(&typography(&parts.join(", ")))
}

fn evenements<'a>(here: Here<'a>, index: usize) -> Vec<Entree<'a>> {
    let events = here.guide().activites[index].evenements.as_slice();
    let at = here.at(index);
    let organises = |event: usize| {
        let of = here.guide().evenements[event].organisateur.as_ref();
        of.and_then(|id| here.world.guides.find_acteur(&id.value, here.index)) == Some(at)
    };
    let entry = |&event: &usize| match organises(event) {
        true => here.event(event, 2, false),
        false => here.event_held(event, |lieu| lieu.chez == Some(at)),
    };
    events.iter().map(entry).collect()
}

/// Its card, where it has one.
fn carte(here: Here<'_>, index: usize) -> Option<Mot<'_>> {
    let address = here.world.plan.address(Medium::Vcard, About::Acteur(here.at(index)))?;
    Some(Mot::to(Some(here.from.to(address)), here.labels().word("acteur.carte")))
}

//! A tour: its stops in order, when and where to stand, the days to come.

use serde::Serialize;

use crate::calendar::{self, times_said};
use crate::guide::{Occurrence, Quoi, Sorte, Sujet};
use crate::plan::{About, Fixed};
use crate::text::{sentence, typography};

use super::acteur::{Arret, arret, tournee as said};
use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::{Avis, Entree, Fait, Mot};

/// The page of a tour, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition) struct View<'a> {
    page: Frame<'a>,
    sous: Mot<'a>,
    avis: Vec<Avis<'a>>,
    /// Changes of some stops, said after the next days.
    annonces: Vec<Avis<'a>>,
    action: Option<Mot<'a>>,
    resume: &'a str,
    bref: Vec<Fait<'a>>,
    arrets: Vec<Stop<'a>>,
    /// What holds for the whole tour.
    regles: Vec<String>,
    /// « à partir du 26 novembre 2026 »: the days of the stops begin there.
    depuis: String,
    /// All the days, the calendar file.
    suite: Vec<Mot<'a>>,
    autres: Vec<Entree<'a>>,
}

/// A stop and its days to come.
#[derive(Serialize)]
struct Stop<'a> {
    arret: Arret<'a>,
    /// « Prochaines dates : 30 novembre, 7 décembre. »; may be empty.
    dates: String,
}

/// Days shown for each stop.
pub(in crate::edition) const DAYS: usize = 3;

/// Makes the page of the tour of an actor of this guide.
pub(in crate::edition) fn view<'a>(here: Here<'a>, index: usize) -> View<'a> {
    let acteur = &here.guide().acteurs[index];
    let brief = here.brief(here.at(index));
    let labels = here.labels();
    let h1 = labels.say("tournee.titre", &[("nom", &brief.nom)]);
    let above = Mot::to(here.fixed(Fixed::Tournees), labels.word("menu.tournees"));
    let head = Head::new(h1, "").below([above, here.acteur(here.at(index))]);
    let ranks = here.guide().activites[index].faits.as_slice();
    let stops =
        ranks.iter().filter(|&&rank| here.guide().passages[rank].sorte != Sorte::Permanence);
    let variable = acteur.tournee.as_ref().is_some_and(|tour| tour.variable);
    let running = acteur.fiche.en_cours(here.world.guides.today);
    let mut regles = if running { said(here, acteur) } else { Vec::new() };
    if variable && running {
        let key =
            if acteur.telephone.is_some() { "quand.variable_appelez" } else { "quand.variable" };
        regles.insert(0, labels.word(key).to_owned());
    }
    let dates = here.prochains_passages(index);
    let today = calendar::short(here.world.guides.today);
    View {
        page: here.frame(head),
        sous: here.acteur(here.at(index)),
        avis: super::acteur::avis(here, acteur),
        annonces: super::acteur::annonces(here, acteur),
        action: super::acteur::action(here, acteur),
        resume: if brief.francais { &brief.resume } else { "" },
        bref: super::acteur::bref_of_page(here, acteur, index),
        arrets: stops.map(|&rank| stop(here, rank)).collect(),
        regles,
        depuis: if dates.is_empty() { String::new() } else { today },
        suite: suite(here, index),
        autres: autres(here, index),
    }
}

fn stop<'a>(here: Here<'a>, rank: usize) -> Stop<'a> {
    let dates: Vec<String> = days(here, rank).take(DAYS).map(|one| day(here, one)).collect();
    let said = |dates: &str| here.labels().say("tournee.dates", &[("dates", dates)]);
    let arret = arret(here, &here.guide().passages[rank]);
    Stop { arret, dates: if dates.is_empty() { String::new() } else { said(&dates.join(", ")) } }
}

/// The days to come of a passage.
fn days<'a>(here: Here<'a>, rank: usize) -> impl Iterator<Item = &'a Occurrence> {
    here.guide().jours([Quoi::Passage(rank)]).into_iter()
}

/// « 8 décembre (annulé) »: the weekday stands in the rule just before.
fn day(here: Here<'_>, one: &Occurrence) -> String {
    let day = calendar::short(one.jour);
    let year = format!(" {}", one.jour.year());
    let same_year = one.jour.year() == here.world.guides.today.year();
    let day = if same_year { day.trim_end_matches(&year).to_owned() } else { day };
    match one.etat {
        Some(etat) => format!("{day} ({})", etat.plain),
        None => day,
    }
}

/// All the days of whoever goes round, and the calendar file of the tour.
fn suite(here: Here<'_>, index: usize) -> Vec<Mot<'_>> {
    let all = here.href(About::Agenda(here.index, Sujet::Acteur(index)));
    let all = all.map(|href| Mot::to(Some(href), here.labels().word("agenda.toutes_les_dates")));
    all.into_iter().chain(here.ics(Sujet::Tournee(index))).collect()
}

fn autres(here: Here<'_>, but: usize) -> Vec<Entree<'_>> {
    here.tournees().into_iter().filter(|at| *at != but).map(|at| here.tournee(at)).collect()
}

impl<'a> Here<'a> {
    /// The actors of this guide that have a tour, ended ones left out.
    pub(in crate::edition) fn tournees(&self) -> Vec<usize> {
        let today = self.world.guides.today;
        let all = self.guide().acteurs.iter().enumerate();
        all.filter(|(_, acteur)| acteur.tournee.is_some() && acteur.fiche.en_cours(today))
            .map(|(index, _)| index)
            .collect()
    }

    /// A tour in a list: who, where it passes.
    pub(in crate::edition) fn tournee(&self, index: usize) -> Entree<'a> {
        let brief = &self.common().acteurs[index];
        let ranks = self.guide().activites[index].faits.as_slice();
        let mut stops: Vec<String> = Vec::new();
        for &rank in ranks {
            let nom = self.guide().passages[rank].nom.as_deref().map(typography);
            stops.extend(nom.filter(|nom| !stops.contains(nom)));
        }
        let line = if stops.is_empty() { brief.quand.clone() } else { sentence(&stops.join(", ")) };
        Entree {
            href: self.href(About::Tournee(self.at(index))),
            nom: brief.nom.as_str().into(),
            lignes: (!line.is_empty()).then(|| line.into()).into_iter().collect(),
            ..Entree::default()
        }
    }

    /// The next days a tour or the permanences of an actor take place, with hours and place.
    pub(in crate::edition) fn prochains_passages(&self, index: usize) -> Vec<String> {
        let ranks = self.guide().activites[index].faits.as_slice();
        let said = |one: &Occurrence| {
            let Quoi::Passage(rank) = one.quoi else { return String::new() };
            let passage = &self.guide().passages[rank];
            let commune = passage.commune.map(|commune| typography(commune.nom));
            let place = passage.nom.as_deref().map(typography).or(commune).unwrap_or_default();
            let day = calendar::day_month(one.jour);
            let parts = [day, times_said(&one.horaires), place];
            let parts: Vec<&str> =
                parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            match one.etat {
                Some(etat) => self
                    .labels()
                    .say("quand.avec_etat", &[("quand", &parts.join(", ")), ("etat", etat.plain)]),
                None => parts.join(", "),
            }
        };
        let mine: Vec<Quoi> = ranks.iter().map(|&rank| Quoi::Passage(rank)).collect();
        self.guide().jours(mine).into_iter().take(DAYS).map(said).collect()
    }
}

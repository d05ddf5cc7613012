//! One line of the agenda: when, in which town, what, and how to come.

use serde::Serialize;

use crate::calendar::{self, TimeSpan};
use crate::edition::html::brief::price;
use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Mot, capital};
use crate::edition::quand::is_full;
use crate::guide::{Occurrence, Passage, Quoi};
use crate::plan::About;
use crate::record::Evenement;
use crate::territory::Commune;
use crate::text::{phone, sentence, typography};

/// One line of the agenda, as templates see it.
#[derive(Clone, Debug, Serialize)]
pub(in crate::edition) struct Rendezvous<'a> {
    /// « 9 h 30 à 12 h », with its day where no heading says it.
    pub quand: String,
    /// The town, or « par Internet »; may be empty.
    pub ou: String,
    /// What, its state first: « Annulé : Bus numérique D’Clics ».
    pub nom: Mot<'a>,
    /// Its state is not to be missed.
    pub fort: bool,
    /// Where exactly, how much; may be empty.
    pub suite: String,
    /// The phone that registers.
    pub appel: Option<Mot<'a>>,
}

impl<'a> Rendezvous<'a> {
    /// What takes place on a day; `with_day` where no heading says the day.
    pub fn of(here: Here<'a>, one: &Occurrence, with_day: bool) -> Self {
        let labels = here.labels();
        let commune = commune(here, one).map(|commune| typography(commune.nom));
        let (mot, suite, online) = match one.quoi {
            Quoi::Evenement(rank) => {
                let event = &here.guide().evenements[rank];
                let href = here.href(About::Evenement(here.at(rank)));
                let mot = Mot::to(href, typography(&event.fiche.nom));
                (mot, about_event(here, one, event), event.en_ligne.is_some())
            }
            Quoi::Passage(rank) => {
                let passage = &here.guide().passages[rank];
                (here.visitor(passage), about_passage(here, passage, one), false)
            }
        };
        let nom = match one.etat {
            Some(etat) => {
                let said = [("etat", &*etat.title()), ("nom", &mot.texte)];
                Mot::to(mot.href, labels.say("evenement.etat_et_nom", &said))
            }
            None => mot,
        };
        let asked = one.sur_rendez_vous.then(|| labels.word("agenda.sur_rendez_vous"));
        let suite = [suite.as_str(), asked.unwrap_or_default()].join(" ").trim().to_owned();
        let nowhere = if online { labels.word("evenement.en_ligne") } else { "" };
        Self {
            appel: registers(here, one),
            quand: when(here, one, with_day),
            ou: capital(&commune.unwrap_or_else(|| nowhere.to_owned())),
            nom,
            fort: one.etat.is_some(),
            suite,
        }
    }

    /// The same line on a page that is about who comes: its state alone is said.
    pub fn without_name(self, one: &Occurrence) -> Self {
        let etat = one.etat.map(|etat| sentence(&etat.title())).unwrap_or_default();
        Self { nom: Mot::new(etat), ..self }
    }
}

impl Rendezvous<'_> {
    /// The same line on a page that is about its town.
    pub fn without_town(self) -> Self {
        Self { ou: String::new(), ..self }
    }
}

/// The commune where something takes place.
pub(in crate::edition) fn commune(here: Here<'_>, one: &Occurrence) -> Option<&'static Commune> {
    here.world.guides.lieu(here.index, one).commune
}

/// « Jeudi 3 décembre, 14 h à 16 h »; « 9 h 30 à 12 h »; « jusqu’au 4 avril 2027 ».
fn when(here: Here<'_>, one: &Occurrence, with_day: bool) -> String {
    let day = with_day.then(|| calendar::day_month(one.jour));
    let hours: Vec<String> = one.horaires.iter().copied().map(TimeSpan::shown).collect();
    let hours = Some(hours.join(", ")).filter(|hours| !hours.is_empty());
    let until = one
        .jusqu_au
        .map(|last| here.labels().say("quand.jusqu_au", &[("jour", &calendar::short(last))]));
    let parts: Vec<String> = [day, hours, until].into_iter().flatten().collect();
    match parts.is_empty() {
        true => here.labels().word("agenda.sans_heure").to_owned(),
        false => capital(&parts.join(", ")),
    }
}

/// Where exactly, how much when it is known, why it is not as the other days.
fn about_event(here: Here<'_>, one: &Occurrence, event: &Evenement) -> String {
    let lieu = here.world.guides.lieu(here.index, one);
    let host = lieu.chez.map(|host| here.brief(host).nom.clone());
    let host = host.or_else(|| lieu.nom.or(lieu.rue).map(typography));
    let place: Vec<String> = host.into_iter().chain(lieu.ou.map(typography)).collect();
    let place = (!place.is_empty()).then(|| sentence(&capital(&place.join(", "))));
    let raison = here.guide().seance(one).and_then(|day| day.raison.as_deref());
    let raison = raison.map(|raison| sentence(&capital(&typography(raison))));
    let said = [place, raison, price(&event.frais_a_charge)];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The phone that registers for an event that takes place; for one that is full, that tells whether a place is left.
fn registers<'a>(here: Here<'a>, one: &Occurrence) -> Option<Mot<'a>> {
    let Quoi::Evenement(rank) = one.quoi else { return None };
    let event = &here.guide().evenements[rank];
    let number = event.inscription.as_ref()?.telephone.as_deref().filter(|_| one.tient())?;
    let word =
        if one.etat.is_some_and(is_full) { "action.appeler" } else { "action.inscription_au" };
    let said = here.labels().say(word, &[("numero", &phone(number))]);
    Some(Mot::to(Some(tel(number)), said))
}

/// The stop, the host or the place to stand.
fn about_passage(here: Here<'_>, passage: &Passage, one: &Occurrence) -> String {
    let same = |stop: &&str| passage.commune.is_none_or(|commune| commune.nom != *stop);
    let stop = passage.nom.as_deref().filter(same).map(typography);
    let host = passage.chez.map(|host| here.brief(host).nom.clone());
    let place = host.or_else(|| passage.ou.as_deref().map(typography));
    let role = passage.qui.as_deref().filter(|_| passage.de.is_some()).map(typography);
    let parts: Vec<String> = [role, stop, place].into_iter().flatten().collect();
    let place = (!parts.is_empty()).then(|| sentence(&capital(&parts.join(", "))));
    let change = here.world.guides.changement_du(passage, one.jour);
    let raison = change.and_then(|change| change.raison.as_deref());
    let raison = raison.map(|raison| sentence(&capital(&typography(raison))));
    [place, raison].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

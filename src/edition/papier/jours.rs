//! What takes place, day by day then by town, for a week, a commune or the whole period.

use std::collections::BTreeSet;

use jiff::ToSpan;

use crate::calendar::{self, Date};
use crate::edition::html::agenda::{Rendezvous as Line, commune};
use crate::edition::html::here::Here;
use crate::edition::html::parts::capital;
use crate::guide::{Occurrence, Quoi, lundi};
use crate::record::Fiche as Record;
use crate::text::{phone, sort_key, typography};

use super::blocs;
use super::contrat::{Bloc, Partie, Rendezvous};
use super::lieux::Detail;
use super::{fiche, lieux};

/// Days under headings in full, each by hour.
pub(super) fn by_day(here: Here<'_>, days: &[&Occurrence]) -> Vec<Bloc> {
    let mut blocs = Vec::new();
    let mut last = None;
    for one in days {
        if last != Some(one.jour) {
            last = Some(one.jour);
            let texte = capital(&calendar::long(one.jour));
            blocs.push(Bloc::Titre { niveau: 2, texte, ancre: String::new() });
        }
        blocs.push(Bloc::Rendezvous(line(here, one, false)));
    }
    blocs
}

/// The same days under their towns, in French order; those without town come last.
pub(super) fn by_town(here: Here<'_>, days: &[&Occurrence]) -> Vec<Bloc> {
    let town = |one: &Occurrence| commune(here, one).map(|found| typography(found.nom));
    let mut towns: Vec<Option<String>> = days.iter().map(|one| town(one)).collect();
    towns.sort_by_cached_key(|town| (town.is_none(), town.as_deref().map(sort_key)));
    towns.dedup();
    let mut blocs = Vec::new();
    for of in towns {
        let nowhere = || here.labels().word("agenda.ailleurs").to_owned();
        let texte = of.clone().unwrap_or_else(nowhere);
        blocs.push(Bloc::Titre { niveau: 2, texte, ancre: String::new() });
        let here_days = days.iter().filter(|one| town(one) == of);
        let told = here_days.map(|one| {
            let line = line(here, one, true);
            // The days, above, say how to register and who checked it.
            Bloc::Rendezvous(Rendezvous {
                ou: String::new(),
                telephone: String::new(),
                verifie: String::new(),
                code: String::new(),
                lignes: line.lignes.into_iter().take(1).collect(),
                ..line
            })
        });
        blocs.extend(told);
    }
    blocs
}

/// A line of the agenda, with its phone and who checked it; `with_day` where no heading says the day.
pub(super) fn line(here: Here<'_>, one: &Occurrence, with_day: bool) -> Rendezvous {
    let record = record(here, one);
    let mut said = blocs::rendezvous(Line::of(here, one, with_day));
    if let Some(record) = record {
        said.code = fiche::code(record);
        said.verifie = lieux::checked(here, record);
    }
    said.telephone = number(here, one).map(phone).unwrap_or_default();
    // « Inscription au 05… » says the number already.
    if said.lignes.iter().any(|line| line.contains(&said.telephone)) {
        said.telephone.clear();
    }
    said
}

/// The record that something on a day is told by.
fn record<'a>(here: Here<'a>, one: &Occurrence) -> Option<&'a Record> {
    match one.quoi {
        Quoi::Evenement(rank) => Some(&here.guide().evenements[rank].fiche),
        Quoi::Passage(rank) => {
            let who = here.guide().passages[rank].de?;
            Some(&here.world.guides.acteur(who).fiche)
        }
    }
}

/// The phone to ask about something on a day.
fn number<'a>(here: Here<'a>, one: &Occurrence) -> Option<&'a str> {
    let acteur = |at| here.world.guides.acteur(at).telephone.as_deref();
    match one.quoi {
        Quoi::Evenement(rank) => numero_de_l_evenement(here, rank),
        Quoi::Passage(rank) => {
            let passage = &here.guide().passages[rank];
            passage.telephone.as_deref().or_else(|| passage.de.and_then(acteur))
        }
    }
}

/// The phone to ask about an event: to register, else of who holds it, else of who receives it.
pub(in crate::edition) fn numero_de_l_evenement<'a>(
    here: Here<'a>,
    rank: usize,
) -> Option<&'a str> {
    let acteur = |at| here.world.guides.acteur(at).telephone.as_deref();
    let event = &here.guide().evenements[rank];
    let of = |id: &crate::record::At<String>| {
        here.world.guides.find_acteur(&id.value, here.index).and_then(acteur)
    };
    event
        .inscription
        .as_ref()
        .and_then(|how| how.telephone.as_deref())
        .or_else(|| event.organisateur.as_ref().and_then(of))
        .or_else(|| event.chez.as_ref().and_then(of))
}

/// The name of an event, at its first day.
pub(super) fn ancre(rank: usize) -> String {
    format!("evenement-{rank}")
}

/// The agenda of the period, by day; each event bears its name at its first day.
pub(super) fn agenda(here: Here<'_>) -> Partie {
    let days: Vec<&Occurrence> = here.guide().agenda.iter().filter(|one| one.is_event()).collect();
    let mut blocs = by_day(here, &days);
    let told = blocs.iter_mut().filter_map(|bloc| match bloc {
        Bloc::Rendezvous(told) => Some(told),
        _ => None,
    });
    let mut named = BTreeSet::new();
    for (told, one) in told.zip(&days) {
        if let Quoi::Evenement(rank) = one.quoi
            && named.insert(rank)
        {
            told.ancre = ancre(rank);
        }
    }
    Partie {
        titre: here.labels().word("papier.agenda").to_owned(),
        page: true,
        blocs,
        ..Partie::default()
    }
}

/// What takes place in a week, by its Monday.
pub(super) fn of_week<'a>(here: Here<'a>, monday: Date) -> Vec<&'a Occurrence> {
    let of_week = here.guide().agenda.iter().filter(|one| lundi(one.jour) == monday);
    of_week.filter(|one| is_printed(here, one)).collect()
}

/// Weeks that a sheet of a commune tells.
const WEEKS: i64 = 4;

/// What takes place in the weeks to come among some days; where room is short, what is an event alone: the next days of
/// who comes stand beside its name.
pub(super) fn soon<'a>(
    here: Here<'_>,
    days: Vec<&'a Occurrence>,
    detail: Detail,
) -> Vec<&'a Occurrence> {
    let end = here.world.guides.today.saturating_add(WEEKS.weeks());
    let told = |one: &Occurrence| detail == Detail::Entier || one.is_event();
    let told = |one: &&Occurrence| one.jour <= end && told(one) && is_printed(here, one);
    days.into_iter().filter(told).collect()
}

/// Whether paper tells something on a day: what takes place by itself, or who comes and was checked.
fn is_printed(here: Here<'_>, one: &Occurrence) -> bool {
    match one.quoi {
        Quoi::Evenement(_) => true,
        Quoi::Passage(rank) => lieux::comes_on_paper(here, &here.guide().passages[rank]),
    }
}

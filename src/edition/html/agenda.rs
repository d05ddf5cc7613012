//! What takes place, by day: the agenda, its weeks, and the next days of a place.

mod rendezvous;

use serde::Serialize;

use crate::calendar::{self, Date};
use crate::edition::html::plan::LONGEST_LIST;
use crate::guide::{Occurrence, Quoi, lundi};
use crate::plan::{About, Fixed};
use jiff::ToSpan;

use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::{Choix, Entree, Mot, capital};

pub(super) use rendezvous::{Rendezvous, commune};

/// The agenda or one of its weeks, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    page: Frame<'a>,
    textes: Vec<String>,
    /// The weeks, on the page of all of them.
    semaines: Vec<Choix<'a>>,
    /// The weeks before and after, on the page of one.
    autour: Vec<Mot<'a>>,
    jours: Vec<Jour<'a>>,
    /// The communes where something takes place that week.
    communes: Vec<Entree<'a>>,
    /// Other ways to see what takes place.
    liens: Vec<Mot<'a>>,
}

/// A day and what takes place on it.
#[derive(Serialize)]
struct Jour<'a> {
    titre: String,
    rendezvous: Vec<Rendezvous<'a>>,
}

/// Makes the page of all the weeks of this guide.
pub(super) fn index(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let guides = here.world.guides;
    let last = calendar::short(guides.fin_de_l_agenda(here.guide()));
    let week = |monday: Date| {
        let count = in_week(here, monday).count();
        Some(Choix {
            href: here.href(About::Semaine(here.index, monday))?,
            texte: capital(&week_said(here, monday)).into(),
            nombre: labels.count("nombre.rendezvous", count),
            icone: "",
        })
    };
    let semaines: Vec<Choix<'_>> = here.guide().semaines().into_iter().filter_map(week).collect();
    let texte = if semaines.is_empty() { "agenda.vide" } else { "agenda.texte" };
    View {
        page: here.frame(Head::new(labels.word("agenda.titre"), "")),
        textes: std::iter::once(labels.say(texte, &[("jour", &last)])).chain(gaps(here)).collect(),
        semaines,
        autour: Vec::new(),
        jours: Vec::new(),
        communes: Vec::new(),
        liens: liens(here),
    }
}

/// Makes the page of one week of this guide.
pub(super) fn semaine(here: Here<'_>, monday: Date) -> View<'_> {
    let labels = here.labels();
    let said = week_said(here, monday);
    let above = Mot::to(here.fixed(Fixed::Agenda), labels.word("menu.agenda"));
    let head = Head::new(capital(&said), "").below([above]);
    let mut jours: Vec<Jour<'_>> = Vec::new();
    // A week too full for one page keeps its events; the communes lead to the rest.
    let many = in_week(here, monday).count() > LONGEST_LIST;
    for one in in_week(here, monday).filter(|one| !many || one.is_event()) {
        let titre = capital(&calendar::long(one.jour));
        let rendezvous = Rendezvous::of(here, one, false);
        match jours.last_mut().filter(|day| day.titre == titre) {
            Some(day) => day.rendezvous.push(rendezvous),
            None => jours.push(Jour { titre, rendezvous: vec![rendezvous] }),
        }
    }
    View {
        page: here.frame(head),
        textes: week_texts(here, monday, many),
        semaines: Vec::new(),
        autour: autour(here, monday),
        jours,
        communes: communes(here, monday),
        liens: liens(here),
    }
}

/// What is to be known of a week: that it is cut short by the guide's last day, or too full for a page.
fn week_texts(here: Here<'_>, monday: Date, many: bool) -> Vec<String> {
    let labels = here.labels();
    let last = here.world.guides.fin_de_l_agenda(here.guide());
    let cut = (lundi(last) == monday && last < monday.saturating_add(6.days()))
        .then(|| labels.say("agenda.coupee", &[("jour", &calendar::long(last))]));
    let full = many.then(|| labels.word("agenda.pleine").to_owned());
    let always = labels.word("agenda.semaine_texte").to_owned();
    cut.into_iter().chain(full).chain([always]).collect()
}

/// The stretches without anything between two weeks that have something.
fn gaps(here: Here<'_>) -> Vec<String> {
    let weeks = here.guide().semaines();
    let empty = weeks.windows(2).filter_map(|pair| {
        let (first, last) = (pair[0].saturating_add(7.days()), pair[1].saturating_sub(1.days()));
        (first < last).then(|| calendar::range(first, last))
    });
    empty.map(|days| here.labels().say("agenda.rien", &[("jours", &days)])).collect()
}

/// What takes place in the week of a Monday.
fn in_week<'a>(here: Here<'a>, monday: Date) -> impl Iterator<Item = &'a Occurrence> {
    here.guide().agenda.iter().filter(move |one| lundi(one.jour) == monday)
}

/// « semaine du 23 au 29 novembre 2026 ».
fn week_said(here: Here<'_>, monday: Date) -> String {
    let range = calendar::range(monday, monday.saturating_add(6.days()));
    here.labels().say("agenda.semaine", &[("jours", &range)])
}

/// The weeks before and after.
fn autour(here: Here<'_>, monday: Date) -> Vec<Mot<'_>> {
    let weeks = here.guide().semaines();
    let Some(at) = weeks.iter().position(|week| *week == monday) else { return Vec::new() };
    let link = |rank: Option<usize>, key: &str| {
        let week = *weeks.get(rank?)?;
        let href = here.href(About::Semaine(here.index, week));
        Some(Mot::to(href, here.labels().say(key, &[("semaine", &week_said(here, week))])))
    };
    [link(at.checked_sub(1), "agenda.avant"), link(Some(at + 1), "agenda.apres")]
        .into_iter()
        .flatten()
        .collect()
}

/// The communes of a week, with how much takes place in each.
fn communes(here: Here<'_>, monday: Date) -> Vec<Entree<'_>> {
    let mut counts: Vec<usize> = vec![0; here.guide().communes.len()];
    for one in in_week(here, monday) {
        let Some(commune) = commune(here, one) else { continue };
        let rank = here.common().communes.get(commune.code);
        if let Some(count) = rank.and_then(|&rank| counts.get_mut(rank)) {
            *count += 1;
        }
    }
    let some = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
    let entry = |(rank, count): (usize, usize)| {
        let commune = here.commune(here.guide().communes[rank].commune);
        let count = here.labels().count("nombre.rendezvous", count);
        Entree {
            href: commune.href,
            nom: commune.texte,
            suite: format!("\u{a0}: {count}").into(),
            ..Entree::default()
        }
    };
    some.map(entry).collect()
}

fn liens(here: Here<'_>) -> Vec<Mot<'_>> {
    let links =
        [(Fixed::Evenements, "accueil.tous_les_evenements"), (Fixed::Tournees, "tournees.titre")];
    let link = |(fixed, word): (Fixed, &'static str)| {
        Some(Mot::to(Some(here.fixed(fixed)?), here.labels().word(word)))
    };
    links.into_iter().filter_map(link).collect()
}

impl<'a> Here<'a> {
    /// The days to come of some events and passages, in order.
    pub(super) fn days(&self, of: &[Quoi]) -> Vec<&'a Occurrence> {
        let days = of.iter().filter_map(|quoi| self.common().days_of.get(quoi)).flatten();
        let mut days: Vec<usize> = days.copied().collect();
        days.sort_unstable();
        days.into_iter().map(|rank| &self.guide().agenda[rank]).collect()
    }
}

/// The next days of this week, or of this one and the next where this one has too little.
#[derive(Serialize)]
pub(super) struct Prochains<'a> {
    /// « Du 26 au 29 novembre 2026 ».
    pub titre: String,
    pub rendezvous: Vec<Rendezvous<'a>>,
}

/// Entries under which a week has too little to show.
const TOO_FEW: usize = 3;
/// Entries shown on the home of a guide.
const SHOWN: usize = 5;

/// What takes place next in this guide: events before permanences, five at most, in order.
pub(super) fn prochains(here: Here<'_>) -> Option<Prochains<'_>> {
    let today = here.world.guides.today;
    let end_of = |weeks: i64| lundi(today).saturating_add((weeks * 7 - 1).days());
    // What is cancelled or put off is no invitation.
    let until =
        |last: Date| here.guide().agenda.iter().filter(move |one| one.jour <= last && one.tient());
    let last = (1..=2).map(end_of).find(|last| until(*last).count() >= TOO_FEW);
    let last = last.unwrap_or_else(|| end_of(4));
    let mut chosen: Vec<&Occurrence> = until(last).collect();
    chosen.sort_by_key(|one| (!one.is_event(), one.jour));
    chosen.truncate(SHOWN);
    chosen.sort_by_key(|one| (one.jour, one.horaires.first().copied()));
    chosen.first()?;
    let titre = capital(&calendar::range(today, last));
    let rendezvous = chosen.into_iter().map(|one| Rendezvous::of(here, one, true)).collect();
    Some(Prochains { titre, rendezvous })
}

//! What takes place, by day: the agenda, its weeks, and the next days of a place.

mod rendezvous;

use serde::Serialize;

use crate::calendar::{self, Date};
use crate::guide::{Occurrence, lundi};
use crate::plan::{About, Fixed};
use jiff::ToSpan;

use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::{Choix, Entree, Mot, capital};

pub(super) use rendezvous::Rendezvous;

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
        page: here.frame(Head::new(labels.word("agenda.titre"), "agenda")),
        textes: vec![labels.say(texte, &[("jour", &last)])],
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
    let iso = monday.iso_week_date();
    let reference = format!("agenda {}-s{:02}", iso.year(), iso.week());
    let head = Head::new(capital(&said), &reference).below([above]);
    let mut jours: Vec<Jour<'_>> = Vec::new();
    for one in in_week(here, monday) {
        let titre = capital(&calendar::long(one.jour));
        let rendezvous = Rendezvous::of(here, one, false);
        match jours.last_mut().filter(|day| day.titre == titre) {
            Some(day) => day.rendezvous.push(rendezvous),
            None => jours.push(Jour { titre, rendezvous: vec![rendezvous] }),
        }
    }
    View {
        page: here.frame(head),
        textes: vec![labels.word("agenda.semaine_texte").to_owned()],
        semaines: Vec::new(),
        autour: autour(here, monday),
        jours,
        communes: communes(here, monday),
        liens: liens(here),
    }
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
        let Some(commune) = rendezvous::commune(here, one) else { continue };
        let rank = here.guide().communes.iter().position(|ici| ici.commune.code == commune.code);
        if let Some(count) = rank.and_then(|rank| counts.get_mut(rank)) {
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
    let until = |last: Date| here.guide().agenda.iter().filter(move |one| one.jour <= last);
    let last = (1..=2).map(end_of).find(|last| until(*last).count() >= TOO_FEW);
    let last = last.unwrap_or_else(|| end_of(4));
    let mut chosen: Vec<&Occurrence> = until(last).collect();
    chosen.sort_by_key(|one| (!one.is_event(), one.jour));
    chosen.truncate(SHOWN);
    chosen.sort_by_key(|one| (one.jour, one.horaires.first().copied()));
    let first = chosen.first()?;
    let titre = capital(&calendar::range(today.min(first.jour), last));
    let rendezvous = chosen.into_iter().map(|one| Rendezvous::of(here, one, true)).collect();
    Some(Prochains { titre, rendezvous })
}

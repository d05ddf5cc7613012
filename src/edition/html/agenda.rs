//! What takes place: the agenda, its weeks and months by day and by commune, the days of a subject.

mod periode;
mod prochains;
mod rendezvous;
mod sujet;

use serde::Serialize;

use crate::calendar::{self, Date};
use crate::guide::{Occurrence, Sujet, lundi};
use crate::plan::{About, Fixed, Medium, Ordre};
use jiff::ToSpan;

use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::{Choix, Entree, Mot, capital};

pub(in crate::edition) use periode::{mois, semaine};
pub(in crate::edition) use prochains::{Prochains, prochains};
pub(in crate::edition) use rendezvous::{Rendezvous, commune};
pub(in crate::edition) use sujet::{SHOWN, is_long, view as sujet};

/// The agenda or a part of it, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition) struct View<'a> {
    page: Frame<'a>,
    textes: Vec<String>,
    /// The weeks, on the page of all of them.
    semaines: Vec<Choix<'a>>,
    /// The months, on the same page.
    mois: Vec<Choix<'a>>,
    /// Days, or communes.
    jours: Vec<Jour<'a>>,
    /// The communes, where a page is too full for all that takes place.
    communes: Vec<Entree<'a>>,
    /// Whose days fill a page of their own.
    sujets: Vec<Entree<'a>>,
    /// The same in another order.
    ordre: Vec<Mot<'a>>,
    /// What comes before and after, other ways to see what takes place.
    liens: Vec<Mot<'a>>,
}

/// A day and what takes place on it, or a commune and what takes place there.
#[derive(Serialize)]
struct Jour<'a> {
    titre: String,
    rendezvous: Vec<Rendezvous<'a>>,
}

/// Makes the page of all the weeks and months of this guide.
pub(in crate::edition) fn index(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let last = calendar::long(here.world.guides.fin_de_l_agenda(here.guide()));
    let choice = |about: About, texte: String, count: usize| {
        Some(Choix {
            href: here.href(about)?,
            texte: capital(&texte).into(),
            nombre: labels.count("nombre.rendezvous", count),
            icone: "".into(),
        })
    };
    let week = |monday: Date| {
        let count = here.guide().agenda.iter().filter(|one| lundi(one.jour) == monday).count();
        choice(About::Semaine(here.index, monday, Ordre::Jour), week_said(here, monday), count)
    };
    let month = |first: Date| {
        let of = |one: &&Occurrence| one.jour.first_of_month() == first;
        let count = here.guide().agenda.iter().filter(of).count();
        choice(About::Mois(here.index, first, Ordre::Jour), calendar::month(first), count)
    };
    let semaines: Vec<Choix<'_>> = here.guide().semaines().into_iter().filter_map(week).collect();
    let texte = if semaines.is_empty() { "agenda.vide" } else { "agenda.texte" };
    View {
        textes: std::iter::once(labels.say(texte, &[("jour", &last)])).chain(gaps(here)).collect(),
        mois: here.guide().mois().into_iter().filter_map(month).collect(),
        semaines,
        sujets: sujet::all(here),
        liens: liens(here),
        ..View::new(here.frame(Head::new(labels.word("agenda.titre"), "")))
    }
}

impl<'a> View<'a> {
    fn new(page: Frame<'a>) -> Self {
        Self {
            page,
            textes: Vec::new(),
            semaines: Vec::new(),
            mois: Vec::new(),
            jours: Vec::new(),
            communes: Vec::new(),
            sujets: Vec::new(),
            ordre: Vec::new(),
            liens: Vec::new(),
        }
    }
}

/// Days under their headings, in full; each line as the page wants it.
fn by_day<'a, 'o>(
    here: Here<'a>,
    days: impl IntoIterator<Item = &'o Occurrence>,
    shown: impl Fn(&Occurrence, Rendezvous<'a>) -> Rendezvous<'a>,
) -> Vec<Jour<'a>> {
    let mut jours: Vec<Jour<'a>> = Vec::new();
    for one in days {
        let titre = capital(&calendar::long(one.jour));
        let rendezvous = shown(one, Rendezvous::of(here, one, false));
        match jours.last_mut().filter(|day| day.titre == titre) {
            Some(day) => day.rendezvous.push(rendezvous),
            None => jours.push(Jour { titre, rendezvous: vec![rendezvous] }),
        }
    }
    jours
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

/// « semaine du 23 au 29 novembre 2026 ».
pub(in crate::edition) fn week_said(here: Here<'_>, monday: Date) -> String {
    let range = calendar::range(monday, monday.saturating_add(6.days()));
    here.labels().say("agenda.semaine", &[("jours", &range)])
}

/// Other ways to see what takes place: lists, the file for a phone, the feed.
fn liens(here: Here<'_>) -> Vec<Mot<'_>> {
    let links =
        [(Fixed::Evenements, "accueil.tous_les_evenements"), (Fixed::Tournees, "tournees.titre")];
    let link = |(fixed, word): (Fixed, &'static str)| {
        Some(Mot::to(Some(here.fixed(fixed)?), here.labels().word(word)))
    };
    let lists = links.into_iter().filter_map(link);
    lists.chain(here.fichiers(Sujet::Guide)).collect()
}

impl<'a> Here<'a> {
    /// The weeks, then the months of the agenda, as links.
    pub(in crate::edition) fn periodes(&self) -> Vec<Mot<'a>> {
        let guide = self.guide();
        let weeks = guide.semaines().into_iter().map(|monday| {
            (About::Semaine(self.index, monday, Ordre::Jour), week_said(*self, monday))
        });
        let months = guide
            .mois()
            .into_iter()
            .map(|first| (About::Mois(self.index, first, Ordre::Jour), calendar::month(first)));
        let link = |(about, said): (About, String)| Mot::to(self.href(about), capital(&said));
        weeks.chain(months).map(link).collect()
    }

    /// The calendar file of a subject, as a link.
    pub(in crate::edition) fn ics(&self, sujet: Sujet) -> Option<Mot<'a>> {
        let about = About::Agenda(self.index, sujet);
        let address = self.world.plan.address(Medium::Ics, about)?;
        Some(Mot::to(Some(self.from.to(address)), self.labels().word("calendrier.fichier")))
    }

    /// The calendar file and the feed of a subject, as links.
    pub(in crate::edition) fn fichiers(&self, sujet: Sujet) -> impl Iterator<Item = Mot<'a>> {
        let about = About::Agenda(self.index, sujet);
        let feed = self.world.plan.address(Medium::Atom, about);
        let feed = feed.map(|address| {
            Mot::to(Some(self.from.to(address)), self.labels().word("calendrier.flux"))
        });
        self.ics(sujet).into_iter().chain(feed)
    }
}

//! A week or a month of the agenda, by day or by commune.

use jiff::ToSpan;

use crate::calendar::{self, Date};
use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Mot, capital};
use crate::edition::html::plan::LONGEST_LIST;
use crate::guide::{Occurrence, lundi};
use crate::plan::{About, Fixed, Ordre};

use super::{Jour, Rendezvous, View, by_day, commune, week_said};

/// A week or a month of a guide.
struct Periode<'a> {
    here: Here<'a>,
    ordre: Ordre,
    /// « semaine du 23 au 29 novembre 2026 », « décembre 2026 ».
    nom: String,
    /// Its last day.
    fin: Date,
    /// What takes place in it.
    jours: Vec<&'a Occurrence>,
    /// The same in the other order.
    autre: About,
    /// What comes before and after, by name.
    autour: [Option<(About, String)>; 2],
}

/// Makes the page of a week of this guide, by its Monday.
pub(in crate::edition) fn semaine(here: Here<'_>, monday: Date, ordre: Ordre) -> View<'_> {
    let weeks = here.guide().semaines();
    let about = |monday: Date, ordre| About::Semaine(here.index, monday, ordre);
    let near = |rank: Option<usize>| {
        let week = *weeks.get(rank?)?;
        Some((about(week, ordre), week_said(here, week)))
    };
    let at = weeks.iter().position(|week| *week == monday);
    Periode {
        here,
        ordre,
        nom: week_said(here, monday),
        fin: monday.saturating_add(6.days()),
        jours: here.guide().agenda.iter().filter(|one| lundi(one.jour) == monday).collect(),
        autre: about(monday, ordre.autre()),
        autour: [near(at.and_then(|at| at.checked_sub(1))), near(at.map(|at| at + 1))],
    }
    .view()
}

/// Makes the page of a month of this guide, by its first day.
pub(in crate::edition) fn mois(here: Here<'_>, first: Date, ordre: Ordre) -> View<'_> {
    let months = here.guide().mois();
    let about = |first: Date, ordre| About::Mois(here.index, first, ordre);
    let near = |rank: Option<usize>| {
        let month = *months.get(rank?)?;
        Some((about(month, ordre), calendar::month(month)))
    };
    let at = months.iter().position(|month| *month == first);
    let in_month = |one: &&Occurrence| one.jour.first_of_month() == first;
    Periode {
        here,
        ordre,
        nom: calendar::month(first),
        fin: first.last_of_month(),
        jours: here.guide().agenda.iter().filter(in_month).collect(),
        autre: about(first, ordre.autre()),
        autour: [near(at.and_then(|at| at.checked_sub(1))), near(at.map(|at| at + 1))],
    }
    .view()
}

impl<'a> Periode<'a> {
    fn view(self) -> View<'a> {
        let (here, labels) = (self.here, self.here.labels());
        let above = Mot::to(here.fixed(Fixed::Agenda), labels.word("menu.agenda"));
        let titre = match self.ordre {
            Ordre::Jour => capital(&self.nom),
            Ordre::Commune => labels.say("agenda.par_commune", &[("quand", &capital(&self.nom))]),
        };
        // A period too full for one page keeps its events; the pages of the communes have the rest.
        let many = self.jours.len() > LONGEST_LIST;
        let shown = || self.jours.iter().copied().filter(|one| !many || one.is_event());
        let jours = match self.ordre {
            Ordre::Jour => by_day(here, shown(), |_, line| line),
            Ordre::Commune => self.by_commune(shown()),
        };
        View {
            textes: self.textes(many),
            jours,
            communes: if many { self.communes() } else { Vec::new() },
            ordre: vec![self.other()],
            liens: self.around().chain(super::liens(here)).collect(),
            ..View::new(here.frame(Head::new(titre, "").below([above])))
        }
    }

    /// What is to be known: that the guide's last day cuts it short, or that it is too full for a page.
    fn textes(&self, many: bool) -> Vec<String> {
        let labels = self.here.labels();
        let last = self.here.world.guides.fin_de_l_agenda(self.here.guide());
        let cut = (last < self.fin)
            .then(|| labels.say("agenda.coupee", &[("jour", &calendar::long(last))]));
        let full = many.then(|| labels.word("agenda.pleine").to_owned());
        let always = labels.word("agenda.semaine_texte").to_owned();
        cut.into_iter().chain(full).chain([always]).collect()
    }

    /// The other order.
    fn other(&self) -> Mot<'a> {
        let word = match self.ordre {
            Ordre::Jour => "agenda.voir_par_commune",
            Ordre::Commune => "agenda.voir_par_jour",
        };
        Mot::to(self.here.href(self.autre), self.here.labels().word(word))
    }

    /// The periods before and after.
    fn around(&self) -> impl Iterator<Item = Mot<'a>> {
        let labels = self.here.labels();
        let near = self.autour.iter().zip(["agenda.avant", "agenda.apres"]);
        near.filter_map(|(period, key)| {
            let (about, nom) = period.as_ref()?;
            Some(Mot::to(self.here.href(*about), labels.say(key, &[("semaine", nom)])))
        })
    }

    /// The ranks of its communes in the guide, in French order, each with what takes place there.
    fn of_communes<'o>(
        &self,
        days: impl Iterator<Item = &'o Occurrence>,
    ) -> Vec<(usize, Vec<&'o Occurrence>)> {
        let mut found: Vec<Vec<&Occurrence>> = vec![Vec::new(); self.here.guide().communes.len()];
        for one in days {
            let rank = commune(self.here, one)
                .and_then(|commune| self.here.common().communes.get(commune.code));
            if let Some(days) = rank.and_then(|&rank| found.get_mut(rank)) {
                days.push(one);
            }
        }
        found.into_iter().enumerate().filter(|(_, days)| !days.is_empty()).collect()
    }

    /// Its communes, with how much takes place in each.
    fn communes(&self) -> Vec<Entree<'a>> {
        let entry = |(rank, days): (usize, Vec<&Occurrence>)| {
            let commune = self.here.commune(self.here.guide().communes[rank].commune);
            let count = self.here.labels().count("nombre.rendezvous", days.len());
            Entree {
                href: commune.href,
                nom: commune.texte,
                suite: format!("\u{a0}: {count}").into(),
                ..Entree::default()
            }
        };
        self.of_communes(self.jours.iter().copied()).into_iter().map(entry).collect()
    }

    /// What takes place, a heading a commune; what has none comes last.
    fn by_commune<'o>(&self, days: impl Iterator<Item = &'o Occurrence> + Clone) -> Vec<Jour<'a>> {
        let here = self.here;
        let line = |one: &Occurrence| Rendezvous::of(here, one, true).without_town();
        let of = |(rank, days): (usize, Vec<&Occurrence>)| Jour {
            titre: here.commune(here.guide().communes[rank].commune).texte.into_owned(),
            rendezvous: days.into_iter().map(line).collect(),
        };
        let nowhere = days.clone().filter(|one| {
            let code = commune(here, one).map(|commune| commune.code);
            code.is_none_or(|code| !here.common().communes.contains_key(code))
        });
        let nowhere: Vec<_> = nowhere.map(|one| Rendezvous::of(here, one, true)).collect();
        let last =
            Jour { titre: here.labels().word("agenda.ailleurs").to_owned(), rendezvous: nowhere };
        let last = Some(last).filter(|last| !last.rendezvous.is_empty());
        self.of_communes(days).into_iter().map(of).chain(last).collect()
    }
}

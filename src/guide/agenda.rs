//! What takes place on which day: events, permanences and stops, from rules to days.

mod window;

use jiff::ToSpan;

use crate::calendar::{Date, TimeSpan};
use crate::record::acteur::Changement;
use crate::record::{Evenement, Fiche};
use crate::text::fold;
use crate::vocabulary::Term;

use super::{Guide, Guides, Passage, Ref, Sorte};
pub(super) use window::Window;

/// Weeks after today that the agenda shows at most: beyond, a page would grow old on its shelf.
const LONGEST_WEEKS: i64 = 9;

/// Weeks after today that the days of an event are known for: a series ends within a school year.
const EVENT_WEEKS: i64 = 53;

/// Something on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day.
    pub jour: Date,
    /// Its hours; empty when nobody wrote them.
    pub horaires: Vec<TimeSpan>,
    /// What takes place.
    pub quoi: Quoi,
    /// Full, cancelled, moved…
    pub etat: Option<&'static Term>,
    /// Whether one must have an appointment at these hours.
    pub sur_rendez_vous: bool,
    /// The last day, for what lasts too long to stand on each of its days.
    pub jusqu_au: Option<Date>,
    /// Which of the days named by its event it is: its place and reason stand there.
    pub seance: Option<usize>,
}

/// What takes place: an index into one of the guide's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quoi {
    /// An event.
    Evenement(usize),
    /// A permanence or a stop.
    Passage(usize),
}

impl Occurrence {
    /// Whether it is an event, not a permanence or a stop.
    pub fn is_event(&self) -> bool {
        matches!(self.quoi, Quoi::Evenement(_))
    }

    /// Whether it is held elsewhere than it was to be.
    pub fn est_deplace(&self) -> bool {
        self.etat.is_some_and(|etat| etat.label == "déplacé")
    }

    /// Whether it takes place: neither cancelled, closed nor put off.
    pub fn tient(&self) -> bool {
        self.etat.is_none_or(|etat| !stops(etat))
    }
}

/// Whether a state says that nothing takes place.
pub fn stops(etat: &Term) -> bool {
    matches!(etat.label, "annulé" | "fermé" | "reporté")
}

/// The Monday of a day's week.
pub fn lundi(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(since.days())
}

impl Fiche {
    /// The last day it runs, when its end is announced: `le` is the first day without it.
    pub fn dernier_jour(&self) -> Option<Date> {
        self.termine.as_ref()?.le.map(|le| le.saturating_sub(1.day()))
    }
}

impl Guide {
    /// The weeks in which something takes place, by their Mondays.
    pub fn semaines(&self) -> Vec<Date> {
        let mut weeks: Vec<Date> = self.agenda.iter().map(|one| lundi(one.jour)).collect();
        weeks.dedup();
        weeks
    }

    /// The months in which something takes place, by their first days.
    pub fn mois(&self) -> Vec<Date> {
        let mut months: Vec<Date> =
            self.agenda.iter().map(|one| one.jour.first_of_month()).collect();
        months.dedup();
        months
    }
}

impl Guides {
    /// The last day the agenda of a guide shows.
    pub fn fin_de_l_agenda(&self, guide: &Guide) -> Date {
        let furthest = self.today.saturating_add(LONGEST_WEEKS.weeks());
        guide.valable_jusqu_au.min(furthest).max(self.today)
    }

    /// The last day that the rules of events are known for; days named one by one are known for ever.
    pub fn fin_des_evenements(&self) -> Date {
        self.today.saturating_add(EVENT_WEEKS.weeks())
    }

    /// The days to come of each event of a guide, for a year: all the sessions of a series.
    pub fn jours_des_evenements(&self, guide: usize) -> Vec<Vec<Occurrence>> {
        let here = &self.guides[guide];
        let last = self.fin_des_evenements();
        let window = Window { first: self.today, last, holidays: &here.conges };
        let days = |(index, event): (usize, &Evenement)| match event.a_venir(self.today) {
            true => window.event(index, event),
            false => Vec::new(),
        };
        here.evenements.iter().enumerate().map(days).collect()
    }

    /// The days that an event of a guide names, past ones included.
    pub fn jours_nommes(&self, guide: usize, rank: usize) -> Vec<Occurrence> {
        let here = &self.guides[guide];
        let window = Window { first: Date::MIN, last: Date::MAX, holidays: &here.conges };
        let mut found = window.named(Quoi::Evenement(rank), &here.evenements[rank]);
        found.sort_by_key(|one| one.jour);
        found
    }

    /// Everything that takes place in a guide from today on, by day and hour.
    ///
    /// What depends on school holidays that no calendar gives is left out: its rule is said in words
    /// wherever it is shown.
    pub fn agenda(&self, guide: usize) -> Vec<Occurrence> {
        let here = &self.guides[guide];
        let window =
            Window { first: self.today, last: self.fin_de_l_agenda(here), holidays: &here.conges };
        let known = |one: &&Occurrence| one.jour <= window.last;
        let mut found: Vec<Occurrence> =
            here.jours_des_evenements.iter().flatten().filter(known).cloned().collect();
        for (index, passage) in here.passages.iter().enumerate() {
            if self.passe(passage) {
                self.passage(&window, index, passage, &mut found);
            }
        }
        found.sort_by_key(|one| (one.jour, one.horaires.first().copied(), one.quoi));
        found
    }

    /// Whether a passage still takes place: neither it, nor the one who comes, nor the host has ended.
    pub fn passe(&self, passage: &Passage) -> bool {
        let there = [passage.de, passage.chez].into_iter().flatten();
        passage.en_cours(self.today)
            && there.into_iter().all(|who| self.acteur(who).fiche.en_cours(self.today))
    }

    fn passage(
        &self,
        window: &Window<'_>,
        index: usize,
        passage: &Passage,
        out: &mut Vec<Occurrence>,
    ) {
        let Some(horaires) = &passage.horaires else { return };
        let horaires = horaires.clone().except(&passage.sauf);
        let quoi = Quoi::Passage(index);
        let au = self.fin_du_passage(passage);
        for (jour, spans, sur_rendez_vous) in window.days(&horaires, passage.du, au) {
            let change = self.changement_du(passage, jour);
            let horaires = match change {
                Some(change) if !change.horaires.is_empty() => change.horaires.clone(),
                _ => spans,
            };
            let etat = change.map(|change| change.etat);
            out.push(Occurrence {
                jour,
                horaires,
                quoi,
                etat,
                sur_rendez_vous,
                jusqu_au: None,
                seance: None,
            });
        }
    }

    /// The last day of a passage: its own, or that of who comes or hosts.
    pub(super) fn fin_du_passage(&self, passage: &Passage) -> Option<Date> {
        let ends = [passage.de, passage.chez].into_iter().flatten();
        let ends = ends.filter_map(|who| self.acteur(who).fiche.dernier_jour());
        ends.chain(passage.au).min()
    }

    /// The change that touches a passage on a day: of who comes or of the host, what cancels first.
    pub fn changement_du(&self, passage: &Passage, jour: Date) -> Option<&Changement> {
        let of = |who: Option<Ref>| who.into_iter().flat_map(|who| &self.acteur(who).changements);
        let comes = of(passage.de).filter(|change| match &change.arret {
            Some(stop) => passage.nom.as_deref().is_some_and(|nom| fold(nom) == fold(stop)),
            // New hours of a whole house are not those of a desk it holds elsewhere.
            None => passage.sorte != Sorte::Permanence || stops(change.etat),
        });
        let host = of(passage.chez).filter(|change| change.arret.is_none() && stops(change.etat));
        comes
            .chain(host)
            .filter(|change| change.vaut(jour))
            .min_by_key(|change| (!stops(change.etat), change.arret.is_none()))
    }
}

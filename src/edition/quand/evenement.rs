//! When an event takes place, and in which state.

use crate::calendar::{self, Date, Horaires, times_said};
use crate::guide::{Guides, Occurrence};
use crate::record::{Evenement, Quand};
use crate::text::{sentence, typography};
use crate::theme::Labels;
use crate::vocabulary::{EVENEMENT_ETAT, Term};

use super::{bounded, bounds, join};

/// One line of when, and whether lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::edition) struct Line {
    /// The sentence.
    pub texte: String,
    /// Worth a line in a list: neither cancelled nor put off, or so against what a line above says.
    pub tient: bool,
}

/// Whether a state says that nobody else can come.
pub(in crate::edition) fn is_full(etat: &Term) -> bool {
    etat.label == "complet"
}

/// An event of a guide, and the words to say it with.
#[derive(Clone, Copy)]
pub(in crate::edition) struct Said<'a> {
    pub guides: &'a Guides,
    /// Index of its guide.
    pub guide: usize,
    /// Its rank in the guide.
    pub rank: usize,
    pub labels: &'a Labels,
}

impl<'a> Said<'a> {
    fn event(&self) -> &'a Evenement {
        &self.guides.guides[self.guide].evenements[self.rank]
    }

    fn today(&self) -> Date {
        self.guides.today
    }

    /// Its days to come; those it named, once it is over.
    fn days(&self) -> Vec<Occurrence> {
        match self.event().a_venir(self.today()) {
            true => self.guides.guides[self.guide].jours_des_evenements[self.rank].clone(),
            false => self.guides.jours_nommes(self.guide, self.rank),
        }
    }

    /// When it takes place, a sentence a line: its rule first, then its particular days.
    pub fn lines(&self) -> Vec<Line> {
        let rules = self.rules().into_iter().map(|texte| Line { texte, tient: true });
        let named = self.days().into_iter().filter(|one| one.seance.is_some());
        let mut lines: Vec<Line> = rules.chain(named.map(|one| self.named(&one))).collect();
        if lines.is_empty() {
            lines.push(Line { texte: self.labels.word("quand.inconnu").into(), tient: true });
        }
        lines
    }

    /// What is said of all its days: its rule, its period, the number and length of its sessions.
    pub fn rules(&self) -> Vec<String> {
        match &self.event().quand {
            Quand::Inconnu | Quand::Dates(_) => Vec::new(),
            Quand::Periode { du, au } => vec![sentence(&calendar::range(*du, au.unwrap_or(*du)))],
            Quand::Regle { du, au, .. } => vec![self.rule(*du, *au)],
            Quand::Serie { nombre, duree, du, au, .. } => {
                let length = duree.map(|duree| duree.to_string());
                let count = nombre.map(|nombre| nombre.to_string());
                let series = match (&count, &length) {
                    (Some(n), Some(d)) => {
                        self.labels.say("quand.seances_de", &[("n", n), ("duree", d)])
                    }
                    (Some(n), None) => self.labels.say("quand.seances", &[("n", n)]),
                    (None, Some(d)) => self.labels.say("quand.seance_de", &[("duree", d)]),
                    (None, None) => String::new(),
                };
                let lines = [series, self.rule(*du, *au)];
                lines.into_iter().filter(|line| !line.is_empty()).collect()
            }
        }
    }

    fn rule(&self, du: Option<Date>, au: Option<Date>) -> String {
        let said = self.event().quand.regle().as_ref().map(Horaires::sentence).unwrap_or_default();
        let bounds = bounds(du, au, self.today(), self.labels);
        let line = bounded(&said, &bounds, self.labels);
        if line.is_empty() { line } else { sentence(&line) }
    }

    /// A named day: « Complet : mardi 12 janvier 2027, de 14 h à 16 h. »; beside a rule, one that is not of
    /// it is said to be added: « Aussi samedi 16 janvier 2027, de 10 h à 12 h. »
    fn named(&self, one: &Occurrence) -> Line {
        let event = self.event();
        let conges = &self.guides.guides[self.guide].conges;
        let has_rule = event.quand.regle().is_some();
        let added = has_rule && one.tient() && !event.regle_donne(one.jour, conges);
        let said = self.plainly(one);
        let said = if added { self.labels.say("quand.aussi", &[("quand", &said)]) } else { said };
        let texte = self.with_state(&said, one);
        // A day that the rule announces and that is cancelled must be seen wherever the rule is.
        Line { texte: sentence(&texte), tient: has_rule || one.tient() }
    }

    /// « complet : mardi 12 janvier 2027, de 14 h à 16 h, à la médiathèque (salle trop petite) ».
    pub fn day(&self, one: &Occurrence) -> String {
        self.with_state(&self.plainly(one), one)
    }

    /// « mardi 12 janvier 2027, de 14 h à 16 h, à la médiathèque (salle trop petite) ».
    fn plainly(&self, one: &Occurrence) -> String {
        let hours = times_said(&one.horaires);
        let place = self.elsewhere(one).unwrap_or_default();
        let said = join(&[&calendar::long(one.jour), &hours, &place]);
        let seance = self.guides.guides[self.guide].seance(one);
        match seance.and_then(|day| day.raison.as_deref()).map(typography) {
            Some(why) => {
                self.labels.say("quand.avec_raison", &[("quand", &said), ("raison", &why)])
            }
            None => said,
        }
    }

    /// « complet : mardi 12 janvier 2027 », where the rest is said elsewhere on the page.
    pub fn short_day(&self, one: &Occurrence, with_hours: bool) -> String {
        let hours = if with_hours { times_said(&one.horaires) } else { String::new() };
        self.with_state(&join(&[&calendar::long(one.jour), &hours]), one)
    }

    /// The state comes first: who reads one word of a line must not come on a day that is cancelled.
    fn with_state(&self, said: &str, one: &Occurrence) -> String {
        // What is said of the whole event stands in its name already.
        let own = self.state().or(self.event().etat).map(|etat| etat.label);
        match one.etat.filter(|etat| Some(etat.label) != own) {
            Some(etat) => {
                self.labels.say("quand.avec_etat", &[("quand", said), ("etat", etat.plain)])
            }
            None => said.to_owned(),
        }
    }

    /// Where a day takes place, when it is not where the others do.
    fn elsewhere(&self, one: &Occurrence) -> Option<String> {
        self.guides.guides[self.guide].seance(one)?.ailleurs.as_ref()?;
        let lieu = self.guides.lieu(self.guide, one);
        let host = lieu.chez.map(|host| self.guides.acteur(host).fiche.nom.as_str()).or(lieu.nom);
        let own = self.guides.commune_of_event(self.guide, self.event()).map(|own| own.code);
        let commune = lieu.commune.filter(|commune| Some(commune.code) != own);
        let commune = commune.map(|commune| commune.nom);
        let street = if host.is_none() { lieu.rue } else { None };
        let parts = [commune, host, street, lieu.ou];
        let said: Vec<String> = parts.into_iter().flatten().map(typography).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// The next day that still takes place.
    pub fn next_day(&self) -> Option<Date> {
        let days = &self.guides.guides[self.guide].jours_des_evenements[self.rank];
        days.iter().find(|one| one.tient()).map(|one| one.jour)
    }

    /// The state that speaks for the whole event: its own, or the one that all its days to come share.
    pub fn state(&self) -> Option<&'static Term> {
        let event = self.event();
        let own = event.etat.filter(|etat| etat.label != "prévu");
        if !event.a_venir(self.today()) {
            return own.or_else(|| EVENEMENT_ETAT.term("terminé"));
        }
        if event.quand.regle().is_some() {
            return own;
        }
        let to_come = event.quand.dates().iter().filter(|seance| seance.le >= self.today());
        let mut states = to_come.map(|seance| seance.etat);
        let first = states.next().flatten().filter(|etat| etat.label != "prévu");
        let same = |state: Option<&Term>, first: &Term| {
            state.is_some_and(|state| state.label == first.label)
        };
        own.or(first.filter(|first| states.all(|state| same(state, first))))
    }

    /// Its name with its state first: « Complet : Café numérique ».
    pub fn name(&self) -> String {
        let nom = typography(&self.event().fiche.nom);
        match self.state() {
            Some(etat) => {
                self.labels.say("evenement.etat_et_nom", &[("etat", &etat.title()), ("nom", &nom)])
            }
            None => nom,
        }
    }
}

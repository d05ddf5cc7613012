//! What is past and what is to come, by the day the guide is built for.

use jiff::ToSpan;

use crate::calendar::Date;
use crate::record::acteur::Changement;
use crate::record::{Acteur, Evenement, Quand};

use super::{Guide, Guides};

/// Where a record stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Checked recently enough.
    Verifie,
    /// Checked too long ago, or never.
    AConfirmer,
}

/// What is left of an event, from its announcement to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vie {
    /// It is to come, or takes place.
    AVenir,
    /// It is over, and somebody wrote what was said and done.
    Rapport,
    /// It is over: one line says that it took place.
    Trace,
    /// It was over long ago: its page is gone.
    Oublie,
}

/// Months for which a line tells that an event took place: a link on paper or in a mail is followed late.
const TRACE_MONTHS: i64 = 12;

impl Evenement {
    /// What is left of it on a day.
    pub fn vie(&self, today: Date) -> Vie {
        if self.a_venir(today) {
            return Vie::AVenir;
        }
        if self.compte_rendu.is_some() {
            return Vie::Rapport;
        }
        let last = [self.dernier_jour(), self.fiche.dernier_jour()].into_iter().flatten().min();
        let until = last.map(|last| last.saturating_add(TRACE_MONTHS.months()));
        if until.is_none_or(|until| today <= until) { Vie::Trace } else { Vie::Oublie }
    }

    /// Its first day, when one is known.
    pub fn premier_jour(&self) -> Option<Date> {
        let named = self.quand.dates().iter().map(|seance| seance.le).min();
        match &self.quand {
            Quand::Inconnu => None,
            Quand::Dates(_) | Quand::Serie { regle: None, du: None, .. } => named,
            Quand::Periode { du, .. } => Some(*du),
            Quand::Regle { du, .. } | Quand::Serie { du, .. } => {
                du.map(|du| named.map_or(du, |named| named.min(du)))
            }
        }
    }

    /// Its last day, when it has one; a day that was added may come after the end of the rule.
    pub fn dernier_jour(&self) -> Option<Date> {
        let named = self.quand.dates().iter().map(|seance| seance.le).max();
        match &self.quand {
            Quand::Inconnu => None,
            Quand::Dates(_) | Quand::Serie { regle: None, au: None, .. } => named,
            Quand::Periode { du, au } => Some(au.unwrap_or(*du)),
            Quand::Regle { au, .. } | Quand::Serie { au, .. } => {
                au.map(|au| named.map_or(au, |named| named.max(au)))
            }
        }
    }

    /// Whether it is not over: neither by its last day nor by its state.
    pub fn a_venir(&self, today: Date) -> bool {
        let over = self.etat.is_some_and(|etat| etat.label == "terminé");
        !over && self.fiche.en_cours(today) && self.dernier_jour().is_none_or(|last| last >= today)
    }
}

impl Changement {
    /// Whether it holds on a day.
    pub fn vaut(&self, day: Date) -> bool {
        self.du <= day && self.au.is_none_or(|last| day <= last)
    }

    /// Whether it is not over.
    pub fn en_cours(&self, today: Date) -> bool {
        self.au.is_none_or(|last| last >= today)
    }
}

impl Guides {
    /// Whether a record was checked recently enough, by its own interval or its guide's.
    pub fn moment(&self, guide: &Guide, acteur: &Acteur) -> Moment {
        let Some(verifie) = &acteur.fiche.verifie else { return Moment::AConfirmer };
        let own = acteur.fiche.tous_les.as_ref();
        let interval = own.or(guide.reglages.fraicheur.de(acteur.sorte));
        let fresh = interval.is_none_or(|interval| interval.after(verifie.le) >= self.today);
        if fresh { Moment::Verifie } else { Moment::AConfirmer }
    }

    /// Whether paper tells a record: one that nobody checked for longer than its guide allows is told on the site alone.
    ///
    /// A record that nobody ever checked counts from its last change; one without any day is as old as can be.
    pub fn imprimable(&self, guide: &Guide, acteur: &Acteur) -> bool {
        let Some(limit) = guide.reglages.ne_plus_imprimer else { return true };
        let checked = acteur.fiche.verifie.as_ref().map(|verifie| verifie.le);
        checked.or(acteur.fiche.date_maj).is_some_and(|day| limit.after(day) >= self.today)
    }
}

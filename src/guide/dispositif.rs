//! Which actors carry a scheme or label, and in which role.

use crate::calendar::Date;
use crate::record::{Acteur, Dispositif};

use super::{Guide, Guides};

/// The scheme whose actors have roles instead of a label: who orders, who prescribes, who accepts.
const PASS_NUMERIQUE: &str = "pass numérique";

impl Dispositif {
    /// Whether a name is one of its own, however written.
    pub fn est_nomme(&self, nom: &str) -> bool {
        self.fiche.est_nommee(nom)
    }

    /// Whether an actor carries it on a day, under a label that has not run out.
    fn est_porte_par(&self, acteur: &Acteur, today: Date) -> bool {
        let national =
            acteur.dispositif_programmes_nationaux.iter().chain(&acteur.formations_labels);
        let own = self.terme_national.map(|term| term.label);
        let mut current = national.filter(|label| label.jusqu_au.is_none_or(|last| last >= today));
        current.any(|label| Some(label.term.label) == own)
            || acteur.autres_formations_labels.iter().any(|label| self.est_nomme(label))
    }

    /// Whether it is the pass numérique.
    pub fn est_le_pass(&self) -> bool {
        self.est_nomme(PASS_NUMERIQUE)
    }
}

impl Guides {
    /// The actors of a guide that carry a scheme, with its label still valid, ended ones left out.
    pub fn acteurs_of_dispositif(&self, guide: &Guide, dispositif: &Dispositif) -> Vec<usize> {
        self.running(guide, |acteur| dispositif.est_porte_par(acteur, self.today))
    }

    /// The actors of a guide that have a role in the pass numérique, by the label of the role.
    pub fn acteurs_of_pass(&self, guide: &Guide, role: &str) -> Vec<usize> {
        self.running(guide, |acteur| acteur.pass_numerique.iter().any(|term| term.label == role))
    }

    fn running(&self, guide: &Guide, test: impl Fn(&Acteur) -> bool) -> Vec<usize> {
        let all = guide.acteurs.iter().enumerate();
        all.filter(|(_, acteur)| acteur.fiche.en_cours(self.today) && test(acteur))
            .map(|(index, _)| index)
            .collect()
    }
}

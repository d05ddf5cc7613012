//! Which actors carry a scheme or label, and in which role.

use crate::record::{Acteur, Dispositif};
use crate::text::fold;

use super::{Guide, Guides};

/// The scheme whose actors have roles instead of a label: who orders, who prescribes, who accepts.
const PASS_NUMERIQUE: &str = "pass numérique";

impl Dispositif {
    /// Whether a name is one of its own, however written.
    pub fn est_nomme(&self, nom: &str) -> bool {
        let wanted = fold(nom);
        let names = std::iter::once(&self.fiche.nom).chain(&self.fiche.autres_noms);
        names.into_iter().any(|known| fold(known) == wanted)
    }

    /// Whether an actor carries it.
    fn est_porte_par(&self, acteur: &Acteur) -> bool {
        let national =
            acteur.dispositif_programmes_nationaux.iter().chain(&acteur.formations_labels);
        let own = self.terme_national.map(|term| term.label);
        national.into_iter().any(|label| Some(label.term.label) == own)
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
        let valid = |acteur: &Acteur| {
            let mut labels =
                acteur.dispositif_programmes_nationaux.iter().chain(&acteur.formations_labels);
            let own = dispositif.terme_national.map(|term| term.label);
            !labels.any(|label| {
                Some(label.term.label) == own
                    && label.jusqu_au.is_some_and(|last| last < self.today)
            })
        };
        self.running(guide, |acteur| dispositif.est_porte_par(acteur) && valid(acteur))
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

//! Which criteria deserve a page, alone or with a need: the rule that keeps a guide small.

use crate::guide::Guides;
use crate::vocabulary::{BESOINS, Besoin};

use super::{CRITERES, Critere, Reponse};

/// Places from which the list of a need is long enough to be narrowed.
pub const LONGUE: usize = 20;

/// The places that pass a criterion: all those of a guide, or those that answer a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The rank of the need in [`BESOINS`].
    pub besoin: Option<usize>,
    /// The rank of the criterion in [`CRITERES`].
    pub critere: usize,
    /// The places, in the guide's order.
    pub acteurs: Vec<usize>,
    /// How many more say nothing of it.
    pub non_precise: usize,
}

impl Selection {
    /// The need.
    pub fn besoin(&self) -> Option<&'static Besoin> {
        self.besoin.map(|rank| &BESOINS[rank])
    }

    /// The criterion.
    pub fn critere(&self) -> &'static Critere {
        &CRITERES[self.critere]
    }

    /// Its path below its guide, without extension: « criteres/samedi », « besoins/apprendre/samedi ».
    pub fn chemin(&self) -> String {
        let slug = &self.critere().slug;
        match self.besoin() {
            None => format!("criteres/{slug}"),
            Some(besoin) => format!("besoins/{}/{slug}", besoin.slug),
        }
    }
}

/// The pages of criteria of a guide: alone first, then need by need, both in the order of their lists.
///
/// A criterion alone has a page when at least one place passes it and at least one does not. With a need, when
/// the list of the need is long, when it keeps between two places and half of them, and when it is not the very
/// list of the criterion alone.
pub(in crate::guide) fn of_guide(guides: &Guides, guide: usize) -> Vec<Selection> {
    let here = &guides.guides[guide];
    let places: Vec<usize> =
        (0..here.acteurs.len()).filter(|&index| here.acteurs[index].recoit(guides.today)).collect();
    let mut alone: Vec<Selection> = (0..CRITERES.len())
        .map(|critere| choose(guides, guide, &places, critere, None))
        .filter(|found| !found.acteurs.is_empty())
        .collect();
    let mut crossed: Vec<Selection> = Vec::new();
    for (rank, list) in here.pour_besoin.iter().enumerate() {
        if list.len() < LONGUE {
            continue;
        }
        for known in alone.iter().filter(|known| known.critere().croise) {
            let found = choose(guides, guide, list, known.critere, Some(rank));
            let kept = found.acteurs.len();
            if (2..=list.len() / 2).contains(&kept) && found.acteurs != known.acteurs {
                crossed.push(found);
            }
        }
    }
    alone.retain(|found| found.acteurs.len() < places.len());
    alone.into_iter().chain(crossed).collect()
}

/// The places of a list that pass a criterion.
fn choose(
    guides: &Guides,
    guide: usize,
    list: &[usize],
    critere: usize,
    besoin: Option<usize>,
) -> Selection {
    let mut found = Selection { besoin, critere, acteurs: Vec::new(), non_precise: 0 };
    for &acteur in list {
        match guides.reponse(guide, acteur, critere, besoin) {
            Reponse::Oui => found.acteurs.push(acteur),
            Reponse::Non => {}
            Reponse::NonPrecise => found.non_precise += 1,
        }
    }
    found
}

impl Guides {
    /// What a place of a guide says of a criterion, by rank; for a need, of what answers it.
    pub fn reponse(
        &self,
        guide: usize,
        acteur: usize,
        critere: usize,
        besoin: Option<usize>,
    ) -> Reponse {
        let critere = &CRITERES[critere];
        let besoin = besoin.map(|rank| &BESOINS[rank]);
        let by_hours = || {
            let moment = critere.moment()?;
            Some(self.ouvert(guide, acteur, moment, besoin))
        };
        let said = critere.juge(&self.guides[guide].acteurs[acteur]);
        said.or_else(by_hours).unwrap_or(Reponse::NonPrecise)
    }
}

//! Every commune of a département: what is there, and how far the nearest help is.

use crate::guide::{Guide, Guides, Ici, Ou, Proche};
use crate::territory::Commune;
use crate::vocabulary::BESOINS;

use super::terrain::{TOUS, Terrain};

/// The need that decides whether a commune is served: help with procedures.
const DEMARCHE: &str = "faire-une-demarche";

/// A commune, and how it is served.
#[derive(Clone, Debug)]
pub struct Desserte<'a> {
    /// The commune.
    pub commune: &'static Commune,
    /// What its guide has there: passages, events.
    pub ici: &'a Ici,
    /// Places that help there, whichever guide they are written in.
    pub lieux: usize,
    /// The nearest place that helps with procedures.
    pub demarche: Option<Proche<'a>>,
    /// The nearest place that helps with anything.
    pub aide: Option<Proche<'a>>,
}

impl Desserte<'_> {
    /// Whether help with procedures is farther than so many kilometres; never known without a point.
    pub fn est_loin(&self, km: u16) -> bool {
        self.commune.centre().is_some() && !within(self.demarche.as_ref(), km)
    }

    /// Whether any help is farther than so many kilometres.
    pub fn est_seule(&self, km: u16) -> bool {
        self.commune.centre().is_some() && !within(self.aide.as_ref(), km)
    }
}

/// Kilometres to a place by the way that decides; none where nobody crosses.
pub fn chemin(near: &Proche<'_>) -> Option<f64> {
    Some(near.chemin()).filter(|km| km.is_finite())
}

fn within(near: Option<&Proche<'_>>, km: u16) -> bool {
    near.and_then(chemin).is_some_and(|way| way <= f64::from(km))
}

/// The communes of a guide's département, in its order.
pub(super) fn of_guide<'a>(
    guides: &'a Guides,
    terrain: &Terrain,
    guide: &'a Guide,
) -> Vec<Desserte<'a>> {
    let demarche = BESOINS.iter().position(|besoin| besoin.slug == DEMARCHE);
    let own = guide.communes.iter();
    let own = own.filter(|ici| ici.commune.departement == guide.departement.code);
    own.map(|ici| {
        let from = ici.commune.centre();
        Desserte {
            commune: ici.commune,
            ici,
            lieux: terrain.lieux(ici.commune.code).len(),
            demarche: from
                .zip(demarche)
                .and_then(|(from, need)| guides.plus_proche(Ou::Partout, need, from)),
            aide: from.and_then(|from| guides.plus_proches(TOUS, from, 1, &[]).into_iter().next()),
        }
    })
    .collect()
}

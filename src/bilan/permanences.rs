//! Where one more permanence would bring help near to most people who have none.

use std::collections::BTreeMap;

use crate::guide::Guides;
use crate::territory::{Commune, Grid};
use crate::text::sort_key;

use super::Desserte;

/// A commune where a permanence would be near to others that have no help.
#[derive(Clone, Debug, PartialEq)]
pub struct Permanence {
    /// Where.
    pub commune: &'static Commune,
    /// The communes that would have help near, most inhabitants first.
    pub pour: Vec<&'static Commune>,
    /// Their inhabitants.
    pub habitants: u32,
}

/// Permanences one after the other, each where it serves most people that none before it serves:
/// together they serve every commune that is too far, each once.
pub(super) fn proposees(guides: &Guides, communes: &[Desserte<'_>], km: u16) -> Vec<Permanence> {
    let mut near = autour(guides, communes, km);
    let mut proposed = Vec::new();
    loop {
        let best = near.iter().max_by_key(|(code, served)| {
            let own = served.iter().find(|one| one.code == **code);
            // As many people: where more of them are, then the first code.
            let own = own.map_or(0, |one| one.population);
            (population(served), served.len(), own, std::cmp::Reverse(**code))
        });
        let Some((code, served)) = best else { return proposed };
        let (code, mut pour) = (*code, served.clone());
        near.values_mut().for_each(|served| served.retain(|one| !pour.contains(one)));
        near.retain(|_, served| !served.is_empty());
        pour.sort_by_cached_key(|one| {
            (std::cmp::Reverse(one.population), sort_key(one.nom), one.code)
        });
        let place = communes.iter().find(|one| one.commune.code == code);
        proposed.extend(place.map(|place| Permanence {
            commune: place.commune,
            habitants: population(&pour),
            pour,
        }));
    }
}

/// The communes too far from help that are near to each commune of the département.
fn autour(
    guides: &Guides,
    communes: &[Desserte<'_>],
    km: u16,
) -> BTreeMap<&'static str, Vec<&'static Commune>> {
    let far = communes.iter().filter(|one| one.est_loin(km));
    let far: Grid<&'static Commune> =
        far.filter_map(|one| Some((one.commune.centre()?, one.commune))).collect();
    let mut near = BTreeMap::new();
    for commune in communes.iter().map(|one| one.commune) {
        let Some(from) = commune.centre() else { continue };
        let around = far.within(from, f64::from(km)).into_iter();
        let served = around.filter(|one| {
            // The way round an obstacle counts here as everywhere.
            guides
                .detour(one.point, from)
                .is_none_or(|detour| detour.par.is_some_and(|(_, way)| way <= f64::from(km)))
        });
        let served: Vec<&'static Commune> = served.map(|one| *one.value).collect();
        if !served.is_empty() {
            near.insert(commune.code, served);
        }
    }
    near
}

fn population(communes: &[&Commune]) -> u32 {
    communes.iter().map(|one| one.population).sum()
}

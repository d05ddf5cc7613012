//! Which places are near: a plain list looked through whole, since a guide has some thousands at most.

use crate::guide::{Guide, Guides};
use crate::territory::{Point, distance_km};
use crate::vocabulary::BESOINS;

/// The needs a place answers, one bit each, in the order of [`BESOINS`].
pub(super) type Needs = u16;

/// The places of a guide that people may visit, where they are and what for.
#[derive(Debug, Default)]
pub(super) struct Near(Vec<Spot>);

#[derive(Debug)]
struct Spot {
    acteur: usize,
    point: Point,
    needs: Needs,
}

/// A place near another: its index in the guide's list, and how far it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    /// Index of the actor.
    pub acteur: usize,
    /// Kilometres in a straight line.
    pub km: f64,
}

impl Near {
    /// The places of a guide, each with the needs it answers.
    pub fn new(guide: &Guide, needs: &[Needs]) -> Self {
        let spot = |(acteur, record): (usize, &crate::record::Acteur)| {
            let point = record.adresse.point()?;
            (needs[acteur] != 0).then_some(Spot { acteur, point, needs: needs[acteur] })
        };
        Self(guide.acteurs.iter().enumerate().filter_map(spot).collect())
    }

    /// The nearest places that answer one of some needs, nearest first; ties in the guide's order.
    pub fn nearest(&self, from: Point, needs: Needs, count: usize, but: &[usize]) -> Vec<Found> {
        let mut best: Vec<(f64, usize)> = Vec::with_capacity(count + 1);
        // Degrees of longitude are shorter than those of latitude; squares are enough to compare.
        let shrink = from.latitude.to_radians().cos();
        for (index, spot) in self.0.iter().enumerate() {
            if spot.needs & needs == 0 || but.contains(&spot.acteur) {
                continue;
            }
            let north = spot.point.latitude - from.latitude;
            let east = (spot.point.longitude - from.longitude) * shrink;
            let square = north * north + east * east;
            if best.len() == count && best.last().is_some_and(|(worst, _)| square >= *worst) {
                continue;
            }
            let at = best.partition_point(|(known, _)| *known <= square);
            best.insert(at, (square, index));
            best.truncate(count);
        }
        let found = |(_, index): (f64, usize)| {
            let spot = &self.0[index];
            Found { acteur: spot.acteur, km: distance_km(from, spot.point) }
        };
        best.into_iter().map(found).collect()
    }
}

/// The needs that each actor of a guide answers, and the actors that answer each need.
pub(super) fn needs(guides: &Guides, guide: &Guide) -> (Vec<Needs>, Vec<Vec<usize>>) {
    let mut of_actor = vec![0; guide.acteurs.len()];
    let mut of_need = Vec::with_capacity(BESOINS.len());
    for (bit, besoin) in BESOINS.iter().enumerate() {
        let acteurs = guides.for_besoin(guide, besoin);
        for &acteur in &acteurs {
            of_actor[acteur] |= 1 << bit;
        }
        of_need.push(acteurs);
    }
    (of_actor, of_need)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(acteur: usize, latitude: f64, longitude: f64, needs: Needs) -> Spot {
        Spot { acteur, point: Point { latitude, longitude }, needs }
    }

    #[test]
    fn the_nearest_that_answer() {
        let near = Near(vec![
            spot(0, 46.5, 0.3, 0b01),
            spot(1, 46.6, 0.3, 0b10),
            spot(2, 46.7, 0.3, 0b01),
            spot(3, 46.5, 0.3, 0b11),
            spot(4, 46.5, 0.4, 0b11),
        ]);
        let from = Point { latitude: 46.5, longitude: 0.3 };
        let of = |needs, count, but: &[usize]| -> Vec<usize> {
            near.nearest(from, needs, count, but).iter().map(|found| found.acteur).collect()
        };
        assert_eq!(of(0b01, 3, &[]), [0, 3, 4]);
        assert_eq!(of(0b01, 3, &[0]), [3, 4, 2]);
        assert_eq!(of(0b10, 9, &[3]), [4, 1]);
        assert_eq!(of(0b100, 3, &[]), [0_usize; 0]);
        // A tenth of a degree of latitude is 11 km, of longitude at 46.5° north 7.7 km.
        let km: Vec<i64> =
            near.nearest(from, 0b11, 9, &[]).iter().map(|found| found.km.round() as i64).collect();
        assert_eq!(km, [0, 0, 8, 11, 22]);
    }
}

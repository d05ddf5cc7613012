//! Short texts on a map, moved apart so that none covers another.

use super::LETTER;

/// Room for a figure, in the widest fonts of systems.
const FIGURE: i32 = LETTER * 18 / 25;
/// Room for the height of figures, and for what keeps them apart.
const TALL: i32 = LETTER * 21 / 25;
/// What covering a dot costs, in units of distance.
const COVERED: f64 = 9.0;
/// Radius of the dots of pages.
const REACH: i32 = 5;
/// Distance between two circles of tries, and tries on a circle.
const STEP: f64 = 5.0;
const TRIES: u32 = 24;
/// Circles of tries: enough to leave any map.
const CIRCLES: u32 = 160;

/// The room of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Boite {
    pub middle: (i32, i32),
    half: (i32, i32),
}

impl Boite {
    fn of(text: &str, middle: (i32, i32)) -> Self {
        let figures = i32::try_from(text.chars().count()).unwrap_or(i32::MAX / FIGURE);
        Self { middle, half: (figures * FIGURE / 2 + 2, TALL / 2 + 1) }
    }

    /// Whether two texts would touch.
    pub fn touches(&self, other: &Self) -> bool {
        (self.middle.0 - other.middle.0).abs() < self.half.0 + other.half.0
            && (self.middle.1 - other.middle.1).abs() < self.half.1 + other.half.1
    }

    /// Units from the middle to a place.
    pub fn away(&self, place: (i32, i32)) -> f64 {
        f64::from(self.middle.0 - place.0).hypot(f64::from(self.middle.1 - place.1))
    }

    /// Whether a dot would be covered, even in part.
    fn covers(&self, dot: (i32, i32)) -> bool {
        (self.middle.0 - dot.0).abs() <= self.half.0 + REACH
            && (self.middle.1 - dot.1).abs() <= self.half.1 + REACH
    }

    fn fits(&self, (width, height): (i32, i32)) -> bool {
        let fits = |middle: i32, half: i32, size: i32| middle >= half && middle + half <= size;
        fits(self.middle.0, self.half.0, width) && fits(self.middle.1, self.half.1, height)
    }
}

/// The room of each text: as near to its place as the others and the dots allow, one after the other.
pub(super) fn placees(
    texts: &[(&str, (i32, i32))],
    dots: &[(i32, i32)],
    map: (i32, i32),
) -> Vec<Boite> {
    let mut placed: Vec<Boite> = Vec::with_capacity(texts.len());
    for (text, place) in texts {
        let best = best(text, *place, &placed, dots, map);
        placed.push(best.unwrap_or_else(|| Boite::of(text, *place)));
    }
    placed
}

/// The free room that costs least: distance, and dots that would be covered.
fn best(
    text: &str,
    place: (i32, i32),
    placed: &[Boite],
    dots: &[(i32, i32)],
    map: (i32, i32),
) -> Option<Boite> {
    let mut best: Option<(f64, Boite)> = None;
    for circle in 0..CIRCLES {
        let radius = f64::from(circle) * STEP;
        if best.is_some_and(|(cost, _)| cost <= radius) {
            break;
        }
        for middle in around(place, radius, if circle == 0 { 1 } else { TRIES }) {
            let boite = Boite::of(text, middle);
            if !boite.fits(map) || placed.iter().any(|other| other.touches(&boite)) {
                continue;
            }
            // The dot of the place itself gives way to its number.
            let covered = dots.iter().filter(|dot| **dot != place && boite.covers(**dot)).count();
            let covered = u32::try_from(covered).map_or(f64::INFINITY, f64::from);
            let cost = radius + COVERED * covered;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, boite));
            }
        }
    }
    best.map(|(_, boite)| boite)
}

/// Places on a circle, the first on its right.
#[allow(clippy::cast_possible_truncation)]
fn around((x, y): (i32, i32), radius: f64, tries: u32) -> impl Iterator<Item = (i32, i32)> {
    (0..tries).map(move |rank| {
        let angle = f64::from(rank) / f64::from(tries) * std::f64::consts::TAU;
        let step = |part: f64| (part * radius).round() as i32;
        (x + step(angle.cos()), y + step(angle.sin()))
    })
}

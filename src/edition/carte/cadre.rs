//! From degrees to the units of a map: equirectangular, longitudes shortened by the middle latitude.

use crate::territory::Point;

use super::WIDTH;

/// Tallest map; a long département is narrower than its map.
const TALLEST: i32 = 680;
/// Empty border, for thick lines and numbers on the coast.
const MARGIN: i32 = 14;

/// Where a territory lies on its map.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cadre {
    west: f64,
    north: f64,
    /// What a degree of longitude is to one of latitude.
    shrink: f64,
    /// Units in a degree of latitude.
    scale: f64,
    /// Units left empty on the west, besides what the border needs.
    left: f64,
    /// Height of the map.
    pub height: i32,
}

impl Cadre {
    /// The frame of some rings, as wide as a map.
    pub fn around(rings: &[Vec<Point>]) -> Option<Self> {
        Self::within(rings, WIDTH, TALLEST, MARGIN)
    }

    /// The frame of some rings in a box; it is as wide as the box, and no taller.
    pub fn within(rings: &[Vec<Point>], width: i32, tallest: i32, margin: i32) -> Option<Self> {
        let points = || rings.iter().flatten();
        let least = |of: fn(&Point) -> f64| points().map(of).reduce(f64::min);
        let most = |of: fn(&Point) -> f64| points().map(of).reduce(f64::max);
        let (west, east) = (least(|at| at.longitude)?, most(|at| at.longitude)?);
        let (south, north) = (least(|at| at.latitude)?, most(|at| at.latitude)?);
        let shrink = f64::midpoint(south, north).to_radians().cos();
        let (across, down) = ((east - west) * shrink, north - south);
        let room = |size: i32| f64::from(size - 2 * margin);
        let scale = (room(width) / across).min(room(tallest) / down);
        if !scale.is_finite() {
            return None;
        }
        let left = f64::from(margin) + (room(width) - across * scale) / 2.0;
        let height = whole(down * scale) + 2 * margin;
        Some(Self { west, north: north + f64::from(margin) / scale, shrink, scale, left, height })
    }

    /// Where a point of the Earth is.
    pub fn place(&self, point: Point) -> (i32, i32) {
        let x = self.left + (point.longitude - self.west) * self.shrink * self.scale;
        (whole(x), whole((self.north - point.latitude) * self.scale))
    }

    /// Degrees of latitude in some units.
    pub fn degrees(&self, units: f64) -> f64 {
        units / self.scale
    }
}

/// The nearest whole unit; maps are far from the bounds of the type.
#[allow(clippy::cast_possible_truncation)]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

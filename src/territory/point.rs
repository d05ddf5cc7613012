//! Points of the Earth: how far, and which way.

/// Mean radius of the Earth in kilometres (IUGG).
pub(super) const EARTH_RADIUS_KM: f64 = 6_371.008_8;

/// Farthest two points of the sphere can be, in kilometres.
pub(super) const FARTHEST_KM: f64 = EARTH_RADIUS_KM * std::f64::consts::PI;

/// A point in WGS 84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// North of the equator; −90 to 90.
    pub latitude: f64,
    /// East of Greenwich; −180 to 180.
    pub longitude: f64,
}

/// Kilometres between two points along the great circle, on a sphere (right to 0.5 %).
pub fn distance_km(a: Point, b: Point) -> f64 {
    let (from, to) = (a.latitude.to_radians(), b.latitude.to_radians());
    let north = ((to - from) / 2.0).sin().powi(2);
    let east = ((b.longitude - a.longitude).to_radians() / 2.0).sin().powi(2);
    let haversine = north + from.cos() * to.cos() * east;
    2.0 * EARTH_RADIUS_KM * haversine.sqrt().clamp(0.0, 1.0).asin()
}

/// A point as others are compared with it: a place in space, on a sphere of radius 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot([f64; 3]);

impl Spot {
    pub fn of(point: Point) -> Self {
        let (latitude, longitude) = (point.latitude.to_radians(), point.longitude.to_radians());
        let east = latitude.cos();
        Self([east * longitude.cos(), east * longitude.sin(), latitude.sin()])
    }

    /// The square of the straight line between two spots, through the sphere: it grows with their kilometres.
    pub fn apart(&self, other: &Self) -> f64 {
        self.0.iter().zip(other.0).map(|(one, other)| (one - other).powi(2)).sum()
    }

    /// How far apart points are that are so many kilometres from each other.
    pub fn apart_by(km: f64) -> f64 {
        let angle = (km / EARTH_RADIUS_KM).min(std::f64::consts::PI);
        (2.0 * (angle / 2.0).sin()).powi(2)
    }

    /// A little more than that, so that rounding never loses a point: a metre, or a millionth.
    pub fn at_most(apart: f64) -> f64 {
        apart * (1.0 + 2e-6) + 1e-13
    }
}

/// Which way `b` lies as seen from `a`, as French says it: « au nord-est », « à l’ouest ».
pub fn direction(a: Point, b: Point) -> &'static str {
    const WAYS: [&str; 8] = [
        "au nord",
        "au nord-est",
        "à l’est",
        "au sud-est",
        "au sud",
        "au sud-ouest",
        "à l’ouest",
        "au nord-ouest",
    ];
    if a == b {
        return "au même endroit";
    }
    let (from, to) = (a.latitude.to_radians(), b.latitude.to_radians());
    let east = (b.longitude - a.longitude).to_radians();
    let y = east.sin() * to.cos();
    let x = from.cos() * to.sin() - from.sin() * to.cos() * east.cos();
    let eighth = (y.atan2(x).to_degrees() / 45.0).round().rem_euclid(8.0);
    // A whole number from 0 to 7 by what precedes; a point that is no number goes north.
    WAYS[eighth as usize % 8]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: f64, longitude: f64) -> Point {
        Point { latitude, longitude }
    }

    #[test]
    fn distances_on_the_sphere() {
        // A quarter of a meridian, then half of the equator.
        let quarter = distance_km(point(0.0, 0.0), point(90.0, 0.0));
        assert!((quarter - FARTHEST_KM / 2.0).abs() < 1e-6);
        let half = distance_km(point(0.0, -90.0), point(0.0, 90.0));
        assert!((half - FARTHEST_KM).abs() < 1e-3);
        // Across the line of change of date: two degrees of the equator.
        let across = distance_km(point(0.0, 179.0), point(0.0, -179.0));
        assert!((across - FARTHEST_KM / 90.0).abs() < 1e-6);
    }

    #[test]
    fn ways_as_french_says_them() {
        let lusignan = point(46.435, 0.122);
        assert_eq!(direction(lusignan, point(46.58, 0.34)), "au nord-est");
        assert_eq!(direction(lusignan, point(46.435, -0.5)), "à l’ouest");
        assert_eq!(direction(lusignan, point(46.435, 0.5)), "à l’est");
        assert_eq!(direction(lusignan, point(45.0, 0.122)), "au sud");
        assert_eq!(direction(lusignan, point(47.0, 0.122)), "au nord");
        assert_eq!(direction(lusignan, point(46.6, -0.1)), "au nord-ouest");
        assert_eq!(direction(lusignan, lusignan), "au même endroit");
        assert_eq!(direction(point(0.0, 179.5), point(0.0, -179.5)), "à l’est");
    }
}

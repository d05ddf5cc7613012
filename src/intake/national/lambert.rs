//! Lambert 93 (EPSG:2154) to degrees, by the formulas of the IGN (NTG 71, algorithms ALG0002 and ALG0004).

/// Exponent of the projection.
const N: f64 = 0.725_607_765_0;
/// Constant of the projection, in metres.
const C: f64 = 11_754_255.426;
/// Where its pole stands, in metres.
const POLE: (f64, f64) = (700_000.0, 12_655_612.050);
/// First eccentricity of the ellipsoid GRS80.
const E: f64 = 0.081_819_191_12;
/// Its meridian of origin, in degrees.
const MERIDIAN: f64 = 3.0;

/// Metres of mainland France, east then north.
const EAST: std::ops::RangeInclusive<f64> = 50_000.0..=1_350_000.0;
const NORTH: std::ops::RangeInclusive<f64> = 6_000_000.0..=7_200_000.0;

/// Latitude and longitude, in degrees, of a point of mainland France in metres; nothing for another.
pub(super) fn degrees(east: f64, north: f64) -> Option<(f64, f64)> {
    if !EAST.contains(&east) || !NORTH.contains(&north) {
        return None;
    }
    let (x, y) = (east - POLE.0, POLE.1 - north);
    let longitude = MERIDIAN + (x / y).atan().to_degrees() / N;
    let isometric = -(x.hypot(y) / C).ln() / N;
    Some((latitude(isometric).to_degrees(), longitude))
}

/// The latitude of an isometric latitude, in radians; each turn is a hundred times nearer.
fn latitude(isometric: f64) -> f64 {
    let mut latitude = 2.0 * isometric.exp().atan() - std::f64::consts::FRAC_PI_2;
    for _ in 0..8 {
        let sine = E * latitude.sin();
        let ratio = ((1.0 + sine) / (1.0 - sine)).powf(E / 2.0);
        latitude = 2.0 * (ratio * isometric.exp()).atan() - std::f64::consts::FRAC_PI_2;
    }
    latitude
}

#[cfg(test)]
mod tests {
    use super::degrees;

    /// The origin of the projection, and points computed by PROJ (`pyproj`, EPSG:2154 to EPSG:4326).
    #[test]
    fn points_that_another_program_computed() {
        for (east, north, latitude, longitude) in [
            (700_000.0, 6_600_000.0, 46.5, 3.0),
            (652_469.02, 6_862_035.26, 48.856_600_005, 2.352_199_963),
            (417_241.54, 6_421_813.35, 44.837_800_037, -0.579_199_991),
            (1_195_000.0, 6_100_000.0, 41.832_904_796, 8.950_991_503),
            (124_000.5, 6_838_000.25, 48.386_293_800, -4.792_646_143),
            (497_000.5, 6_613_000.0, 46.586_362_488, 0.348_279_997),
        ] {
            let (lat, lon) = degrees(east, north).unwrap();
            assert!((lat - latitude).abs() < 1e-7 && (lon - longitude).abs() < 1e-7, "{lat} {lon}");
        }
        assert_eq!(degrees(46.5, 3.0), None);
        assert_eq!(degrees(6_600_000.0, 700_000.0), None);
    }
}

//! The cells of a grid over the Earth: which one holds a point, which ones a circle may touch.

use super::point::{EARTH_RADIUS_KM, Point};

/// Side of a cell in degrees: about 11 km from south to north.
const CELL: f64 = 0.1;
/// Cells around the Earth.
const COLUMNS: i16 = 3_600;

/// Degrees of latitude, and of longitude on each side, that a circle around a point may reach.
///
/// Longitudes reach 180 when the circle holds a pole.
pub(super) fn reach(centre: Point, km: f64) -> (f64, f64) {
    let angle = km / EARTH_RADIUS_KM;
    let latitude = centre.latitude.to_radians();
    let degrees = angle.to_degrees();
    if latitude.abs() + angle >= std::f64::consts::FRAC_PI_2 {
        return (degrees, 180.0);
    }
    (degrees, (angle.sin() / latitude.cos()).asin().to_degrees())
}

/// The row or column of a number of degrees. What is no number goes to 0.
pub(super) fn cell(degrees: f64) -> i16 {
    // Far within i16 for real degrees; others stop at its ends, less the cell that is added.
    (degrees / CELL).floor().clamp(-30_000.0, 30_000.0) as i16
}

/// The column of a longitude, 180 being also −180.
pub(super) fn column(longitude: f64) -> i16 {
    wrap(cell(longitude))
}

/// Brings a column back between −1800 and 1799.
fn wrap(column: i16) -> i16 {
    (column + COLUMNS / 2).rem_euclid(COLUMNS) - COLUMNS / 2
}

/// The columns that a reach covers, as one or two ranges when it crosses the line of change of date.
pub(super) fn columns(longitude: f64, reach: f64) -> Vec<(i16, i16)> {
    let (least, most) = (-COLUMNS / 2, COLUMNS / 2 - 1);
    let (first, last) = (cell(longitude - reach) - 1, cell(longitude + reach) + 1);
    if reach.is_nan() || last - first >= COLUMNS - 1 {
        return vec![(least, most)];
    }
    let (first, last) = (wrap(first), wrap(last));
    if first <= last { vec![(first, last)] } else { vec![(first, most), (least, last)] }
}

//! Lines with fewer points (Douglas and Peucker, 1973).

use super::Point;

/// The points of a line without which it would stray more than `tolerance` degrees of latitude.
/// Both ends stay, and so does the farthest point of a ring.
pub(super) fn simplified(line: &[Point], tolerance: f64) -> Vec<Point> {
    if tolerance <= 0.0 || line.len() < 3 {
        return line.to_vec();
    }
    let flat = flattened(line);
    let last = line.len() - 1;
    let mut kept = vec![false; line.len()];
    let mut stretches = vec![(0, last)];
    if line.first() == line.last() {
        let middle = farthest(1..last, |at| apart(flat[at], flat[0]));
        stretches = middle.map_or(vec![], |(middle, _)| vec![(0, middle), (middle, last)]);
    }
    kept[0] = true;
    while let Some((start, end)) = stretches.pop() {
        kept[end] = true;
        let away = |at: usize| away(flat[at], flat[start], flat[end]);
        if let Some((middle, distance)) = farthest(start + 1..end, away)
            && distance > tolerance
        {
            stretches.extend([(start, middle), (middle, end)]);
        }
    }
    let kept = line.iter().zip(kept).filter_map(|(point, kept)| kept.then_some(*point));
    kept.collect()
}

/// Rings simplified until they have at most so many points in all, or cannot have fewer.
pub(super) fn at_most(rings: &[Vec<Point>], most: usize) -> Vec<Vec<Point>> {
    // A thousandth of a degree is less than any map shows; each step is a tenth coarser.
    let mut tolerance = 0.001;
    loop {
        let made: Vec<Vec<Point>> = rings.iter().map(|ring| simplified(ring, tolerance)).collect();
        let all: usize = made.iter().map(Vec::len).sum();
        if all <= most || tolerance > COARSEST {
            return made.into_iter().filter(|ring| ring.len() > 3).collect();
        }
        tolerance *= 1.1;
    }
}

/// Degrees beyond which a silhouette says nothing more.
const COARSEST: f64 = 2.0;

/// Degrees east and north, longitudes shortened by the latitude of the first point.
fn flattened(line: &[Point]) -> Vec<(f64, f64)> {
    let shrink = line.first().map_or(1.0, |point| point.latitude.to_radians().cos());
    line.iter().map(|point| (point.longitude * shrink, point.latitude)).collect()
}

/// Where a measure is greatest, with it; the first such place.
fn farthest(range: std::ops::Range<usize>, measure: impl Fn(usize) -> f64) -> Option<(usize, f64)> {
    range.map(|at| (at, measure(at))).reduce(|best, next| if next.1 > best.1 { next } else { best })
}

fn apart(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// From a point to the segment from `a` to `b`.
fn away(point: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let along = if length == 0.0 {
        0.0
    } else {
        (((point.0 - a.0) * dx + (point.1 - a.1) * dy) / length).clamp(0.0, 1.0)
    };
    apart(point, (a.0 + along * dx, a.1 + along * dy))
}

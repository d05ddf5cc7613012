//! Whether a straight line on the map meets a broken one.

use super::point::Point;

/// Whether the straight line from `a` to `b` crosses a broken line, its ends included.
///
/// Degrees are taken as a plane, which is right for lines of some hundred kilometres away from the
/// poles and from the line of change of date.
pub fn crosses(a: Point, b: Point, line: &[Point]) -> bool {
    a != b && line.windows(2).any(|part| meet(a, b, part[0], part[1]))
}

/// Whether two segments have a point in common.
fn meet(a: Point, b: Point, c: Point, d: Point) -> bool {
    let apart = |from: fn(&Point) -> f64| {
        let (least, most) = (from(&a).min(from(&b)), from(&a).max(from(&b)));
        from(&c).max(from(&d)) < least || from(&c).min(from(&d)) > most
    };
    if apart(|point| point.latitude) || apart(|point| point.longitude) {
        return false;
    }
    let opposite = |one: f64, other: f64| one * other <= 0.0;
    opposite(side(a, b, c), side(a, b, d)) && opposite(side(c, d, a), side(c, d, b))
}

/// On which side of the line through `a` and `b` a point lies; 0 on it.
fn side(a: Point, b: Point, point: Point) -> f64 {
    (b.longitude - a.longitude) * (point.latitude - a.latitude)
        - (b.latitude - a.latitude) * (point.longitude - a.longitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64) -> Point {
        Point { latitude, longitude }
    }

    #[test]
    fn lines_that_meet() {
        let river = [at(0.0, 0.0), at(1.0, 1.0), at(1.0, 3.0)];
        assert!(crosses(at(1.0, 0.0), at(0.0, 1.0), &river));
        assert!(crosses(at(0.0, 2.0), at(2.0, 2.0), &river));
        // Touching is crossing; beside it, along it on one side and before its end are not.
        assert!(crosses(at(1.0, 2.0), at(2.0, 2.0), &river));
        assert!(!crosses(at(0.0, 1.0), at(0.5, 3.0), &river));
        assert!(!crosses(at(2.0, 0.0), at(1.2, 4.0), &river));
        assert!(!crosses(at(0.0, 4.0), at(2.0, 3.5), &river));
        assert!(!crosses(at(0.5, 0.5), at(0.5, 0.5), &river));
        assert!(!crosses(at(0.0, 0.0), at(1.0, 1.0), &[]));
        assert!(!crosses(at(0.0, 0.0), at(1.0, 1.0), &[at(0.5, 0.5)]));
    }
}

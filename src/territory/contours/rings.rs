//! Borders that follow each other become closed rings.

use std::collections::BTreeMap;

use super::Point;

/// The rings that directed lines make, the largest first. A ring that simplification has made flat is
/// left out, unless all are.
///
/// Where lines cross at a point, which one goes on does not matter: the same ground is enclosed.
pub(super) fn assembled(mut lines: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    lines.retain(|line| line.len() > 1);
    let mut leaving: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    // The last of a list is taken first: the order of the table is kept.
    for (index, line) in lines.iter().enumerate().rev() {
        leaving.entry(key(line.first())).or_default().push(index);
    }
    let mut rings = Vec::new();
    while let Some(start) = leaving.iter().find(|(_, waiting)| !waiting.is_empty()) {
        let start = *start.0;
        let mut ring: Vec<Point> = Vec::new();
        while let Some(index) = leaving.get_mut(&key_of(&ring, start)).and_then(Vec::pop) {
            ring.extend(lines[index].iter().skip(usize::from(!ring.is_empty())));
            if key(ring.last()) == start {
                break;
            }
        }
        rings.push(ring);
    }
    rings.sort_by(|a, b| area(b).total_cmp(&area(a)));
    let thick = rings.iter().take_while(|ring| ring.len() > 3).count().max(1);
    rings.truncate(thick);
    rings
}

/// A point that can be looked up: the same number gives the same bits.
type Key = Option<(u64, u64)>;

fn key(point: Option<&Point>) -> Key {
    point.map(|point| (point.longitude.to_bits(), point.latitude.to_bits()))
}

/// Where the next line of a ring begins.
fn key_of(ring: &[Point], start: Key) -> Key {
    if ring.is_empty() { start } else { key(ring.last()) }
}

/// Square degrees inside a ring, longitudes shortened by the latitude of its first point.
pub(super) fn area(ring: &[Point]) -> f64 {
    let Some(first) = ring.first() else { return 0.0 };
    let flat = |point: &Point| (point.longitude - first.longitude, point.latitude - first.latitude);
    let twice: f64 = ring
        .windows(2)
        .map(|pair| {
            let (a, b) = (flat(&pair[0]), flat(&pair[1]));
            a.0 * b.1 - b.0 * a.1
        })
        .sum();
    twice.abs() / 2.0 * first.latitude.to_radians().cos()
}

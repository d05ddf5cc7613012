//! The spatial index gives what a search through everything would give.

use jalon::territory::{Grid, Near, Point, distance_km};
use proptest::prelude::*;

fn point() -> impl Strategy<Value = Point> {
    // Whole degrees now and then: shared points, edges of cells, poles, the line of change of date.
    let latitude = prop_oneof![-90.0..=90.0_f64, (-9..=9_i8).prop_map(|d| f64::from(d) * 10.0)];
    let longitude =
        prop_oneof![-180.0..=180.0_f64, (-18..=18_i8).prop_map(|d| f64::from(d) * 10.0)];
    (latitude, longitude).prop_map(|(latitude, longitude)| Point { latitude, longitude })
}

/// Points packed as places of one département are.
fn close() -> impl Strategy<Value = Point> {
    (46.0..47.0_f64, 0.0..1.0_f64).prop_map(|(latitude, longitude)| Point { latitude, longitude })
}

fn naive(points: &[Point], from: Point) -> Vec<(f64, usize)> {
    let distance = |(index, point): (usize, &Point)| (distance_km(from, *point), index);
    let mut all: Vec<(f64, usize)> = points.iter().enumerate().map(distance).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    all
}

fn pairs(found: Vec<Near<'_, usize>>) -> Vec<(f64, usize)> {
    found.into_iter().map(|near| (near.km, *near.value)).collect()
}

fn grid(points: &[Point]) -> Grid<usize> {
    points.iter().enumerate().map(|(index, point)| (*point, index)).collect()
}

proptest! {
    #[test]
    fn nearest_anywhere(points in prop::collection::vec(point(), 0..60), from in point(), count in 0..9_usize) {
        let mut expected = naive(&points, from);
        expected.truncate(count);
        prop_assert_eq!(pairs(grid(&points).nearest(from, count)), expected);
    }

    #[test]
    fn within_anywhere(points in prop::collection::vec(point(), 0..60), from in point(), km in 0.0..21_000.0_f64) {
        let mut expected = naive(&points, from);
        expected.retain(|(distance, _)| *distance <= km);
        prop_assert_eq!(pairs(grid(&points).within(from, km)), expected);
    }

    #[test]
    fn nearest_in_a_departement(points in prop::collection::vec(close(), 1..200), from in close(), count in 1..20_usize) {
        let mut expected = naive(&points, from);
        expected.truncate(count);
        prop_assert_eq!(pairs(grid(&points).nearest(from, count)), expected);
    }

    #[test]
    fn within_in_a_departement(points in prop::collection::vec(close(), 1..200), from in close(), km in 0.0..60.0_f64) {
        let mut expected = naive(&points, from);
        expected.retain(|(distance, _)| *distance <= km);
        prop_assert_eq!(pairs(grid(&points).within(from, km)), expected);
    }
}

#[test]
fn what_is_no_place_finds_nothing_and_harms_nothing() {
    let nowhere = Point { latitude: f64::NAN, longitude: f64::INFINITY };
    let here = Point { latitude: 46.4, longitude: 0.1 };
    let mut grid = grid(&[here]);
    assert!(grid.nearest(nowhere, 1).is_empty());
    assert!(grid.within(here, f64::NAN).is_empty());
    assert!(grid.within(here, -1.0).is_empty());
    grid.insert(nowhere, 7);
    assert_eq!(pairs(grid.nearest(here, 2)), [(0.0, 0)]);
    assert!(Grid::<()>::default().nearest(here, 3).is_empty());
}

//! Communes around a point.

use std::sync::LazyLock;

use super::commune::{Commune, communes};
use super::grid::{Grid, Near};
use super::point::Point;

/// Communes at their centre. Those without a point (most of the overseas collectivities) are not in it.
static GRID: LazyLock<Grid<&'static Commune>> = LazyLock::new(|| {
    let placed = communes().iter().filter_map(|c| Some((c.centre()?, c)));
    placed.collect()
});

/// The `count` communes whose centre is nearest to a point, nearest first.
pub fn nearest_communes(from: Point, count: usize) -> Vec<Near<'static, &'static Commune>> {
    GRID.nearest(from, count)
}

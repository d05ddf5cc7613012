//! Values at points of the Earth, found by nearness without reading them all.

use std::collections::BTreeMap;

use super::cells::{cell, column, columns, reach};
use super::point::{FARTHEST_KM, Point, Spot, distance_km};

/// Where the search for the nearest begins, in kilometres.
const FIRST_KM: f64 = 10.0;

/// Values that are looked at one by one sooner than by their cells.
const FEW: usize = 32;

/// A spatial index: values at points, in cells of a tenth of a degree.
///
/// Memory grows with the values only. Points the same distance away come in the order of insertion,
/// so that every answer is the same in every run.
#[derive(Clone, Debug)]
pub struct Grid<T> {
    places: Vec<(Point, T)>,
    /// The same points, as they are compared.
    spots: Vec<Spot>,
    cells: BTreeMap<(i16, i16), Vec<u32>>,
}

/// A value found near a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near<'a, T> {
    /// Kilometres from the point that was asked about.
    pub km: f64,
    /// Where the value is.
    pub point: Point,
    /// The value.
    pub value: &'a T,
}

impl<T> Default for Grid<T> {
    fn default() -> Self {
        Self { places: Vec::new(), spots: Vec::new(), cells: BTreeMap::new() }
    }
}

impl<T> Extend<(Point, T)> for Grid<T> {
    fn extend<I: IntoIterator<Item = (Point, T)>>(&mut self, places: I) {
        for (point, value) in places {
            self.insert(point, value);
        }
    }
}

impl<T> FromIterator<(Point, T)> for Grid<T> {
    fn from_iter<I: IntoIterator<Item = (Point, T)>>(places: I) -> Self {
        let mut grid = Self::default();
        grid.extend(places);
        grid
    }
}

impl<T> Grid<T> {
    /// Puts a value at a point. Several values may share one point.
    pub fn insert(&mut self, point: Point, value: T) {
        let index = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let cell = (cell(point.latitude), column(point.longitude));
        self.cells.entry(cell).or_default().push(index);
        self.places.push((point, value));
        self.spots.push(Spot::of(point));
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The `count` nearest values, nearest first; fewer when there are fewer.
    pub fn nearest(&self, from: Point, count: usize) -> Vec<Near<'_, T>> {
        let wanted = count.min(self.len());
        let mut km = if self.len() <= FEW { FARTHEST_KM } else { FIRST_KM };
        loop {
            let near = self.first(from, self.apart(from, km), wanted);
            // Within the circle all was looked at: what lies beyond it may be farther than what was not.
            let sure = near.len() == wanted && near.last().is_none_or(|last| last.km <= km);
            if sure || km >= FARTHEST_KM {
                return near;
            }
            km *= 2.0;
        }
    }

    /// The values at most `km` kilometres away, nearest first.
    pub fn within(&self, from: Point, km: f64) -> Vec<Near<'_, T>> {
        let mut near = self.measured(from, self.apart(from, km));
        near.retain(|near| near.km <= km);
        near
    }

    /// What is at most `km` kilometres away, and a little more: how far apart it is, and its index.
    fn apart(&self, from: Point, km: f64) -> Vec<(f64, u32)> {
        let most = Spot::at_most(Spot::apart_by(km));
        let here = Spot::of(from);
        let apart = |index: u32| (here.apart(&self.spots[index as usize]), index);
        let near = |(apart, _): &(f64, u32)| *apart <= most;
        match self.len() <= FEW {
            true => (0..).take(self.len()).map(apart).filter(near).collect(),
            false => self.around(from, km).map(apart).filter(near).collect(),
        }
    }

    /// The nearest of what was found. Kilometres cost sines: only what may be among them is measured.
    fn first(&self, from: Point, mut found: Vec<(f64, u32)>, count: usize) -> Vec<Near<'_, T>> {
        if let Some(last) = count.checked_sub(1).filter(|_| found.len() > count) {
            let (_, (apart, _), _) = found.select_nth_unstable_by(last, by_apartness);
            let most = Spot::at_most(*apart);
            found.retain(|(apart, _)| *apart <= most);
        }
        let mut near = self.measured(from, found);
        near.truncate(count);
        near
    }

    /// The same with its kilometres, nearest first; as near, in the order of insertion.
    fn measured(&self, from: Point, found: Vec<(f64, u32)>) -> Vec<Near<'_, T>> {
        let km = |(_, index): (f64, u32)| (distance_km(from, self.places[index as usize].0), index);
        let mut found: Vec<(f64, u32)> = found.into_iter().map(km).collect();
        found.sort_unstable_by(by_apartness);
        let near = |(km, index): (f64, u32)| {
            let (point, value) = &self.places[index as usize];
            Near { km, point: *point, value }
        };
        found.into_iter().map(near).collect()
    }

    /// What lies in the cells that a circle touches.
    fn around(&self, from: Point, km: f64) -> impl Iterator<Item = u32> {
        // One cell more on each side: rounding never loses a point on an edge.
        let (north, east) = reach(from, km);
        let rows = cell(from.latitude - north) - 1..=cell(from.latitude + north) + 1;
        let columns = columns(from.longitude, east);
        self.rows(rows).flat_map(move |row| {
            let columns = columns.clone();
            columns.into_iter().flat_map(move |(first, last)| {
                let cells = self.cells.range((row, first)..=(row, last));
                cells.flat_map(|(_, indexes)| indexes.iter().copied())
            })
        })
    }

    /// The rows asked for that the grid may hold.
    fn rows(&self, asked: std::ops::RangeInclusive<i16>) -> std::ops::RangeInclusive<i16> {
        let first = self.cells.keys().next().map_or(0, |(row, _)| *row);
        let last = self.cells.keys().next_back().map_or(-1, |(row, _)| *row);
        *asked.start().max(&first)..=*asked.end().min(&last)
    }
}

fn by_apartness(a: &(f64, u32), b: &(f64, u32)) -> std::cmp::Ordering {
    a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
}

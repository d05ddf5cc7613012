//! Contours of the départements and of the EPCI, for maps: simplified, neighbours sharing their borders.
//!
//! The table holds each border once, with the region on either side; a region is what an EPCI has in a
//! département. A contour is put together from the borders that have only one side in it. Lines are
//! simplified one border at a time, so that two neighbours drawn at one fineness still meet.

mod rings;
mod simplify;

use std::sync::LazyLock;

use super::packed::unpack;
use super::point::Point;
use rings::assembled;
use simplify::{at_most, simplified};

/// Units of the embedded coordinates in a degree: 55 m from north to south.
const SCALE: f64 = 2_000.0;

/// A part of a territory this much smaller than its largest one is left out of a silhouette.
const SMALLEST_PART: f64 = 0.05;

/// The shape of a territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// Closed rings, first point repeated at the end, the largest first: mainland, islands, and holes
    /// (which the even-odd rule of drawings leaves empty).
    pub anneaux: Vec<Vec<Point>>,
    /// Borders inside: between the EPCI of a département, or the départements of an EPCI. Each once.
    pub interieurs: Vec<Vec<Point>>,
}

/// What an EPCI has in a département.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Region {
    departement: &'static str,
    /// SIREN; empty for communes without EPCI.
    epci: &'static str,
}

/// A line between two regions.
struct Border {
    /// The region on the right of who follows the line.
    right: Region,
    /// That on the left; none at the sea and at other countries.
    left: Option<Region>,
    line: Vec<Point>,
}

static BORDERS: LazyLock<Vec<Border>> = LazyLock::new(|| {
    let table = unpack(include_bytes!("../data/contours.tsv.br"));
    table.lines().filter_map(read).collect()
});

fn read(line: &'static str) -> Option<Border> {
    let mut fields = line.split('\t');
    let (right, left) = (region(fields.next()?)?, region(fields.next()?));
    Some(Border { right, left, line: points(fields.next()?) })
}

fn region(text: &'static str) -> Option<Region> {
    let (departement, epci) = text.split_once('/')?;
    Some(Region { departement, epci })
}

/// Reads the first point, then the steps.
fn points(text: &str) -> Vec<Point> {
    let mut numbers = text.split(' ').filter_map(|number| number.parse::<i32>().ok());
    let mut at = (0, 0);
    let mut found = Vec::new();
    while let (Some(east), Some(north)) = (numbers.next(), numbers.next()) {
        at = (at.0 + east, at.1 + north);
        found.push(Point { latitude: f64::from(at.1) / SCALE, longitude: f64::from(at.0) / SCALE });
    }
    found
}

/// The contour of a département (`86`), its lines within `fineness` degrees of latitude of those of
/// the table (0 for all of them). None for overseas collectivities, which the source does not have.
pub fn contour_departement(code: &str, fineness: f64) -> Option<Contour> {
    contour(|region| region.departement == code, |_, _| true, fineness)
}

/// The contour of several départements together; inside, the borders between them alone.
pub fn contour_departements(codes: &[&str], fineness: f64) -> Option<Contour> {
    let within = |region: Region| codes.contains(&region.departement);
    contour(within, |a, b| a.departement != b.departement, fineness)
}

/// The contour of an EPCI, by its SIREN, in all the départements it has communes in.
pub fn contour_epci(siren: &str, fineness: f64) -> Option<Contour> {
    contour(|region| region.epci == siren, |_, _| true, fineness)
}

/// A very coarse outline of a département: closed rings, the largest first, that have at most `most`
/// points in all (or four each). Small islands are left out.
pub fn silhouette(code: &str, most: usize) -> Option<Vec<Vec<Point>>> {
    let mut rings = contour_departement(code, 0.0)?.anneaux;
    let least = rings.first().map_or(0.0, |ring| rings::area(ring)) * SMALLEST_PART;
    rings.retain(|ring| rings::area(ring) >= least);
    Some(at_most(&rings, most))
}

/// Puts together the borders of the regions `within`; those inside are kept when `shown`.
fn contour(
    within: impl Fn(Region) -> bool,
    shown: impl Fn(Region, Region) -> bool,
    fineness: f64,
) -> Option<Contour> {
    let (mut around, mut interieurs) = (Vec::new(), Vec::new());
    for Border { right, left, line } in BORDERS.iter() {
        match (within(*right), left.filter(|left| within(*left))) {
            (true, Some(left)) if shown(*right, left) => {
                interieurs.push(simplified(line, fineness));
            }
            (true, None) => around.push(simplified(line, fineness)),
            (false, Some(_)) => {
                let mut line = simplified(line, fineness);
                line.reverse();
                around.push(line);
            }
            _ => {}
        }
    }
    let anneaux = assembled(around);
    (!anneaux.is_empty()).then_some(Contour { anneaux, interieurs })
}

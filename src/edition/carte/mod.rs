//! Maps without tiles: a territory drawn as inline SVG, small enough to travel inside a page.
//!
//! A map is an illustration: the list beside it says the same, and its text alternative says so. It is
//! drawn in the colour of the text (`currentColor`) on that of the page (`Canvas`), without any rule of
//! style: it follows dark screens, forced colours and paper by itself. Nothing is said by colour alone.
//!
//! Units: a map is always [`WIDTH`] units wide, so that letters have the same size on all of them.

mod cadre;
mod etiquettes;
mod repere;
mod trace;
mod vignette;

use crate::territory::{
    Commune, Contour, Point, contour_departement, contour_departements, contour_epci,
};
use crate::text::escaped;

use cadre::Cadre;
use etiquettes::{Boite, placees};
use trace::Trace;

pub use repere::{Repere, locator};
pub use vignette::vignette;

/// Width of every map, in its own units: about half a unit is a pixel of a telephone.
pub const WIDTH: i32 = 640;
/// Height of a figure, with which numbers are 11.7 px high where a map is 288 px wide.
const LETTER: i32 = 26;
/// Lines may stray this far, in units, from those of the table.
const FINENESS: f64 = 1.2;
/// Farther than this from its place, a number is tied to it by a line.
const TIED: f64 = 26.0;

/// How places are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marque {
    /// A full dot.
    Pleine,
    /// A ring: the contrary of a full dot, on paper too.
    Creuse,
}

/// A map being drawn.
#[derive(Clone, Debug)]
pub struct Carte {
    cadre: Cadre,
    /// Elements under the letters.
    dessin: String,
    /// Dots, which numbers keep clear of where they can.
    points: Vec<(i32, i32)>,
    lettres: String,
}

impl Carte {
    /// A département and the borders of its EPCI.
    pub fn departement(code: &str) -> Option<Self> {
        Self::of(|fineness| contour_departement(code, fineness))
    }

    /// Several départements and the borders between them.
    pub fn departements(codes: &[&str]) -> Option<Self> {
        Self::of(|fineness| contour_departements(codes, fineness))
    }

    /// An EPCI, and the borders of départements in it.
    pub fn epci(siren: &str) -> Option<Self> {
        Self::of(|fineness| contour_epci(siren, fineness))
    }

    fn of(contour: impl Fn(f64) -> Option<Contour>) -> Option<Self> {
        let cadre = Cadre::around(&contour(0.0)?.anneaux)?;
        let contour = contour(cadre.degrees(FINENESS))?;
        let mut carte =
            Self { cadre, dessin: String::new(), points: Vec::new(), lettres: String::new() };
        carte
            .shape(&contour.anneaux, r#" fill="currentColor" fill-opacity=".07" stroke-width="3""#);
        let mut inside = Trace::default();
        for line in &contour.interieurs {
            inside.line(line.iter().map(|point| carte.cadre.place(*point)));
        }
        carte.path(&inside, r#" stroke-opacity=".55" stroke-width="1.5""#);
        Some(carte)
    }

    /// Brings out a part of the map: darker, within a thick line.
    pub fn part(&mut self, part: &Contour) {
        self.shape(&part.anneaux, r#" fill="currentColor" fill-opacity=".3" stroke-width="5""#);
    }

    /// The contour of an EPCI as fine as this map, to bring out.
    pub fn contour_epci(&self, siren: &str) -> Option<Contour> {
        contour_epci(siren, self.cadre.degrees(FINENESS))
    }

    /// Marks places with dots of a diameter in units.
    pub fn points(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        diametre: u16,
        marque: Marque,
    ) {
        let mut places: Vec<(i32, i32)> =
            points.into_iter().map(|point| self.cadre.place(point)).collect();
        // Neighbours one after the other make short steps.
        places.sort_unstable();
        places.dedup();
        let mut dots = Trace::default();
        for place in &places {
            dots.dot(*place);
        }
        self.points.extend(places);
        self.path(&dots, &format!(r#" stroke-width="{diametre}" stroke-linecap="round""#));
        if marque == Marque::Creuse {
            let inner = diametre.saturating_sub(6).max(2);
            self.path(
                &dots,
                &format!(r#" stroke="Canvas" stroke-width="{inner}" stroke-linecap="round""#),
            );
        }
    }

    /// Writes numbers, or other short texts, at places; those that would overlap are moved apart, and
    /// one that went far is tied to its place.
    pub fn numeros<'t>(&mut self, numeros: impl IntoIterator<Item = (&'t str, Point)>) {
        let numeros: Vec<(&str, (i32, i32))> =
            numeros.into_iter().map(|(text, point)| (text, self.cadre.place(point))).collect();
        let mut ties = Trace::default();
        for (boite, (text, place)) in self.placed(&numeros).iter().zip(&numeros) {
            if boite.away(*place) > TIED {
                ties.line([*place, boite.middle]);
                ties.dot(*place);
            }
            // The middle of the figures, which have no tails, is a third of their height up.
            let (x, y) = (boite.middle.0, boite.middle.1 + LETTER * 9 / 25);
            self.lettres.push_str(&format!(r#"<text x="{x}" y="{y}">{}</text>"#, escaped(text)));
        }
        self.path(&ties, r#" stroke-width="2""#);
    }

    /// Where texts go so that none covers another.
    fn placed(&self, numeros: &[(&str, (i32, i32))]) -> Vec<Boite> {
        placees(numeros, &self.points, (WIDTH, self.cadre.height))
    }

    fn shape(&mut self, rings: &[Vec<Point>], how: &str) {
        let mut trace = Trace::default();
        for ring in rings {
            trace.ring(ring.iter().map(|point| self.cadre.place(*point)));
        }
        self.path(&trace, &format!(r#" fill-rule="evenodd"{how}"#));
    }

    fn path(&mut self, trace: &Trace, how: &str) {
        if !trace.text.is_empty() {
            self.dessin.push_str(&format!(r#"<path{how} d="{}"/>"#, trace.text));
        }
    }

    /// The drawing with its text alternative; without one, nothing is said of it.
    pub fn svg(&self, alternative: Option<&str>) -> String {
        let mut svg = format!(
            r#"<svg class="carte" viewBox="0 0 {WIDTH} {}" {}><g fill="none" stroke="currentColor" stroke-linejoin="round">{}</g>"#,
            self.cadre.height,
            said(alternative),
            self.dessin
        );
        if !self.lettres.is_empty() {
            svg.push_str(&format!(
                r#"<g fill="currentColor" stroke="Canvas" stroke-width="6" stroke-linejoin="round" paint-order="stroke" text-anchor="middle" font-size="{LETTER}" font-weight="700">{}</g>"#,
                self.lettres
            ));
        }
        svg + "</svg>"
    }
}

/// How an SVG is presented to who does not see it.
fn said(alternative: Option<&str>) -> String {
    match alternative {
        Some(text) => format!(r#"role="img" aria-label="{}""#, escaped(text)),
        None => r#"aria-hidden="true""#.to_owned(),
    }
}

/// A place for the name of several communes: the one nearest to the middle of them all, which is
/// surely inside what they make together.
pub fn milieu<'c>(communes: impl IntoIterator<Item = &'c Commune>) -> Option<Point> {
    let points: Vec<Point> = communes.into_iter().filter_map(|commune| commune.point).collect();
    let count = u32::try_from(points.len()).ok().map(f64::from)?;
    let mean = |of: fn(&Point) -> f64| points.iter().map(of).sum::<f64>() / count;
    let middle = Point { latitude: mean(|at| at.latitude), longitude: mean(|at| at.longitude) };
    let away = |point: &Point| crate::territory::distance_km(middle, *point);
    points.iter().copied().min_by(|a, b| away(a).total_cmp(&away(b)))
}

#[cfg(test)]
mod tests;

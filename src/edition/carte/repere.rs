//! A small map of a département with one dot, for the page of a commune.

use std::sync::{LazyLock, OnceLock};

use crate::territory::{
    Commune, Departement, Point, departements, direction, distance_km, silhouette,
};
use crate::text::typography;

use super::cadre::Cadre;
use super::said;
use super::trace::Trace;

/// Points of the outline: each weighs two or three bytes on every page of a commune.
const POINTS: usize = 26;
/// Width, height and border, in pixels.
const BOX: (i32, i32, i32) = (72, 72, 3);
/// A place this near to the middle, in parts of the height, is in the centre.
const CENTRE: f64 = 0.15;

/// An outline, made when the first of its communes asks for it.
type Made = OnceLock<Option<Repere>>;

/// The outlines, in the order of [`departements`].
static REPERES: LazyLock<Vec<Made>> =
    LazyLock::new(|| departements().iter().map(|_| Made::new()).collect());

/// Where a commune is in its own département, drawn; none overseas where the source has no contour.
pub fn locator(commune: &Commune) -> Option<String> {
    let all = departements().iter().zip(REPERES.iter());
    let (departement, made) = all.into_iter().find(|(one, _)| one.code == commune.departement)?;
    let repere = made.get_or_init(|| Repere::of(departement)).as_ref()?;
    Some(repere.svg(commune.point?))
}

/// The outline of a département, drawn once for all its communes.
#[derive(Clone, Debug)]
pub struct Repere {
    cadre: Cadre,
    outline: String,
    middle: Point,
    /// Kilometres from south to north.
    tall: f64,
    de_nom: String,
}

impl Repere {
    /// The outline of a département; none for overseas collectivities.
    pub fn of(departement: &Departement) -> Option<Self> {
        let rings = silhouette(departement.code, POINTS)?;
        let cadre = Cadre::within(&rings, BOX.0, BOX.1, BOX.2)?;
        let mut trace = Trace::default();
        for ring in &rings {
            trace.ring(ring.iter().map(|point| cadre.place(*point)));
        }
        let points = || rings.iter().flatten();
        let latitudes = || points().map(|point| point.latitude);
        let (south, north) = (latitudes().reduce(f64::min)?, latitudes().reduce(f64::max)?);
        let longitudes = || points().map(|point| point.longitude);
        let (west, east) = (longitudes().reduce(f64::min)?, longitudes().reduce(f64::max)?);
        let middle =
            Point { latitude: f64::midpoint(south, north), longitude: f64::midpoint(west, east) };
        let of_latitude = |latitude| Point { latitude, ..middle };
        Some(Self {
            cadre,
            outline: trace.text,
            middle,
            tall: distance_km(of_latitude(south), of_latitude(north)),
            de_nom: typography(departement.de_nom),
        })
    }

    /// « Dans le sud-ouest de la Vienne », « Au centre de la Vienne ».
    pub fn ou(&self, point: Point) -> String {
        let way = direction(self.middle, point);
        let part = match way.strip_prefix("au ") {
            _ if distance_km(self.middle, point) < self.tall * CENTRE => "Au centre".to_owned(),
            Some(part) => format!("Dans le {part}"),
            None => format!("Dans {}", way.trim_start_matches("à ")),
        };
        format!("{part} {}", self.de_nom)
    }

    /// The outline with a dot, and [`Repere::ou`] as its text.
    pub fn svg(&self, point: Point) -> String {
        let mut dot = Trace::default();
        dot.dot(self.cadre.place(point));
        format!(
            r#"<svg width="{0}" height="{1}" {2} fill="none" stroke="currentColor"><path d="{3}"/><path stroke-width="9" stroke-linecap="round" d="{4}"/></svg>"#,
            BOX.0,
            self.cadre.height,
            said(Some(&self.ou(point))),
            self.outline,
            dot.text
        )
    }
}

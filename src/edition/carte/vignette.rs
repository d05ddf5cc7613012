//! A département and its EPCI as a pictogram beside a link: no number, no dot, half a kilobyte.

use crate::territory::contour_departement;

use super::cadre::Cadre;
use super::said;
use super::trace::Trace;

/// Largest side, in units; two of them are a pixel.
const SIDE: i32 = 160;
/// Lines may stray this far, in units, from those of the table.
const FINENESS: f64 = 2.0;

/// The pictogram of a département; it says nothing that the words of its link do not.
pub fn vignette(code: &str) -> Option<String> {
    let cadre = Cadre::within(&contour_departement(code, 0.0)?.anneaux, SIDE, SIDE, 4)?;
    let contour = contour_departement(code, cadre.degrees(FINENESS))?;
    let (mut around, mut inside) = (Trace::default(), Trace::default());
    for ring in &contour.anneaux {
        around.ring(ring.iter().map(|point| cadre.place(*point)));
    }
    for line in &contour.interieurs {
        inside.line(line.iter().map(|point| cadre.place(*point)));
    }
    Some(format!(
        r#"<svg viewBox="0 0 {SIDE} {0}" width="{1}" height="{2}" {3} fill="none" stroke="currentColor"><path stroke-width="3" d="{4}"/><path stroke-width="1.5" d="{5}"/></svg>"#,
        cadre.height,
        SIDE / 2,
        cadre.height / 2,
        said(None),
        around.text,
        inside.text
    ))
}

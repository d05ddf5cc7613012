//! The map of coverage: a mark for each commune, larger and darker the farther its help is.

use crate::edition::carte::{Carte, Marque};
use crate::text::thousands;

use super::communes::{Desserte, chemin};
use super::html::{dit, paragraph};
use super::page::{counted, people};
use super::{Bilan, habitants};

/// A step of the map: its mark, and the communes that have it.
struct Pas<'d, 'a> {
    marque: Marque,
    diametre: u16,
    mots: String,
    communes: Vec<&'d Desserte<'a>>,
}

/// The map with its key in words; nothing for territories without contour.
pub(super) fn section(bilan: &Bilan<'_>) -> String {
    let Some(mut carte) = Carte::departement(bilan.guide.departement.code) else {
        return String::new();
    };
    let steps = steps(bilan);
    // The largest last: what matters covers what does not.
    for step in &steps {
        let points = step.communes.iter().filter_map(|one| one.commune.centre());
        carte.points(points, step.diametre, step.marque);
    }
    let far: usize = bilan.loin().len();
    let said = format!(
        "Carte : {} sur {} sont à plus de {} km d’une aide aux démarches. Les tableaux de cette page disent lesquelles.",
        counted(far, "commune"),
        thousands(bilan.communes.len()),
        bilan.km
    );
    let key: String = steps.iter().map(legende).collect();
    let words = "Un signe par commune, selon le lieu le plus proche qui aide aux démarches :";
    format!("{}\n{}<ul class=\"cle\">\n{key}</ul>\n", carte.svg(Some(&said)), paragraph(words))
}

/// The steps, from help in the commune to help nowhere near.
fn steps<'d, 'a>(bilan: &'d Bilan<'a>) -> [Pas<'d, 'a>; 4] {
    let km = bilan.km;
    let far = 2 * u32::from(km);
    let step = |one: &Desserte<'_>| {
        let way = one.demarche.as_ref().and_then(chemin);
        match way {
            _ if !one.est_loin(km) && one.lieux > 0 => 0,
            _ if !one.est_loin(km) => 1,
            Some(way) if way <= f64::from(far) => 2,
            _ => 3,
        }
    };
    let of = |rank: usize| {
        let placed = bilan.communes.iter().filter(|one| one.commune.centre().is_some());
        placed.filter(|one| step(one) == rank).collect()
    };
    let pas =
        |rank, marque, diametre, mots: String| Pas { marque, diametre, mots, communes: of(rank) };
    [
        pas(
            0,
            Marque::Creuse,
            13,
            format!("anneau : un lieu d’aide dans la commune, démarches à {km} km au plus"),
        ),
        pas(1, Marque::Pleine, 4, format!("petit point : à {km} km au plus")),
        pas(2, Marque::Pleine, 10, format!("point moyen : de {km} à {far} km")),
        pas(3, Marque::Pleine, 18, format!("gros point : à plus de {far} km, ou nulle part")),
    ]
}

/// A mark with its words, and how many it stands for.
fn legende(step: &Pas<'_, '_>) -> String {
    // As wide as in the map where a unit is a pixel.
    let (size, middle) = (24, 12);
    let dot = |colour: &str, width: u16| {
        format!("<path d=\"M{middle} {middle}h0\" stroke=\"{colour}\" stroke-width=\"{width}\"/>")
    };
    let inner = match step.marque {
        Marque::Creuse => dot("Canvas", step.diametre.saturating_sub(6).max(2)),
        Marque::Pleine => String::new(),
    };
    format!(
        "<li><svg width=\"{size}\" height=\"{size}\" aria-hidden=\"true\" stroke-linecap=\"round\">{}{inner}</svg> {}</li>\n",
        dot("currentColor", step.diametre),
        dit(&format!(
            "{} : {}, {}",
            step.mots,
            counted(step.communes.len(), "commune"),
            people(habitants(step.communes.iter().copied()))
        ))
    )
}

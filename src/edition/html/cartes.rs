//! Maps of pages: of a guide's intercommunalités, of one of them, of the guides of a site.
//!
//! The numbers of a map are those of the list after it: both are made here from the same ranks.

use crate::edition::carte::{Carte, Marque, milieu};
use crate::guide::{Guide, Intercommunalite};
use crate::territory::{Point, Zone, communes_of_departement, communes_of_epci};
use crate::text::typography;
use crate::theme::Labels;

use super::here::Here;

/// Diameter of a dot, in units of the map.
const DOT: u16 = 9;
/// Communes up to which each has a number on the map of its intercommunalité; above, dots say where
/// there is something, and the list has no numbers.
const MOST_NUMBERS: usize = 60;

/// A map, and the ranks it numbers, in the order of the numbers.
#[derive(Default)]
pub(super) struct Numerotee {
    /// The drawing; empty where there is none.
    pub svg: String,
    /// Ranks in the list of the guide; none where dots say enough.
    pub rangs: Vec<usize>,
}

/// The département with its intercommunalités, numbered, and the communes where something is.
pub(super) fn intercommunalites(here: Here<'_>) -> Numerotee {
    let departement = here.guide().departement;
    let Some(mut carte) = Carte::departement(departement.code) else {
        return Numerotee::default();
    };
    let all = here.guide().intercommunalites.iter().enumerate();
    let placed: Vec<(usize, Point)> =
        all.filter_map(|(rank, epci)| Some((rank, here.middle(epci)?))).collect();
    let served = here.guide().communes_servies().map(|(_, ici)| ici);
    let served = served.filter(|ici| ici.commune.departement == departement.code);
    carte.points(served.filter_map(|ici| ici.commune.point), DOT, Marque::Pleine);
    numbered(&mut carte, placed.iter().map(|(_, point)| *point));
    let de_nom = typography(departement.de_nom);
    let said = here.labels().say("carte.departement", &[("de_nom", &de_nom)]);
    let rangs = placed.into_iter().map(|(rank, _)| rank).collect();
    Numerotee { svg: carte.svg(Some(&said)), rangs }
}

/// An intercommunalité with its communes where something is, numbered unless they are too many;
/// without any there is nothing to show.
pub(super) fn intercommunalite(
    here: Here<'_>,
    epci: &Intercommunalite,
    served: &[usize],
) -> Numerotee {
    let drawn = Carte::epci(epci.epci.siren).filter(|_| !served.is_empty());
    let Some(mut carte) = drawn else { return Numerotee::default() };
    let point = |rank: &usize| here.guide().communes[*rank].commune.point;
    let points: Vec<Point> = served.iter().filter_map(point).collect();
    let nom = typography(epci.epci.nom_propre());
    if points.len() < served.len() || served.len() > MOST_NUMBERS {
        carte.points(points, DOT, Marque::Pleine);
        let said = here.labels().say("carte.points", &[("nom", &nom)]);
        return Numerotee { svg: carte.svg(Some(&said)), rangs: Vec::new() };
    }
    numbered(&mut carte, points.into_iter());
    let said = here.labels().say("carte.intercommunalite", &[("nom", &nom)]);
    Numerotee { svg: carte.svg(Some(&said)), rangs: served.to_vec() }
}

/// The départements of the guides, each by its code, as lists write it; empty for one guide, and for
/// overseas ones, too far apart to be drawn together.
pub(super) fn departements<'g>(guides: impl Iterator<Item = &'g Guide>, labels: &Labels) -> String {
    let drawn = guides.map(|guide| guide.departement);
    let mut codes: Vec<&str> =
        drawn.filter(|one| one.zone == Zone::Metropole).map(|one| one.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let Some(mut carte) = Carte::departements(&codes).filter(|_| codes.len() > 1) else {
        return String::new();
    };
    let middle = |code: &&'static str| Some((*code, milieu(communes_of_departement(code))?));
    carte.numeros(codes.iter().filter_map(middle));
    carte.svg(Some(labels.word("carte.site")))
}

/// Writes 1, 2, 3… at places.
fn numbered(carte: &mut Carte, points: impl Iterator<Item = Point>) {
    let numbers: Vec<(String, Point)> =
        points.enumerate().map(|(rank, point)| ((rank + 1).to_string(), point)).collect();
    carte.numeros(numbers.iter().map(|(number, point)| (number.as_str(), *point)));
}

impl Here<'_> {
    /// Where the number of an intercommunalité goes on the map of the département; none for one that
    /// has no commune in it.
    fn middle(&self, epci: &Intercommunalite) -> Option<Point> {
        let code = self.guide().departement.code;
        let communes = communes_of_epci(epci.epci.siren).into_iter();
        milieu(communes.filter(|commune| commune.departement == code))
    }
}

//! What is around a commune: the nearest place for each need not met there, the nearest communes.

use std::collections::BTreeMap;

use crate::guide::Ici;
use crate::plan::About;
use crate::territory::{direction, distance_km};
use crate::text::typography;
use crate::vocabulary::BESOINS;

use crate::edition::html::here::Here;
use crate::edition::html::near::Needs;
use crate::edition::html::parts::{Entree, capital};

/// Neighbouring communes shown.
const NEIGHBOURS: usize = 5;

/// For each need of the home page that nothing here answers, the nearest place that does.
pub(super) fn manque<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let Some(centre) = ici.commune.centre() else { return Vec::new() };
    let common = here.common();
    // What comes here answers here; what only passes is no place to go to elsewhere.
    let comes = ici.passages.iter().filter_map(|&rank| here.guide().passages[rank].de);
    let comes = comes.filter(|who| who.guide == here.index).map(|who| who.index);
    let met: Needs =
        ici.acteurs.iter().copied().chain(comes).fold(0, |all, one| all | common.needs[one]);
    let acteurs = here.guide().acteurs.iter().enumerate();
    let passing: Vec<usize> = acteurs
        .filter(|(_, acteur)| acteur.tournee.is_some() && acteur.horaires.is_none())
        .map(|(index, _)| index)
        .collect();
    let mut by_place: BTreeMap<usize, (f64, Vec<&'static str>)> = BTreeMap::new();
    for (bit, besoin) in BESOINS.iter().enumerate().filter(|(_, besoin)| besoin.home) {
        let need = 1 << bit;
        let found = common.near.nearest(centre, need, 1, &passing);
        if let Some(found) = found.first().filter(|_| met & need == 0) {
            by_place.entry(found.acteur).or_insert((found.km, Vec::new())).1.push(besoin.title);
        }
    }
    let mut places: Vec<(usize, (f64, Vec<&'static str>))> = by_place.into_iter().collect();
    places.sort_by(|(_, (a, _)), (_, (b, _))| a.total_cmp(b));
    let entree = |(acteur, (km, needs)): (usize, (f64, Vec<&'static str>))| {
        let mut entree = here.entree(acteur);
        let far = here.kilometres(km);
        let commune = common.acteurs[acteur].commune.as_str();
        entree.lignes = needs.into_iter().map(Into::into).collect();
        entree.lignes.push(
            here.labels().say("loin.avec_commune", &[("loin", &far), ("commune", commune)]).into(),
        );
        entree.lignes.extend(here.change(here.at(acteur)).map(Into::into));
        entree
    };
    places.into_iter().map(entree).collect()
}

/// The nearest other communes that have something.
pub(super) fn voisines<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let Some(centre) = ici.commune.centre() else { return Vec::new() };
    let others = here.guide().communes.iter().enumerate();
    let mut near: Vec<(f64, usize, &Ici)> = others
        .filter(|(_, other)| other.commune.code != ici.commune.code)
        .filter_map(|(rank, other)| {
            Some((distance_km(centre, other.commune.centre()?), rank, other))
        })
        .collect();
    near.sort_by(|(a, ..), (b, ..)| a.total_cmp(b));
    near.truncate(NEIGHBOURS);
    let entree = |(km, rank, other): (f64, usize, &Ici)| {
        let way = other.commune.centre().map(|there| direction(centre, there)).unwrap_or_default();
        let far = here.kilometres(km);
        let line = here.labels().say("loin.avec_direction", &[("loin", &far), ("direction", way)]);
        Entree {
            href: here.href(About::Commune(here.at(rank))),
            nom: typography(other.commune.nom).into(),
            lignes: vec![capital(&format!("{line}, {}", here.what(other))).into()],
            ..Entree::default()
        }
    };
    near.into_iter().map(entree).collect()
}

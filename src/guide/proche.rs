//! The nearest answer: places of every guide that answer a need, whichever département they are in.

use std::collections::BTreeMap;

use crate::record::{Obstacle, Traversee};
use crate::territory::{Grid, Near, Point, crosses, distance_km};
use crate::vocabulary::BESOINS;

use super::besoin::Needs;
use super::{Guide, Guides, Ref};

/// Places looked at first, whatever they answer.
const FIRST_LOOK: usize = 32;

/// Where places are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ou {
    /// Everywhere in the guides of the content folder.
    Partout,
    /// In one intercommunalité, by its SIREN.
    Epci(&'static str),
}

/// Places and passages of every guide, found by nearness; one grid a need.
#[derive(Debug, Default)]
pub struct Proches {
    /// Places, whatever they answer.
    lieux: Grid<Ref>,
    partout: Vec<Grid<Ref>>,
    epcis: BTreeMap<&'static str, Vec<Grid<Ref>>>,
    /// Guide, and index of the passage in it.
    passages: Grid<Ref>,
    /// Communes that have something: guide, and index of the commune in it.
    communes: Grid<Ref>,
    /// The rank of each actor of each guide by its id: of places as near, the first by its id comes first. A name that
    /// changes then changes nothing of what is near.
    rangs: Vec<Vec<usize>>,
}

/// Something near a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proche<'a> {
    /// What it is: an actor, a passage or a commune, as was asked.
    pub at: Ref,
    /// Where it is.
    pub point: Point,
    /// Kilometres in a straight line.
    pub km: f64,
    /// What must be gone round.
    pub detour: Option<Detour<'a>>,
}

/// What stands between two points, and how it is crossed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detour<'a> {
    /// What stands between.
    pub obstacle: &'a Obstacle,
    /// Where it is crossed, and the kilometres at least by there; nothing when no crossing is known.
    pub par: Option<(&'a Traversee, f64)>,
}

impl Proche<'_> {
    /// Kilometres that decide which is nearest: by the crossing where there is one to take; no end
    /// of them where nobody crosses.
    pub fn chemin(&self) -> f64 {
        match &self.detour {
            None => self.km,
            Some(detour) => detour.par.map_or(f64::INFINITY, |(_, km)| km),
        }
    }
}

/// Puts the places, passages and communes of every guide on the map.
pub(super) fn of_guides(guides: &Guides) -> Proches {
    let mut found = Proches { partout: empty(), ..Proches::default() };
    for (guide, here) in guides.guides.iter().enumerate() {
        let by_id = by_id(here);
        for &index in &by_id {
            let acteur = &here.acteurs[index];
            let Some(point) = acteur.adresse.point() else { continue };
            if !acteur.se_visite() {
                continue;
            }
            let at = Ref { guide, index };
            found.lieux.insert(point, at);
            insert(&mut found.partout, here.reponses[index], point, at);
            if let Some(siren) = acteur.adresse.commune.and_then(|commune| commune.epci) {
                let grids = found.epcis.entry(siren).or_insert_with(empty);
                insert(grids, here.reponses[index], point, at);
            }
        }
        let mut rangs = vec![0; by_id.len()];
        by_id.into_iter().enumerate().for_each(|(rank, index)| rangs[index] = rank);
        found.rangs.push(rangs);
        for (index, passage) in here.passages.iter().enumerate() {
            let hosted = passage.chez.and_then(|host| guides.acteur(host).adresse.point());
            let point = hosted.or_else(|| passage.commune.and_then(|commune| commune.centre()));
            if let Some(point) = point.filter(|_| guides.passe(passage)) {
                found.passages.insert(point, Ref { guide, index });
            }
        }
        for (index, ici) in here.communes_servies() {
            if let Some(point) = ici.commune.centre() {
                found.communes.insert(point, Ref { guide, index });
            }
        }
    }
    found
}

/// The actors of a guide, by their ids.
fn by_id(guide: &Guide) -> Vec<usize> {
    let mut all: Vec<usize> = (0..guide.acteurs.len()).collect();
    all.sort_by_key(|&index| &guide.acteurs[index].fiche.id);
    all
}

fn empty() -> Vec<Grid<Ref>> {
    vec![Grid::default(); BESOINS.len()]
}

fn insert(grids: &mut [Grid<Ref>], needs: Needs, point: Point, at: Ref) {
    let answered = grids.iter_mut().enumerate().filter(|(bit, _)| needs & (1 << bit) != 0);
    answered.for_each(|(_, grid)| grid.insert(point, at));
}

impl Guides {
    /// Where an actor stands among those as near.
    fn rang(&self, at: Ref) -> Ref {
        Ref { index: self.proches.rangs[at.guide][at.index], ..at }
    }

    /// The nearest place that answers a need (by its rank), the way round obstacles counted.
    pub fn plus_proche(&self, ou: Ou, besoin: usize, from: Point) -> Option<Proche<'_>> {
        let grids = match ou {
            Ou::Partout => Some(&self.proches.partout),
            Ou::Epci(siren) => self.proches.epcis.get(siren),
        };
        let all = self.nearest(grids?.get(besoin)?, from, 1, |_| true, |at| self.rang(at));
        all.into_iter().next()
    }

    /// For each of some needs, by its rank, the nearest place that answers it: most needs are answered by one of the few
    /// places that are nearest of all, which are looked up once.
    pub fn plus_proche_de_chacun(&self, needs: Needs, from: Point) -> Vec<(usize, Proche<'_>)> {
        let near = self.proches.lieux.nearest(from, FIRST_LOOK);
        let farthest = near.last().map_or(0.0, |near| near.km);
        let answers = |at: &Ref| self.guides[at.guide].reponses[at.index];
        let near: Vec<(Needs, Proche<'_>)> =
            near.iter().map(|near| (answers(near.value), self.proche(from, near))).collect();
        let nearest = |rank: usize| {
            let own = near.iter().filter(|(answers, _)| answers & (1 << rank) != 0);
            let own =
                own.map(|(_, near)| *near).min_by(|a, b| by_nearness(a, b, |at| self.rang(at)));
            // Beyond the farthest looked at, nothing is nearer than one that is nearer than it.
            let sure = own.filter(|own| own.chemin() < farthest);
            sure.or_else(|| self.plus_proche(Ou::Partout, rank, from))
        };
        let asked = (0..BESOINS.len()).filter(|rank| needs & (1 << rank) != 0);
        asked.filter_map(|rank| Some((rank, nearest(rank)?))).collect()
    }

    /// The nearest places that answer one of some needs, nearest first; ties in the order of the guides, then of ids.
    pub fn plus_proches(
        &self,
        needs: Needs,
        from: Point,
        count: usize,
        but: &[Ref],
    ) -> Vec<Proche<'_>> {
        let grids = self.proches.partout.iter().enumerate();
        let grids = grids.filter(|(bit, _)| needs & (1 << bit) != 0);
        let mut found: Vec<Proche<'_>> = grids
            .flat_map(|(_, grid)| {
                self.nearest(grid, from, count, |at| !but.contains(at), |at| self.rang(at))
            })
            .collect();
        found.sort_by(|a, b| by_nearness(a, b, |at| self.rang(at)));
        found.dedup_by_key(|near| near.at);
        found.truncate(count);
        found
    }

    /// The nearest permanences and stops of tours, nearest first.
    pub fn passages_proches(&self, from: Point, count: usize) -> Vec<Proche<'_>> {
        self.nearest(&self.proches.passages, from, count, |_| true, |at| at)
    }

    /// The nearest communes that have something, but one (by its code); each once, that of its own guide first.
    pub fn communes_proches(&self, from: Point, count: usize, but: &str) -> Vec<Proche<'_>> {
        let commune = |at: &Ref| self.guides[at.guide].communes[at.index].commune;
        // A commune stands in the guide of its département, and in others that come to it.
        let own = |at: &Ref| {
            let code = commune(at).departement;
            let home = self.guides.iter().position(|guide| guide.departement.code == code);
            home.is_none_or(|home| home == at.guide)
        };
        let keep = |at: &Ref| commune(at).code != but && own(at);
        self.nearest(&self.proches.communes, from, count, keep, |at| at)
    }

    /// The nearest of a grid, the way round obstacles counted.
    ///
    /// No way round is shorter than the straight line: once the best are nearer than the farthest
    /// looked at, nothing beyond can be better.
    fn nearest(
        &self,
        grid: &Grid<Ref>,
        from: Point,
        count: usize,
        keep: impl Fn(&Ref) -> bool,
        rang: impl Fn(Ref) -> Ref,
    ) -> Vec<Proche<'_>> {
        let mut asked = count + 3;
        loop {
            let near = grid.nearest(from, asked);
            let farthest = near.last().map_or(0.0, |near| near.km);
            let all = near.len() == grid.len();
            let kept = near.into_iter().filter(|near| keep(near.value));
            let mut found: Vec<Proche<'_>> = kept.map(|near| self.proche(from, &near)).collect();
            found.sort_by(|a, b| by_nearness(a, b, &rang));
            let sure = count.checked_sub(1).and_then(|last| found.get(last));
            if all || count == 0 || sure.is_some_and(|last| last.chemin() < farthest) {
                found.truncate(count);
                return found;
            }
            asked *= 4;
        }
    }

    /// What was found near a point, with what must be gone round.
    fn proche(&self, from: Point, near: &Near<'_, Ref>) -> Proche<'_> {
        let detour = self.detour(from, near.point);
        Proche { at: *near.value, point: near.point, km: near.km, detour }
    }

    /// What must be gone round between two points: of several obstacles, that of the longest way.
    ///
    /// The way is at least that long: straight to the best crossing, then straight on.
    pub fn detour(&self, from: Point, to: Point) -> Option<Detour<'_>> {
        let obstacles = self.territoires.iter().flat_map(|territoire| &territoire.obstacles);
        let between = obstacles.filter(|obstacle| crosses(from, to, &obstacle.trace));
        let by = |obstacle| Detour { obstacle, par: best_crossing(obstacle, from, to) };
        let length = |detour: &Detour<'_>| detour.par.map_or(f64::INFINITY, |(_, km)| km);
        between.map(by).max_by(|a, b| length(a).total_cmp(&length(b)))
    }
}

fn best_crossing(obstacle: &Obstacle, from: Point, to: Point) -> Option<(&Traversee, f64)> {
    let by = |crossing: &'_ Traversee| {
        distance_km(from, crossing.point) + distance_km(crossing.point, to)
    };
    let ways = obstacle.traversees.iter().map(|crossing| (crossing, by(crossing)));
    ways.min_by(|(_, a), (_, b)| a.total_cmp(b))
}

/// Nearest first; where as near, by rank.
fn by_nearness(a: &Proche<'_>, b: &Proche<'_>, rang: impl Fn(Ref) -> Ref) -> std::cmp::Ordering {
    let way = a.chemin().total_cmp(&b.chemin());
    way.then(a.km.total_cmp(&b.km)).then_with(|| rang(a.at).cmp(&rang(b.at)))
}

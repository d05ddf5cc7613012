//! « Pas ce qu’il vous faut ? »: whom this place sends people to, then the nearest for the same needs.

use crate::record::Acteur;
use crate::territory::distance_km;

use crate::edition::html::here::Here;
use crate::edition::html::parts::Entree;

/// Entries at most.
const MOST: usize = 3;

/// Whom this place sends people to, then the nearest places that answer one of its needs.
pub(super) fn entrees<'a>(here: Here<'a>, acteur: &'a Acteur, index: usize) -> Vec<Entree<'a>> {
    let guides = here.world.guides;
    let mut chosen: Vec<usize> = acteur
        .fiche
        .oriente_vers
        .iter()
        .filter_map(|id| guides.find_acteur(&id.value, here.index))
        .filter(|at| at.guide == here.index && at.index != index)
        .filter(|at| guides.acteur(*at).fiche.en_cours(guides.today))
        .map(|at| at.index)
        .collect();
    chosen.truncate(MOST);
    if let Some(point) = acteur.adresse.point() {
        let needs = here.common().needs[index];
        let but: Vec<usize> = chosen.iter().copied().chain([index]).collect();
        let left = MOST - chosen.len();
        let near = here.common().near.nearest(point, needs, left, &but);
        chosen.extend(near.into_iter().map(|found| found.acteur));
    }
    chosen.into_iter().map(|other| entree(here, acteur, other)).collect()
}

fn entree<'a>(here: Here<'a>, acteur: &Acteur, other: usize) -> Entree<'a> {
    let mut entree = here.entree(other);
    entree.lignes = vec![here.how_far(acteur, other).into()];
    let note = &here.common().acteurs[other].rendez_vous;
    if !note.is_empty() {
        entree.lignes[0] = format!("{}. {note}", entree.lignes[0]).into();
    }
    entree
}

impl Here<'_> {
    /// « à 7 km, Lusignan »; only the commune where both are placed by their commune alone.
    fn how_far(&self, from: &Acteur, other: usize) -> String {
        let to = &self.guide().acteurs[other];
        let commune = self.common().acteurs[other].commune.as_str();
        let vague = from.adresse.point.is_none() || to.adresse.point.is_none();
        let same = from.adresse.commune == to.adresse.commune;
        match (from.adresse.point(), to.adresse.point()) {
            (Some(a), Some(b)) if !(same && vague) => {
                let far = self.kilometres(distance_km(a, b));
                self.labels().say("loin.avec_commune", &[("loin", &far), ("commune", commune)])
            }
            _ => self.labels().say("loin.commune", &[("commune", commune)]),
        }
    }

    /// « à 7 km »; « à moins d’un kilomètre ».
    pub(in crate::edition::html) fn kilometres(&self, km: f64) -> String {
        match km.round() {
            whole if whole < 1.0 => self.labels().word("loin.pres").to_owned(),
            whole => self.labels().say("loin.km", &[("km", &format!("{whole}"))]),
        }
    }
}

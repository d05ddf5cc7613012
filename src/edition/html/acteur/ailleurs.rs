//! « Pas ce qu’il vous faut ? »: whom this place sends people to, then the nearest for the same needs.

use crate::guide::Ref;
use crate::plan::About;
use crate::record::Acteur;
use crate::territory::distance_km;
use crate::text::typography;
use crate::vocabulary::BESOINS;

use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Mot, capital};

/// Entries at most.
const MOST: usize = 3;

/// Kilometres beyond which a place is no answer for who needs help now.
const FARTHEST: f64 = 40.0;

/// Whom this place sends people to, then the nearest places that answer one of its needs.
pub(in crate::edition) fn entrees<'a>(
    here: Here<'a>,
    acteur: &'a Acteur,
    index: usize,
) -> Vec<Entree<'a>> {
    let guides = here.world.guides;
    let mut chosen: Vec<Ref> = acteur
        .fiche
        .oriente_vers
        .iter()
        .filter_map(|id| guides.find_acteur(&id.value, here.index))
        .filter(|at| *at != here.at(index) && guides.acteur(*at).fiche.en_cours(guides.today))
        .collect();
    chosen.truncate(MOST);
    if let Some(point) = acteur.adresse.point() {
        let needs = here.guide().reponses[index];
        let but: Vec<Ref> = chosen.iter().copied().chain([here.at(index)]).collect();
        let near = guides.plus_proches(needs, point, MOST - chosen.len(), &but);
        chosen
            .extend(near.into_iter().filter(|near| near.chemin() <= FARTHEST).map(|near| near.at));
    }
    let entry = |other: Ref| match other.guide == here.index {
        true => entree(here, acteur, other.index),
        false => next_door(here, other),
    };
    chosen.into_iter().map(entry).collect()
}

/// A place of another guide: its commune and its département.
fn next_door(here: Here<'_>, other: Ref) -> Entree<'_> {
    let brief = here.brief(other);
    let departement = here.world.guides.guides[other.guide].departement.dans_nom;
    let said = [("commune", brief.commune.as_str()), ("departement", departement)];
    let line = here.labels().say("loin.departement", &said);
    Entree {
        href: here.href(About::Acteur(other)),
        nom: brief.nom.as_str().into(),
        lignes: std::iter::once(typography(line.trim_start_matches([',', ' '])).into())
            .chain(here.change(other).map(Into::into))
            .collect(),
        ..Entree::default()
    }
}

/// The page of its first need; that of its commune stands above its name, its quartier and networks among
/// its facts.
pub(in crate::edition) fn voir(here: Here<'_>, index: usize) -> Option<Mot<'_>> {
    let needs = here.guide().reponses[index];
    let first = BESOINS.iter().enumerate().find(|(bit, _)| needs & (1 << bit) != 0);
    let (_, besoin) = first?;
    let href = here.href(About::Besoin(here.index, besoin.slug))?;
    Some(Mot::to(Some(href), typography(besoin.title)))
}

fn entree<'a>(here: Here<'a>, acteur: &Acteur, other: usize) -> Entree<'a> {
    let mut entree = here.entree(other);
    entree.lignes = vec![here.how_far(acteur, other).into()];
    let note = &here.common().acteurs[other].rendez_vous;
    if !note.is_empty() {
        entree.lignes[0] = format!("{}. {note}", entree.lignes[0]).into();
    }
    entree.lignes.extend(here.change(here.at(other)).map(Into::into));
    entree
}

impl Here<'_> {
    /// « Lusignan, à 7 km »; only the commune where both are placed by their commune alone.
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
            _ => {
                let at = to.adresse.commune.map(|commune| capital(&typography(&commune.a_nom())));
                self.labels().say("loin.commune", &[("a_commune", &at.unwrap_or_default())])
            }
        }
    }
}

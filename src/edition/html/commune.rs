//! « Se faire aider à Lusignan »: here, who comes, what takes place, what is missing, what is near.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::guide::Ici;
use crate::plan::{About, Fixed};
use crate::territory::{direction, distance_km};
use crate::text::{sentence, typography};
use crate::vocabulary::BESOINS;

use super::acteur::{Visite, gathered};
use super::frame::{Frame, Head};
use super::here::Here;
use super::near::Needs;
use super::parts::{Entree, Mot, capital};
use super::plan::LONGEST_LIST;

/// The page of a commune, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    page: Frame<'a>,
    /// Its intercommunalité; empty when it has none.
    epci: String,
    lieux: Vec<Entree<'a>>,
    /// Said in place of an empty list.
    rien: Option<String>,
    passages: Vec<Visite<'a>>,
    evenements: Vec<Entree<'a>>,
    /// For each need that nothing here answers, the nearest place that does.
    manque: Vec<Entree<'a>>,
    voisines: Vec<Entree<'a>>,
    titre_lieux: String,
    titre_passages: String,
    titre_voisines: String,
    urgence: Option<String>,
}

/// Neighbouring communes shown.
const NEIGHBOURS: usize = 5;
/// Places above which only names are listed.
const MANY: usize = 60;

/// Makes the page of a commune of this guide.
pub(super) fn view<'a>(here: Here<'a>, index: usize) -> View<'a> {
    let ici = &here.guide().communes[index];
    let a_nom = typography(&ici.commune.a_nom());
    let de_nom = typography(&ici.commune.de_nom());
    let labels = here.labels();
    let above = here.fixed(Fixed::Communes);
    let h1 = labels.say("commune.titre", &[("a_commune", &a_nom)]);
    let above = Mot::to(above, labels.word("menu.communes"));
    let head = Head::new(h1, &format!("commune {}", ici.commune.code)).below([above]);
    let epci = ici.commune.epci.and_then(crate::territory::epci);
    View {
        page: here.frame(head),
        epci: epci.map(|epci| epci.nom_entier()).unwrap_or_default(),
        lieux: lieux(here, ici),
        rien: ici.acteurs.is_empty().then(|| labels.say("commune.rien", &[("a_commune", &a_nom)])),
        passages: passages(here, ici),
        evenements: ici
            .evenements
            .iter()
            .take(LONGEST_LIST)
            .map(|&event| here.event(event, 2, false))
            .collect(),
        manque: manque(here, ici),
        voisines: voisines(here, ici),
        titre_lieux: capital(&labels.say("commune.lieux", &[("a_commune", &a_nom)])),
        titre_passages: labels.say("commune.passages", &[("a_commune", &a_nom)]),
        titre_voisines: labels.say("commune.voisines", &[("de_commune", &de_nom)]),
        urgence: here.fixed(Fixed::Urgence),
    }
}

/// The places of the commune; those to visit without appointment first.
fn lieux<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let mut acteurs = ici.acteurs.clone();
    acteurs.sort_by_key(|&acteur| crate::guide::surete(&here.guide().acteurs[acteur]));
    let brief = acteurs.len() > MANY;
    acteurs.into_iter().map(|acteur| here.place(acteur, !brief)).collect()
}

impl<'a> Here<'a> {
    /// A place with what it is (when there is room), how one comes and when.
    pub(super) fn place(&self, acteur: usize, with_summary: bool) -> Entree<'a> {
        let brief = &self.common().acteurs[acteur];
        let mut entree = self.entree(acteur);
        if with_summary && !brief.resume.is_empty() {
            entree.lignes.push(brief.resume.as_str().into());
        }
        let note = if with_summary { brief.note() } else { brief.rendez_vous.clone() };
        if !note.is_empty() {
            entree.lignes.push(note.into());
        }
        entree
    }
}

/// Who comes to the commune; the stops of one tour stand together.
fn passages<'a>(here: Here<'a>, ici: &Ici) -> Vec<Visite<'a>> {
    let visit = |&rank: &usize| {
        let passage = &here.guide().passages[rank];
        let stop = passage.nom.as_deref().filter(|stop| *stop != ici.commune.nom).map(typography);
        let host = passage.chez.map(|host| here.brief(host).nom.clone());
        let place = host.or(passage.ou.as_deref().map(typography));
        let places: Vec<String> = [stop, place].into_iter().flatten().collect();
        let place = if places.is_empty() { String::new() } else { sentence(&places.join(", ")) };
        here.visit(passage, here.visitor(passage), place)
    };
    gathered(ici.passages.iter().take(LONGEST_LIST).map(visit))
}

/// For each need of the home page that nothing here answers, the nearest place that does.
fn manque<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let Some(centre) = ici.commune.centre() else { return Vec::new() };
    let common = here.common();
    let met: Needs =
        ici.acteurs.iter().map(|&acteur| common.needs[acteur]).fold(0, |all, one| all | one);
    let mut by_place: BTreeMap<usize, (f64, Vec<&'static str>)> = BTreeMap::new();
    for (bit, besoin) in BESOINS.iter().enumerate().filter(|(_, besoin)| besoin.home) {
        let need = 1 << bit;
        let found = common.near.nearest(centre, need, 1, &[]);
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
        entree
    };
    places.into_iter().map(entree).collect()
}

/// The nearest other communes that have something.
fn voisines<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
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

impl Here<'_> {
    /// What a commune has: « 3 lieux », or who comes, or what takes place.
    pub(super) fn what(&self, ici: &Ici) -> String {
        let labels = self.labels();
        match (ici.acteurs.len(), ici.passages.len(), ici.evenements.len()) {
            (0, 0, events) => labels.count("nombre.evenements", events),
            (0, passages, _) => labels.count("nombre.passages", passages),
            (places, ..) => labels.count("nombre.lieux", places),
        }
    }
}

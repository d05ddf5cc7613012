//! What is around a commune: for each need not met there the nearest place, who passes, the communes near.

use crate::calendar;
use crate::guide::{Ici, Needs, Ou, Proche, Quoi, Ref};
use crate::plan::About;
use crate::territory::Point;
use crate::text::{phone, sentence, typography};
use crate::vocabulary::{BESOINS, Besoin};

use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Mot, capital};
use crate::edition::quand;

/// Neighbouring communes shown.
const NEIGHBOURS: usize = 5;

/// Kilometres beyond which a passage is no way to be helped near home.
const FARTHEST_PASSAGE: f64 = 15.0;

/// Places with the needs they are the nearest for, nearest first.
type Answers<'a> = Vec<(Proche<'a>, Vec<&'static str>)>;

/// The nearest places for the needs of the home page that nothing in the commune answers.
pub(in crate::edition) struct Manque<'a> {
    /// Wherever they are.
    pub partout: Vec<Entree<'a>>,
    /// Their records.
    pub lieux: Vec<Ref>,
    /// In the same intercommunalité, for the needs whose nearest place is not in it.
    pub epci: Vec<Entree<'a>>,
}

/// Looks for what a commune does not have.
pub(in crate::edition) fn manque<'a>(here: Here<'a>, ici: &Ici) -> Manque<'a> {
    let Some(centre) = ici.commune.centre() else {
        return Manque { partout: Vec::new(), lieux: Vec::new(), epci: Vec::new() };
    };
    let guides = here.world.guides;
    let met = met(here, ici);
    let wanted = |(bit, one): &(usize, &Besoin)| one.home && met & (1 << bit) == 0;
    let wanted = BESOINS.iter().enumerate().filter(wanted).fold(0, |all, (bit, _)| all | 1 << bit);
    let mut partout: Answers<'a> = Vec::new();
    let mut epci: Answers<'a> = Vec::new();
    for (rank, nearest) in guides.plus_proche_de_chacun(wanted, centre) {
        let title = BESOINS[rank].title;
        add(&mut partout, nearest, title);
        let own =
            ici.commune.epci.and_then(|siren| guides.plus_proche(Ou::Epci(siren), rank, centre));
        if let Some(own) = own.filter(|own| own.at != nearest.at) {
            add(&mut epci, own, title);
        }
    }
    let (partout, epci) = (sorted(partout), sorted(epci));
    let lieux = partout.iter().map(|(near, _)| near.at).collect();
    let entries =
        |answers: Answers<'a>| answers.into_iter().map(|one| answer(here, centre, one)).collect();
    Manque { partout: entries(partout), lieux, epci: entries(epci) }
}

/// The needs that the places of a commune and those who come there answer.
fn met(here: Here<'_>, ici: &Ici) -> Needs {
    let comes = ici.passages.iter().filter_map(|&rank| here.guide().passages[rank].de);
    let places = ici.acteurs.iter().map(|&acteur| here.at(acteur));
    let needs = |at: Ref| here.world.guides.guides[at.guide].reponses[at.index];
    places.chain(comes).fold(0, |all, at| all | needs(at))
}

fn add<'a>(answers: &mut Answers<'a>, near: Proche<'a>, need: &'static str) {
    match answers.iter_mut().find(|(known, _)| known.at == near.at) {
        Some((_, needs)) => needs.push(need),
        None => answers.push((near, vec![need])),
    }
}

fn sorted(mut answers: Answers<'_>) -> Answers<'_> {
    answers.sort_by(|(a, _), (b, _)| a.chemin().total_cmp(&b.chemin()));
    answers
}

/// A place elsewhere: how one comes, for what, how far, and its phone.
fn answer<'a>(
    here: Here<'a>,
    centre: Point,
    (near, needs): (Proche<'a>, Vec<&'static str>),
) -> Entree<'a> {
    let brief = here.brief(near.at);
    let far = here.vers(centre, &near);
    let commune = [Some(brief.commune.as_str()), here.departement_of(&near)];
    let commune: Vec<&str> = commune.into_iter().flatten().collect();
    let said = [("loin", far.as_str()), ("commune", &commune.join(", "))];
    let mut lignes = vec![here.labels().say("loin.avec_commune", &said).into()];
    lignes.extend(near.detour.as_ref().map(|detour| here.contourner(detour).into()));
    lignes.extend(needs.into_iter().map(Into::into));
    lignes.extend(here.change(near.at).map(Into::into));
    let number = here.world.guides.acteur(near.at).telephone.as_deref();
    Entree {
        href: here.href(About::Acteur(near.at)),
        nom: brief.nom.as_str().into(),
        fort: brief.decides().into(),
        lignes,
        appel: number.map(|number| Mot::to(Some(tel(number)), phone(number))),
        ..Entree::default()
    }
}

/// Where nobody comes: the nearest permanence or stop, with its next day.
pub(in crate::edition) fn passage_proche<'a>(here: Here<'a>, ici: &Ici) -> Option<Entree<'a>> {
    let centre = ici.commune.centre().filter(|_| ici.passages.is_empty())?;
    let guides = here.world.guides;
    let near = guides.passages_proches(centre, 1).into_iter().next()?;
    let near = (near.chemin() <= FARTHEST_PASSAGE).then_some(near)?;
    let there = &guides.guides[near.at.guide];
    let passage = &there.passages[near.at.index];
    let who = here.visitor(passage);
    let town = passage.commune.map(|commune| typography(commune.nom));
    let place = [passage.ou.as_deref().map(typography), town];
    let mut place: Vec<String> = place.into_iter().flatten().collect();
    place.extend(here.departement_of(&near).map(Into::into));
    let said = [("loin", here.vers(centre, &near)), ("commune", place.join(", "))];
    let said = said.each_ref().map(|(key, text)| (*key, text.as_str()));
    let line = sentence(&capital(&here.labels().say("loin.avec_commune", &said)));
    let next = there.jours([Quoi::Passage(near.at.index)]).into_iter().next();
    let next = next.map(|one| {
        here.labels().say("tournee.prochain", &[("passage", &calendar::day_month(one.jour))])
    });
    let when = quand::passage(passage, guides.today, here.labels());
    // Who has no page of their own is found with the host, or in the commune.
    let host = || passage.chez.and_then(|host| here.href(About::Acteur(host)));
    let commune = || passage.commune.and_then(|commune| here.commune(commune).href);
    Some(Entree {
        href: Some(who.href.or_else(host).or_else(commune)?),
        nom: who.texte,
        lignes: [Some(line), Some(when), next].into_iter().flatten().map(Into::into).collect(),
        ..Entree::default()
    })
}

/// The nearest other communes that have something.
pub(in crate::edition) fn voisines<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let Some(centre) = ici.commune.centre() else { return Vec::new() };
    let guides = here.world.guides;
    let near = guides.communes_proches(centre, NEIGHBOURS, ici.commune.code);
    let entree = |near: Proche<'a>| {
        let other = &guides.guides[near.at.guide].communes[near.at.index];
        let parts = [Some(here.vers(centre, &near)), here.departement_of(&near).map(Into::into)];
        let parts: Vec<String> = parts.into_iter().flatten().chain([here.what(other)]).collect();
        let mut lignes = vec![capital(&parts.join(", ")).into()];
        lignes.extend(near.detour.as_ref().map(|detour| here.contourner(detour).into()));
        Entree {
            href: here.href(About::Commune(near.at)),
            nom: typography(other.commune.nom).into(),
            lignes,
            ..Entree::default()
        }
    };
    near.into_iter().map(entree).collect()
}

//! A commune with very much is split: by quartier, then by need, each need on its own page.

use crate::guide::{Ici, surete};
use crate::plan::{About, Fixed};
use crate::record::Acteur;
use crate::text::{fold, typography};
use crate::vocabulary::{BESOINS, Besoin, besoin};

use crate::edition::html::dossier::Dossier;
use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Choix, Entree, Mot, Rubrique};
use crate::edition::html::plan::LONGEST_LIST;

/// Places above which the page of a commune gives names, and its needs have pages.
const MANY: usize = 40;

/// Whether a commune has so much that it is split.
pub(in crate::edition) fn est_longue(ici: &Ici) -> bool {
    ici.acteurs.len() > MANY
}

/// The needs that the places of a commune answer, in the order of the needs.
pub(in crate::edition) fn besoins<'g>(
    guide: &'g crate::guide::Guide,
    ici: &'g Ici,
) -> impl Iterator<Item = &'static Besoin> + 'g {
    let answered = ici.acteurs.iter().fold(0, |all, &acteur| all | guide.reponses[acteur]);
    let needs = BESOINS.iter().enumerate();
    needs.filter(move |(bit, _)| answered & (1 << bit) != 0).map(|(_, besoin)| besoin)
}

/// The needs of a commune with very much as choices, each with the number of its places.
pub(in crate::edition) fn choix<'a>(here: Here<'a>, index: usize) -> Vec<Choix<'a>> {
    let ici = &here.guide().communes[index];
    let choice = |besoin: &'static Besoin| {
        Some(Choix {
            href: here.href(About::BesoinIci(here.at(index), besoin.slug))?,
            texte: typography(besoin.title).into(),
            nombre: here.labels().count("nombre.lieux", places_for(here, ici, besoin).len()),
            icone: here.theme().icon(besoin.slug).into(),
        })
    };
    besoins(here.guide(), ici).filter_map(choice).collect()
}

/// The quartiers of a commune that have places, each with their number.
pub(in crate::edition) fn quartiers<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let entry = |(index, places): (usize, Vec<usize>)| {
        let suite = format!("\u{a0}: {}", here.labels().count("nombre.lieux", places.len()));
        Entree { suite: suite.into(), ..here.territoire(index) }
    };
    by_quartier(here, ici, &ici.acteurs).0.into_iter().map(entry).collect()
}

/// Makes the page of a need in a commune with very much: its places, quartier by quartier.
pub(in crate::edition::html) fn view<'a>(
    here: Here<'a>,
    index: usize,
    slug: &str,
) -> Option<Dossier<'a>> {
    let besoin = besoin(slug)?;
    let ici = &here.guide().communes[index];
    let labels = here.labels();
    let (nom, need) = (typography(ici.commune.nom), typography(besoin.title));
    let said = [("besoin", need.as_str()), ("a_commune", &typography(&ici.commune.a_nom()))];
    let h1 = labels.say("commune.besoin", &said);
    let above = [
        Mot::to(here.fixed(Fixed::Communes), labels.word("menu.communes")),
        Mot::to(here.href(About::Commune(here.at(index))), nom),
    ];
    let places = places_for(here, ici, besoin);
    let brief = places.len() > LONGEST_LIST;
    let (quartiers, others) = by_quartier(here, ici, &places);
    let part = |titre: String, members: Vec<usize>| {
        let entry = |acteur| match brief {
            true => here.entree(acteur),
            false => here.sheet(acteur, true),
        };
        let entries: Vec<Entree<'a>> = members.into_iter().map(entry).collect();
        let (fiches, court) = if brief { (vec![], entries) } else { (entries, vec![]) };
        Rubrique { titre: titre.into(), fiches, court, ..Rubrique::default() }
    };
    let rest = if quartiers.is_empty() { "besoin.ou" } else { "commune.reste" };
    let rest = part(labels.say(rest, &[("a_commune", said[1].1)]), others);
    let parts = quartiers.into_iter().map(|(index, members)| {
        let territoire = &here.world.guides.territoires[index];
        part(typography(&territoire.fiche.nom), members)
    });
    let whole = here.href(About::Besoin(here.index, besoin.slug));
    let whole = whole.map(|href| Mot::to(Some(href), labels.word("commune.besoin_partout")));
    let elsewhere =
        Rubrique { textes: whole.into_iter().collect(), ..here.rubrique("commune.ailleurs") };
    let mut page = Dossier::new(here, Head::new(h1, "").below(above));
    page.resume = besoin.what[0].to_owned();
    Some(page.with(parts.chain([rest, elsewhere])))
}

/// The places of a commune that answer a need, those to visit without appointment first.
fn places_for(here: Here<'_>, ici: &Ici, besoin: &Besoin) -> Vec<usize> {
    let bit = BESOINS.iter().position(|known| known.slug == besoin.slug).unwrap_or_default();
    let answers = |acteur: &usize| here.guide().reponses[*acteur] & (1 << bit) != 0;
    let mut places: Vec<usize> = ici.acteurs.iter().copied().filter(answers).collect();
    places.sort_by_key(|&acteur| surete(&here.guide().acteurs[acteur]));
    places
}

/// Places by quartier of the commune (index of the territory), and those that name none.
fn by_quartier(
    here: Here<'_>,
    ici: &Ici,
    places: &[usize],
) -> (Vec<(usize, Vec<usize>)>, Vec<usize>) {
    let guides = here.world.guides;
    let in_town = |index: &usize| {
        let territoire = &guides.territoires[*index];
        let commune = fold(ici.commune.nom);
        territoire.est("quartier")
            && territoire.communes.iter().any(|other| fold(&other.value) == commune)
    };
    let mut rest = places.to_vec();
    let mut found = Vec::new();
    for index in here.guide().territoires.iter().copied().filter(in_town) {
        let id = &guides.territoires[index].fiche.id;
        let member = |acteur: &Acteur| acteur.quartier.as_ref().is_some_and(|at| at.value == *id);
        let is_in = |acteur: &usize| member(&here.guide().acteurs[*acteur]);
        let (members, others): (Vec<usize>, Vec<usize>) = rest.into_iter().partition(is_in);
        rest = others;
        if !members.is_empty() {
            found.push((index, members));
        }
    }
    (found, rest)
}

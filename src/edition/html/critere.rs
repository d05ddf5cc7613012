//! The page of a criterion, alone or with a need: what it means, how sure it is, where to go.

mod liens;

use serde::Serialize;

use crate::guide::{Critere, Famille, Selection};
use crate::plan::{About, Fixed};
use crate::text::typography;
use crate::vocabulary::BESOINS;

use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::{Entree, Groupe, Mot};

/// The page of a criterion, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    page: Frame<'a>,
    /// What it means, and how many places do not say it.
    textes: Vec<String>,
    /// The phone that helps to choose.
    aide: Option<Mot<'a>>,
    titre_lieux: String,
    /// Needs with the same criterion: fewer places.
    preciser: Vec<Mot<'a>>,
    /// Criteria with the same need: other places.
    autrement: Vec<Mot<'a>>,
    /// The intercommunalités of a long list.
    sommaire: Vec<Mot<'a>>,
    groupes: Vec<Groupe<'a>>,
    /// The lists that hold these places and more.
    retour: Vec<Entree<'a>>,
}

/// Makes the page of a criterion of this guide.
pub(super) fn view<'a>(here: Here<'a>, rank: usize) -> View<'a> {
    let selection = &here.guide().selections[rank];
    let labels = here.labels();
    let critere = selection.critere();
    let titre = match selection.besoin() {
        None => here.words(critere, "titre"),
        Some(besoin) => labels.say(
            "critere.titre",
            &[("besoin", &typography(besoin.title)), ("critere", &here.words(critere, "mot"))],
        ),
    };
    let texte = here.words(critere, "texte");
    let head = Head::new(titre, "").below(above(here, selection)).about(&texte);
    let silence = labels.count(silence(critere), selection.non_precise);
    View {
        page: here.frame(head),
        textes: [texte, silence].into_iter().filter(|text| !text.is_empty()).collect(),
        aide: here.help(),
        titre_lieux: labels.count("besoin.lieux", selection.acteurs.len()),
        preciser: needs(here, selection),
        autrement: selection
            .besoin
            .map(|besoin| here.criteres_de(besoin, Some(rank)))
            .unwrap_or_default(),
        sommaire: here.contents(&selection.acteurs),
        groupes: because(here, selection, here.by_epci(&selection.acteurs)),
        retour: back(here, selection),
    }
}

/// How silence is said: hours are missing; no public in particular means everybody.
fn silence(critere: &Critere) -> &'static str {
    match critere.famille {
        Famille::Heures => "critere.sans_horaires",
        Famille::Publics => "critere.sans_public",
        _ => "critere.non_precise",
    }
}

fn above<'a>(here: Here<'a>, selection: &Selection) -> Vec<Mot<'a>> {
    let needs = Mot::to(here.fixed(Fixed::Besoins), here.labels().word("menu.besoins"));
    let need = selection.besoin().map(|besoin| here.need(besoin));
    std::iter::once(needs).chain(need).collect()
}

/// The needs that a criterion alone is crossed with.
fn needs<'a>(here: Here<'a>, selection: &Selection) -> Vec<Mot<'a>> {
    if selection.besoin.is_some() {
        return Vec::new();
    }
    let same = |(_, other): &(usize, &Selection)| {
        other.besoin.is_some() && other.critere == selection.critere
    };
    let link = |(rank, other): (usize, &Selection)| {
        let title = typography(other.besoin().map_or("", |besoin| besoin.title));
        here.counted(About::Critere(here.at(rank)), &title, other.acteurs.len())
    };
    here.guide().selections.iter().enumerate().filter(same).map(link).collect()
}

/// All the places of the need, all those of the criterion.
fn back<'a>(here: Here<'a>, selection: &Selection) -> Vec<Entree<'a>> {
    let labels = here.labels();
    let Some(rank) = selection.besoin else {
        let all = Mot::to(here.fixed(Fixed::Besoins), labels.word("besoins.titre"));
        return vec![Entree { href: all.href, nom: all.texte, ..Entree::default() }];
    };
    let besoin = here.need(&BESOINS[rank]);
    let places = labels.count("nombre.lieux", here.guide().pour_besoin[rank].len());
    let need = Entree {
        href: besoin.href,
        nom: besoin.texte,
        suite: format!("\u{a0}: {places}").into(),
        ..Entree::default()
    };
    std::iter::once(need).chain(here.critere(selection.critere)).collect()
}

/// The same groups, each place with what makes it pass: the stop or the permanence, the words on its entrance.
fn because<'a>(
    here: Here<'a>,
    selection: &Selection,
    mut groups: Vec<Groupe<'a>>,
) -> Vec<Groupe<'a>> {
    let reasons: Vec<(Option<String>, Vec<String>)> = selection
        .acteurs
        .iter()
        .map(|&acteur| (here.entree(acteur).href, reasons(here, selection, acteur)))
        .filter(|(_, lines)| !lines.is_empty())
        .collect();
    let communes = groups.iter_mut().flat_map(|group| &mut group.groupes);
    for entree in communes.flat_map(|commune| &mut commune.entrees) {
        if let Some((_, lines)) = reasons.iter().find(|(href, _)| *href == entree.href) {
            entree.lignes.extend(lines.iter().map(|line| line.clone().into()));
        }
    }
    groups
}

fn reasons(here: Here<'_>, selection: &Selection, acteur: usize) -> Vec<String> {
    let critere = selection.critere();
    let record = &here.guide().acteurs[acteur];
    if critere.cle == "acces_decrit" {
        return record.accessibilite.as_deref().map(typography).into_iter().collect();
    }
    let Some(moment) = critere.moment() else { return Vec::new() };
    let guides = here.world.guides;
    let ranks = guides.passages_ouverts(here.index, acteur, moment, selection.besoin());
    ranks.into_iter().map(|rank| here.comes(acteur, rank)).collect()
}

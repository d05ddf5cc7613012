//! Pages that are lists: needs, communes, events, actors from A to Z, the plan of the site.

mod az;
mod codes;
mod communes;
mod evenements;
mod plan_du_site;
mod territoires;

use serde::Serialize;

use crate::plan::Fixed;
use crate::text::typography;
use crate::vocabulary::{BESOINS, URGENCE};

use super::frame::{Frame, Head};
use super::here::Here;
use super::letters::{letter, shown};
use super::parts::{Choix, Entree, Groupe, Mot};

pub(super) use az::{index as az, of_letter as lettre, place as place_of};
pub(super) use codes::{index as codes, of_sign as codes_en};
pub(super) use communes::{
    alphabet, anciens, by_pages, index as communes, letters_of as lettres_des_communes,
    of_letter as lettre_des_communes,
};
pub(super) use evenements::view as evenements;
pub(super) use plan_du_site::view as plan;
pub(super) use territoires::{dispositifs, intercommunalites, territoires, tournees};

/// A list, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    page: Frame<'a>,
    /// Sentences before the list.
    textes: Vec<String>,
    /// A map, as inline SVG; empty for none.
    carte: String,
    /// What to do first.
    action: Option<Mot<'a>>,
    /// The alphabet, or the parts of the page.
    sommaire: Vec<Mot<'a>>,
    choix: Vec<Choix<'a>>,
    groupes: Vec<Groupe<'a>>,
    /// Entries hold on one line: name, then a few words.
    court: bool,
}

impl<'a> View<'a> {
    fn new(page: Frame<'a>) -> Self {
        Self {
            page,
            textes: Vec::new(),
            carte: String::new(),
            action: None,
            sommaire: Vec::new(),
            choix: Vec::new(),
            groupes: Vec::new(),
            court: false,
        }
    }
}

/// Makes the list of needs of this guide.
pub(super) fn besoins(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let head = Head::new(labels.word("besoins.titre"), "");
    let urgence = here.fixed(Fixed::Urgence);
    View {
        action: urgence.map(|href| Mot::to(Some(href), typography(URGENCE.title))),
        choix: BESOINS.iter().filter_map(|besoin| here.choice(besoin)).collect(),
        groupes: here.criteres(),
        court: true,
        ..View::new(here.frame(head))
    }
}

/// Entries already in order, under their letters, with the alphabet; or in one group.
fn by_letter<'a>(entries: Vec<Entree<'a>>, letters: bool) -> (Vec<Mot<'a>>, Vec<Groupe<'a>>) {
    if !letters {
        return (Vec::new(), vec![Groupe { entrees: entries, ..Groupe::default() }]);
    }
    let mut groups: Vec<Groupe<'a>> = Vec::new();
    for entry in entries {
        let titre = shown(letter(&entry.nom));
        match groups.iter_mut().find(|group| group.titre == titre) {
            Some(group) => group.entrees.push(entry),
            None => groups.push(Groupe {
                ancre: super::letters::name(letter(&entry.nom)),
                titre: titre.into(),
                entrees: vec![entry],
                ..Groupe::default()
            }),
        }
    }
    let link =
        |group: &Groupe<'a>| Mot::to(Some(format!("#{}", group.ancre)), group.titre.to_string());
    (groups.iter().map(link).collect(), groups)
}

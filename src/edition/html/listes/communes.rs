//! The communes of a guide: on one page, or letter by letter; former names lead to those of today.

use std::collections::BTreeSet;

use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::letters::{self, letter};
use crate::edition::html::parts::{Entree, Mot};
use crate::edition::html::plan::LONGEST_LIST;
use crate::guide::{Guide, Ici};
use crate::plan::{About, Fixed};
use crate::text::{fold, sort_key, typography};

use super::{View, by_letter};

/// Whether the communes of a guide are listed letter by letter.
pub(in crate::edition::html) fn by_pages(guide: &Guide) -> bool {
    guide.communes.len() > LONGEST_LIST
}

/// The letters that communes of today and former ones start with.
pub(in crate::edition::html) fn letters_of(guide: &Guide) -> BTreeSet<char> {
    let names = |ici: &Ici| -> Vec<char> {
        let former = anciens(ici).into_iter().map(letter);
        former.chain([letter(ici.commune.nom)]).collect()
    };
    guide.communes.iter().flat_map(names).collect()
}

/// Former and delegated communes, and former names, that differ from the name of today.
pub(in crate::edition::html) fn anciens(ici: &Ici) -> Vec<&'static str> {
    let mut seen = BTreeSet::from([fold(ici.commune.nom)]);
    let names = ici.commune.anciens_noms().iter().map(|other| other.nom);
    names.filter(|nom| seen.insert(fold(nom))).collect()
}

/// Makes the list of the communes of this guide: all of it, or the letters and those that have something.
pub(in crate::edition::html) fn index(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let mut view =
        View { court: true, ..View::new(here.frame(Head::new(labels.word("communes.titre"), ""))) };
    if !by_pages(here.guide()) {
        // The home leads to each letter, however few the communes are.
        (view.sommaire, view.groupes) = by_letter(entries(here, |_| true), true);
        return view;
    }
    view.sommaire = alphabet(here, None);
    view.textes = vec![labels.word("communes.choisissez").to_owned()];
    let some: Vec<Entree<'_>> =
        here.guide().communes_servies().map(|(rank, ici)| entry(here, rank, ici)).collect();
    if some.len() <= LONGEST_LIST {
        let (_, mut groupes) = by_letter(some, false);
        groupes.iter_mut().for_each(|group| group.titre = labels.word("communes.avec").into());
        view.groupes = groupes;
    }
    view
}

/// Makes the list of the communes of one letter.
pub(in crate::edition::html) fn of_letter(here: Here<'_>, initial: char) -> View<'_> {
    let labels = here.labels();
    let h1 = labels.say("communes.lettre", &[("lettre", &letters::shown(initial))]);
    let above = Mot::to(here.fixed(Fixed::Communes), labels.word("menu.communes"));
    let (_, groupes) = by_letter(entries(here, |nom| letter(nom) == initial), false);
    View {
        sommaire: alphabet(here, Some(initial)),
        groupes,
        court: true,
        ..View::new(here.frame(Head::new(h1, "").below([above])))
    }
}

/// The pages of the letters, or the letters of the one page; that of the page itself is no link.
pub(in crate::edition::html) fn alphabet(here: Here<'_>, current: Option<char>) -> Vec<Mot<'_>> {
    let pages = by_pages(here.guide());
    let link = |letter| {
        let href = match pages {
            true => here.href(About::LettreCommunes(here.index, letter)),
            false => {
                here.fixed(Fixed::Communes).map(|page| format!("{page}#{}", letters::name(letter)))
            }
        };
        Mot::to(href.filter(|_| current != Some(letter)), letters::shown(letter))
    };
    letters_of(here.guide()).into_iter().map(link).collect()
}

/// Communes and former names that pass a test, in French order.
fn entries<'a>(here: Here<'a>, wanted: impl Fn(&str) -> bool) -> Vec<Entree<'a>> {
    let mut found: Vec<(Vec<u8>, Entree<'a>)> = Vec::new();
    for (rank, ici) in here.guide().communes.iter().enumerate() {
        if wanted(ici.commune.nom) {
            found.push((sort_key(ici.commune.nom), entry(here, rank, ici)));
        }
        for former in anciens(ici).into_iter().filter(|former| wanted(former)) {
            let nom = typography(ici.commune.nom);
            let said = here.labels().say("az.voir", &[("nom", &nom)]);
            let entree = Entree {
                nom: typography(former).into(),
                suite: format!("\u{a0}: {said}").into(),
                ..entry(here, rank, ici)
            };
            found.push((sort_key(former), entree));
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found.into_iter().map(|(_, entree)| entree).collect()
}

/// A commune with what it has.
fn entry<'a>(here: Here<'a>, rank: usize, ici: &Ici) -> Entree<'a> {
    Entree {
        href: here.href(About::Commune(here.at(rank))),
        nom: typography(ici.commune.nom).into(),
        suite: here.what_after(ici).into(),
        ..Entree::default()
    }
}

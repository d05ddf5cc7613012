//! Which files a guide offers to take along, about what, and where each goes.

use crate::address::Address;
use crate::guide::{Guide, Guides};
use crate::plan::{About, Cible, Sheet};
use crate::text::slug;

use super::{EMPORTS, Emport};

/// Places up to which a guide is one file: more of them make a file that no phone opens gladly, and no mail carries.
const WHOLE: usize = 500;

/// What is made only where somebody asks for it by its name.
const ASKED: [&str; 1] = ["memoire"];

/// The files of a guide.
pub(super) fn sheets(guides: &Guides, guide: usize) -> Vec<Sheet> {
    let here = &guides.guides[guide];
    let wanted = EMPORTS.iter().filter(|emport| is_wanted(here, emport));
    let all = wanted
        .flat_map(|emport| (emport.sujets)(here).into_iter().map(move |cible| (emport, cible)));
    all.filter_map(|(emport, cible)| {
        let address = Address::new(path(here, emport, cible)).ok()?;
        Some(Sheet { address, medium: emport.medium, about: About::Emporter(guide, cible) })
    })
    .collect()
}

/// Whether a guide offers anything to take along.
pub(in crate::edition) fn offers(here: &Guide) -> bool {
    EMPORTS.iter().any(|emport| is_wanted(here, emport) && !(emport.sujets)(here).is_empty())
}

/// Whether the settings of a guide ask for a kind of files, or leave the choice and it needs no asking.
fn is_wanted(here: &Guide, emport: &Emport) -> bool {
    let written = &here.reglages.hors_ligne;
    match written.is_empty() {
        true => !ASKED.contains(&emport.terme),
        false => written.iter().any(|term| term.code == emport.terme),
    }
}

/// Whether a guide is small enough for one file.
fn is_small(here: &Guide) -> bool {
    here.acteurs.len() <= WHOLE
}

/// The whole guide, where it fits in one file.
pub(super) fn whole(here: &Guide) -> Vec<Cible> {
    is_small(here).then_some(Cible::Guide).into_iter().collect()
}

/// The whole guide, whatever it holds.
pub(super) fn always(_: &Guide) -> Vec<Cible> {
    vec![Cible::Guide]
}

/// The whole guide, where it is small or where its settings ask for it by name.
pub(super) fn whole_or_asked(here: &Guide) -> Vec<Cible> {
    if here.reglages.hors_ligne.is_empty() { whole(here) } else { vec![Cible::Guide] }
}

/// The whole guide; each intercommunalité where that is too much for one file.
pub(super) fn whole_or_epcis(here: &Guide) -> Vec<Cible> {
    if is_small(here) { whole(here) } else { epcis(here) }
}

/// The intercommunalités where something is.
pub(super) fn epcis(here: &Guide) -> Vec<Cible> {
    let served = |rank: &usize| {
        let communes = &here.intercommunalites[*rank].communes;
        communes.iter().any(|&commune| !here.communes[commune].est_vide())
    };
    (0..here.intercommunalites.len()).filter(served).map(Cible::Intercommunalite).collect()
}

/// The communes where something is, comes or takes place.
pub(super) fn communes(here: &Guide) -> Vec<Cible> {
    here.communes_servies().map(|(rank, _)| Cible::Commune(rank)).collect()
}

/// Where a file goes: `86-vienne/hors-ligne/communes/lusignan.html`.
fn path(here: &Guide, emport: &Emport, cible: Cible) -> String {
    let folder = slug(&here.dossier);
    let (of, nom) = match cible {
        Cible::Commune(rank) => ("communes/", here.communes[rank].slug.clone()),
        Cible::Intercommunalite(rank) => {
            ("intercommunalites/", here.intercommunalites[rank].slug.clone())
        }
        _ => ("", nom(here, emport)),
    };
    // Each place has several pages: those to look at stand apart from those to send.
    let of = match emport.terme {
        "encarts" => "encarts/",
        "messages" if cible != Cible::Guide => "messages/",
        _ => of,
    };
    format!("{folder}/hors-ligne/{of}{nom}.{}", emport.extension)
}

/// The name of what is about the whole guide.
fn nom(here: &Guide, emport: &Emport) -> String {
    match emport.terme {
        "messages" | "memoire" => emport.terme.to_owned(),
        "archive" => archive(here),
        _ => "guide".to_owned(),
    }
}

/// The name of the zip of a guide, and of the folder in it: other sites link to it, so that no day is in it.
pub(super) fn archive(here: &Guide) -> String {
    format!("guide-{}", slug(&here.dossier))
}

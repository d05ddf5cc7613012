//! The page of search: everything that can be found as one list of links, and the script that filters it.

pub(in crate::edition) mod entrees;
mod fichier;
mod script;

use serde::Serialize;

use crate::plan::{About, Fixed, Medium, Scope};

use super::frame::{Frame, Head};
use super::here::Here;
use super::listes;
use super::parts::{Entree, Groupe, Mot};
pub(in crate::edition) use script::SCRIPT;

use fichier::Part;
pub(super) use fichier::{file, has_file};

/// The page of search, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    page: Frame<'a>,
    /// The alphabet of the communes.
    lettres: Vec<Mot<'a>>,
    /// The lists that hold everything too.
    suite: Vec<Mot<'a>>,
    groupes: Vec<Groupe<'a>>,
    script: &'static str,
    /// The script that holds what the page does not.
    liste: Option<String>,
}

/// Makes the page of search of this guide.
pub(super) fn view(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let mut page = here.frame(Head::new(labels.word("recherche.titre"), ""));
    let about = About::Fixed(Scope::Guide(here.index), Fixed::Recherche);
    let liste = here.world.plan.address(Medium::Script, about).map(|file| here.from.to(file));
    page.scripts = format!("'{}'", SCRIPT.hash);
    if liste.is_some() {
        page.scripts.push_str(" 'self'");
    }
    View {
        page,
        lettres: listes::alphabet(here, None),
        suite: lists(here),
        groupes: groups(here),
        script: &SCRIPT.texte,
        liste,
    }
}

fn lists(here: Here<'_>) -> Vec<Mot<'_>> {
    let lists = [
        (Fixed::AZ, "az.titre"),
        (Fixed::Codes, "codes.titre"),
        (Fixed::Intercommunalites, "intercommunalites.titre"),
        (Fixed::Evenements, "evenements.titre"),
        (Fixed::Glossaire, "glossaire.titre"),
    ];
    let link = |(fixed, word): (Fixed, &'static str)| {
        Some(Mot::to(Some(here.fixed(fixed)?), here.labels().word(word)))
    };
    lists.into_iter().filter_map(link).collect()
}

/// What the page itself holds, in the order in which answers that are as good stand.
fn groups(here: Here<'_>) -> Vec<Groupe<'_>> {
    let part = Part::of(here.world.guides, here.guide());
    let communes = |empty: bool| {
        let all = here.guide().communes.iter().enumerate();
        let wanted = all.filter(|(_, ici)| ici.est_vide() == empty);
        wanted.map(|(rank, _)| entrees::commune(here, rank)).collect()
    };
    let acteurs =
        || (0..here.guide().acteurs.len()).map(|rank| entrees::acteur(here, rank)).collect();
    let groups: [(&str, Vec<Entree<'_>>); 9] = [
        ("recherche.besoins", entrees::besoins(here)),
        ("recherche.communes", if part.lieux { communes(false) } else { Vec::new() }),
        ("recherche.lieux", if part.lieux { acteurs() } else { Vec::new() }),
        ("recherche.territoires", entrees::territoires(here)),
        ("recherche.evenements", entrees::evenements(here)),
        ("recherche.dispositifs", entrees::dispositifs(here)),
        ("recherche.pages", entrees::pages(here)),
        ("recherche.mots", entrees::mots(here)),
        ("recherche.autres_communes", if part.vides { communes(true) } else { Vec::new() }),
    ];
    groups
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(word, entrees)| Groupe {
            titre: here.labels().word(word).into(),
            entrees,
            ..Groupe::default()
        })
        .collect()
}

//! The guide as a site: one page a record, commune and need, readable everywhere.

mod accueil;
pub(in crate::edition) mod acteur;
pub(in crate::edition) mod agenda;
pub(in crate::edition) mod besoin;
pub(in crate::edition) mod brief;
mod cartes;
mod codes;
pub(in crate::edition) mod commune;
pub(in crate::edition) mod contribuer;
mod critere;
mod declaration;
mod dispositif;
mod donnees;
mod dossier;
mod emporter;
pub(in crate::edition) mod evenement;
pub(in crate::edition) mod fiche;
pub(in crate::edition) mod frame;
pub(in crate::edition) mod glossaire;
pub(in crate::edition) mod here;
pub(in crate::edition) mod imprimer;
mod intercommunalite;
mod introuvable;
mod letters;
mod lexique;
mod listes;
pub(in crate::edition) mod markdown;
mod near;
mod noms;
pub(in crate::edition) mod numeros;
mod papier;
pub(in crate::edition) mod parts;
mod photo;
mod plan;
pub(in crate::edition) mod recherche;
mod render;
pub(in crate::edition) mod shared;

mod site;
mod territoire;
mod textes;
mod titres;
pub(in crate::edition) mod tournee;

use crate::diagnostic::Diagnostic;
use crate::guide::{Guides, Ref};
use crate::plan::{About, Fixed, Medium, Scope, Sheet};

use super::{Edition, World};
use here::Here;
use render::in_guide;

pub(in crate::edition) use render::{explained, lost, page};

pub use shared::Shared;

/// The site.
pub struct Html;

impl Edition for Html {
    fn nom(&self) -> &'static str {
        "pages"
    }

    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        plan::sheets(guides)
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        let here = |index| Here { world, from: &sheet.address, index };
        let site = &world.themes.site;
        let days = |index, view: agenda::View<'_>| in_guide(here(index), "agenda", &view, sheet);
        let list = |index, view: listes::View<'_>| in_guide(here(index), "liste", &view, sheet);
        match sheet.about {
            About::Site => above(world, sheet, "site", None),
            About::PageSite(index) => {
                let view = site::page(world, &sheet.address, index);
                explained(world, site, "site-page", &view, sheet, None)
            }
            About::Fixed(scope, Fixed::Introuvable) => page(
                world.theme(scope),
                "introuvable",
                &introuvable::view(world, &sheet.address, scope),
                sheet,
            ),
            About::Fixed(Scope::Site, fixed) => {
                above(world, sheet, site_template(fixed), Some(fixed))
            }
            About::Fixed(Scope::Guide(index), fixed) => render::fixed(here(index), fixed, sheet),
            About::Lettre(index, letter) => list(index, listes::lettre(here(index), letter)),
            About::Codes(index, sign) => {
                in_guide(here(index), "liste", &listes::codes_en(here(index), sign), sheet)
            }
            About::LettreCommunes(index, letter) => {
                list(index, listes::lettre_des_communes(here(index), letter))
            }
            About::BesoinIci(at, slug) => match commune::besoin(here(at.guide), at.index, slug) {
                Some(view) => in_guide(here(at.guide), "dossier", &view, sheet),
                None => Err(lost(sheet)),
            },
            About::Semaine(index, monday, ordre) => {
                days(index, agenda::semaine(here(index), monday, ordre))
            }
            About::Mois(index, first, ordre) => {
                days(index, agenda::mois(here(index), first, ordre))
            }
            About::Agenda(index, sujet) => days(index, agenda::sujet(here(index), sujet)),
            About::Besoin(index, slug) => besoin::view(here(index), slug).map_or_else(
                || Err(lost(sheet)),
                |view| in_guide(here(index), "besoin", &view, sheet),
            ),
            About::Critere(at)
            | About::Acteur(at)
            | About::Evenement(at)
            | About::Page(at)
            | About::Commune(at)
            | About::Intercommunalite(at)
            | About::Territoire(at)
            | About::Dispositif(at)
            | About::Tournee(at) => render::record(here(at.guide), at.index, sheet),
            About::Ancien(at, former, _) => render::former(here(at.guide), at, former, sheet),
            // Files of another edition.
            About::Donnees(..) | About::Papier(..) | About::Host(..) | About::Emporter(..) => {
                Err(lost(sheet))
            }
            About::Image(at) => picture(world, at, sheet),
        }
    }
}

/// A page above the guides: the home of all, or a page that each of them has too.
fn above(
    world: &World<'_>,
    sheet: &Sheet,
    template: &str,
    fixed: Option<Fixed>,
) -> Result<Vec<u8>, Diagnostic> {
    page(&world.themes.site, template, &site::view(world, &sheet.address, fixed), sheet)
}

/// What is published of a picture, in one of its forms.
fn picture(world: &World<'_>, at: Ref, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    match &world.guides.guides[at.guide].images[at.index].developed {
        Some((_, made)) if sheet.medium == Medium::Avif => Ok(made.avif().to_vec()),
        Some((_, made)) => Ok(made.bytes.clone()),
        None => Err(lost(sheet)),
    }
}

fn site_template(fixed: Fixed) -> &'static str {
    match fixed {
        Fixed::Accessibilite => "site-accessibilite",
        Fixed::MentionsLegales => "site-mentions",
        _ => "site-plan",
    }
}

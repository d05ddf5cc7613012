//! The guide as a site: one page a record, commune and need, readable everywhere.

mod accueil;
mod acteur;
mod besoin;
mod brief;
mod commune;
mod evenement;
mod fiche;
mod frame;
mod here;
mod introuvable;
mod letters;
mod listes;
mod markdown;
mod near;
mod numeros;
mod parts;
mod plan;
mod quand;
mod shared;
mod site;
mod textes;
mod titres;

use serde::Serialize;
use tera::Context;

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::{Guides, Ref};
use crate::plan::{About, Fixed, Former, Scope, Sheet};
use crate::source;
use crate::theme::Theme;

use super::{Edition, World};
use here::Here;

pub use shared::Shared;

/// The site.
pub struct Html;

impl Edition for Html {
    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        plan::sheets(guides)
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        let here = |index| Here { world, from: &sheet.address, index };
        let site = &world.themes.site;
        match sheet.about {
            About::Site => page(site, "site", &site::view(world, &sheet.address, None), sheet),
            About::Fixed(scope, Fixed::Introuvable) => {
                let theme = match scope {
                    Scope::Site => site,
                    Scope::Guide(index) => &world.themes.guides[index],
                };
                page(theme, "introuvable", &introuvable::view(world, &sheet.address, scope), sheet)
            }
            About::Fixed(Scope::Site, fixed) => page(
                site,
                site_template(fixed),
                &site::view(world, &sheet.address, Some(fixed)),
                sheet,
            ),
            About::Fixed(Scope::Guide(index), fixed) => render_fixed(here(index), fixed, sheet),
            About::Lettre(index, letter) => {
                page(here(index).theme(), "liste", &listes::lettre(here(index), letter), sheet)
            }
            About::Besoin(index, slug) => match besoin::view(here(index), slug) {
                Some(view) => page(here(index).theme(), "besoin", &view, sheet),
                None => Err(lost(sheet)),
            },
            About::Acteur(at) | About::Evenement(at) | About::Page(at) | About::Commune(at) => {
                render_record(here(at.guide), at.index, sheet)
            }
            About::Ancien(at, former, _) => render_former(here(at.guide), at, former, sheet),
            About::Image(at) => {
                // The only bytes that are not made but carried: a picture is content, read as such.
                let image = &world.guides.guides[at.guide].images[at.index];
                source::read_file(&image.path, &image.shown)
            }
        }
    }
}

fn site_template(fixed: Fixed) -> &'static str {
    match fixed {
        Fixed::Accessibilite => "site-accessibilite",
        Fixed::MentionsLegales => "site-mentions",
        _ => "site-plan",
    }
}

fn render_fixed(here: Here<'_>, fixed: Fixed, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let theme = here.theme();
    match fixed {
        Fixed::Accueil => page(theme, "accueil", &accueil::view(here), sheet),
        Fixed::Urgence => page(theme, "besoin", &besoin::urgence(here), sheet),
        Fixed::Besoins => page(theme, "liste", &listes::besoins(here), sheet),
        Fixed::Communes => page(theme, "liste", &listes::communes(here), sheet),
        Fixed::Evenements => page(theme, "liste", &listes::evenements(here), sheet),
        Fixed::AZ => page(theme, "liste", &listes::az(here), sheet),
        Fixed::Plan => page(theme, "liste", &listes::plan(here), sheet),
        Fixed::APropos => {
            page(theme, "a-propos", &textes::fixe(here, "a_propos.titre", "a propos"), sheet)
        }
        Fixed::Accessibilite => page(
            theme,
            "accessibilite",
            &textes::fixe(here, "accessibilite.titre", "accessibilite"),
            sheet,
        ),
        Fixed::MentionsLegales => {
            page(theme, "mentions", &textes::fixe(here, "pied.mentions", "mentions legales"), sheet)
        }
        Fixed::Introuvable => Err(lost(sheet)),
    }
}

fn render_record(here: Here<'_>, index: usize, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let theme = here.theme();
    match sheet.about {
        About::Acteur(_) => page(theme, "acteur", &acteur::view(here, index), sheet),
        About::Evenement(_) => page(theme, "evenement", &evenement::view(here, index), sheet),
        About::Commune(_) => page(theme, "commune", &commune::view(here, index), sheet),
        _ => page(theme, "page", &textes::page(here, index), sheet),
    }
}

/// A former address leads to the page of today, by itself and by a link.
fn render_former(
    here: Here<'_>,
    at: Ref,
    former: Former,
    sheet: &Sheet,
) -> Result<Vec<u8>, Diagnostic> {
    #[derive(Serialize)]
    struct Renvoi<'a> {
        href: String,
        nom: &'a str,
    }
    let (about, nom) = match former {
        Former::Acteur => (About::Acteur(at), here.brief(at).nom.as_str()),
        Former::Evenement => {
            (About::Evenement(at), here.common().evenements[at.index].nom.as_str())
        }
    };
    let href = here.href(about).ok_or_else(|| lost(sheet))?;
    page(here.theme(), "renvoi", &Renvoi { href, nom }, sheet)
}

/// The bytes of a page: a view put into the template of its name.
fn page(
    theme: &Theme,
    template: &str,
    view: &impl Serialize,
    sheet: &Sheet,
) -> Result<Vec<u8>, Diagnostic> {
    let context = Context::from_serialize(view).map_err(|_| lost(sheet))?;
    let template = format!("html/{template}.html");
    theme.remember(&template, view);
    theme.render(&template, &context)
}

/// What cannot happen: a sheet whose subject is not in the guide.
fn lost(sheet: &Sheet) -> Diagnostic {
    Diagnostic::new(
        "page-impossible",
        Severity::Error,
        Subject::Sheet(sheet.address.clone()),
        "Cette page ne peut pas être faite : son sujet manque dans le guide.",
        "C’est un défaut de jalon : signalez-le avec la fiche en question.",
    )
}

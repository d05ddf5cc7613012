//! The guide as a site: one page a record, commune and need, readable everywhere.

mod accueil;
mod acteur;
mod agenda;
mod besoin;
mod brief;
mod changes;
mod commune;
mod contribuer;
mod declaration;
mod dispositif;
mod donnees;
mod dossier;
mod evenement;
mod fiche;
mod frame;
mod glossaire;
mod here;
mod imprimer;
mod intercommunalite;
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
mod sigles;
mod site;
mod territoire;
mod textes;
mod titres;
mod tournee;

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
            About::PageSite(index) => {
                let view = site::page(world, &sheet.address, index);
                explained(world, site, "site-page", &view, sheet)
            }
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
                in_guide(here(index), "liste", &listes::lettre(here(index), letter), sheet)
            }
            About::Semaine(index, monday) => {
                in_guide(here(index), "agenda", &agenda::semaine(here(index), monday), sheet)
            }
            About::Besoin(index, slug) => match besoin::view(here(index), slug) {
                Some(view) => in_guide(here(index), "besoin", &view, sheet),
                None => Err(lost(sheet)),
            },
            About::Acteur(at)
            | About::Evenement(at)
            | About::Page(at)
            | About::Commune(at)
            | About::Intercommunalite(at)
            | About::Territoire(at)
            | About::Dispositif(at)
            | About::Tournee(at) => render_record(here(at.guide), at.index, sheet),
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
    match fixed {
        Fixed::Accueil => in_guide(here, "accueil", &accueil::view(here), sheet),
        Fixed::Urgence => in_guide(here, "besoin", &besoin::urgence(here), sheet),
        Fixed::Besoins => in_guide(here, "liste", &listes::besoins(here), sheet),
        Fixed::Communes => in_guide(here, "liste", &listes::communes(here), sheet),
        Fixed::Evenements => in_guide(here, "liste", &listes::evenements(here), sheet),
        Fixed::Agenda => in_guide(here, "agenda", &agenda::index(here), sheet),
        Fixed::Intercommunalites => {
            in_guide(here, "liste", &listes::intercommunalites(here), sheet)
        }
        Fixed::Territoires => in_guide(here, "liste", &listes::territoires(here), sheet),
        Fixed::Dispositifs => in_guide(here, "liste", &listes::dispositifs(here), sheet),
        Fixed::Tournees => in_guide(here, "liste", &listes::tournees(here), sheet),
        Fixed::Glossaire => in_guide(here, "glossaire", &glossaire::view(here), sheet),
        Fixed::Donnees => in_guide(here, "dossier", &donnees::view(here), sheet),
        Fixed::Imprimer => in_guide(here, "dossier", &imprimer::view(here), sheet),
        Fixed::Contribuer => in_guide(here, "contribuer", &contribuer::view(here), sheet),
        Fixed::AZ => in_guide(here, "liste", &listes::az(here), sheet),
        Fixed::Plan => in_guide(here, "liste", &listes::plan(here), sheet),
        Fixed::APropos | Fixed::Accessibilite | Fixed::MentionsLegales => {
            render_text(here, fixed, sheet)
        }
        Fixed::Introuvable => Err(lost(sheet)),
    }
}

/// The texts that every site must have.
fn render_text(here: Here<'_>, fixed: Fixed, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let (template, titre) = match fixed {
        Fixed::APropos => ("a-propos", "a_propos.titre"),
        Fixed::Accessibilite => ("accessibilite", "accessibilite.titre"),
        _ => ("mentions", "pied.mentions"),
    };
    in_guide(here, template, &textes::fixe(here, titre), sheet)
}

fn render_record(here: Here<'_>, index: usize, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    match sheet.about {
        About::Acteur(_) => in_guide(here, "acteur", &acteur::view(here, index), sheet),
        About::Evenement(_) => in_guide(here, "evenement", &evenement::view(here, index), sheet),
        About::Commune(_) => in_guide(here, "commune", &commune::view(here, index), sheet),
        About::Tournee(_) => in_guide(here, "tournee", &tournee::view(here, index), sheet),
        About::Intercommunalite(_) => {
            in_guide(here, "dossier", &intercommunalite::view(here, index), sheet)
        }
        About::Territoire(_) => in_guide(here, "dossier", &territoire::view(here, index), sheet),
        About::Dispositif(_) => in_guide(here, "dossier", &dispositif::view(here, index), sheet),
        _ => in_guide(here, "page", &textes::page(here, index), sheet),
    }
}

/// A page of a guide.
fn in_guide(
    here: Here<'_>,
    template: &str,
    view: &impl Serialize,
    sheet: &Sheet,
) -> Result<Vec<u8>, Diagnostic> {
    // Lists hold names, not sentences; the glossary explains sigles one by one.
    match template {
        "liste" | "agenda" | "glossaire" => page(here.theme(), template, view, sheet),
        _ => explained(here.world, here.theme(), template, view, sheet),
    }
}

/// A page whose sigles are said in words at their first use.
fn explained(
    world: &World<'_>,
    theme: &Theme,
    template: &str,
    view: &impl Serialize,
    sheet: &Sheet,
) -> Result<Vec<u8>, Diagnostic> {
    let text = written(theme, template, view, sheet)?;
    let heading = theme.labels.word("texte.sigles");
    Ok(world.shared.sigles.said_in(text, heading).into_bytes())
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
    written(theme, template, view, sheet).map(String::into_bytes)
}

/// The text of a page.
fn written(
    theme: &Theme,
    template: &str,
    view: &impl Serialize,
    sheet: &Sheet,
) -> Result<String, Diagnostic> {
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

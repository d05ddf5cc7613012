//! The bytes of each kind of page: its view, put into the template of its name.

use serde::Serialize;
use tera::Context;

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::edition::World;
use crate::guide::Ref;
use crate::plan::{About, Fixed, Former, Medium, Sheet};
use crate::theme::Theme;

use super::here::Here;
use super::{
    accueil, acteur, agenda, besoin, commune, contribuer, critere, dispositif, donnees, emporter,
    evenement, glossaire, imprimer, intercommunalite, listes, recherche, territoire, textes,
    tournee,
};

pub(super) fn fixed(here: Here<'_>, fixed: Fixed, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    if sheet.medium == Medium::Script {
        return Ok(recherche::file(here).into_bytes());
    }
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
        Fixed::Emporter => in_guide(here, "emporter", &emporter::view(here), sheet),
        Fixed::Contribuer => in_guide(here, "contribuer", &contribuer::view(here), sheet),
        Fixed::AZ => in_guide(here, "liste", &listes::az(here), sheet),
        Fixed::Codes => in_guide(here, "liste", &listes::codes(here), sheet),
        Fixed::Recherche => in_guide(here, "recherche", &recherche::view(here), sheet),
        Fixed::Plan => in_guide(here, "liste", &listes::plan(here), sheet),
        Fixed::APropos | Fixed::Accessibilite | Fixed::MentionsLegales => text(here, fixed, sheet),
        Fixed::Introuvable => Err(lost(sheet)),
    }
}

/// The texts that every site must have.
fn text(here: Here<'_>, fixed: Fixed, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let (template, titre) = match fixed {
        Fixed::APropos => ("a-propos", "a_propos.titre"),
        Fixed::Accessibilite => ("accessibilite", "accessibilite.titre"),
        _ => ("mentions", "pied.mentions"),
    };
    in_guide(here, template, &textes::fixe(here, titre), sheet)
}

pub(super) fn record(here: Here<'_>, index: usize, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    match sheet.about {
        About::Acteur(_) => in_guide(here, "acteur", &acteur::view(here, index), sheet),
        About::Evenement(_) => in_guide(here, "evenement", &evenement::view(here, index), sheet),
        About::Commune(_) => in_guide(here, "commune", &commune::view(here, index), sheet),
        About::Critere(_) => in_guide(here, "critere", &critere::view(here, index), sheet),
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
pub(super) fn in_guide(
    here: Here<'_>,
    template: &str,
    view: &impl Serialize,
    sheet: &Sheet,
) -> Result<Vec<u8>, Diagnostic> {
    // Lists hold names, not sentences; the glossary explains sigles one by one.
    match template {
        "liste" | "agenda" | "glossaire" | "recherche" => page(here.theme(), template, view, sheet),
        _ => {
            let glossaire = here.fixed(Fixed::Glossaire);
            explained(here.world, here.theme(), template, view, sheet, glossaire.as_deref())
        }
    }
}

/// A page whose sigles are said in words at their first use, and whose words lead to the glossary, if it has one.
pub(in crate::edition) fn explained(
    world: &World<'_>,
    theme: &Theme,
    template: &str,
    view: &impl Serialize,
    sheet: &Sheet,
    glossaire: Option<&str>,
) -> Result<Vec<u8>, Diagnostic> {
    let text = written(theme, template, view, sheet)?;
    let heading = theme.labels.word("texte.sigles");
    Ok(world.shared.lexique.said_in(text, heading, glossaire).into_bytes())
}

/// A former address leads to the page of today, by itself and by a link.
pub(super) fn former(
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
pub(in crate::edition) fn page(
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
pub(in crate::edition) fn lost(sheet: &Sheet) -> Diagnostic {
    Diagnostic::new(
        "page-impossible",
        Severity::Error,
        Subject::Sheet(sheet.address.clone()),
        "Cette page ne peut pas être faite : son sujet manque dans le guide.",
        "C’est un défaut de jalon : signalez-le avec la fiche en question.",
    )
}

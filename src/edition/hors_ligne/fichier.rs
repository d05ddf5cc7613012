//! One file that holds everything: it opens by a double click, on any computer or phone, without network.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::edition::html::frame::mail;
use crate::edition::html::here::Here;
use crate::edition::html::parts::Groupe;
use crate::edition::html::recherche::SCRIPT;
use crate::edition::html::{explained, page};
use crate::edition::papier::contrat::Document;
use crate::edition::papier::emporter;
use crate::plan::{About, Cible, Fixed, Scope, Sheet};

use super::pieces::Section;
use super::{index, sections, tete};

/// Such a file, as its template sees it.
#[derive(Serialize)]
struct View<'a> {
    titre: String,
    h1: &'a str,
    /// Of which day it is, how long it holds, who publishes it.
    tete: Vec<String>,
    sections: &'a [Section],
    /// All that its search finds; empty where it has none.
    groupes: Vec<Groupe<'a>>,
    script: &'static str,
    /// What the content policy lets run.
    scripts: String,
    /// The mail that says what is wrong.
    erreur: Option<String>,
    /// Where it is read on the web, fresh; nothing where the guide does not know its address.
    en_ligne: Option<String>,
    fin: String,
}

/// The bytes of the file of a guide, a commune or an intercommunalité.
pub(super) fn make(here: Here<'_>, cible: Cible, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let document = emporter::document(here, cible);
    let sections = sections(here, &document);
    let whole = cible == Cible::Guide;
    let groupes = if whole { index::groups(here, &sections) } else { Vec::new() };
    let view = View {
        titre: titre(&document),
        h1: &document.titre,
        tete: tete(&document),
        sections: &sections,
        script: if whole { &SCRIPT.texte } else { "" },
        scripts: if whole { format!("'{}'", SCRIPT.hash) } else { String::new() },
        groupes,
        erreur: mail(
            &here.guide().reglages.reglages,
            here.labels().word("pied.objet"),
            &document.titre,
        ),
        en_ligne: en_ligne(here, cible),
        fin: format!("{}.", document.edition.texte),
    };
    match whole {
        // The glossary is in the file itself.
        true => explained(here.world, here.theme(), "fichier", &view, sheet, Some("")),
        false => page(here.theme(), "fichier", &view, sheet),
    }
}

/// « Se faire aider à Lusignan – Où se faire aider dans la Vienne ».
fn titre(document: &Document) -> String {
    let guide = &document.guide.titre;
    if document.titre == *guide { guide.clone() } else { format!("{} – {guide}", document.titre) }
}

/// The page of the site that says the same, fresh.
pub(super) fn en_ligne(here: Here<'_>, cible: Cible) -> Option<String> {
    let about = match cible {
        Cible::Commune(rank) => About::Commune(here.at(rank)),
        Cible::Intercommunalite(rank) => About::Intercommunalite(here.at(rank)),
        _ => About::Fixed(Scope::Guide(here.index), Fixed::Accueil),
    };
    let url = here.world.public(here.index, here.world.plan.page(about)?)?;
    Some(url.trim_end_matches("index.html").to_owned())
}

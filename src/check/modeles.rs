//! What a model proposes and nobody replaced: readers would read it.

use crate::diagnostic::{Diagnostic, Place};
use crate::guide::Guides;
use crate::record::Page;
use crate::record::savoir::TEXTE_A_ECRIRE;
use crate::record::site::{A_COMPLETER, Reglages};
use crate::theme::Themes;

const CODE: &str = "reste-a-remplir";

/// The sentence of a new page, and the publisher of a new guide.
pub fn unwritten(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let own = guides.guides.iter().flat_map(|guide| &guide.pages);
    out.extend(own.chain(&guides.pages).filter_map(page));
    let real = || guides.guides.iter().filter(|guide| !guide.reglages.demonstration);
    out.extend(real().filter_map(|guide| publisher(&guide.reglages.reglages)));
    // The home of several guides names its publisher; that of one guide is the guide itself.
    let home = guides.site.as_ref().filter(|_| guides.guides.len() > 1 && real().next().is_some());
    out.extend(home.and_then(|site| publisher(&site.reglages)));
}

fn page(page: &Page) -> Option<Diagnostic> {
    let start = page.debut + page.texte.find(TEXTE_A_ECRIRE)?;
    Some(Diagnostic::warning(
        CODE,
        page.fiche.place(&(start..start + TEXTE_A_ECRIRE.len())),
        "Cette phrase est celle du modèle : elle serait publiée.",
        "Écrivez votre texte à sa place, ou ajoutez « brouillon: oui » en tête de la page.",
    ))
}

fn publisher(reglages: &Reglages) -> Option<Diagnostic> {
    reglages.editeur.contains(A_COMPLETER).then(|| {
        Diagnostic::warning(
            CODE,
            written(reglages),
            "« editeur » est encore celui du modèle : les mentions légales le publient.",
            "Écrivez le nom de votre structure, tel que les lecteurs le connaissent.",
        )
    })
}

/// Where the words of the model stand.
fn written(reglages: &Reglages) -> Place {
    let found = reglages.fichier.text.find(A_COMPLETER);
    found.map_or_else(
        || reglages.first_line(),
        |start| reglages.fichier.at(start..start + A_COMPLETER.len()),
    )
}

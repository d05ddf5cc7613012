//! What a mairie shows on its own site: where to be helped here, as a bare page for a frame or as code to paste.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::edition::html::here::Here;
use crate::edition::html::{lost, page};
use crate::edition::papier::contrat::Document;
use crate::edition::papier::emporter;
use crate::plan::{Cible, Sheet};

use super::fichier::en_ligne;
use super::pieces::{Section, sections};

/// Such a piece of a page, as its templates see it.
#[derive(Serialize)]
struct View<'a> {
    titre: &'a str,
    /// A name that no other piece of the host's page bears.
    ancre: String,
    /// The level of its heading: 1 in a frame, where it is alone; 2 in the page of somebody else.
    niveau: u8,
    /// Where the guide is read, fresh; empty where it does not know its address.
    en_ligne: String,
    guide_titre: &'a str,
    edition: &'a str,
    sections: Vec<Section>,
}

/// The bare page of a commune, for a frame: always as fresh as the site.
pub(super) fn cadre(here: Here<'_>, cible: Cible, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let Cible::Commune(rank) = cible else { return Err(lost(sheet)) };
    let document = emporter::encart(here, rank);
    page(here.theme(), "cadre", &view(here, rank, &document, 1), sheet)
}

/// The code of a commune, to be pasted: letters that every editor and every old encoding keeps.
pub(super) fn code(here: Here<'_>, cible: Cible, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let Cible::Commune(rank) = cible else { return Err(lost(sheet)) };
    let document = emporter::encart(here, rank);
    let html = page(here.theme(), "encart", &view(here, rank, &document, 2), sheet)?;
    Ok(plain(&String::from_utf8_lossy(&html)).into_bytes())
}

fn view<'a>(here: Here<'_>, rank: usize, document: &'a Document, niveau: u8) -> View<'a> {
    let nom = &here.guide().communes[rank].slug;
    View {
        titre: &document.titre,
        ancre: format!("jalon-{nom}"),
        niveau,
        en_ligne: en_ligne(here, Cible::Commune(rank)).unwrap_or_default(),
        guide_titre: &document.guide.titre,
        edition: &document.edition.texte,
        sections: sections(document),
    }
}

/// HTML in ASCII alone: other letters by their number.
fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    for letter in html.chars() {
        match letter.is_ascii() {
            true => out.push(letter),
            false => out.push_str(&format!("&#{};", u32::from(letter))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn letters_that_old_editors_break_are_written_by_number() {
        assert_eq!(plain("<p>Été\u{a0}: 9 €</p>"), "<p>&#201;t&#233;&#160;: 9 &#8364;</p>");
    }
}

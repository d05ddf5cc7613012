//! A book for readers (EPUB 3.3): the same document as the other files to take along, a chapter for each of its parts.
//!
//! Its bytes depend on the guide and its day alone. What it says of its accessibility (EPUB Accessibility 1.1) is what
//! it is by construction: text in order, headings, no picture, no sound. It claims no conformance that nobody judged.

mod balises;
mod cadre;

use std::collections::BTreeMap;

use zip::result::ZipResult;

use crate::archive::{self, Archive};
use crate::calendar::Date;
use crate::edition::papier::contrat::Document;

use super::pieces::{self, Piece, Section};
use cadre::Livre;

/// A book of a document: `nom` is what makes it itself, the same at each edition; `tete` what its first page says.
pub(super) fn write(document: &Document, tete: &[String], nom: &str, day: Date) -> ZipResult<Vec<u8>> {
    let sections = pieces::sections(document);
    let sections: Vec<Section> = sections.into_iter().filter(|part| !part.pieces.is_empty()).collect();
    let fichiers: Vec<String> =
        (1..=sections.len()).map(|rank| format!("chapitre-{rank:02}.xhtml")).collect();
    let livre = Livre { document, tete, nom, day, sections: &sections, fichiers: &fichiers };
    let whose = places(&sections, &fichiers);
    let chapters = sections.iter().zip(&fichiers).map(|(section, fichier)| {
        let body = balises::chapitre(section, fichier, &whose);
        (format!("EPUB/{fichier}"), livre.page(&section.titre, &body))
    });
    let mut files: Vec<(String, String)> = vec![
        ("mimetype".into(), "application/epub+zip".into()),
        ("META-INF/container.xml".into(), CONTAINER.into()),
        ("EPUB/livre.opf".into(), livre.package()),
        ("EPUB/sommaire.xhtml".into(), livre.contents()),
        ("EPUB/sommaire.ncx".into(), livre.old_contents()),
        ("EPUB/style.css".into(), include_str!("livre/style.css").into()),
        ("EPUB/titre.xhtml".into(), livre.title_page()),
    ];
    files.extend(chapters);
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    archive::pack(Archive::of(day), &files)
}

/// Where a reader finds the book inside its zip.
const CONTAINER: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
    "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\">",
    "<rootfiles><rootfile full-path=\"EPUB/livre.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>",
    "</container>\n",
);

/// The file that tells each name, the first one where several do.
fn places(sections: &[Section], fichiers: &[String]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (section, fichier) in sections.iter().zip(fichiers) {
        for name in names(section) {
            found.entry(name.to_owned()).or_insert_with(|| fichier.clone());
        }
    }
    found
}

/// The names that a part and its pieces bear.
fn names(section: &Section) -> Vec<&str> {
    let mut names = vec![section.ancre.as_str()];
    for piece in &section.pieces {
        match piece {
            Piece::Titre { ancre, .. } => names.push(ancre),
            Piece::Entrees { entrees } => {
                names.extend(entrees.iter().map(|one| one.ancre.as_str()));
            }
            Piece::Glossaire { mots } => names.extend(mots.iter().map(|(ancre, ..)| ancre.as_str())),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

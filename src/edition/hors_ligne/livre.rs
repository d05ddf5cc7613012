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

use super::pieces::{Piece, Section};

/// A book, before it is written.
pub(super) struct Livre<'a> {
    pub document: &'a Document,
    /// What its first page says under the title, a line each.
    pub tete: &'a [String],
    /// What makes it itself, the same at each edition.
    pub nom: &'a str,
    /// The day of its edition.
    pub day: Date,
    pub sections: &'a [Section],
}

impl Livre<'_> {
    /// The bytes of the book.
    pub fn write(&self) -> ZipResult<Vec<u8>> {
        let whose = self.places();
        let chapters = self.chapters().map(|(section, fichier)| {
            let body = balises::chapitre(section, &fichier, &whose);
            (format!("EPUB/{fichier}"), self.page(&section.titre, &body))
        });
        let mut files: Vec<(String, String)> = vec![
            ("mimetype".into(), "application/epub+zip".into()),
            ("META-INF/container.xml".into(), CONTAINER.into()),
            ("EPUB/livre.opf".into(), self.package()),
            ("EPUB/sommaire.xhtml".into(), self.contents()),
            ("EPUB/sommaire.ncx".into(), self.old_contents()),
            ("EPUB/style.css".into(), include_str!("livre/style.css").into()),
            ("EPUB/titre.xhtml".into(), self.title_page()),
        ];
        files.extend(chapters);
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        archive::pack(Archive::of(self.day), &files)
    }

    /// The parts that say something, each with its file.
    fn chapters(&self) -> impl Iterator<Item = (&Section, String)> {
        let told = self.sections.iter().filter(|section| !section.pieces.is_empty());
        told.zip(1..).map(|(section, rank)| (section, format!("chapitre-{rank:02}.xhtml")))
    }

    /// The file that tells each name, the first one where several do.
    fn places(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        for (section, fichier) in self.chapters() {
            for name in names(section) {
                found.entry(name.to_owned()).or_insert_with(|| fichier.clone());
            }
        }
        found
    }
}

/// Where a reader finds the book inside its zip.
const CONTAINER: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
    "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\">",
    "<rootfiles><rootfile full-path=\"EPUB/livre.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>",
    "</container>\n",
);

/// The names that a part and its pieces bear.
fn names(section: &Section) -> Vec<&str> {
    let mut names = vec![section.ancre.as_str()];
    for piece in &section.pieces {
        match piece {
            Piece::Titre { ancre, .. } => names.push(ancre),
            Piece::Entrees { entrees } => {
                names.extend(entrees.iter().map(|one| one.ancre.as_str()));
            }
            Piece::Glossaire { mots } => {
                names.extend(mots.iter().map(|(ancre, ..)| ancre.as_str()))
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

//! The guide for those who have no network: files to take along, each whole in itself.

mod choix;
mod cle;
mod encart;
mod fichier;
mod index;
mod lisez_moi;
mod livre;
pub(in crate::edition) mod memoire;
mod messages;
mod pieces;
mod sms;
mod texte;

pub(in crate::edition) use choix::offers;

use crate::diagnostic::Diagnostic;
use crate::edition::html::glossaire::anchor;
use crate::edition::html::here::Here;
use crate::edition::papier::contrat::Document;
use crate::edition::papier::emporter;
use crate::edition::{Edition, World};
use crate::guide::{Guide, Guides};
use crate::plan::{About, Cible, Medium, Sheet};
use crate::text::sentence;

use super::html::lost;
use pieces::{Piece, Section};

/// The files to take along.
pub struct HorsLigne;

impl Edition for HorsLigne {
    fn nom(&self) -> &'static str {
        "à emporter"
    }

    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        (0..guides.guides.len()).flat_map(|guide| choix::sheets(guides, guide)).collect()
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        let About::Emporter(index, cible) = sheet.about else { return Err(lost(sheet)) };
        let here = Here { world, from: &sheet.address, index };
        let emport = EMPORTS.iter().find(|emport| emport.medium == sheet.medium);
        emport.map_or_else(|| Err(lost(sheet)), |emport| (emport.rend)(here, cible, sheet))
    }
}

/// A kind of files to take along; a new one is a line of [`EMPORTS`].
pub(in crate::edition) struct Emport {
    /// The word of `hors_ligne` that asks for it, in `guide.yaml`.
    pub terme: &'static str,
    /// The group of labels that says what it is: `emporter.guide.titre`.
    pub mots: &'static str,
    /// What its files are.
    pub medium: Medium,
    /// What their names end with.
    extension: &'static str,
    /// What they are about in a guide.
    sujets: fn(&Guide) -> Vec<Cible>,
    /// The bytes of one.
    rend: fn(Here<'_>, Cible, &Sheet) -> Result<Vec<u8>, Diagnostic>,
}

impl Emport {
    /// What its files are about in a guide, where the guide asks for them.
    pub fn cibles(&self, guide: &Guide) -> Vec<Cible> {
        (self.sujets)(guide)
    }
}

/// Every kind, in the order of the page that lists them.
pub(in crate::edition) static EMPORTS: [Emport; 11] = [
    Emport {
        terme: "guide",
        mots: "guide",
        medium: Medium::OneFile,
        extension: "html",
        sujets: choix::whole,
        rend: fichier::make,
    },
    Emport {
        terme: "communes",
        mots: "communes",
        medium: Medium::OneFile,
        extension: "html",
        sujets: choix::communes,
        rend: fichier::make,
    },
    Emport {
        terme: "intercommunalites",
        mots: "intercommunalites",
        medium: Medium::OneFile,
        extension: "html",
        sujets: choix::epcis,
        rend: fichier::make,
    },
    Emport {
        terme: "texte",
        mots: "texte",
        medium: Medium::Text,
        extension: "txt",
        sujets: choix::whole_or_epcis,
        rend: |here, cible, _| Ok(text(here, cible).into_bytes()),
    },
    Emport {
        terme: "messages",
        mots: "messages",
        medium: Medium::Messages,
        extension: "html",
        sujets: choix::whole_or_epcis,
        rend: messages::page,
    },
    Emport {
        terme: "livre",
        mots: "livre",
        medium: Medium::Epub,
        extension: "epub",
        sujets: choix::whole_or_epcis,
        rend: book,
    },
    Emport {
        terme: "archive",
        mots: "archive",
        medium: Medium::Zip,
        extension: "zip",
        sujets: choix::whole_or_asked,
        rend: |here, _, sheet| cle::zip(here, sheet),
    },
    Emport {
        terme: "archive",
        mots: "archive",
        medium: Medium::Checksum,
        extension: "zip.sha256",
        sujets: choix::whole_or_asked,
        rend: |here, _, sheet| cle::checksum(here, sheet),
    },
    Emport {
        terme: "encarts",
        mots: "cadres",
        medium: Medium::Embed,
        extension: "html",
        sujets: choix::communes,
        rend: encart::cadre,
    },
    Emport {
        terme: "encarts",
        mots: "encarts",
        medium: Medium::Fragment,
        extension: "txt",
        sujets: choix::communes,
        rend: encart::code,
    },
    Emport {
        terme: "memoire",
        mots: "memoire",
        medium: Medium::Worker,
        extension: "js",
        sujets: choix::always,
        rend: memoire::worker,
    },
];

/// The parts of a document; words of the glossary have the names that links of sentences point at.
fn sections(here: Here<'_>, document: &Document) -> Vec<Section> {
    let mut sections = pieces::sections(document);
    // A word explained twice is a remark: its second explanation has no name.
    let mut named = std::collections::BTreeSet::new();
    let pieces = sections.iter_mut().flat_map(|section| &mut section.pieces);
    for piece in pieces {
        if let Piece::Glossaire { mots } = piece {
            let entries = &here.world.guides.glossaire;
            for (mot, entry) in mots.iter_mut().zip(entries) {
                mot.0 = Some(anchor(entry))
                    .filter(|name| named.insert(name.clone()))
                    .unwrap_or_default();
            }
        }
    }
    sections
}

/// Plain text: what it is of, of which day, who publishes it, then everything.
fn text(here: Here<'_>, cible: Cible) -> String {
    let document = emporter::document(here, cible);
    texte::write(&document, &entete(&document))
}

/// A book: the same first, then a chapter for each part.
fn book(here: Here<'_>, cible: Cible, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let document = emporter::document(here, cible);
    let livre = livre::Livre {
        document: &document,
        tete: &entete(&document),
        // A book on a shelf gives way to the one that has its name: another guide, another part has another.
        nom: &format!("jalon {} {}", document.guide.titre, sheet.address),
        day: here.world.guides.today,
        sections: &sections(here, &document),
    };
    livre.write().map_err(|_| lost(sheet))
}

/// What a file that stands in no page says first: what every file does, then who publishes it.
fn entete(document: &Document) -> Vec<String> {
    tete(document).into_iter().chain(cadre(document)).collect()
}

/// What every file says first: of what it is a part, of which day, how long it holds.
fn tete(document: &Document) -> Vec<String> {
    let guide = &document.guide;
    let above = [&document.sous_titre, &guide.titre].map(String::as_str);
    let above = above.into_iter().filter(|said| !said.is_empty() && *said != document.titre);
    let edition = &document.edition;
    let days = [&edition.texte, &edition.verifie, &edition.valable].map(|said| sentence_of(said));
    let lines = [sentence_of(&above.collect::<Vec<_>>().join(". ")), days.join(" ")];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Who publishes it; that it is an example, where it is one: what pages say in their frame.
fn cadre(document: &Document) -> Vec<String> {
    let guide = &document.guide;
    let who = [&guide.editeur, &guide.telephone, &guide.courriel, &guide.adresse];
    let who: Vec<&str> =
        who.into_iter().map(String::as_str).filter(|one| !one.is_empty()).collect();
    let lines = [sentence_of(&who.join(", ")), guide.exemple.clone()];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Words with their full stop; nothing for no words.
fn sentence_of(words: &str) -> String {
    if words.is_empty() { String::new() } else { sentence(words) }
}

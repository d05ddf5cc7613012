//! The guide for those who have no network: files to take along, each whole in itself.

mod choix;
mod cle;
mod lisez_moi;
mod messages;
mod sms;

pub(in crate::edition) use choix::offers;

use crate::diagnostic::Diagnostic;
use crate::edition::html::here::Here;
use crate::edition::{Edition, World};
use crate::guide::{Guide, Guides};
use crate::plan::{About, Cible, Medium, Sheet};

use super::html::lost;

/// The files to take along.
pub struct HorsLigne;

impl Edition for HorsLigne {
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
    /// What its files are.
    pub medium: Medium,
    /// What their names end with.
    extension: &'static str,
    /// What they are about in a guide.
    sujets: fn(&Guide) -> Vec<Cible>,
    /// The bytes of one.
    rend: fn(Here<'_>, Cible, &Sheet) -> Result<Vec<u8>, Diagnostic>,
}

/// Every kind, in the order of the page that lists them.
pub(in crate::edition) static EMPORTS: [Emport; 3] = [
    Emport {
        terme: "messages",
        medium: Medium::Messages,
        extension: "html",
        sujets: choix::whole_or_epcis,
        rend: messages::page,
    },
    Emport {
        terme: "archive",
        medium: Medium::Zip,
        extension: "zip",
        sujets: choix::whole_or_asked,
        rend: |here, _, sheet| cle::zip(here, sheet),
    },
    Emport {
        terme: "archive",
        medium: Medium::Checksum,
        extension: "zip.sha256",
        sujets: choix::whole_or_asked,
        rend: |here, _, sheet| cle::checksum(here, sheet),
    },
];

//! Paper: a theme and its data become a PDF, by the engine inside the binary. It knows nothing of guides.
//!
//! Everything here is a function of what it is given: no disk, no network, no clock, no font of the machine.
//! Without the feature `print` the same names stand here and nothing is printed.

#[cfg(feature = "print")]
mod desk;
#[cfg(feature = "print")]
mod fonts;
#[cfg(feature = "print")]
mod mistake;
#[cfg(feature = "print")]
mod pack;
#[cfg(feature = "print")]
mod press;
#[cfg(feature = "print")]
mod qr;
#[cfg(feature = "print")]
mod readable;
#[cfg(feature = "print")]
mod said;
mod stamp;
#[cfg(not(feature = "print"))]
mod without;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Source};

#[cfg(feature = "print")]
pub use press::Press;
#[cfg(feature = "print")]
pub use qr::qr;
#[cfg(feature = "print")]
pub use readable::readable;
pub use stamp::{Stamp, stamped};
#[cfg(not(feature = "print"))]
pub use without::{Press, qr, readable};

/// Whether this program prints at all.
pub const PRINTS: bool = cfg!(feature = "print");

/// Texts of a theme by their names: `print/guide.typ`.
pub type Files = BTreeMap<String, Arc<Source>>;

/// One document to set.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The theme; its files see one another and nothing else.
    pub files: &'a Files,
    /// The file that makes the document: `print/guide.typ`.
    pub main: &'a str,
    /// JSON, which the theme reads as `/donnees.json`.
    pub data: &'a str,
    /// A PDF, which the theme sees as `/pages.pdf`: pages to impose.
    pub pages: Option<&'a [u8]>,
    /// The day of the edition: today, for the theme, and the date of the file.
    pub day: Date,
    /// Whether it is read: PDF/UA-1 and PDF/A-2a are enforced. Imposed sheets are not: their order is that of folding.
    pub tagged: bool,
    /// Fingerprint of all that it is made from; it stands in the file.
    pub stamp: Stamp,
}

/// A document, set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// The first page on which each label stands.
    pub pages_of: BTreeMap<String, usize>,
    /// What the engine doubts of: a font that is not there, page numbers that never settle.
    pub doubts: Vec<Diagnostic>,
}

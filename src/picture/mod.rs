//! Pictures: the file that somebody gives becomes what is published of it, small and with nothing but its pixels.
//!
//! The only user of the codecs. Nothing of the original goes on: no place, date, name of a camera, comment or profile.

mod fault;
mod fit;
mod paper;
mod pixels;
mod read;
#[cfg(test)]
mod tests;
mod write;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

pub use fault::Fault;
pub use paper::on_paper;
use pixels::Pixels;

/// Widest and highest picture shown, in pixels of a page: what a telephone shows, and half of a screen.
pub const SIDE: u32 = 480;

/// What one picture may weigh, in bytes: three seconds of a slow line.
pub const HEAVIEST: usize = 20_000;

/// Changes with what is made of the same file: the names of what is published hold it.
const METHOD: &[u8] = b"1";

/// A picture as every browser shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A drawing of few colours: nothing is lost, and nothing is lighter.
    Png,
    /// A photograph: AVIF stands beside it.
    Jpeg,
}

impl Form {
    /// Both, the one that is found first where both stand.
    pub const ALL: [Self; 2] = [Self::Png, Self::Jpeg];

    /// End of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// A picture ready to be published.
#[derive(Debug)]
pub struct Developed {
    /// In pixels of the file, which are those of a page.
    pub width: u32,
    /// The same.
    pub height: u32,
    /// What its file is.
    pub form: Form,
    /// Its file.
    pub bytes: Vec<u8>,
    /// What a photograph is made from, when its AVIF has to be made.
    pixels: Option<Pixels>,
    avif: OnceLock<Vec<u8>>,
}

/// The name of what is made of a file: the same bytes always have the same.
pub fn name(original: &[u8]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(METHOD).update(original);
    hasher.finalize().to_hex()[..8].to_owned()
}

/// Makes what is published of a file.
///
/// # Errors
/// Why nothing can be made of it, and what to do.
pub fn develop(original: &[u8]) -> Result<Developed, Fault> {
    // Decoders are for files of strangers and say what is wrong; one that stops instead must not stop the guide.
    let made = catch_unwind(AssertUnwindSafe(|| fit::fitted(read::pixels(original)?)));
    made.unwrap_or(Err(Fault::Broken))
}

/// The same from what was published of it before: nothing, where that is not what it was.
pub fn known(form: Form, bytes: Vec<u8>, avif: Option<Vec<u8>>) -> Option<Developed> {
    let (width, height) = read::size(&bytes, form)?;
    let avif = match form {
        Form::Png => OnceLock::new(),
        Form::Jpeg => OnceLock::from(avif?),
    };
    Some(Developed { width, height, form, bytes, pixels: None, avif })
}

impl Developed {
    /// The same photograph in fewer bytes, for browsers since 2021; made at the first asking. Empty for a drawing.
    pub fn avif(&self) -> &[u8] {
        self.avif.get_or_init(|| {
            let pixels = self.pixels.as_ref();
            pixels.map(|pixels| fit::modern(pixels, self.bytes.len())).unwrap_or_default()
        })
    }
}

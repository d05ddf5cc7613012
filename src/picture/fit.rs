//! The best quality that weighs little enough.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::pixels::Pixels;
use super::{Developed, Fault, Form, HEAVIEST, write};

/// Qualities that are tried, the best first: above it nobody sees more, below the last everybody does (docs/adr/0030).
const QUALITIES: [u8; 5] = [60, 52, 45, 38, LOWEST];
/// The lowest quality published.
pub(super) const LOWEST: u8 = 30;
/// Colours of a drawing at most: what one byte a pixel can name.
const DRAWN: usize = 256;

/// A picture in its lightest form that every browser shows.
pub(super) fn fitted(pixels: Pixels) -> Result<Developed, Fault> {
    let drawn = palette(&pixels).and_then(|palette| write::indexed(&pixels, &palette));
    let drawn = drawn.filter(|bytes| bytes.len() <= HEAVIEST);
    let photographed = lightest(HEAVIEST, |quality| write::jpeg(&pixels, quality));
    let (form, bytes) = match (drawn, photographed) {
        (Some(png), Ok(jpeg)) if png.len() > jpeg.len() => (Form::Jpeg, jpeg),
        (Some(png), _) => (Form::Png, png),
        (None, Ok(jpeg)) => (Form::Jpeg, jpeg),
        (None, Err(bytes)) => return Err(Fault::Heavy { bytes }),
    };
    Ok(Developed {
        width: pixels.width as u32,
        height: pixels.height as u32,
        form,
        bytes,
        pixels: (form == Form::Jpeg).then_some(pixels),
        avif: OnceLock::new(),
    })
}

/// The AVIF of a photograph whose JPEG weighs so much: it is worth a file where it weighs less.
pub(super) fn modern(pixels: &Pixels, jpeg: usize) -> Vec<u8> {
    let made = lightest(jpeg, |quality| write::avif(pixels, quality));
    made.unwrap_or_default()
}

/// The file of the best quality that weighs so much at most; or what the last one weighs.
fn lightest(most: usize, write: impl Fn(u8) -> Option<Vec<u8>>) -> Result<Vec<u8>, usize> {
    let mut last = 0;
    for quality in QUALITIES {
        if let Some(file) = write(quality) {
            if file.len() <= most {
                return Ok(file);
            }
            last = file.len();
        }
    }
    Err(last)
}

/// The colours of a drawing, in order; nothing where they are as many as in a photograph.
fn palette(pixels: &Pixels) -> Option<Vec<[u8; 3]>> {
    let mut colours = BTreeSet::new();
    for colour in &pixels.colours {
        if colours.insert(*colour) && colours.len() > DRAWN {
            return None;
        }
    }
    Some(colours.into_iter().collect())
}

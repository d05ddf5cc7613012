//! Pixels, and nothing else of a picture: red, green and blue, as screens understand them (sRGB).

use image::RgbImage;

/// A picture as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pixels {
    pub width: usize,
    pub height: usize,
    /// Line by line.
    pub colours: Vec<[u8; 3]>,
}

impl From<RgbImage> for Pixels {
    fn from(image: RgbImage) -> Self {
        Self {
            width: image.width() as usize,
            height: image.height() as usize,
            colours: image.pixels().map(|pixel| pixel.0).collect(),
        }
    }
}

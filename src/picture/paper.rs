//! A picture for paper: four greys, whose dots a photocopier copies.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, ImageFormat};
use png::BitDepth;

use super::pixels::Pixels;
use super::{Developed, write};

/// Thresholds of an ordered dither, eight by eight (Bayer): dots in regular places, never the worms that copies thicken.
const BAYER: [[u16; 8]; 8] = [
    [0, 32, 8, 40, 2, 34, 10, 42],
    [48, 16, 56, 24, 50, 18, 58, 26],
    [12, 44, 4, 36, 14, 46, 6, 38],
    [60, 28, 52, 20, 62, 30, 54, 22],
    [3, 35, 11, 43, 1, 33, 9, 41],
    [51, 19, 59, 27, 49, 17, 57, 25],
    [15, 47, 7, 39, 13, 45, 5, 37],
    [63, 31, 55, 23, 61, 29, 53, 21],
];
/// Greys printed, white and black among them.
const GREYS: u16 = 4;

/// The PNG of a picture for paper, two bits a pixel; nothing where it cannot be read any more.
pub fn on_paper(picture: &Developed) -> Option<Vec<u8>> {
    match &picture.pixels {
        Some(pixels) => dithered(pixels),
        None => {
            let format = ImageFormat::from_extension(picture.form.extension())?;
            let read = || image::load_from_memory_with_format(&picture.bytes, format).ok();
            let read = catch_unwind(AssertUnwindSafe(read)).ok().flatten();
            dithered(&read.map(DynamicImage::into_rgb8)?.into())
        }
    }
}

fn dithered(pixels: &Pixels) -> Option<Vec<u8>> {
    let greys = stretched(pixels.colours.iter().map(grey).collect());
    let value = |(rank, grey): (usize, &u8)| {
        let (x, y) = (rank % pixels.width, rank / pixels.width);
        let steps = u32::from(*grey) * u32::from(GREYS - 1) * 64 / 255;
        let above = steps % 64 > u32::from(BAYER[y % 8][x % 8]);
        (steps / 64 + u32::from(above)) as u8
    };
    let values: Vec<u8> = greys.iter().enumerate().map(value).collect();
    write::png(pixels, &values, BitDepth::Two, None)
}

/// How light a colour is to the eye.
fn grey([red, green, blue]: &[u8; 3]) -> u8 {
    let [red, green, blue] = [red, green, blue].map(|part| u32::from(*part));
    ((red * 299 + green * 587 + blue * 114) / 1000) as u8
}

/// How much lighter greys are printed: ink spreads, and a copy of a copy turns dark ones into black (docs/adr/0030).
const LIGHTER: f64 = 0.65;

/// Greys over the whole range from black to white, those between made lighter.
fn stretched(greys: Vec<u8>) -> Vec<u8> {
    let mut order = greys.clone();
    order.sort_unstable();
    let part = order.len() / 100;
    let (Some(&dark), Some(&light)) = (order.get(part), order.iter().rev().nth(part)) else {
        return greys;
    };
    if light <= dark {
        return greys;
    }
    let (dark, range) = (u32::from(dark), u32::from(light - dark));
    let lighter = |grey: u8| {
        let part = f64::from(u32::from(grey).saturating_sub(dark).min(range)) / f64::from(range);
        (part.powf(LIGHTER) * 255.0).round() as u8
    };
    greys.into_iter().map(lighter).collect()
}

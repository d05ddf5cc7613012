//! Pixels become files that hold them and nothing else.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use ravif::{Img, RGB8};

use super::pixels::Pixels;

/// How long the AVIF may take: slower gains two parts in a hundred, quicker loses four (docs/adr/0030).
const SPEED: u8 = 6;

/// A JPEG that comes into sight as a whole, then sharpens.
pub(super) fn jpeg(pixels: &Pixels, quality: u8) -> Option<Vec<u8>> {
    let bytes: Vec<u8> = pixels.colours.iter().flatten().copied().collect();
    let (width, height) = (pixels.width as u32, pixels.height as u32);
    mozjpeg_rs::Encoder::max_compression()
        .quality(quality)
        .subsampling(mozjpeg_rs::Subsampling::S420)
        .encode_rgb(&bytes, width, height)
        .ok()
}

/// An AVIF; one thread makes it, beside others that make pages.
pub(super) fn avif(pixels: &Pixels, quality: u8) -> Option<Vec<u8>> {
    let colours: Vec<RGB8> = pixels.colours.iter().map(|&[r, g, b]| RGB8 { r, g, b }).collect();
    ravif::Encoder::new()
        .with_quality(f32::from(quality))
        .with_speed(SPEED)
        .with_bit_depth(ravif::BitDepth::Eight)
        .with_num_threads(Some(1))
        .encode_rgb(Img::new(colours.as_slice(), pixels.width, pixels.height))
        .ok()
        .map(|made| made.avif_file)
}

/// A PNG of the colours of a palette, which is in order.
pub(super) fn indexed(pixels: &Pixels, palette: &[[u8; 3]]) -> Option<Vec<u8>> {
    let ranks: Option<Vec<u8>> = pixels
        .colours
        .iter()
        .map(|colour| u8::try_from(palette.binary_search(colour).ok()?).ok())
        .collect();
    let colours = palette.iter().flatten().copied().collect();
    let depth = match palette.len() {
        0..=2 => BitDepth::One,
        3..=4 => BitDepth::Two,
        5..=16 => BitDepth::Four,
        _ => BitDepth::Eight,
    };
    png(pixels, &ranks?, depth, Some(colours))
}

/// A PNG of so many bits a pixel; greys, unless colours are given.
pub(super) fn png(
    pixels: &Pixels,
    values: &[u8],
    depth: BitDepth,
    palette: Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width as u32, pixels.height as u32);
    encoder.set_depth(depth);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    match palette {
        Some(colours) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(colours);
        }
        None => encoder.set_color(ColorType::Grayscale),
    }
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&packed(values, pixels.width, depth)).ok()?;
    writer.finish().ok()?;
    Some(file)
}

/// Values side by side in bytes, each line from a new byte on.
fn packed(values: &[u8], width: usize, depth: BitDepth) -> Vec<u8> {
    let bits = depth as usize;
    let together = |group: &[u8]| {
        let at = |(rank, value): (usize, &u8)| value << (8 - bits * (rank + 1));
        group.iter().enumerate().map(at).fold(0, |byte, value| byte | value)
    };
    let line = |line: &[u8]| line.chunks(8 / bits).map(together).collect::<Vec<u8>>();
    values.chunks(width).flat_map(line).collect()
}

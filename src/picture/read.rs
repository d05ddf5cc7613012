//! A file becomes pixels: never more than memory allows, the right way up, in the colours of screens.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage,
};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::pixels::Pixels;
use super::{Fault, Form, SIDE};

/// Pixels of the largest picture read: the finest photograph that telephones take.
pub(super) const MOST_PIXELS: u64 = 50_000_000;
/// Bytes of pixels in memory: sixteen bits a colour count twice.
const MOST_BYTES: u64 = 200_000_000;

/// What is read; a name that lies does not matter.
const FORMATS: [ImageFormat; 4] =
    [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif];

/// The pixels of a file, of the size at which they are shown. Of what moves, the first picture is taken.
pub(super) fn pixels(original: &[u8]) -> Result<Pixels, Fault> {
    let format = image::guess_format(original).ok().filter(|format| FORMATS.contains(format));
    let format = format.ok_or_else(|| stranger(original))?;
    if format == ImageFormat::Jpeg && is_cut(original) {
        return Err(Fault::Broken);
    }
    let mut decoder =
        ImageReader::with_format(Cursor::new(original), format).into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    let most = u64::from(width) * u64::from(height);
    if most > MOST_PIXELS || decoder.total_bytes() > MOST_BYTES {
        return Err(Fault::Huge { width, height });
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(2 * MOST_BYTES);
    decoder.set_limits(limits).map_err(fault)?;
    let orientation = decoder.orientation().map_err(fault)?;
    let profile = decoder.icc_profile().ok().flatten();
    let whole = on_white(DynamicImage::from_decoder(decoder).map_err(fault)?);
    let (width, height) = shown(width, height);
    let small = if (width, height) == whole.dimensions() {
        whole
    } else {
        image::imageops::resize(&whole, width, height, FilterType::Lanczos3)
    };
    let mut turned = DynamicImage::ImageRgb8(of_screens(small, profile.as_deref()));
    turned.apply_orientation(orientation);
    Ok(turned.into_rgb8().into())
}

/// The size of a picture that was published; nothing where it is not one.
pub(super) fn size(bytes: &[u8], form: Form) -> Option<(u32, u32)> {
    let format = match form {
        Form::Png => ImageFormat::Png,
        Form::Jpeg => ImageFormat::Jpeg,
    };
    ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().ok()
}

/// The size at which a picture is shown: its own, or the largest that fits.
fn shown(width: u32, height: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= SIDE {
        return (width, height);
    }
    let fit = |side: u32| {
        let exact = (f64::from(side) * f64::from(SIDE) / f64::from(longest)).round();
        (exact as u32).max(1)
    };
    (fit(width), fit(height))
}

/// What is see-through shows the white of paper: black lines would be lost on a dark page.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let image = image.into_rgba8();
    let over = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u32::from(colour), u32::from(alpha));
        ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, alpha] = image.get_pixel(x, y).0;
        Rgb([red, green, blue].map(|colour| over(colour, alpha)))
    })
}

/// The same colours as numbers of sRGB. A profile that cannot be followed is left: the colours are a little other.
fn of_screens(image: RgbImage, profile: Option<&[u8]>) -> RgbImage {
    let read = profile.and_then(|profile| ColorProfile::new_from_slice(profile).ok());
    let Some(own) = read.filter(|profile| profile.color_space == DataColorSpace::Rgb) else {
        return image;
    };
    let (screen, options) = (ColorProfile::new_srgb(), TransformOptions::default());
    let mut seen = RgbImage::new(image.width(), image.height());
    let followed = own
        .create_transform_8bit(Layout::Rgb, &screen, Layout::Rgb, options)
        .and_then(|transform| transform.transform(image.as_raw(), &mut seen));
    if followed.is_ok() { seen } else { image }
}

/// A photograph that stops before its end is shown half grey by those who read it all the same.
fn is_cut(jpeg: &[u8]) -> bool {
    let last = |mark: [u8; 2]| jpeg.windows(2).rposition(|bytes| bytes == mark);
    // Its start of scan, its end: a small picture inside it has its own, both before.
    last([0xff, 0xda]).is_none_or(|scan| last([0xff, 0xd9]).is_none_or(|end| end < scan))
}

/// What a file is that is not read.
fn stranger(file: &[u8]) -> Fault {
    let start = String::from_utf8_lossy(&file[..file.len().min(1_000)]);
    if file.get(4..8) == Some(b"ftyp") {
        Fault::Heif
    } else if start.contains("<svg") {
        Fault::Svg
    } else {
        Fault::Unknown
    }
}

fn fault(error: ImageError) -> Fault {
    match error {
        ImageError::Unsupported(_) => Fault::Unknown,
        _ => Fault::Broken,
    }
}

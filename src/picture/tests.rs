//! Files of every kind: what they become, what is refused, and that nothing of the original is left.

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;

use super::pixels::Pixels;
use super::*;

/// A photograph: no two pixels are alike, and none is far from the next.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = |step: u32| (f64::from(x * step + y * 3) / 40.0).sin() * 60.0 + 128.0;
        Rgb([wave(1) as u8, wave(2) as u8 ^ (x & 3) as u8, (x * 251 / width.max(1)) as u8])
    })
}

fn file(image: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(image.clone()).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG with everything that a telephone writes: where it was taken, how it was held, a comment.
fn of_a_telephone(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let jpeg = file(image, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x03\0".to_vec();
    exif.extend_from_slice(&[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend_from_slice(&[0x0f, 0x01, 2, 0, 12, 0, 0, 0, 50, 0, 0, 0]);
    exif.extend_from_slice(&[0x25, 0x88, 4, 0, 1, 0, 0, 0, 62, 0, 0, 0]);
    exif.extend_from_slice(&[0; 4]);
    exif.extend_from_slice(b"MarqueSecret");
    exif.extend_from_slice(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    let mut out = jpeg[..2].to_vec();
    for (mark, held) in
        [(0xe1, exif.as_slice()), (0xfe, b"CommentaireSecret"), (0xed, b"Photoshop 3.0\0Secret")]
    {
        out.extend_from_slice(&[0xff, mark]);
        out.extend_from_slice(&(held.len() as u16 + 2).to_be_bytes());
        out.extend_from_slice(held);
    }
    out.extend_from_slice(&jpeg[2..]);
    out
}

/// The marks of the segments of a JPEG before its first scan.
fn segments(jpeg: &[u8]) -> Vec<u8> {
    let (mut at, mut marks) = (2, Vec::new());
    while jpeg[at + 1] != 0xda {
        marks.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    marks
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|found| found == words)
}

#[test]
fn a_photograph_is_made_small_and_keeps_nothing_but_its_pixels() {
    let original = of_a_telephone(&photo(900, 600), 6);
    assert!(holds(&original, b"MarqueSecret") && holds(&original, b"Exif"));
    let made = develop(&original).unwrap();
    // Held upright: what was wide is high.
    assert_eq!((made.width, made.height, made.form), (320, 480, Form::Jpeg));
    assert!(made.bytes.len() <= HEAVIEST && made.avif().len() < made.bytes.len());
    for forbidden in
        [b"Secret".as_slice(), b"Exif", b"http://ns.adobe.com", b"ICC_PROFILE", b"8BIM"]
    {
        assert!(!holds(&made.bytes, forbidden) && !holds(made.avif(), forbidden));
    }
    let marks = segments(&made.bytes);
    assert!(marks.iter().all(|mark| matches!(mark, 0xe0 | 0xdb | 0xc2 | 0xc4)), "{marks:x?}");
    assert_eq!(&made.avif()[4..12], b"ftypavif");
}

#[test]
fn every_way_of_holding_a_telephone_is_turned_upright() {
    // Red on the left, blue on the right, as seen: where each stands says how it was turned.
    let image =
        RgbImage::from_fn(
            64,
            32,
            |x, _| if x < 32 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) },
        );
    let red = |orientation: u8, at: (usize, usize)| {
        let read = read::pixels(&of_a_telephone(&image, orientation)).unwrap();
        let [red, _, blue] = read.colours[at.1 * read.width + at.0];
        (read.width, red > blue)
    };
    assert_eq!(red(1, (4, 16)), (64, true));
    assert_eq!(red(2, (4, 16)), (64, false));
    assert_eq!(red(3, (4, 16)), (64, false));
    assert_eq!(red(4, (4, 16)), (64, true));
    assert_eq!(red(5, (16, 4)), (32, true));
    assert_eq!(red(6, (16, 4)), (32, true));
    assert_eq!(red(7, (16, 4)), (32, false));
    assert_eq!(red(8, (16, 4)), (32, false));
}

#[test]
fn a_drawing_loses_nothing_and_is_lighter() {
    let drawing = RgbImage::from_fn(240, 320, |x, y| match (x / 20 + y / 20) % 3 {
        0 => Rgb([255, 255, 255]),
        1 => Rgb([20, 30, 90]),
        _ => Rgb([200, 40, 40]),
    });
    let made = develop(&file(&drawing, ImageFormat::Png)).unwrap();
    assert_eq!((made.width, made.height, made.form), (240, 320, Form::Png));
    assert_eq!(image::load_from_memory(&made.bytes).unwrap().into_rgb8(), drawing);
    assert!(made.bytes.len() < 700, "{}", made.bytes.len());
    assert!(made.avif().is_empty());
}

#[test]
fn what_is_see_through_is_white() {
    let clear = image::RgbaImage::from_fn(40, 40, |x, _| {
        image::Rgba([0, 0, 0, if x < 20 { 0 } else { 255 }])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(clear).write_to(&mut bytes, ImageFormat::Png).unwrap();
    let read = read::pixels(&bytes.into_inner()).unwrap();
    assert_eq!((read.colours[0], read.colours[39]), ([255; 3], [0; 3]));
}

#[test]
fn every_kind_that_is_read_is_read_whatever_its_name() {
    let image = photo(600, 300);
    let deep = DynamicImage::ImageRgb8(image.clone()).into_rgb16();
    let mut sixteen = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb16(deep).write_to(&mut sixteen, ImageFormat::Png).unwrap();
    let mut moving = Vec::new();
    {
        let mut gif = GifEncoder::new(&mut moving);
        for shade in [0, 200] {
            let frame =
                image::RgbaImage::from_pixel(30, 20, image::Rgba([shade, shade, shade, 255]));
            gif.encode_frame(image::Frame::new(frame)).unwrap();
        }
    }
    let webp = file(&image, ImageFormat::WebP);
    for (bytes, size) in
        [(sixteen.into_inner(), (480, 240)), (webp, (480, 240)), (moving, (30, 20))]
    {
        let made = develop(&bytes).unwrap();
        assert_eq!((made.width, made.height), size);
    }
}

#[test]
fn what_was_made_is_known_again_without_its_original() {
    let made = develop(&file(&photo(200, 100), ImageFormat::Jpeg)).unwrap();
    let again = known(made.form, made.bytes.clone(), Some(made.avif().to_vec())).unwrap();
    assert_eq!((again.width, again.height, again.avif()), (200, 100, made.avif()));
    assert!(known(Form::Jpeg, made.bytes.clone(), None).is_none());
    assert!(known(Form::Jpeg, b"cassee".to_vec(), Some(Vec::new())).is_none());
    assert!(on_paper(&again).is_some());
}

#[test]
fn very_small_pictures_have_every_form() {
    for (width, height) in [(1, 1), (1, 480), (480, 1), (7, 3), (16, 16), (17, 33)] {
        let pixels = Pixels::from(photo(width, height));
        assert!(write::jpeg(&pixels, 60).is_some_and(|jpeg| !jpeg.is_empty()), "{width}x{height}");
        assert!(!fit::modern(&pixels, 1_000_000).is_empty(), "{width}x{height}");
        assert!(on_paper(&fit::fitted(pixels).unwrap()).is_some(), "{width}x{height}");
    }
}

#[test]
fn a_picture_for_paper_has_four_greys() {
    let made = develop(&file(&photo(300, 200), ImageFormat::Jpeg)).unwrap();
    let png = on_paper(&made).unwrap();
    let greys: std::collections::BTreeSet<u8> = image::load_from_memory(&png)
        .unwrap()
        .into_luma8()
        .pixels()
        .map(|pixel| pixel.0[0])
        .collect();
    assert_eq!(greys.into_iter().collect::<Vec<u8>>(), [0, 85, 170, 255]);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let whole = file(&photo(300, 200), ImageFormat::Jpeg);
    let png = file(&photo(300, 200), ImageFormat::Png);
    let mut bomb = png.clone();
    // Width and height of the header, then its sum: 60,000 by 60,000 pixels in a few bytes.
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let mut sum = flate2::Crc::new();
    sum.update(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    for (bytes, fault) in [
        (b"".as_slice(), Fault::Unknown),
        (b"Bonjour", Fault::Unknown),
        (b"\0\0\0\x18ftypheic", Fault::Heif),
        (b"<?xml version=\"1.0\"?><svg xmlns=\"x\"/>", Fault::Svg),
        (&whole[..whole.len() / 2], Fault::Broken),
        (&png[..png.len() / 2], Fault::Broken),
        (&bomb, Fault::Huge { width: 60_000, height: 60_000 }),
    ] {
        assert_eq!(develop(bytes).unwrap_err(), fault);
    }
    let noise = RgbImage::from_fn(480, 480, |x, y| {
        let hash = blake3::hash(&[x.to_le_bytes(), y.to_le_bytes()].concat());
        Rgb([hash.as_bytes()[0], hash.as_bytes()[1], hash.as_bytes()[2]])
    });
    let heavy = develop(&file(&noise, ImageFormat::Png)).unwrap_err();
    assert!(matches!(heavy, Fault::Heavy { bytes } if bytes > HEAVIEST), "{heavy:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any file, and any file with some bytes changed, is made or refused, never a panic: the net of `develop` is not used.
    #[test]
    fn no_bytes_stop_the_build(
        start in 0_usize..5,
        noise in proptest::collection::vec(any::<u8>(), 0..300),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
    ) {
        let image = photo(40, 30);
        let mut bytes = match start {
            0 => of_a_telephone(&image, 6),
            1 => file(&image, ImageFormat::Png),
            2 => file(&image, ImageFormat::WebP),
            3 => file(&image, ImageFormat::Gif),
            _ => noise,
        };
        for (at, value) in changes {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
        }
        if let Ok(read) = read::pixels(&bytes) {
            prop_assert_eq!(read.colours.len(), read.width * read.height);
            prop_assert!(fit::fitted(read).is_ok());
        }
    }
}

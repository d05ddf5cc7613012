//! The fonts inside the binary: always the same, in the same order, none of the machine.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

/// Atkinson Hyperlegible Next (SIL OFL 1.1, themes/base/print/fonts/OFL.txt), by name of file.
const FILES: [&[u8]; 2] = [
    include_bytes!("../../themes/base/print/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    include_bytes!("../../themes/base/print/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
];

/// The faces, read once.
static FACES: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect());

/// The characters of all faces as ranges, in order.
static COVERED: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let mut known: Vec<u32> = FACES.iter().flat_map(|face| face.info().coverage.iter()).collect();
    known.sort_unstable();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in known {
        match ranges.last_mut() {
            Some((_, last)) if code <= *last + 1 => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    ranges
});

/// The faces, in their order.
pub(super) fn faces() -> &'static [Font] {
    &FACES
}

/// Whether a face has this character.
pub(super) fn have(c: char) -> bool {
    let code = u32::from(c);
    let after = COVERED.partition_point(|(first, _)| *first <= code);
    after.checked_sub(1).is_some_and(|at| code <= COVERED[at].1)
}

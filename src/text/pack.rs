//! Texts made smaller for the line: brotli, gzip. The same bytes always give the same.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};

/// Compresses with brotli, from 0 (quick) to 11 (small, forty times slower than 5).
///
/// The bytes themselves where the encoder fails, which it does not in memory.
pub fn brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    // A window of 256 kB holds a page; the default one of 4 MB takes twice as long to lay out, and
    // below 18 this encoder changes its ways and takes ten times as long.
    let lgwin = if bytes.len() < 1 << 18 { 18 } else { 22 };
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::with_capacity(bytes.len() / 2);
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed,
        Err(_) => bytes.to_owned(),
    }
}

/// Whether `packed` is these bytes compressed with brotli: what was kept on a disk is not believed.
pub fn is_brotli_of(packed: &[u8], bytes: &[u8]) -> bool {
    let mut plain = Vec::with_capacity(bytes.len());
    brotli::BrotliDecompress(&mut &*packed, &mut plain).is_ok() && plain == bytes
}

/// Compresses with gzip, as small as it gets, without a name or a date inside.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let packed = packer.write_all(bytes).and_then(|()| packer.finish());
    packed.unwrap_or_else(|_| bytes.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn what_is_packed_is_read_back_and_always_the_same() {
        let text = "Où se faire aider ? ".repeat(50);
        let packed = gzip(text.as_bytes());
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
        assert_eq!(packed[4..8], [0; 4], "no date");
        assert_eq!(packed, gzip(text.as_bytes()));
        for quality in [5, 11] {
            let packed = brotli(text.as_bytes(), quality);
            assert!(packed.len() < 100 && is_brotli_of(&packed, text.as_bytes()));
            assert!(!is_brotli_of(&packed, b"another text"));
            assert!(!is_brotli_of(&packed[1..], text.as_bytes()));
        }
    }
}

//! Codes to scan, as small drawings.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// Light squares around a code, without which it is not found.
const QUIET: u16 = 4;

/// The code of an address, its letters beyond ASCII escaped (readers guess at them): squares on a side, the quiet zone included, and an SVG picture; none when it is too long.
///
/// Each row is a few strokes one square thick: half the bytes of filled squares. The fifteen percent that
/// may be lost (level M) are what a photocopy, a fold or a stain takes.
pub fn qr(url: &str) -> Option<(u16, String)> {
    let code = QrCode::encode_text(url, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let side = u16::try_from(size).ok()? + 2 * QUIET;
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        // Where the pen stands: after the first stroke of a row, moves are relative and short.
        let mut pen = None;
        while x < size {
            if !code.get_module(x, y) {
                x += 1;
                continue;
            }
            let run = (x..size).take_while(|at| code.get_module(*at, y)).fold(0, |run, _| run + 1);
            // Writing to a text never fails.
            let _ = match pen {
                None => write!(path, "M{} {}.5h{run}", x + i32::from(QUIET), y + i32::from(QUIET)),
                Some(pen) => write!(path, "m{} 0h{run}", x - pen),
            };
            x += run;
            pen = Some(x);
        }
    }
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" \
         height=\"{side}\"><path d=\"{path}\" stroke=\"#000\" fill=\"none\"/></svg>"
    );
    Some((side, svg))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_quiet_zone_and_is_small() {
        let (side, svg) = qr("https://guide.example.fr/86-vienne/").unwrap();
        // Version 3 has 29 squares.
        assert_eq!(side, 37);
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 37 37\""));
        // The corner: seven dark squares after four light ones, in the middle of the fifth row.
        assert!(svg.contains(" d=\"M4 4.5h7m"), "{svg}");
        assert!(svg.len() < 1_700, "{}", svg.len());
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(qr(&"a".repeat(3_000)), None);
    }
}

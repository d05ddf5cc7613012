//! A guide's own colours can be read by tired eyes, on a screen and on grey paper.

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::theme::Themes;

/// Least contrast of the accent on white: links and actions are text (WCAG 2.2, 1.4.6, level AAA).
const LEAST: f64 = 7.0;

/// An accent too pale on white.
pub fn contrast(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let Some(accent) = &guide.reglages.couleurs.accent else { continue };
        let ratio = 1.05 / (luminance(&accent.value) + 0.05);
        if ratio < LEAST {
            out.push(Diagnostic::error(
                "contraste",
                guide.reglages.reglages.fichier.at(accent.span.clone()),
                format!(
                    "La couleur « {} » est trop claire sur fond blanc : contraste {}.",
                    accent.value,
                    french(ratio)
                ),
                "Choisissez une couleur plus foncée : le contraste doit être de 7 au moins.",
            ));
        }
    }
}

/// Relative luminance of `#rrggbb`, from 0 (black) to 1 (white), as WCAG 2.2 defines it.
pub fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let byte =
            colour.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0);
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// One decimal, with a comma.
fn french(ratio: f64) -> String {
    format!("{ratio:.1}").replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_contrasts() {
        assert!((luminance("#ffffff") - 1.0).abs() < 1e-9);
        assert!(luminance("#000000").abs() < 1e-9);
        // #767676 on white is the well-known limit of 4.5.
        assert!((1.05 / (luminance("#767676") + 0.05) - 4.54).abs() < 0.01);
    }
}

//! A guide's own colours can be read by tired eyes, on a screen and on grey paper.

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::theme::Themes;
use crate::theme::colour::Colour;

/// Least contrast of the accent on white: links and actions are text (WCAG 2.2, 1.4.6, level AAA).
const LEAST: f64 = 7.0;

/// An accent too pale on white.
pub fn contrast(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let Some(accent) = &guide.reglages.couleurs.accent else { continue };
        let Some(colour) = Colour::parse(&accent.value) else { continue };
        let ratio = colour.contrast(Colour::WHITE);
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

/// One decimal, with a comma.
fn french(ratio: f64) -> String {
    format!("{ratio:.1}").replace('.', ",")
}

//! A guide's own colours can be read by tired eyes: on a screen, light or dark, and on paper.

mod looks;
mod scene;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::text::decimal;
use crate::theme::colour::{Colour, LEAST_CONTRAST, Scheme};
use crate::theme::{DEFAULT_ACCENT, Themes, css};

use looks::Pair;
use scene::Scene;

/// Least contrast of any text (WCAG 2.2, 1.4.3, level AA); links and actions are held to more.
const LEAST_OF_TEXT: f64 = 4.5;

/// An accent too pale on white.
pub fn accent(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let Some(accent) = &guide.reglages.couleurs.accent else { continue };
        let Some(colour) = Colour::parse(&accent.value) else { continue };
        let ratio = colour.contrast(Colour::WHITE);
        if ratio < LEAST_CONTRAST {
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

/// Two colours of a guide's own style that cannot be read together.
pub fn style(_: &Guides, themes: &Themes, out: &mut Vec<Diagnostic>) {
    for theme in &themes.guides {
        let Some(source) = &theme.own_style else { continue };
        // An accent that is refused already is not told again at every rule that uses it.
        let good = theme.accent.contrast(Colour::WHITE) >= LEAST_CONTRAST;
        let accent = if good { theme.accent } else { DEFAULT_ACCENT };
        for (place, fault) in faults(&source.text, accent) {
            let (message, remedy) = fault.said();
            out.push(Diagnostic::error("contraste", source.at(place), message, remedy));
        }
    }
}

/// Colours that cannot be read together: the worst pair, and everywhere it is seen.
struct Fault {
    pair: Pair,
    scenes: Vec<Scene>,
}

/// The faults of a style sheet, each at the declaration that makes it, in their order.
fn faults(style: &str, accent: Colour) -> Vec<(Range<usize>, Fault)> {
    let rules = css::rules(style);
    let schemes = (Scheme::light(accent), Scheme::dark(accent));
    let mut found: BTreeMap<(usize, usize), Fault> = BTreeMap::new();
    for scene in Scene::ALL {
        let pairs = looks::pairs(&rules, scene, (&schemes.0, &schemes.1));
        for pair in pairs.into_iter().filter(|pair| pair.ratio() < LEAST_OF_TEXT) {
            let key = (pair.place.start, pair.place.end);
            let fault = found
                .entry(key)
                .or_insert_with(|| Fault { pair: pair.clone(), scenes: Vec::new() });
            if pair.ratio() < fault.pair.ratio() {
                fault.pair = pair;
            }
            if !fault.scenes.contains(&scene) {
                fault.scenes.push(scene);
            }
        }
    }
    found.into_iter().map(|((start, end), fault)| (start..end, fault)).collect()
}

impl Fault {
    /// The sentence, and what to do.
    fn said(&self) -> (String, String) {
        let scenes = match self.scenes[..] {
            [Scene::Light, Scene::Dark, Scene::Paper] => "partout".to_owned(),
            _ => self.scenes.iter().map(|scene| scene.words()).collect::<Vec<_>>().join(" et "),
        };
        let message = format!(
            "« {} » se lit mal {} : contraste {} entre {} et {}.",
            self.pair.selector,
            scenes,
            french(self.pair.ratio()),
            self.pair.ink,
            self.pair.ground
        );
        let what = match self.scenes[..] {
            [Scene::Dark] => {
                "donnez d’autres couleurs à cette règle dans « @media screen and (prefers-color-scheme: dark) »"
            }
            _ => {
                "changez l’une des deux, ou écrivez « color » et « background » dans la même règle"
            }
        };
        (message, format!("Le contraste doit être de 4,5 au moins : {what}."))
    }
}

/// One decimal, never rounded up to the limit.
fn french(ratio: f64) -> String {
    decimal((ratio * 10.0).floor() / 10.0, 1)
}

#[cfg(test)]
mod tests;

//! What a style sheet gives each selector to be read: a colour, a ground, or both.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::theme::colour::{Colour, Scheme};
use crate::theme::css::{Declaration, Rule};

use super::scene::Scene;

/// A text and its ground, as somebody sees them.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// Whose text it is.
    pub selector: String,
    /// The text.
    pub ink: Colour,
    /// What is behind it.
    pub ground: Colour,
    /// The declaration that says so.
    pub place: Range<usize>,
}

impl Pair {
    /// How well the one is told from the other.
    pub fn ratio(&self) -> f64 {
        self.ink.contrast(self.ground)
    }
}

/// What the last rules that speak of a selector say; a colour said to be none is none.
#[derive(Clone, Debug, Default)]
struct Look {
    ink: Option<Said>,
    ground: Option<Said>,
}

#[derive(Clone, Debug)]
struct Said {
    colour: Option<Colour>,
    important: bool,
    place: Range<usize>,
}

impl Said {
    /// What is seen, unless everything is told otherwise.
    fn seen(said: Option<&Self>, of_all: Option<&Self>) -> Option<(Colour, Range<usize>)> {
        let overruled =
            of_all.is_some_and(|all| all.important && said.is_none_or(|own| !own.important));
        let said = said.filter(|_| !overruled)?;
        Some((said.colour?, said.place.clone()))
    }
}

/// The pairs that a style sheet shows in a scene.
///
/// A colour without ground stands on the grounds of pages and boxes; a ground without colour bears the text of pages.
/// On paper every ground is white: browsers do not print them unless asked to.
pub(super) fn pairs(rules: &[Rule], scene: Scene, schemes: (&Scheme, &Scheme)) -> Vec<Pair> {
    let looks = looks(rules, scene, schemes);
    let all = looks.get("*").cloned().unwrap_or_default();
    let seen = |look: &Look| {
        let ink = Said::seen(look.ink.as_ref(), all.ink.as_ref());
        (ink, Said::seen(look.ground.as_ref(), all.ground.as_ref()))
    };
    let page: Vec<_> =
        ["html", ":root", "body"].iter().filter_map(|name| looks.get(*name)).map(seen).collect();
    let (ink, ground) = scene.unstyled();
    let ink =
        page.iter().filter_map(|(ink, _)| ink.as_ref()).next_back().map_or(ink, |(ink, _)| *ink);
    let own = page.iter().filter_map(|(_, ground)| ground.as_ref()).next_back();
    let ground = own.filter(|_| scene != Scene::Paper).map_or(ground, |(ground, _)| *ground);
    let box_ground = scene.box_ground(schemes).filter(|(name, _)| uses(rules, name));
    let grounds: Vec<Colour> =
        std::iter::once(ground).chain(box_ground.map(|(_, ground)| ground)).collect();
    let mut found = Vec::new();
    for (selector, look) in &looks {
        let pair = |ink, ground, place: &Range<usize>| Pair {
            selector: (*selector).to_owned(),
            ink,
            ground,
            place: place.clone(),
        };
        match seen(look) {
            (Some((ink, place)), Some((ground, _))) if scene != Scene::Paper => {
                found.push(pair(ink, ground, &place));
            }
            (Some((ink, place)), _) => {
                found.extend(grounds.iter().map(|ground| pair(ink, *ground, &place)));
            }
            (None, Some((ground, place))) if scene != Scene::Paper => {
                found.push(pair(ink, ground, &place));
            }
            (None, _) => {}
        }
    }
    found
}

/// Whether any declaration names a colour.
fn uses(rules: &[Rule], name: &str) -> bool {
    let mut all = rules.iter().flat_map(|rule| &rule.declarations);
    all.any(|declaration| declaration.value.contains(name))
}

/// What each selector is told in a scene, later rules over earlier ones.
fn looks<'r>(
    rules: &'r [Rule],
    scene: Scene,
    (light, dark): (&Scheme, &Scheme),
) -> BTreeMap<&'r str, Look> {
    let mut looks: BTreeMap<&str, Look> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| scene.has(rule)) {
        for declaration in &rule.declarations {
            let colour = || {
                let mut parts = parts(&declaration.value);
                parts.find_map(|part| Colour::css(part, light, dark))
            };
            for selector in &rule.selectors {
                let look = looks.entry(selector).or_default();
                match declaration.name.as_str() {
                    "color" => tell(&mut look.ink, declaration, colour()),
                    "background" | "background-color" => {
                        tell(&mut look.ground, declaration, colour());
                    }
                    _ => {}
                }
            }
        }
    }
    looks
}

fn tell(said: &mut Option<Said>, declaration: &Declaration, colour: Option<Colour>) {
    let important = declaration.important;
    if said.as_ref().is_none_or(|before| important || !before.important) {
        *said = Some(Said { colour, important, place: declaration.span.clone() });
    }
}

/// The parts of a value, spaces in brackets left alone.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    value.split(move |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && c.is_whitespace()
    })
}

//! Where pages are read: a light screen, a dark one, paper.

use crate::theme::colour::{Colour, Scheme};
use crate::theme::css::Rule;

/// Where pages are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scene {
    /// A screen as most are.
    Light,
    /// A screen whose reader prefers the dark.
    Dark,
    /// A printed page: grounds are not printed.
    Paper,
}

impl Scene {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Paper];

    /// « sur écran clair ».
    pub fn words(self) -> &'static str {
        match self {
            Self::Light => "sur écran clair",
            Self::Dark => "sur écran sombre",
            Self::Paper => "sur papier",
        }
    }

    /// Whether a rule holds here, as far as its conditions speak of where pages are read.
    pub fn has(self, rule: &Rule) -> bool {
        rule.media.iter().all(|query| self.meets(query))
    }

    fn meets(self, query: &str) -> bool {
        let says = |word: &str| query.contains(word);
        // Readers who force their own colours, or ask for more contrast, get what they ask for.
        if says("forced-colors") || says("prefers-contrast") || says("speech") {
            return false;
        }
        match self {
            Self::Light => !says("print") && !scheme(query, "dark"),
            Self::Dark => !says("print") && !scheme(query, "light"),
            Self::Paper => !says("screen") && !scheme(query, "dark"),
        }
    }

    /// What browsers paint where a style says nothing: the text and its ground.
    pub fn unstyled(self) -> (Colour, Colour) {
        match self {
            Self::Light | Self::Paper => (Colour::new(0, 0, 0), Colour::WHITE),
            Self::Dark => (Colour::WHITE, Colour::new(0x12, 0x12, 0x12)),
        }
    }

    /// The ground of boxes here, by the scheme it belongs to.
    pub fn box_ground(self, (light, dark): (&Scheme, &Scheme)) -> Option<(&'static str, Colour)> {
        match self {
            Self::Light => Some(("var(--teinte)", light.teinte)),
            Self::Dark => Some(("var(--teinte-sombre)", dark.teinte)),
            Self::Paper => None,
        }
    }
}

/// Whether a condition asks for a scheme: `(prefers-color-scheme: dark)`.
fn scheme(query: &str, name: &str) -> bool {
    query.split_once("prefers-color-scheme").is_some_and(|(_, wanted)| wanted.contains(name))
}

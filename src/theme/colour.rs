//! Colours: contrast as WCAG 2.2 measures it, and the colours made from a guide's accent.

mod css;

use std::fmt;

/// Least contrast between text and its ground (WCAG 2.2, 1.4.6, level AAA).
pub const LEAST_CONTRAST: f64 = 7.0;

/// An opaque colour of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// White paper.
    pub const WHITE: Self = Self([255, 255, 255]);

    /// A colour by its red, green and blue.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Relative luminance, from 0 (black) to 1 (white), as WCAG 2.2 defines it.
    pub fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast with another colour, from 1 (the same) to 21 (black on white).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The same hue with its strongest part at full strength; black becomes white.
    pub fn brightest(self) -> Self {
        let strongest = u32::from(self.0.into_iter().max().unwrap_or_default());
        let part = |byte: u8| match strongest {
            0 => u8::MAX,
            // At most 255, since no part is stronger than the strongest.
            _ => u8::try_from(u32::from(byte) * 255 / strongest).unwrap_or(u8::MAX),
        };
        Self(self.0.map(part))
    }

    /// This colour with a share of another, in percent: 0 changes nothing, 100 is the other.
    pub fn mixed(self, other: Self, percent: u8) -> Self {
        let share = u32::from(percent.min(100));
        let part = |index: usize| {
            let (own, new) = (u32::from(self.0[index]), u32::from(other.0[index]));
            // A mean of two bytes is a byte.
            u8::try_from((own * (100 - share) + new * share + 50) / 100).unwrap_or(u8::MAX)
        };
        Self([part(0), part(1), part(2)])
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The colours of one scheme, light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Text.
    pub encre: Colour,
    /// The ground of the page.
    pub papier: Colour,
    /// Links and actions.
    pub accent: Colour,
    /// The ground of boxes.
    pub teinte: Colour,
    /// Thin lines: they decorate and say nothing; seen on light and dark grounds alike.
    pub filet: Colour,
}

/// Least share of white in an accent on dark grounds, in percent: a pure colour glares.
const CALM: u8 = 45;

/// Warm white: less glare than white, and an accent loses under 2 % of its contrast.
const PAPER: Colour = Colour::new(0xff, 0xfd, 0xfa);
const INK: Colour = Colour::new(0x21, 0x1c, 0x17);
const NIGHT: Colour = Colour::new(0x18, 0x15, 0x12);
const NIGHT_INK: Colour = Colour::new(0xec, 0xe6, 0xdf);

/// A middle tone of an accent: 2:1 or so on paper and on night.
fn thin(accent: Colour) -> Colour {
    Colour::new(0x99, 0x99, 0x99).mixed(accent, 20)
}

impl Scheme {
    /// Its colours, by the name style sheets give them.
    pub fn named(&self) -> [(&'static str, Colour); 5] {
        [
            ("encre", self.encre),
            ("papier", self.papier),
            ("accent", self.accent),
            ("teinte", self.teinte),
            ("filet", self.filet),
        ]
    }

    /// The light scheme of an accent.
    pub fn light(accent: Colour) -> Self {
        Self {
            encre: INK,
            papier: PAPER,
            accent,
            teinte: PAPER.mixed(accent, 6),
            filet: thin(accent),
        }
    }

    /// The dark scheme of an accent: the same hue at its brightest, as pale as it must be to be
    /// read on the dark grounds, and never glaring.
    pub fn dark(given: Colour) -> Self {
        let bright = given.brightest();
        let pale = |percent: u8| {
            let accent = bright.mixed(Colour::WHITE, percent);
            Self {
                encre: NIGHT_INK,
                papier: NIGHT,
                accent,
                teinte: NIGHT.mixed(accent, 9),
                filet: thin(given),
            }
        };
        let readable = |scheme: &Self| {
            scheme.accent.contrast(scheme.papier) >= LEAST_CONTRAST
                && scheme.accent.contrast(scheme.teinte) >= LEAST_CONTRAST
        };
        (CALM..100).map(pale).find(readable).unwrap_or_else(|| pale(100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_contrasts() {
        let black = Colour::new(0, 0, 0);
        assert!((black.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        // The well-known limit of 4.5 on white.
        let grey = Colour::parse("#767676").unwrap();
        assert!((grey.contrast(Colour::WHITE) - 4.54).abs() < 0.01);
        assert_eq!(grey.to_string(), "#767676");
        assert_eq!(Colour::parse("767676"), None);
        assert_eq!(Colour::parse("#76767"), None);
        assert_eq!(Colour::parse("#ééé"), None);
    }

    #[test]
    fn mixing_goes_from_one_to_the_other() {
        let brick = Colour::new(0x7a, 0x2e, 0x12);
        assert_eq!(brick.mixed(Colour::WHITE, 0), brick);
        assert_eq!(brick.mixed(Colour::WHITE, 100), Colour::WHITE);
        assert_eq!(Colour::new(0, 0, 0).mixed(Colour::WHITE, 50).to_string(), "#808080");
    }

    proptest! {
        #[test]
        fn every_accent_can_be_read_in_the_dark(rgb in any::<[u8; 3]>()) {
            let dark = Scheme::dark(Colour(rgb));
            for ground in [dark.papier, dark.teinte] {
                prop_assert!(dark.accent.contrast(ground) >= LEAST_CONTRAST);
                prop_assert!(dark.encre.contrast(ground) >= LEAST_CONTRAST);
            }
        }

        #[test]
        fn an_accent_dark_enough_for_white_can_be_read_on_paper_and_tint(rgb in any::<[u8; 3]>()) {
            // Darkened until it is dark enough, as somebody who is told of it would do.
            let darker = |percent| Colour(rgb).mixed(Colour::new(0, 0, 0), percent);
            let dark_enough = |accent: &Colour| accent.contrast(Colour::WHITE) >= LEAST_CONTRAST;
            let Some(accent) = (0..=100).map(darker).find(dark_enough) else { panic!("{rgb:?}") };
            let light = Scheme::light(accent);
            for ground in [light.papier, light.teinte] {
                // Level AA asks 4.5; links stay well above.
                prop_assert!(accent.contrast(ground) >= 5.9, "{}", accent.contrast(ground));
                prop_assert!(light.encre.contrast(ground) >= LEAST_CONTRAST);
            }
        }
    }
}

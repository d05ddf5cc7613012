//! Colours as style sheets write them.

use super::{Colour, Scheme};

/// The named colours of CSS Color 4, one on each line with its `#rrggbb`.
const NAMES: &str = include_str!("names.txt");

impl Colour {
    /// Reads an opaque colour: `#rgb`, `#rrggbb`, `rgb(…)`, `hsl(…)`, a name, or one of ours, `var(--accent)`.
    ///
    /// Nothing for what is no colour, or lets what is below show through.
    pub fn css(text: &str, light: &Scheme, dark: &Scheme) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(hex) = text.strip_prefix('#') {
            return hexadecimal(hex);
        }
        match text.split_once('(').and_then(|(name, rest)| Some((name, rest.strip_suffix(')')?))) {
            Some(("var", name)) => ours(name.trim(), light, dark),
            Some(("rgb" | "rgba", parts)) => rgb(&numbers(parts, 255.0)?),
            Some(("hsl" | "hsla", parts)) => hsl(&numbers(parts, 1.0)?),
            Some(_) => None,
            None => named(&text),
        }
    }
}

/// Short or long, with or without a share of transparency, which must be none.
fn hexadecimal(hex: &str) -> Option<Colour> {
    let digits: Vec<char> = hex.chars().collect();
    let long: String = match digits.len() {
        3 | 4 => digits.iter().flat_map(|digit| [*digit, *digit]).collect(),
        6 | 8 => digits.iter().collect(),
        _ => return None,
    };
    let (colour, opacity) = long.split_at_checked(6)?;
    Colour::parse(&format!("#{colour}")).filter(|_| ["", "ff"].contains(&opacity))
}

/// Our colours by the name style sheets give them.
fn ours(name: &str, light: &Scheme, dark: &Scheme) -> Option<Colour> {
    let (name, scheme) = match name.strip_suffix("-sombre") {
        Some(name) => (name, dark),
        None => (name, light),
    };
    scheme.named().into_iter().find(|(known, _)| name == format!("--{known}")).map(|(_, c)| c)
}

fn named(text: &str) -> Option<Colour> {
    let mut known = NAMES.lines().filter_map(|line| line.split_once(' '));
    known.find(|(name, _)| *name == text).and_then(|(_, hex)| Colour::parse(hex))
}

/// The three numbers of a colour; a share is of `whole`. Nothing when a fourth makes it transparent.
fn numbers(parts: &str, whole: f64) -> Option<[f64; 3]> {
    let number = |part: &str| match part.strip_suffix('%') {
        Some(share) => share.parse::<f64>().ok().map(|share| share * whole / 100.0),
        None => part.strip_suffix("deg").unwrap_or(part).parse().ok(),
    };
    let mut parts = parts.split([' ', ',', '/']).filter(|part| !part.is_empty());
    let mut three = [0.0; 3];
    for place in &mut three {
        *place = number(parts.next()?)?;
    }
    parts.next().is_none_or(|opacity| ["1", "100%"].contains(&opacity)).then_some(three)
}

fn rgb(parts: &[f64; 3]) -> Option<Colour> {
    // Clamped first: the cast cuts nothing off.
    let [red, green, blue] = parts.map(|part| part.clamp(0.0, 255.0).round() as u8);
    Some(Colour::new(red, green, blue))
}

/// Hue in degrees, saturation and lightness from 0 to 1.
fn hsl(parts: &[f64; 3]) -> Option<Colour> {
    let [hue, saturation, lightness] = *parts;
    let reach = saturation.clamp(0.0, 1.0) * lightness.min(1.0 - lightness);
    let part = |shift: f64| {
        let place = (shift + hue.rem_euclid(360.0) / 30.0) % 12.0;
        255.0 * (lightness - reach * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0))
    };
    rgb(&[part(0.0), part(8.0), part(4.0)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let accent = Colour::new(0x7a, 0x2e, 0x12);
        let colour = Colour::css(text, &Scheme::light(accent), &Scheme::dark(accent));
        colour.map(|colour| colour.to_string())
    }

    #[test]
    fn every_way_to_write_one_colour() {
        for text in [
            "#639",
            "#663399",
            "#663399ff",
            "RebeccaPurple",
            "rgb(102, 51, 153)",
            "rgb(102 51 153)",
            "rgba(40%,20%,60%,1)",
            "hsl(270deg 50% 40%)",
            "hsl(270, 50%, 40%)",
        ] {
            assert_eq!(read(text).as_deref(), Some("#663399"), "{text}");
        }
        assert_eq!(read("var(--accent)").as_deref(), Some("#7a2e12"));
        assert_eq!(read("hsl(0 100% 50%)").as_deref(), Some("#ff0000"));
    }

    #[test]
    fn what_is_no_opaque_colour() {
        for text in [
            "#66339980",
            "rgb(1 2 3 / 50%)",
            "inherit",
            "none",
            "url(a.png)",
            "#ff",
            "é",
            "var(--x)",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
